package sinkmap.siting;

import java.util.Arrays;

/**
 * Ordered weighted averaging. The order of the memberships decides which criteria are at least as good as criterion j; with
 * their set as the bits of a number, the quantifier of their importance is looked up instead of raised to a power, and S =
 * sum over j of (Q(set) - Q(set without j)) x_j.
 */
final class OwaScorer implements Scorer {

    /** Up to so many criteria the quantifier of each set of them is kept for scoring cells, */
    private static final int MOST_TABLED = 16;
    /** and up to so many the table pays even for few places. */
    private static final int MOST_CHEAP = 10;

    private static final int BLOCK_cells = 1024;

    private final double[] weights;
    private final double alpha;
    private volatile Table table;

    /** For each set of criteria the quantifier Q(p) = p^alpha of its importance p, and dQ/dp = alpha Q(p) / p. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Table(double[] quantifiers, double[] slopes) {}

    OwaScorer(double[] weights, double alpha) {
        this.weights = weights.clone();
        this.alpha = alpha;
    }

    @Override
    public double score(double[] memberships) {
        int n = weights.length;
        for (double membership : memberships) {
            if (Double.isNaN(membership)) {
                return Double.NaN;
            }
        }
        double[] quantifiers = n <= MOST_CHEAP ? table().quantifiers : null;
        int[] order = order(memberships);
        double score = memberships[order[n - 1]];
        double importance = 0;
        int set = 0;
        for (int k = 0; k < n - 1; k++) {
            importance += weights[order[k]];
            set |= 1 << order[k];
            double drop = memberships[order[k]] - memberships[order[k + 1]];
            score += (quantifiers == null ? quantifier(importance) : quantifiers[set]) * drop;
        }
        return Math.min(1, score);
    }

    private double quantifier(double importance) {
        return StrictMath.pow(Math.min(1, importance), alpha);
    }

    private double slope(double importance) {
        return importance > 0 ? alpha * quantifier(importance) / importance : 0;
    }

    /** Criteria by descending membership: the rank of each is the number of better ones. */
    private static int[] order(double[] memberships) {
        int n = memberships.length;
        int[] better = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                int first = memberships[i] >= memberships[j] ? 1 : 0;
                better[j] += first;
                better[i] += 1 - first;
            }
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[better[i]] = i;
        }
        return order;
    }

    /** The weight of a criterion is in the importance of every set that holds it. */
    @Override
    public void gradient(double[] memberships, double[] gradient) {
        int n = weights.length;
        double[] slopes = n <= MOST_TABLED ? table().slopes : null;
        int[] order = order(memberships);
        double importance = 0;
        int set = 0;
        for (int k = 0; k < n; k++) {
            importance += weights[order[k]];
            set |= 1 << order[k];
            // the importance of all criteria is 1 whatever the weights
            double drop = k == n - 1 ? 0 : memberships[order[k]] - memberships[order[k + 1]];
            gradient[order[k]] = (slopes == null ? slope(importance) : slopes[set]) * drop;
        }
        for (int k = n - 2; k >= 0; k--) {
            gradient[order[k]] += gradient[order[k + 1]];
        }
    }

    @Override
    public void score(float[][] memberships, int cells, float[] scores) {
        if (weights.length > MOST_TABLED) {
            scoreOneByOne(memberships, cells, scores);
            return;
        }
        double[] quantifiers = table().quantifiers;
        int n = weights.length;
        int[][] bits = new int[n][Math.min(BLOCK_cells, cells)];
        int[][] sets = new int[n][bits[0].length];
        double[] sum = new double[bits[0].length];
        for (int from = 0; from < cells; from += BLOCK_cells) {
            int length = Math.min(BLOCK_cells, cells - from);
            Arrays.fill(sum, 0);
            sets(memberships, from, length, bits, sets);
            for (int j = 0; j < n; j++) {
                addProducts(sum, quantifiers, sets[j], 1 << j, memberships[j], from, length);
            }
            for (int c = 0; c < length; c++) {
                scores[from + c] = (float) Math.min(1, sum[c]);
            }
        }
    }

    /** For each criterion and cell the set of criteria that are at least as good; of equal ones the first is better. */
    private static void sets(float[][] memberships, int from, int length, int[][] bits, int[][] sets) {
        int n = bits.length;
        for (int j = 0; j < n; j++) {
            for (int c = 0; c < length; c++) {
                // the bits of floats from 0 on are in the order of the numbers, NaN above them all; + 0 makes -0 a 0
                bits[j][c] = Float.floatToIntBits(memberships[j][from + c] + 0f);
            }
            Arrays.fill(sets[j], 1 << j);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                compare(bits[i], bits[j], sets[i], sets[j], 1 << i, 1 << j, length);
            }
        }
    }

    /** Without a branch, so that several cells are compared at once. */
    private static void compare(
            int[] first, int[] second, int[] firstSets, int[] secondSets, int firstBit, int secondBit, int length) {
        for (int c = 0; c < length; c++) {
            int less = (first[c] - second[c]) >> 31;
            firstSets[c] |= less & secondBit;
            secondSets[c] |= ~less & firstBit;
        }
    }

    private static void addProducts(
            double[] sum, double[] quantifiers, int[] sets, int bit, float[] memberships, int from, int length) {
        for (int c = 0; c < length; c++) {
            int set = sets[c];
            sum[c] += (quantifiers[set] - quantifiers[set & ~bit]) * memberships[from + c];
        }
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

    /** Threads that come together make the same table. */
    private Table table() {
        Table found = table;
        if (found == null) {
            int sets = 1 << weights.length;
            found = new Table(new double[sets], new double[sets]);
            for (int set = 1; set < sets; set++) {
                double importance = 0;
                for (int j = 0; j < weights.length; j++) {
                    importance += (set >> j & 1) * weights[j];
                }
                found.quantifiers[set] = quantifier(importance);
                found.slopes[set] = importance > 0 ? alpha * found.quantifiers[set] / importance : 0;
            }
            found.quantifiers[sets - 1] = 1;
            table = found;
        }
        return found;
    }
}
