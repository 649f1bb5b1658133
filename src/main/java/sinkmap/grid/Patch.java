package sinkmap.grid;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Geometry;

/**
 * Some cells of a grid, kept as runs: pieces of rows, each as long as it can be, in row-major order. Memory grows with
 * the runs, not with the cells, so a patch may be part of a grid of any size.
 */
public final class Patch {

    private final Grid grid;
    /** First cell and cell after the last of each run. */
    private final int[] from;

    private final int[] to;
    private final int size;

    private Patch(Grid grid, int[] from, int[] to) {
        this.grid = grid;
        this.from = from;
        this.to = to;
        int cells = 0;
        for (int run = 0; run < from.length; run++) {
            cells += to[run] - from[run];
        }
        this.size = cells;
    }

    /**
     * A patch of runs in row-major order that do not overlap; runs that touch within a row become one.
     *
     * @param from first cells
     * @param to cells after the last, in the same row as the first
     */
    public static Patch ofRuns(Grid grid, int[] from, int[] to) {
        int[] first = new int[from.length];
        int[] end = new int[from.length];
        int n = 0;
        for (int run = 0; run < from.length; run++) {
            int row = from[run] / grid.columns();
            if (from[run] >= to[run] || (to[run] - 1) / grid.columns() != row || n > 0 && from[run] < end[n - 1]) {
                throw new IllegalArgumentException("run " + run + " is empty, leaves its row or is out of order");
            }
            if (n > 0 && from[run] == end[n - 1] && first[n - 1] / grid.columns() == row) {
                end[n - 1] = to[run];
            } else {
                first[n] = from[run];
                end[n++] = to[run];
            }
        }
        return new Patch(grid, Arrays.copyOf(first, n), Arrays.copyOf(end, n));
    }

    /** The cells of a mask. */
    public static Patch of(Mask mask) {
        Runs runs = new Runs(mask.grid());
        runs.add(mask, 0);
        return new Patch(mask.grid(), runs.from(), runs.to());
    }

    /** Gathers runs one after another into a patch. */
    public static final class Builder {

        private final Grid grid;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private int count;

        public Builder(Grid grid) {
            this.grid = grid;
        }

        /** Adds a run, as {@link #ofRuns} says; an empty one adds nothing. */
        public Builder add(int first, int end) {
            if (first < end) {
                if (count == from.length) {
                    from = Arrays.copyOf(from, 2 * count);
                    to = Arrays.copyOf(to, 2 * count);
                }
                from[count] = first;
                to[count++] = end;
            }
            return this;
        }

        public Patch build() {
            return ofRuns(grid, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
        }
    }

    public Grid grid() {
        return grid;
    }

    /** Number of cells. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Area of the cells, in hectares. */
    public double area_ha() {
        return size * grid.cellArea_ha();
    }

    /** Number of runs. */
    public int runs() {
        return from.length;
    }

    /** First cell of a run. */
    public int from(int run) {
        return from[run];
    }

    /** Cell after the last one of a run. */
    public int to(int run) {
        return to[run];
    }

    /** First cell in row-major order; the patch must hold one. */
    public int firstCell() {
        return from[0];
    }

    /** Northernmost row; the patch must hold a cell. */
    public int firstRow() {
        return from[0] / grid.columns();
    }

    /** Southernmost row; the patch must hold a cell. */
    public int lastRow() {
        return from[from.length - 1] / grid.columns();
    }

    /** Whether a cell belongs to the patch. */
    public boolean contains(int cell) {
        int run = Arrays.binarySearch(from, cell);
        int nearest = run >= 0 ? run : -run - 2;
        return nearest >= 0 && cell < to[nearest];
    }

    /** Sees the runs of a patch. */
    @FunctionalInterface
    public interface RunVisitor {

        /** A run from a cell (inclusive) to another (exclusive) of the same row. */
        void visit(int from, int to);
    }

    /** Visits the runs in row-major order. */
    public void forEachRun(RunVisitor visitor) {
        for (int run = 0; run < from.length; run++) {
            visitor.visit(from[run], to[run]);
        }
    }

    /** Visits the cells in row-major order. */
    public void forEach(IntConsumer visitor) {
        for (int run = 0; run < from.length; run++) {
            for (int cell = from[run]; cell < to[run]; cell++) {
                visitor.accept(cell);
            }
        }
    }

