package sinkmap.siting;

import java.util.Arrays;

/** TOPSIS, closeness to the ideal among the cells of the statistics. */
final class TopsisScorer implements Scorer {

    private static final int BLOCK_cells = 1024;

    private final double[] weights;

    /** Square of weight over norm. */
    private final double[] factors;

    private final double[] best;
    private final double[] worst;

    TopsisScorer(double[] weights, Statistics statistics) {
        int n = weights.length;
        this.weights = weights.clone();
        this.factors = new double[n];
        this.best = new double[n];
        this.worst = new double[n];
        double largest = 0;
        for (int j = 0; j < n; j++) {
            double norm = statistics.norm(j);
            factors[j] = norm > 0 ? weights[j] / norm : 0;
            largest = Math.max(largest, factors[j]);
            best[j] = statistics.maximum(j);
            worst[j] = statistics.minimum(j);
        }
        for (int j = 0; j < n; j++) {
            // a common factor drops out of the quotient
            factors[j] = largest > 0 ? (factors[j] / largest) * (factors[j] / largest) : 0;
        }
    }

    @Override
    public double score(double[] memberships) {
        double fromBest = 0;
        double fromWorst = 0;
        for (int j = 0; j < factors.length; j++) {
            double down = memberships[j] - best[j];
            double up = memberships[j] - worst[j];
            fromBest += factors[j] * (down * down);
            fromWorst += factors[j] * (up * up);
        }
        return closeness(fromBest, fromWorst);
    }

    private static double closeness(double fromBest, double fromWorst) {
        // next to nothing, but half of its double, where there is no distance at all
        double near = Math.sqrt(fromWorst) + Double.MIN_NORMAL;
        return near / (Math.sqrt(fromBest) + Double.MIN_NORMAL + near);
    }

    @Override
    public void score(float[][] memberships, int cells, float[] scores) {
        double[] fromBest = new double[Math.min(BLOCK_cells, cells)];
        double[] fromWorst = new double[fromBest.length];
        for (int from = 0; from < cells; from += BLOCK_cells) {
            int length = Math.min(BLOCK_cells, cells - from);
            Arrays.fill(fromBest, 0);
            Arrays.fill(fromWorst, 0);
            for (int j = 0; j < factors.length; j++) {
                addSquares(fromBest, factors[j], best[j], memberships[j], from, length);
                addSquares(fromWorst, factors[j], worst[j], memberships[j], from, length);
            }
            for (int c = 0; c < length; c++) {
                scores[from + c] = (float) closeness(fromBest[c], fromWorst[c]);
            }
        }
    }

    private static void addSquares(
            double[] sum, double factor, double origin, float[] memberships, int from, int length) {
        for (int c = 0; c < length; c++) {
            double away = memberships[from + c] - origin;
            sum[c] += factor * (away * away);
        }
    }

    @Override
    public void gradient(double[] memberships, double[] gradient) {
        double fromBest = 0;
        double fromWorst = 0;
        for (int j = 0; j < factors.length; j++) {
            double down = memberships[j] - best[j];
            double up = memberships[j] - worst[j];
            fromBest += factors[j] * (down * down);
            fromWorst += factors[j] * (up * up);
        }
        double far = Math.sqrt(fromBest);
        double near = Math.sqrt(fromWorst);
        for (int j = 0; j < factors.length; j++) {
            if (far == 0 || near == 0 || weights[j] == 0) {
                // the ideal stays ideal whatever the weights
                gradient[j] = 0;
            } else {
                double down = memberships[j] - best[j];
                double up = memberships[j] - worst[j];
                double factor = factors[j] / weights[j];
                gradient[j] =
                        factor * (up * up * far / near - down * down * near / far) / ((far + near) * (far + near));
            }
        }
    }
}
