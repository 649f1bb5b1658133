package sinkmap.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The Pareto set of alternatives by one quantity that should be large and one that should be small: those for which no
 * other one is at least as good in both and better in one. Alternatives that are alike in both are in it together.
 */
public final class ParetoSet {

    private ParetoSet() {}

    /**
     * Which alternatives are in the set.
     *
     * @param gains what should be large
     * @param losses what should be small; an alternative with NaN in either is neither in the set nor beats another
     */
    public static boolean[] of(double[] gains, double[] losses) {
        Integer[] order = IntStream.range(0, gains.length)
                .filter(i -> !Double.isNaN(gains[i]) && !Double.isNaN(losses[i]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -gains[i]).thenComparingDouble(i -> losses[i]))
                .toArray(Integer[]::new);
        boolean[] in = new boolean[gains.length];
        double least = Double.POSITIVE_INFINITY;
        int last = -1;
        for (int i : order) {
            boolean alike = last >= 0 && gains[i] == gains[last] && losses[i] == losses[last];
            if (losses[i] < least || alike) {
                in[i] = true;
                least = losses[i];
                last = i;
            }
        }
        return in;
    }

    /**
     * Classes of a third of the alternatives each, from 1 for the least to 3; equal values share a class, the lowest that
     * one of them would have. 0 for NaN.
     */
    public static int[] terciles(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int[] classes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                classes[i] = 1 + 3 * below(sorted, values[i]) / sorted.length;
            }
        }
        return classes;
    }

    /** How many of the sorted values are less. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
