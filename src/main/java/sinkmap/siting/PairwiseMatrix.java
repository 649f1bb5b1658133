package sinkmap.siting;

import java.util.Arrays;
import java.util.Locale;

/**
 * A matrix of pairwise judgements, reciprocal, whose entry (i, j) says how many times criterion i matters more than j.
 * The weights are its principal right eigenvector (T. L. Saaty, The Analytic Hierarchy Process, 1980; A scaling method for
 * priorities in hierarchical structures, J. Math. Psychology 15, 1977).
 */
final class PairwiseMatrix {

    /** Largest matrix with a random index. */
    static final int MOST_CRITERIA = 15;

    /**
     * Saaty's random index RI by the size of the matrix, 1 to 15: the mean consistency index of random reciprocal
     * matrices (Saaty 1980, table of chapter 3).
     */
    private static final double[] RANDOM_INDEX = {
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    private static final int MOST_ROUNDS = 10_000;
    private static final double ENOUGH = 1e-15;

    private final double[][] entries;
    private final double[] weights;
    private final double lambdaMax;

    PairwiseMatrix(double[][] entries) {
        this.entries = entries;
        double[] vector = new double[entries.length];
        Arrays.fill(vector, 1.0 / entries.length);
        double lambda = entries.length;
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > ENOUGH; round++) {
            double[] next = times(vector);
            lambda = sum(next);
            change = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] /= lambda;
                change = Math.max(change, Math.abs(next[i] - vector[i]));
            }
            vector = next;
        }
        this.weights = vector;
        this.lambdaMax = lambda;
    }

    /** The power method; a positive matrix has one largest eigenvalue and a positive eigenvector (Perron). */
    private double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += entries[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double[] weights() {
        return weights.clone();
    }

    double lambdaMax() {
        return lambdaMax;
    }

    /** CI = (lambda max - n) / (n - 1), Saaty 1980; never below 0. */
    double consistencyIndex() {
        int n = entries.length;
        return n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
    }

    /** CR = CI / RI, Saaty 1980; 0 for one or two criteria, which cannot disagree. */
    double consistencyRatio() {
        return entries.length < 3 ? 0 : consistencyIndex() / RANDOM_INDEX[entries.length - 1];
    }

    /**
     * Row and column of the judgement that is farthest from the ratio of the weights, by the factor a_ij w_j / w_i (T. L.
     * Saaty, Decision-making with the AHP: why is the principal eigenvector necessary, EJOR 145, 2003); row prevails.
     */
    int[] worst() {
        int[] worst = {0, 0};
        double farthest = -1;
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < entries.length; j++) {
                double off = Math.abs(Math.log(entries[i][j] * weights[j] / weights[i]));
                if (entries[i][j] >= 1 && i != j && off > farthest) {
                    farthest = off;
                    worst = new int[] {i, j};
                }
            }
        }
        return worst;
    }

    double entry(int row, int column) {
        return entries[row][column];
    }

    /** An entry as people write it: whole numbers, or fractions of 1. */
    static String judgement(double entry) {
        double inverse = 1 / entry;
        if (entry < 1 && Math.abs(inverse - Math.rint(inverse)) < 1e-9) {
            return "1/" + (long) Math.rint(inverse);
        }
        String text = String.format(Locale.ROOT, "%.4f", entry);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
