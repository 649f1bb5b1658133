package sinkmap.siting;

import java.util.Random;

/**
 * Random weight vectors from the Dirichlet distribution with parameters a_j = a0 w_j: their mean is w, they sum to 1, and
 * their covariances are (w_j [j = k] - w_j w_k) / (a0 + 1) (S. Kotz, N. Balakrishnan and N. L. Johnson, Continuous
 * Multivariate Distributions 1, 2000, chapter 49). A weight of 0 stays 0.
 *
 * <p>A draw is a vector of gamma variates over its sum; gamma variates by G. Marsaglia and W. W. Tsang, A simple method for
 * generating gamma variables, ACM Trans. Mathematical Software 26, 2000. Numbers come from {@link Random}, whose
 * sequence its specification fixes, and from {@link StrictMath}: the same seed gives the same draws on every machine.
 */
final class Dirichlet {

    private final Random random;

    private Dirichlet(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Draws of weights.
     *
     * @param mean the weights that the draws are spread around, which sum to 1
     * @param rules number of draws is not taken from here, but seed and concentration are
     */
    static double[][] draws(double[] mean, SensitivityRules rules, int draws) {
        int weighted = weighted(mean);
        double[][] drawn = new double[draws][];
        Dirichlet dirichlet = new Dirichlet(rules.seed());
        for (int i = 0; i < draws; i++) {
            drawn[i] = weighted < 2 ? mean.clone() : dirichlet.draw(mean, rules.concentration(weighted));
        }
        return drawn;
    }

    /** Number of weights above 0. */
    static int weighted(double[] weights) {
        int weighted = 0;
        for (double weight : weights) {
            weighted += weight > 0 ? 1 : 0;
        }
        return weighted;
    }

    private double[] draw(double[] mean, double concentration) {
        double[] draw = new double[mean.length];
        double sum = 0;
        while (sum == 0) {
            for (int j = 0; j < mean.length; j++) {
                draw[j] = mean[j] > 0 ? gamma(concentration * mean[j]) : 0;
                sum += draw[j];
            }
        }
        for (int j = 0; j < mean.length; j++) {
            draw[j] /= sum;
        }
        return draw;
    }

    private double gamma(double shape) {
        if (shape < 1) {
            // their note 6: a variate of shape + 1 times a power of a uniform one
            return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double cubeRoot = 1 + c * x;
            if (cubeRoot > 0) {
                double v = cubeRoot * cubeRoot * cubeRoot;
                double u = 1 - random.nextDouble();
                if (StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
