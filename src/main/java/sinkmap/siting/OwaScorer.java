package sinkmap.siting;

import java.util.ArrayList;
import java.util.List;

/**
 * Ordered weighted averaging. The sum over the ranks is rearranged to sum over k of Q(u_1 + ... + u_k) (z_k - z_(k+1)), so
 * that ties may come in any order; the quantifier is looked up for the set of the k best criteria.
 */
final class OwaScorer implements Scorer {

    /** Up to so many criteria the quantifier of each set of them is kept. */
    private static final int MOST_TABLED = 16;

    private static final int INDEX_bits = 8;

    private final double[] weights;
    private final double alpha;
    private volatile double[] quantifiers;

    OwaScorer(double[] weights, double alpha) {
        this.weights = weights.clone();
        this.alpha = alpha;
    }

    @Override
    public double score(double[] memberships) {
        int n = weights.length;
        int[] order = order(memberships);
        double score = memberships[order[n - 1]];
        double importance = 0;
        for (int k = 0; k < n - 1; k++) {
            importance += weights[order[k]];
            double drop = memberships[order[k]] - memberships[order[k + 1]];
            score += drop == 0 ? 0 : quantifier(importance) * drop;
        }
        return Math.min(1, score);
    }

    /** Criteria by descending membership, NaN last. */
    private static int[] order(double[] memberships) {
        int[] order = new int[memberships.length];
        for (int i = 0; i < order.length; i++) {
            int at = i;
            while (at > 0 && !(memberships[order[at - 1]] >= memberships[i]) && !Double.isNaN(memberships[i])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    /** The weight of a criterion is in the importance of every set that holds it; dQ/dp = alpha Q(p) / p. */
    @Override
    public void gradient(double[] memberships, double[] gradient) {
        int n = weights.length;
        int[] order = order(memberships);
        double[] table = n <= MOST_TABLED ? table() : null;
        double[] slope = new double[n];
        double importance = 0;
        int set = 0;
        for (int k = 0; k < n - 1; k++) {
            importance += weights[order[k]];
            set |= 1 << order[k];
            double drop = memberships[order[k]] - memberships[order[k + 1]];
            if (importance > 0 && drop > 0) {
                slope[k] = alpha * (table == null ? quantifier(importance) : table[set]) / importance * drop;
            }
        }
        double sum = 0;
        for (int k = n - 1; k >= 0; k--) {
            sum += slope[k];
            gradient[order[k]] = sum;
        }
    }

    private double quantifier(double importance) {
        return StrictMath.pow(Math.min(1, importance), alpha);
    }

    @Override
    public void score(float[][] memberships, int cells, float[] scores) {
        if (weights.length > MOST_TABLED) {
            scoreOneByOne(memberships, cells, scores);
            return;
        }
        double[] table = table();
        int n = weights.length;
        int[] network = network(n);
        long[] sorted = new long[n];
        for (int c = 0; c < cells; c++) {
            for (int j = 0; j < n; j++) {
                // the bits of floats from 0 on are in the order of the numbers; NaN comes above them all
                sorted[j] = ((long) Float.floatToIntBits(memberships[j][c] + 0f) << INDEX_bits) | j;
            }
            for (int i = 0; i < network.length; i += 2) {
                long a = sorted[network[i]];
                long b = sorted[network[i + 1]];
                sorted[network[i]] = Math.max(a, b);
                sorted[network[i + 1]] = Math.min(a, b);
            }
            scores[c] = (float) sum(sorted, table);
        }
    }

    private static double sum(long[] sorted, double[] table) {
        int last = sorted.length - 1;
        double score = membership(sorted[last]);
        double upper = membership(sorted[0]);
        int set = 0;
        for (int k = 0; k < last; k++) {
            set |= 1 << (int) (sorted[k] & 0xFF);
            double lower = membership(sorted[k + 1]);
            score += table[set] * (upper - lower);
            upper = lower;
        }
        return Math.min(1, score);
    }

    private static float membership(long key) {
        return Float.intBitsToFloat((int) (key >> INDEX_bits));
    }

    private void scoreOneByOne(float[][] memberships, int cells, float[] scores) {
        double[] one = new double[weights.length];
        for (int c = 0; c < cells; c++) {
            for (int j = 0; j < one.length; j++) {
                one[j] = memberships[j][c];
            }
            scores[c] = (float) score(one);
        }
    }

    /** The quantifier for each set of criteria, the bits of the index. Threads that come together make the same table. */
    private double[] table() {
        double[] table = quantifiers;
        if (table == null) {
            table = new double[1 << weights.length];
            for (int set = 1; set < table.length; set++) {
                double importance = 0;
                for (int j = 0; j < weights.length; j++) {
                    importance += (set >> j & 1) * weights[j];
                }
                table[set] = quantifier(importance);
            }
            quantifiers = table;
        }
        return table;
    }

    /**
     * Pairs of places to compare and exchange, larger first: K. E. Batcher's odd-even merge exchange (D. E. Knuth, The Art of
     * Computer Programming 3, algorithm 5.2.2M), which sorts without a branch.
     */
    static int[] network(int n) {
        List<Integer> pairs = new ArrayList<>();
        int top = Integer.highestOneBit(Math.max(1, 2 * n - 1)) / 2;
        for (int p = top; p > 0; p /= 2) {
            int q = top;
            int r = 0;
            int d = p;
            while (true) {
                for (int i = 0; i < n - d; i++) {
                    if ((i & p) == r) {
                        pairs.add(i);
                        pairs.add(i + d);
                    }
                }
                if (q == p) {
                    break;
                }
                d = q - p;
                q /= 2;
                r = p;
            }
        }
        return pairs.stream().mapToInt(Integer::intValue).toArray();
    }
}
