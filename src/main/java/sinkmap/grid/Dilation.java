package sinkmap.grid;

/**
 * The second pass of a threshold on distance along one row: a source {@code n} rows away reaches {@code widths[n]} columns
 * to either side.
 */
final class Dilation {

    /** No row is wider. */
    private static final int WIDE = 1 << 29;

    /** The width of a source that reaches nothing, not even its own column. */
    private static final int NOWHERE = -(1 << 30);

    /** Columns a source reaches to either side, by how many rows it is away; {@link #NOWHERE} at the end. */
    private final int[] widths;

    private Dilation(int[] widths) {
        this.widths = widths;
    }

    /** Cells whose centres are within a distance, of sources at most {@code rows} away; none when it is negative. */
    static Dilation by(double distance_m, double cellSize, int rows) {
        double reach = Math.min(distance_m / cellSize * (1 + 1e-12), WIDE);
        int steps = reach >= 0 ? 1 + (int) Math.min(reach, rows) : 0;
        int[] widths = new int[steps + 1];
        for (int step = 0; step < steps; step++) {
            widths[step] = (int) Math.sqrt(reach * reach - (double) step * step);
        }
        widths[steps] = NOWHERE;
        return new Dilation(widths);
    }

    /** Rows that a source reaches; -1 when it does not even reach itself. */
    int rows() {
        return widths.length - 2;
    }

    /**
     * Writes which cells of a row are in reach, 64 a word.
     *
     * @param gaps rows to the nearest source in each column; read only where the next one is at most {@link #rows}
     * @param least the least gap of each 64 columns
     */
    void reach(int[] gaps, int[] least, long[] bits) {
        eastwards(gaps, least, bits);
        westwards(gaps, least, bits);
    }

    /** Writes which columns lie at or east of a source that reaches them. */
    private void eastwards(int[] gaps, int[] least, long[] bits) {
        int none = widths.length - 1;
        int open = NOWHERE;
        for (int w = 0; w < least.length; w++) {
            int from = w * 64;
            if (least[w] >= none) {
                bits[w] = open < from ? 0 : Mask.firstBits(open - from + 1);
                continue;
            }
            int to = Math.min(gaps.length, from + 64);
            long reached = 0;
            for (int c = from; c < to; c++) {
                open = Math.max(open, c + widths[Math.min(none, gaps[c])]);
                reached |= (long) (~(open - c) >>> 31) << c;
            }
            bits[w] = reached;
        }
    }

    /** Adds the columns that lie west of a source that reaches them. */
    private void westwards(int[] gaps, int[] least, long[] bits) {
        int none = widths.length - 1;
        int open = -NOWHERE;
        for (int w = least.length - 1; w >= 0; w--) {
            int from = w * 64;
            if (least[w] >= none) {
                bits[w] |= open >= from + 64 ? 0 : open <= from ? -1L : -1L << open;
                continue;
            }
            long reached = 0;
            for (int c = Math.min(gaps.length, from + 64) - 1; c >= from; c--) {
                open = Math.min(open, c - widths[Math.min(none, gaps[c])]);
                reached |= (long) (~(c - open) >>> 31) << c;
            }
            bits[w] |= reached;
        }
    }
}
