package sinkmap.grid;

import java.util.Arrays;

/** The runs of a mask along rows, gathered band by band from north to south and united by a union-find forest. */
final class Runs {

    private final Grid grid;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] parent;
    private int count;

    Runs(Grid grid) {
        this.grid = grid;
    }

    /** Adds the runs of a mask whose grid is all columns of this grid from a row on. */
    void add(Mask band, int firstRow) {
        int columns = grid.columns();
        int shift = firstRow * columns;
        for (int cell = band.next(0); cell >= 0; ) {
            if (count == from.length) {
                int larger = (int) Math.min(count + (count >> 1) + 64L, Integer.MAX_VALUE - 8);
                from = Arrays.copyOf(from, larger);
                to = Arrays.copyOf(to, larger);
            }
            int rowEnd = (cell / columns + 1) * columns;
            int end = Math.min(band.nextGap(cell), rowEnd);
            from[count] = cell + shift;
            to[count++] = end + shift;
            cell = band.next(end, band.grid().size());
        }
    }

    int[] from() {
        return Arrays.copyOf(from, count);
    }

    int[] to() {
        return Arrays.copyOf(to, count);
    }

    /**
     * The zone of each run, from 1 on, in the order of their first cells: unites runs of neighbouring rows that overlap, or
     * miss each other by at most {@code corner} cells.
     */
    int[] unite(int corner) {
        parent = new int[count];
        int above = 0;
        int row = -1;
        int rowStart = 0;
        int rowEnd = 0;
        for (int run = 0; run < count; run++) {
            parent[run] = run;
            if (from[run] >= rowEnd) {
                int newRow = from[run] / grid.columns();
                above = newRow == row + 1 ? rowStart : run;
                rowStart = run;
                row = newRow;
                rowEnd = (row + 1) * grid.columns();
            }
            int shiftedFrom = from[run] - grid.columns();
            int shiftedTo = to[run] - grid.columns();
            while (above < rowStart && to[above] + corner <= shiftedFrom) {
                above++;
            }
            for (int i = above; i < rowStart && from[i] < shiftedTo + corner; i++) {
                join(i, run);
            }
        }
        return numbered();
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

    /** A parent stands before its child, so by the time of the child it holds the number of the zone already. */
    private int[] numbered() {
        int[] zones = parent;
        parent = null;
        int zones_n = 0;
        for (int run = 0; run < count; run++) {
            zones[run] = zones[run] == run ? ++zones_n : zones[zones[run]];
        }
        return zones;
    }
}
