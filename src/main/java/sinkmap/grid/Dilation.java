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

    /** Adds the cells of a row that are in reach to a mask, from cell {@code start} on for the columns wanted. */
    void reach(int[] gaps, int first, int count, long[] bits, Mask result, int start) {
        eastwards(gaps, first, count, bits);
        westwards(gaps, first, count, bits);
        for (int c = 0, w = 0; c < count; c += 64, w++) {
            result.orBits(start + c, bits[w]);
        }
    }

    /** Writes which of the columns wanted lie at or east of a source that reaches them. */
    private void eastwards(int[] gaps, int first, int count, long[] bits) {
        int none = widths.length - 1;
        int open = NOWHERE;
        for (int c = 0; c < first; c++) {
            open = Math.max(open, c + widths[Math.min(none, gaps[c])]);
        }
        for (int from = 0, w = 0; from < count; from += 64, w++) {
            int to = Math.min(count, from + 64);
            long reached = 0;
            for (int c = from; c < to; c++) {
                int column = first + c;
                open = Math.max(open, column + widths[Math.min(none, gaps[column])]);
                reached |= (long) (~(open - column) >>> 31) << c;
            }
            bits[w] = reached;
        }
    }

    /** Adds the columns wanted that lie west of a source that reaches them. */
    private void westwards(int[] gaps, int first, int count, long[] bits) {
        int none = widths.length - 1;
        int open = -NOWHERE;
        for (int c = gaps.length - 1; c >= first + count; c--) {
            open = Math.min(open, c - widths[Math.min(none, gaps[c])]);
        }
        for (int w = (count - 1) >> 6; w >= 0; w--) {
            long reached = 0;
            for (int c = Math.min(count, (w + 1) * 64) - 1; c >= w * 64; c--) {
                int column = first + c;
                open = Math.min(open, column - widths[Math.min(none, gaps[column])]);
                reached |= (long) (~(column - open) >>> 31) << c;
            }
            bits[w] |= reached;
        }
    }
}
