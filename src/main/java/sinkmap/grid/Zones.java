package sinkmap.grid;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Geometry;

/**
 * The contiguous areas of a mask, numbered 1, 2, ... by their first cell in row-major order.
 *
 * <p>With connectivity 4 cells belong together when they share an edge, with 8 also when they share a corner. Only the
 * runs of cells along rows are kept, so large masks cost little.
 */
public final class Zones {

    private final Grid grid;
    private final int count;
    /** First cell, cell after the last, and zone of each run, in row-major order. */
    private final int[] from;

    private final int[] to;
    private final int[] zone;
    /** Runs of zone z are {@code order[starts[z - 1]..starts[z])}, in row-major order. */
    private final int[] starts;

    private final int[] order;

    private Zones(Grid grid, Runs runs, int connectivity) {
        this.grid = grid;
        this.zone = runs.unite(connectivity == 8 ? 1 : 0);
        this.from = runs.from();
        this.to = runs.to();
        this.count = Arrays.stream(zone).max().orElse(0);
        this.starts = new int[count + 1];
        for (int z : zone) {
            starts[z]++;
        }
        for (int z = 1; z <= count; z++) {
            starts[z] += starts[z - 1];
        }
        this.order = new int[zone.length];
        int[] next = starts.clone();
        for (int run = 0; run < zone.length; run++) {
            order[next[zone[run] - 1]++] = run;
        }
    }

    /** Finds the contiguous areas of a mask; connectivity is 4 or 8, anything else an error. */
    public static Zones of(Mask mask, int connectivity) {
        return new Builder(mask.grid(), connectivity).add(mask).zones();
    }

    /**
     * Gathers a mask band by band, from north to south, and joins areas across the seams: the zones are those of the whole
     * mask, which need never exist in one piece.
     */
    public static final class Builder {

        private final Grid grid;
        private final int connectivity;
        private final Runs runs;
        private int nextRow;

        /** For a whole grid; connectivity is 4 or 8, anything else an error. */
        public Builder(Grid grid, int connectivity) {
            if (connectivity != 4 && connectivity != 8) {
                throw new SinkmapException("connectivity must be 4 or 8, not " + connectivity);
            }
            this.grid = grid;
            this.connectivity = connectivity;
            this.runs = new Runs(grid);
        }

        /** Adds the next rows; the grid of the band is all columns of these rows. */
        public Builder add(Mask band) {
            int rows = band.grid().rows();
            if (nextRow + rows > grid.rows() || !band.grid().equals(grid.window(nextRow, 0, rows, grid.columns()))) {
                throw new IllegalArgumentException("the band does not follow the rows so far, the next is " + nextRow);
            }
            runs.add(band, nextRow);
            nextRow += rows;
            return this;
        }

        /** The zones of all bands; rows that no band was added for are empty. */
        public Zones zones() {
            return new Zones(grid, runs, connectivity);
        }
    }

    public Grid grid() {
        return grid;
    }

    /** Number of zones; they are numbered from 1 to this. */
    public int count() {
        return count;
    }

    /** Number of the zone that holds a cell, or 0. */
    public int at(int cell) {
        int run = Arrays.binarySearch(from, cell);
        int nearest = run >= 0 ? run : -run - 2;
        return nearest >= 0 && cell < to[nearest] ? zone[nearest] : 0;
    }

    /**
     * The one zone that has cells from {@code from} (inclusive) to {@code to} (exclusive) of a row: {@code known} when there
     * is none, -1 when there is another than {@code known} (0 for none known so far) or several.
     */
    int only(int from, int to, int known) {
        int run = Arrays.binarySearch(this.from, from);
        run = run >= 0 ? run : -run - 2;
        int found = known;
        for (int i = Math.max(run, 0); i < zone.length && this.from[i] < to; i++) {
            if (this.to[i] > from) {
                if (found != 0 && zone[i] != found) {
                    return -1;
                }
                found = zone[i];
            }
        }
        return found;
    }

    /** Number of cells of a zone. */
    public int size(int z) {
        int size = 0;
        for (int i = starts[z - 1]; i < starts[z]; i++) {
            size += to[order[i]] - from[order[i]];
        }
        return size;
    }

    /** Area of a zone, in hectares. */
    public double area_ha(int z) {
        return size(z) * grid.cellArea_ha();
    }

    /** Visits the cells of a zone in row-major order. */
    public void forEach(int z, IntConsumer visitor) {
        for (int i = starts[z - 1]; i < starts[z]; i++) {
            for (int cell = from[order[i]]; cell < to[order[i]]; cell++) {
                visitor.accept(cell);
            }
        }
    }

    /** The cells of a zone in row-major order. */
    public int[] cells(int z) {
        int[] cells = new int[size(z)];
        int n = 0;
        for (int i = starts[z - 1]; i < starts[z]; i++) {
            for (int cell = from[order[i]]; cell < to[order[i]]; cell++) {
                cells[n++] = cell;
            }
        }
        return cells;
    }

    /** The cells of a zone. */
    public Patch patch(int z) {
        int[] first = new int[starts[z] - starts[z - 1]];
        int[] end = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = from[order[starts[z - 1] + i]];
            end[i] = to[order[starts[z - 1] + i]];
        }
        return Patch.ofRuns(grid, first, end);
    }

    /** First cell of a zone in row-major order. */
    public int firstCell(int z) {
        return from[order[starts[z - 1]]];
    }

    /** The outline of a zone, as {@link Patch#polygon} says. */
    public Geometry polygon(int z) {
        return patch(z).polygon();
    }
}