    /** The cells in the rows {@code fromRow} (inclusive) to {@code toRow} (exclusive); the grid stays the same. */
    public Patch rows(int fromRow, int toRow) {
        int first = firstRunFrom((long) fromRow * grid.columns());
        int end = firstRunFrom((long) toRow * grid.columns());
        return new Patch(grid, Arrays.copyOfRange(from, first, end), Arrays.copyOfRange(to, first, end));
    }

    private int firstRunFrom(long cell) {
        if (cell >= grid.size()) {
            return from.length;
        }
        int run = Arrays.binarySearch(from, (int) cell);
        return run >= 0 ? run : -run - 1;
    }

    /** The cells that a mask of the same grid holds too. */
    public Patch in(Mask mask) {
        Builder common = new Builder(grid);
        for (int run = 0; run < from.length; run++) {
            int end = to[run];
            for (int cell = mask.next(from[run], end); cell >= 0; ) {
                int gap = Math.min(end, mask.nextGap(cell));
                common.add(cell, gap);
                cell = mask.next(gap, end);
            }
        }
        return common.build();
    }

    /** The cells that have one of their four neighbours outside the patch, or lie at the edge of the grid. */
    public Patch rim() {
        Builder rim = new Builder(grid);
        long columns = grid.columns();
        int above = 0;
        int below = 0;
        for (int run = 0; run < from.length; run++) {
            int done = from[run];
            long at = from[run] + 1L;
            long end = to[run] - 1L;
            while (at < end) {
                above = firstEndingAfter(at - columns, above);
                below = firstEndingAfter(at + columns, below);
                long inner = Math.max(at, Math.max(from(above, columns), from(below, -columns)));
                if (inner > at) {
                    at = inner;
                    continue;
                }
                rim.add(done, (int) at);
                at = Math.min(end, Math.min(to[above] + columns, to[below] - columns));
                done = (int) at;
            }
            rim.add(done, to[run]);
        }
        return rim.build();
    }

    /** The first run at or after one that ends after a cell. */
    private int firstEndingAfter(long cell, int run) {
        int found = run;
        while (found < to.length && to[found] <= cell) {
            found++;
        }
        return found;
    }

    /** First cell of a run, moved; far off when there is no such run. */
    private long from(int run, long shift) {
        return run < from.length ? from[run] + shift : Long.MAX_VALUE;
    }

    /** Number of cells that a mask of the same grid holds too. */
    public int countIn(Mask mask) {
        int count = 0;
        for (int run = 0; run < from.length; run++) {
            count += mask.count(from[run], to[run]);
        }
        return count;
    }

    /**
     * The outline along the edges of the cells, in the CRS of the grid: a valid Polygon, or a valid MultiPolygon where parts
     * hang together by a corner only or not at all. Its area is the area of the cells.
     */
    public Geometry polygon() {
        return Outline.of(this, null);
    }

    /**
     * The outlines of patches that have no cell in common. Where two of them share an edge, both outlines have the same
     * vertices on it, so that they are a coverage in the sense of {@link org.locationtech.jts.coverage}.
     */
    public static List<Geometry> outlines(List<Patch> patches) {
        if (patches.size() == 1) {
            return List.of(patches.get(0).polygon());
        }
        long[] corners = patches.stream()
                .map(Outline::corners)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        return patches.stream()
                .map(patch -> Outline.of(patch, corner -> Arrays.binarySearch(corners, corner) >= 0))
                .toList();
    }

    /** The smallest window that holds the patch, as a mask of its own. */
    Mask window() {
        int left = firstColumn();
        int top = firstRow();
        Mask window = new Mask(grid.window(top, left, lastRow() - top + 1, lastColumn() - left + 1));
        for (int run = 0; run < from.length; run++) {
            int row = from[run] / grid.columns();
            int shift = (row - top) * window.grid().columns() - left - row * grid.columns();
            window.setRange(from[run] + shift, to[run] + shift);
        }
        return window;
    }

    /** Westernmost column; the patch must hold a cell. */
    public int firstColumn() {
        return Arrays.stream(from).map(cell -> cell % grid.columns()).min().orElseThrow();
    }

    /** Easternmost column; the patch must hold a cell. */
    public int lastColumn() {
        return Arrays.stream(to).map(cell -> (cell - 1) % grid.columns()).max().orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch patch
                && grid.equals(patch.grid)
                && Arrays.equals(from, patch.from)
                && Arrays.equals(to, patch.to);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(from) * 31 + Arrays.hashCode(to);
    }

    @Override
    public String toString() {
        return size + " cells in " + from.length + " runs";
    }
}
