package sinkmap.grid;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How many rows away the nearest source in each cell's own column is: the first pass of a distance transform.
 *
 * <p>Rows are taken in blocks that stay in the processor's cache. A block needs of the others only, per column, how far
 * the nearest source above and below it is, so blocks are worked on in any order and nothing is kept for all cells.
 */
final class ColumnGaps {

    /** Rows of a block; a multiple of 64, so that no two blocks share a word of a mask. */
    static final int BLOCK = 64;

    /** No source in the column; the number of rows of any grid can be added to it. */
    static final int NONE = 1 << 30;

    private final Mask sources;
    private final int rows;
    private final int columns;
    /** Per block and column, rows from the first row of the block to the nearest source above the block. */
    private final int[][] above;
    /** Per block and column, rows from the last row of the block to the nearest source below the block. */
    private final int[][] below;

    /**
     * Takes source cells with what lies outside their grid.
     *
     * @param above per column, rows from the first row to the nearest source north of the grid; {@link #NONE} or more
     *     without
     * @param below per column, rows from the last row to the nearest source south of the grid
     */
    ColumnGaps(Mask sources, int[] above, int[] below) {
        this.sources = sources;
        this.rows = sources.grid().rows();
        this.columns = sources.grid().columns();
        int blocks = (rows + BLOCK - 1) / BLOCK;
        this.above = new int[blocks][];
        this.below = new int[blocks][];
        int[][] down = new int[blocks][];
        int[][] up = new int[blocks][];
        inBlocks(rows, from -> {
            down[from / BLOCK] = lastAbove(sources, from, end(from));
            up[from / BLOCK] = firstBelow(sources, from, end(from));
        });
        this.above[0] = above;
        for (int b = 1; b < blocks; b++) {
            this.above[b] = nearer(down[b - 1], this.above[b - 1], BLOCK);
        }
        this.below[blocks - 1] = below;
        for (int b = blocks - 2; b >= 0; b--) {
            this.below[b] = nearer(up[b + 1], this.below[b + 1], end((b + 1) * BLOCK) - (b + 1) * BLOCK);
        }
    }

    /** Takes source cells with nothing outside their grid. */
    ColumnGaps(Mask sources) {
        this(sources, none(sources.grid().columns()), none(sources.grid().columns()));
    }

