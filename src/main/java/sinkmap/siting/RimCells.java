package sinkmap.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Nearest;
import sinkmap.grid.Patch;

/**
 * The cells at the edge of an area, from which everything outside of it is nearest, in blocks of 64 by 64 and within them of 8
 * by 8 cells. A block is looked into only where it can hold a nearer cell than the best so far (branch and bound).
 */
final class RimCells {

    /** Bits of a cell within a block of 64 by 64. */
    private static final int TOP = 12;

    private static final int BITS = 6;
    private static final int BLOCK_cells = 1 << BITS;
    private static final long EDGE = 7;
    /** What rounding of bounds may amount to, as a share and in metres. */
    private static final double ROUNDING = 1e-9;

    private final Grid grid;
    private final Patch cells;
    private final int blocksAcross;
    /** Block, block within the block, and cell within that, from the highest bits down; sorted. */
    private final long[] rim;

    /**
     * A cell and the distance of its centre.
     *
     * @param cell the cell, {@link NearestCells#NONE} for none
     * @param distance_m metres, infinite for no cell
     */
    record Closest(int cell, double distance_m) {

        static final Closest NONE = new Closest(NearestCells.NONE, Double.POSITIVE_INFINITY);

        Closest or(Closest other) {
            return other.distance_m < distance_m ? other : this;
        }
    }

    /** How far features may reach into an area: not at all, past the edges of cells, or over their centres. */
    enum Reach {
        NOT,
        BETWEEN_CENTRES,
        OVER_CENTRES
    }

    /**
     * Some cells of an area.
     *
     * @param cells the cells
     * @param rim those of them that are at the edge of the area
     */
    RimCells(Patch cells, Patch rim) {
        this.grid = cells.grid();
        this.cells = cells;
        this.blocksAcross = (grid.columns() >> BITS) + 1;
        this.rim = keys(rim, 0, grid.columns());
    }

    /** Keys of the cells of a patch from a column on, before another. */
    private long[] keys(Patch patch, int fromColumn, int toColumn) {
        LongStream.Builder found = LongStream.builder();
        patch.forEachRun((from, to) -> {
            int row = from / grid.columns();
            int end = Math.min(to - row * grid.columns(), toColumn);
            for (int column = Math.max(from - row * grid.columns(), fromColumn); column < end; column++) {
                found.add(key(row, column));
            }
        });
        return found.build().sorted().toArray();
    }

    private long key(long row, long column) {
        return (((row >> BITS) * blocksAcross + (column >> BITS)) << TOP)
                | (row >> 3 & EDGE) << 9
                | (column >> 3 & EDGE) << 6
                | (row & EDGE) << 3
                | column & EDGE;
    }

    private int row(long key) {
        return (int) (((key >>> TOP) / blocksAcross << BITS) | (key >>> 9 & EDGE) << 3 | key >>> 3 & EDGE);
    }

    private int column(long key) {
        return (int) (((key >>> TOP) % blocksAcross << BITS) | (key >>> 6 & EDGE) << 3 | key & EDGE);
    }

    /**
     * The cell whose centre is nearest to features; none when there are no features.
     *
     * @param reach how far features may reach into the area
     * @param known what is nearest among other cells; it stays where no cell is nearer
     */
    Closest nearest(Nearest features, Reach reach, Closest known) {
        Search search = new Search(features, known);
        search.look(rim, 0, rim.length, TOP, reach != Reach.OVER_CENTRES);
        if (reach != Reach.NOT) {
            for (int row = 0; row < grid.rows(); row += BLOCK_cells) {
                lookInside(cells.rows(row, row + BLOCK_cells), row, 0, TOP, reach == Reach.BETWEEN_CENTRES, search);
            }
        }
        return search.best;
    }

