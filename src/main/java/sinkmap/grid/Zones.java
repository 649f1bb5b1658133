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
    private final int connectivity;
    private final int count;
    /** First cell, cell after the last, and zone of each run, in row-major order. */
    private final int[] from;

    private final int[] to;
    private final int[] zone;
    /** Runs of zone z are {@code order[starts[z - 1]..starts[z])}, in row-major order. */
    private final int[] starts;

    private final int[] order;

    private Zones(Runs runs, int connectivity) {
        this.grid = runs.grid;
        this.connectivity = connectivity;
        this.from = runs.from;
        this.to = runs.to;
        this.zone = runs.numbered();
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
        if (connectivity != 4 && connectivity != 8) {
            throw new SinkmapException("connectivity must be 4 or 8, not " + connectivity);
        }
        Runs runs = new Runs(mask);
        runs.unite(connectivity == 8 ? 1 : 0);
        return new Zones(runs, connectivity);
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

    /** Sum of a raster over each zone, index 0 for zone 1; cells without data do not count. */
    public double[] sums(Raster raster) {
        return totals(raster)[0];
    }

    /** Mean of a raster over the cells of each zone that hold data, index 0 for zone 1; NaN where none does. */
    public double[] means(Raster raster) {
        double[][] totals = totals(raster);
        double[] means = new double[count];
        for (int z = 0; z < count; z++) {
            means[z] = totals[0][z] / totals[1][z];
        }
        return means;
    }

    /** Sums and numbers of the cells that hold data. */
    private double[][] totals(Raster raster) {
        if (!raster.grid().equals(grid)) {
            throw new IllegalArgumentException("zones and raster are of different grids");
        }
        double[][] totals = new double[2][count];
        for (int run = 0; run < zone.length; run++) {
            for (int cell = from[run]; cell < to[run]; cell++) {
                float value = raster.values()[cell];
                if (!Float.isNaN(value)) {
                    totals[0][zone[run] - 1] += value;
                    totals[1][zone[run] - 1]++;
                }
            }
        }
        return totals;
    }

    /**
     * The outline of a zone along the edges of its cells, in the CRS of the grid: a valid Polygon, or a valid MultiPolygon
     * where parts of the zone hang together by a corner only. Its area is the area of the cells.
     */
    public Geometry polygon(int z) {
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int i = starts[z - 1]; i < starts[z]; i++) {
            int run = order[i];
            int row = from[run] / grid.columns();
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            left = Math.min(left, from[run] - row * grid.columns());
            right = Math.max(right, to[run] - 1 - row * grid.columns());
        }
        Mask part = new Mask(grid.window(top, left, bottom - top + 1, right - left + 1));
        for (int i = starts[z - 1]; i < starts[z]; i++) {
            int run = order[i];
            int row = from[run] / grid.columns();
            int shift = (row - top) * part.grid().columns() - left - row * grid.columns();
            part.setRange(from[run] + shift, to[run] + shift);
        }
        return Outline.of(part, connectivity == 4 ? null : Zones.of(part, 4));
    }

    /** The runs of a mask along rows, united by a union-find forest. */
    private static final class Runs {

        private final Grid grid;
        private int[] from = new int[64];
        private int[] to = new int[64];
        private final int[] parent;

        Runs(Mask mask) {
            this.grid = mask.grid();
            int n = 0;
            for (int cell = mask.next(0); cell >= 0; n++) {
                if (n == from.length) {
                    from = Arrays.copyOf(from, 2 * n);
                    to = Arrays.copyOf(to, 2 * n);
                }
                from[n] = cell;
                int rowEnd = (cell / grid.columns() + 1) * grid.columns();
                to[n] = Math.min(mask.nextGap(cell), rowEnd);
                cell = to[n] < grid.size() ? mask.next(to[n]) : -1;
            }
            from = Arrays.copyOf(from, n);
            to = Arrays.copyOf(to, n);
            parent = new int[n];
            Arrays.setAll(parent, i -> i);
        }

        /** Unites runs of neighbouring rows that overlap, or miss each other by at most {@code corner} cells. */
        void unite(int corner) {
            int above = 0;
            for (int run = 0; run < from.length; run++) {
                int row = from[run] / grid.columns();
                int shiftedFrom = from[run] - grid.columns();
                int shiftedTo = to[run] - grid.columns();
                while (above < run
                        && (row(above) < row - 1 || row(above) == row - 1 && to[above] + corner <= shiftedFrom)) {
                    above++;
                }
                for (int i = above; i < run && row(i) == row - 1 && from[i] < shiftedTo + corner; i++) {
                    join(i, run);
                }
            }
        }

        private int row(int run) {
            return from[run] / grid.columns();
        }

        private void join(int a, int b) {
            int rootA = root(a);
            int rootB = root(b);
            parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
        }

        private int root(int run) {
            int root = run;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        /** Zone of each run, from 1 on; a zone's root is its first run, so zones are numbered by their first cell. */
        int[] numbered() {
            int[] zones = new int[from.length];
            int zones_n = 0;
            for (int run = 0; run < zones.length; run++) {
                int root = root(run);
                zones[run] = root == run ? ++zones_n : zones[root];
            }
            return zones;
        }
    }
}
