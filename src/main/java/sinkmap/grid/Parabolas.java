package sinkmap.grid;

/**
 * The second pass of a distance transform along one row: each column raises a parabola over the row, and the lower
 * envelope of them all is the squared distance. Holds working memory, so it serves one thread.
 */
final class Parabolas {

    private final int length;
    /** {@code 1 / (2 k)}; a product instead of a quotient moves a border by less than two parabolas can differ there. */
    private final double[] halves;

    private final int[] feet;
    private final double[] heights;
    private final double[] starts;

    Parabolas(int length) {
        this.length = length;
        this.halves = new double[length];
        for (int k = 1; k < length; k++) {
            halves[k] = 0.5 / k;
        }
        this.feet = new int[length + 1];
        this.heights = new double[length + 1];
        this.starts = new double[length + 1];
    }

    /**
     * Turns gaps in columns into distances.
     *
     * @param gaps rows to the nearest source in each column
     * @param first the first column wanted
     * @param distances receives the distances in metres from {@code offset} on
     * @param count number of columns wanted
     */
    void transform(int[] gaps, int first, float[] distances, int offset, int count, double cellSize) {
        int top = raise(gaps);
        starts[top + 1] = Double.POSITIVE_INFINITY;
        int x = first;
        int end = first + count;
        int shift = offset - first;
        for (int i = 0; x < end; i++) {
            int to = (int) Math.min(end, Math.ceil(starts[i + 1]));
            int foot = feet[i];
            double rise = heights[i] - (double) foot * foot;
            for (; x < to; x++) {
                double dx = x - foot;
                distances[x + shift] = (float) (Math.sqrt(dx * dx + rise) * cellSize);
            }
        }
    }

    /** Leaves the parabolas of the lower envelope, from left to right, and returns the index of the last. */
    private int raise(int[] gaps) {
        int top = -1;
        for (int x = 0; x < length; x++) {
            int gap = gaps[x];
            if (gap >= ColumnGaps.NONE) {
                continue;
            }
            double height = (double) gap * gap + (double) x * x;
            double start = Double.NEGATIVE_INFINITY;
            while (top >= 0) {
                start = (height - heights[top]) * halves[x - feet[top]];
                if (start > starts[top]) {
                    break;
                }
                top--;
                start = Double.NEGATIVE_INFINITY;
            }
            top++;
            feet[top] = x;
            heights[top] = height;
            starts[top] = start;
        }
        return top;
    }
}