    /** No source in any column. */
    static int[] none(int columns) {
        int[] none = new int[columns];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Calls a block of work for each {@link #BLOCK} rows, given the first, in parallel. */
    static void inBlocks(int rows, IntConsumer block) {
        IntStream blocks = IntStream.range(0, (rows + BLOCK - 1) / BLOCK);
        (rows > BLOCK ? blocks.parallel() : blocks).forEach(b -> block.accept(b * BLOCK));
    }

    private int end(int fromRow) {
        return Math.min(fromRow + BLOCK, rows);
    }

    int columns() {
        return columns;
    }

    /** Whether there is no source at all, neither in the grid nor outside. */
    boolean isEmpty() {
        return sources.isEmpty() && isNone(above[0]) && isNone(below[below.length - 1]);
    }

    private static boolean isNone(int[] gaps) {
        for (int gap : gaps) {
            if (gap < NONE) {
                return false;
            }
        }
        return true;
    }

    /** Of two lists of gaps the nearer ones, where the second is {@code rows} further away. */
    static int[] nearer(int[] gaps, int[] further, int rows) {
        int[] nearer = new int[gaps.length];
        for (int c = 0; c < nearer.length; c++) {
            nearer[c] = Math.min(gaps[c], Math.min(NONE, further[c] + rows));
        }
        return nearer;
    }

    /** Per column, rows from {@code toRow} up to the last source of the rows {@code fromRow..toRow - 1}. */
    static int[] lastAbove(Mask sources, int fromRow, int toRow) {
        int[] gaps = none(sources.grid().columns());
        long[] open = new long[(gaps.length + 63) / 64];
        Arrays.fill(open, -1L);
        for (int row = toRow - 1; row >= fromRow; row--) {
            meet(sources, row, open, gaps, toRow - row);
        }
        return gaps;
    }

    /** Per column, rows from the one before {@code fromRow} down to the first source of {@code fromRow..toRow - 1}. */
    static int[] firstBelow(Mask sources, int fromRow, int toRow) {
        int[] gaps = none(sources.grid().columns());
        long[] open = new long[(gaps.length + 63) / 64];
        Arrays.fill(open, -1L);
        for (int row = fromRow; row < toRow; row++) {
            meet(sources, row, open, gaps, row - fromRow + 1);
        }
        return gaps;
    }

    /** Gives the columns that are still open and have a source in a row their gap. */
    private static void meet(Mask sources, int row, long[] open, int[] gaps, int gap) {
        int columns = gaps.length;
        for (int c = 0, w = 0; c < columns; c += 64, w++) {
            long met = sources.bits(row * columns + c) & Mask.firstBits(columns - c) & open[w];
            open[w] ^= met;
            for (; met != 0; met &= met - 1) {
                gaps[c + Long.numberOfTrailingZeros(met)] = gap;
            }
        }
    }

    /** The gaps of a block of rows. Serves one thread, block after block. */
    final class Block {

        private final int[][] gaps = new int[Math.min(BLOCK, rows)][columns];
        private final int[][] least = new int[gaps.length][(columns + 63) / 64];

        /** The gaps of each column in a row of the block. */
        int[] gaps(int row) {
            return gaps[row];
        }

        /** The least gap of each 64 columns in a row of the block; holds where it is at most the limit. */
        int[] least(int row) {
            return least[row];
        }

        /** Finds the gaps of the block that starts at a row. */
        void find(int fromRow) {
            find(fromRow, 0, columns);
        }

        /** Finds those gaps of the block that starts at a row that are at most {@code limit}; the others are undefined. */
        void find(int fromRow, int limit) {
            int last = end(fromRow) - fromRow - 1;
            findLeast(fromRow, last);
            for (int w = 0; w < least[0].length; ) {
                int from = w;
                while (w < least[0].length && anyWithin(limit, w, last)) {
                    w++;
                }
                if (from < w) {
                    find(fromRow, from * 64, Math.min(columns, w * 64));
                } else {
                    w++;
                }
            }
        }

        private boolean anyWithin(int limit, int w, int last) {
            for (int r = 0; r <= last; r++) {
                if (least[r][w] <= limit) {
                    return true;
                }
            }
            return false;
        }

        /** The least of 64 gaps is the gap of a column that has the sources of all 64. */
        private void findLeast(int fromRow, int last) {
            int b = fromRow / BLOCK;
            for (int w = 0; w < least[0].length; w++) {
                int c = w * 64;
                int to = Math.min(columns, c + 64);
                int gap = leastOf(above[b], c, to) - 1;
                for (int r = 0; r <= last; r++) {
                    long bits = sources.bits((fromRow + r) * columns + c) & Mask.firstBits(to - c);
                    gap = bits != 0 ? 0 : gap + 1;
                    least[r][w] = gap;
                }
                gap = leastOf(below[b], c, to);
                for (int r = last; r >= 0; r--) {
                    gap = Math.min(gap, least[r][w]);
                    least[r][w] = gap++;
                }
            }
        }

        private void find(int fromRow, int from, int to) {
            int last = end(fromRow) - fromRow - 1;
            int b = fromRow / BLOCK;
            System.arraycopy(above[b], from, gaps[0], from, to - from);
            sources(fromRow, gaps[0], from, to);
            for (int r = 1; r <= last; r++) {
                further(gaps[r - 1], gaps[r], from, to);
                sources(fromRow + r, gaps[r], from, to);
            }
            nearer(gaps[last], below[b], from, to);
            for (int r = last - 1; r >= 0; r--) {
                nearerByOne(gaps[r], gaps[r + 1], from, to);
            }
        }
    }

    private static int leastOf(int[] gaps, int from, int to) {
        int least = NONE;
        for (int c = from; c < to; c++) {
            least = Math.min(least, gaps[c]);
        }
        return least;
    }

    // plain loops over equal indices of separate arrays: the compiler turns them into vector instructions

    private static void further(int[] above, int[] gaps, int from, int to) {
        for (int c = from; c < to; c++) {
            gaps[c] = above[c] + 1;
        }
    }

    private static void nearer(int[] gaps, int[] others, int from, int to) {
        for (int c = from; c < to; c++) {
            gaps[c] = Math.min(gaps[c], others[c]);
        }
    }

    private static void nearerByOne(int[] gaps, int[] below, int from, int to) {
        for (int c = from; c < to; c++) {
            gaps[c] = Math.min(gaps[c], below[c] + 1);
        }
    }

    /** Writes gaps of 0 where the sources of a row are. */
    private void sources(int row, int[] gaps, int from, int to) {
        int start = row * columns;
        int end = start + to;
        for (int cell = sources.next(start + from, end); cell >= 0; ) {
            int gap = Math.min(sources.nextGap(cell), end);
            Arrays.fill(gaps, cell - start, gap - start, 0);
            cell = sources.next(gap, end);
        }
    }
}
