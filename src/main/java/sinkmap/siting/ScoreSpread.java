package sinkmap.siting;

import java.util.Arrays;

/**
 * How far the score of a cell varies when weights vary: the standard deviation of its score over the {@link Dirichlet}
 * weights of the plan's {@link SensitivityRules}.
 *
 * <p>With the covariances of Dirichlet weights, (m_j [j = k] - m_j m_k) / (a0 + 1), and the derivatives g_j of the score with
 * respect to the weights, the variance is (sum(m g2) - (sum(m g))2) / (a0 + 1) = sum(m (g - sum(m g))2) / (a0 + 1). For the
 * weighted linear combination g is the membership, and this is exact. OWA and TOPSIS are not linear in the weights; for them
 * it is the law of propagation of uncertainty (JCGM 100:2008, eq. 13), of first order: against draws it is off by some
 * percent, up to 25 % for few criteria and a very cautious OWA (alpha 4).
 *
 * <p>Spreads keep no state and can be shared among threads.
 */
public final class ScoreSpread {

    private static final int BLOCK_cells = 1024;

    private final Scorer scorer;
    private final double[] weights;
    private final double divisor;

    private ScoreSpread(Scorer scorer, double[] weights, double divisor) {
        this.scorer = scorer;
        this.weights = weights;
        this.divisor = divisor;
    }

    /**
     * The spread under the plan's rules of sensitivity.
     *
     * @param statistics memberships of all scored cells
     */
    public static ScoreSpread of(Weighting weighting, Weights weights, Statistics statistics) {
        double[] mean = weights.toArray();
        int weighted = Dirichlet.weighted(mean);
        double divisor = weighted < 2
                ? Double.POSITIVE_INFINITY
                : weighting.sensitivity().concentration(weighted) + 1;
        return new ScoreSpread(weighting.aggregation().scorer(mean, statistics), mean, divisor);
    }

    /**
     * Spreads of many cells.
     *
     * @param memberships for each criterion the memberships of the cells
     * @param cells number of cells to take from the start of each array
     * @param spreads where the spreads are put; NaN when any membership is
     */
    public void spread(float[][] memberships, int cells, float[] spreads) {
        if (scorer instanceof WlcScorer) {
            spreadOfSums(memberships, cells, spreads);
            return;
        }
        int n = weights.length;
        double[] cell = new double[n];
        double[] gradient = new double[n];
        for (int c = 0; c < cells; c++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                cell[j] = memberships[j][c];
                sum += cell[j];
            }
            if (Double.isNaN(sum)) {
                spreads[c] = Float.NaN;
            } else {
                scorer.gradient(cell, gradient);
                spreads[c] = (float) Math.sqrt(variance(gradient));
            }
        }
    }

    /** The same for many cells at once where the gradient is the memberships. */
    private void spreadOfSums(float[][] memberships, int cells, float[] spreads) {
        double[] mean = new double[Math.min(BLOCK_cells, cells)];
        double[] variance = new double[mean.length];
        for (int from = 0; from < cells; from += BLOCK_cells) {
            int length = Math.min(BLOCK_cells, cells - from);
            Arrays.fill(mean, 0);
            Arrays.fill(variance, 0);
            for (int j = 0; j < weights.length; j++) {
                WlcScorer.addProducts(mean, weights[j], memberships[j], from, length);
            }
            for (int j = 0; j < weights.length; j++) {
                addSquares(variance, weights[j], mean, memberships[j], from, length);
            }
            for (int c = 0; c < length; c++) {
                spreads[from + c] = (float) Math.sqrt(variance[c] / divisor);
            }
        }
    }

    private static void addSquares(
            double[] sum, double weight, double[] mean, float[] memberships, int from, int length) {
        for (int c = 0; c < length; c++) {
            double away = memberships[from + c] - mean[c];
            sum[c] += weight * (away * away);
        }
    }

    private double variance(double[] gradient) {
        double mean = 0;
        for (int j = 0; j < weights.length; j++) {
            mean += weights[j] > 0 ? weights[j] * gradient[j] : 0;
        }
        double variance = 0;
        for (int j = 0; j < weights.length; j++) {
            double away = gradient[j] - mean;
            variance += weights[j] > 0 ? weights[j] * (away * away) : 0;
        }
        return variance / divisor;
    }
}