    /**
     * Looks at all cells of some rows, block by block and within these likewise; only those near a feature that reaches into
     * the area can be nearer than the rim.
     *
     * @param shift bits of a cell within a block that fills the rows
     */
    private void lookInside(Patch rows, int row, int column, int shift, boolean outside, Search search) {
        int side = 1 << shift / 2;
        boolean[] used = new boolean[shift == TOP ? blocksAcross : BLOCK_cells / side];
        rows.forEachRun((from, to) -> {
            int first = Math.max(0, Math.floorDiv(from % grid.columns() - column, side));
            int end = Math.min(used.length, Math.floorDiv((to - 1) % grid.columns() - column, side) + 1);
            if (first < end) {
                Arrays.fill(used, first, end, true);
            }
        });
        for (int i = 0; i < used.length; i++) {
            int start = column + i * side;
            if (!used[i] || !search.mayHold(key(row, start), shift, outside)) {
                continue;
            }
            if (shift == BITS) {
                long[] keys = keys(rows, start, start + side);
                search.look(keys, 0, keys.length, BITS, outside);
                continue;
            }
            for (int below = row; below < Math.min(row + side, grid.rows()); below += side >> BITS / 2) {
                lookInside(rows.rows(below, below + (side >> BITS / 2)), below, start, shift - BITS, outside, search);
            }
        }
    }

    private final class Search {

        private final Nearest features;
        private Closest best;
        /** The least distance is not more than this. */
        private double bound_m;

        Search(Nearest features, Closest known) {
            this.features = features;
            this.best = known;
            this.bound_m = known.distance_m;
        }

        /** Whether a block may hold a nearer cell than the best so far. */
        boolean mayHold(long cell, int shift, boolean outside) {
            double limit_m = slack(bound_m + half_m(shift));
            double x = middleX(cell, shift);
            double y = middleY(cell, shift);
            return bound_m > 0 && (features.toEdge(x, y, limit_m) < limit_m || !outside && features.inside(x, y));
        }

        /**
         * Looks at keys that share all but their lowest bits, block by block of {@code shift} bits, nearest first.
         *
         * @param outside whether all of them are known to lie outside of all polygons
         */
        void look(long[] keys, int from, int to, int shift, boolean outside) {
            if (shift == 0) {
                for (int i = from; i < to; i++) {
                    look(keys[i], outside);
                }
                return;
            }
            int[] starts = IntStream.range(from, to)
                    .filter(i -> i == from || keys[i] >>> shift != keys[i - 1] >>> shift)
                    .toArray();
            int[] ends = Arrays.copyOf(starts, starts.length);
            double[] middles_m = new double[starts.length];
            double half_m = half_m(shift);
            for (int i = 0; i < starts.length && best.distance_m > 0; i++) {
                ends[i] = i + 1 < starts.length ? starts[i + 1] : to;
                middles_m[i] = middle(keys[starts[i]], shift, half_m, outside);
            }
            IntStream.range(0, starts.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> middles_m[i]))
                    .filter(i -> best.distance_m > 0 && middles_m[i] - half_m <= slack(bound_m))
                    .forEachOrdered(
                            i -> look(keys, starts[i], ends[i], shift - BITS, outside || middles_m[i] > slack(half_m)));
        }

        /**
         * Distance of the middle of a cell's block from the nearest edge, as far as it matters. Where it is more than half the
         * block, no edge goes through the block, and all of it lies inside of a polygon or all of it outside.
         */
        private double middle(long cell, int shift, double half_m, boolean outside) {
            double x = middleX(cell, shift);
            double y = middleY(cell, shift);
            double distance_m = features.toEdge(x, y, slack(bound_m + half_m));
            if (!outside && distance_m > slack(half_m) && features.inside(x, y)) {
                found(cell, 0);
                return 0;
            }
            bound_m = Math.min(bound_m, distance_m + half_m);
            return distance_m;
        }

        private double half_m(int shift) {
            return ((1 << shift / 2) - 1) * grid.cellSize() * Math.sqrt(0.5);
        }

        private double middleX(long cell, int shift) {
            return grid.x(column(cell >>> shift << shift)) + ((1 << shift / 2) - 1) / 2.0 * grid.cellSize();
        }

        private double middleY(long cell, int shift) {
            return grid.y(row(cell >>> shift << shift)) - ((1 << shift / 2) - 1) / 2.0 * grid.cellSize();
        }

        private void look(long key, boolean outside) {
            double limit_m = Math.min(best.distance_m, slack(bound_m));
            double x = grid.x(column(key));
            double y = grid.y(row(key));
            double distance_m = outside ? features.toEdge(x, y, limit_m) : features.distance(x, y, limit_m);
            if (distance_m < limit_m) {
                found(key, distance_m);
            }
        }

        private void found(long key, double distance_m) {
            best = new Closest(grid.index(row(key), column(key)), distance_m);
            bound_m = Math.min(bound_m, distance_m);
        }

        private double slack(double distance_m) {
            return distance_m * (1 + ROUNDING) + ROUNDING;
        }
    }
}
