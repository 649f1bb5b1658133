package sinkmap.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Patch;

/**
 * The cells at the edge of a site, from which everything outside is nearest, in blocks of 64 by 64 and within them of 8 by 8
 * cells. A block is looked into only where it can hold a nearer cell than the best so far (branch and bound).
 */
final class RimCells {

    /** Bits of a cell within a block of 64 by 64. */
    private static final int TOP = 12;

    private static final int BITS = 6;
    private static final long EDGE = 7;
    /** What rounding of bounds may amount to, as a share and in metres. */
    private static final double ROUNDING = 1e-9;

    private final Grid grid;
    private final int blocksAcross;
    /** Block, block within the block, and cell within that, from the highest bits down; sorted. */
    private final long[] keys;

    /**
     * The rim of a site.
     *
     * @param cells cells of the site
     * @param rim the edge of what it was cut out of
     */
    RimCells(Patch cells, Mask rim) {
        this.grid = rim.grid();
        this.blocksAcross = (grid.columns() >> BITS) + 1;
        LongStream.Builder found = LongStream.builder();
        cells.forEachRun((from, to) -> {
            for (int cell = rim.next(from, to); cell >= 0; cell = rim.next(cell + 1, to)) {
                found.add(key(cell / grid.columns(), cell % grid.columns()));
            }
        });
        this.keys = found.build().sorted().toArray();
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
     * Least distance of a cell's centre to the features, metres; infinite when there are none.
     *
     * @param outside whether no centre lies inside of a feature, which spares the search to find that out
     */
    double distance(Nearest features, boolean outside) {
        Search search = new Search(features);
        search.look(0, keys.length, TOP, outside);
        return search.least_m;
    }

    private final class Search {

        private final Nearest features;
        private double least_m = Double.POSITIVE_INFINITY;
        /** The least distance is not more than this. */
        private double bound_m = Double.POSITIVE_INFINITY;

        Search(Nearest features) {
            this.features = features;
        }

        /**
         * Looks at keys that share all but their lowest bits, block by block of {@code shift} bits, nearest first.
         *
         * @param outside whether all of them are known to lie outside of all polygons
         */
        void look(int from, int to, int shift, boolean outside) {
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
            double half_m = ((1 << shift / 2) - 1) * grid.cellSize() * Math.sqrt(0.5);
            for (int i = 0; i < starts.length && least_m > 0; i++) {
                ends[i] = i + 1 < starts.length ? starts[i + 1] : to;
                middles_m[i] = middle(keys[starts[i]] >>> shift << shift, shift, half_m, outside);
            }
            IntStream.range(0, starts.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> middles_m[i]))
                    .filter(i -> least_m > 0 && middles_m[i] - half_m <= slack(bound_m))
                    .forEachOrdered(
                            i -> look(starts[i], ends[i], shift - BITS, outside || middles_m[i] > slack(half_m)));
        }

        /**
         * Distance of the middle of a block from the nearest edge, as far as it matters. Where it is more than half the block,
         * no edge goes through the block, and all of it lies inside of a polygon or all of it outside.
         */
        private double middle(long key, int shift, double half_m, boolean outside) {
            double half = ((1 << shift / 2) - 1) / 2.0;
            double x = grid.x(column(key)) + half * grid.cellSize();
            double y = grid.y(row(key)) - half * grid.cellSize();
            double distance_m = features.toEdge(x, y, slack(bound_m + half_m));
            if (!outside && distance_m > slack(half_m) && features.inside(x, y)) {
                least_m = 0;
                bound_m = 0;
                return 0;
            }
            bound_m = Math.min(bound_m, distance_m + half_m);
            return distance_m;
        }

        private void look(long key, boolean outside) {
            double limit_m = Math.min(least_m, slack(bound_m));
            double x = grid.x(column(key));
            double y = grid.y(row(key));
            double distance_m = outside ? features.toEdge(x, y, limit_m) : features.distance(x, y, limit_m);
            if (distance_m < limit_m) {
                least_m = distance_m;
                bound_m = Math.min(bound_m, distance_m);
            }
        }

        private double slack(double distance_m) {
            return distance_m * (1 + ROUNDING) + ROUNDING;
        }
    }
}
