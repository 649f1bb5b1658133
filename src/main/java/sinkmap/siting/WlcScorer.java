package sinkmap.siting;

import java.util.Arrays;

/** Weighted linear combination, the weighted sum of the memberships. */
final class WlcScorer implements Scorer {

    private static final int BLOCK_cells = 1024;

    private final double[] weights;

    WlcScorer(double[] weights) {
        this.weights = weights.clone();
    }

    @Override
    public double score(double[] memberships) {
        double score = 0;
        for (int j = 0; j < weights.length; j++) {
            score += weights[j] * memberships[j];
        }
        return Math.min(1, score);
    }

    @Override
    public void score(float[][] memberships, int cells, float[] scores) {
        double[] sum = new double[Math.min(BLOCK_cells, cells)];
        for (int from = 0; from < cells; from += BLOCK_cells) {
            int length = Math.min(BLOCK_cells, cells - from);
            Arrays.fill(sum, 0);
            for (int j = 0; j < weights.length; j++) {
                addProducts(sum, weights[j], memberships[j], from, length);
            }
            for (int c = 0; c < length; c++) {
                scores[from + c] = (float) Math.min(1, sum[c]);
            }
        }
    }

    static void addProducts(double[] sum, double weight, float[] memberships, int from, int length) {
        for (int c = 0; c < length; c++) {
            sum[c] += weight * memberships[from + c];
        }
    }

    @Override
    public void gradient(double[] memberships, double[] gradient) {
        System.arraycopy(memberships, 0, gradient, 0, weights.length);
    }
}
