package sinkmap.survey;

/**
 * Student's t distribution.
 *
 * <p>Its distribution function is a regularised incomplete beta function (DLMF 8.17), here by the continued fraction
 * DLMF 8.17.22 in the evaluation of Lentz; quantiles by bisection.
 */
final class StudentT {

    private static final double TINY = 1e-300;

    private StudentT() {}

    /**
     * The value below which a share of the distribution lies.
     *
     * @param share above 0.5 and below 1
     * @param degreesOfFreedom above 0; need not be a whole number
     */
    static double quantile(double share, double degreesOfFreedom) {
        double low = 0;
        double high = 1;
        while (distribution(high, degreesOfFreedom) < share) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle, degreesOfFreedom) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Share of the distribution below t, for t of 0 or more. */
    static double distribution(double t, double degreesOfFreedom) {
        return 1 - incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
    }

    /** Regularised incomplete beta function I_x(a, b). */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - incompleteBeta(1 - x, b, a);
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
        return front * fraction(x, a, b);
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            double change = 1;
            for (double term : new double[] {even, odd}) {
                d = 1 / away(1 + term * d);
                c = away(1 + term / c);
                change = d * c;
                value *= change;
            }
            if (Math.abs(change - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    /** Logarithm of the gamma function: the argument is raised to 10 or more, then the Stirling series DLMF 5.11.1. */
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift -= Math.log(z);
            z++;
        }
        double inverse = 1 / (z * z);
        double series =
                (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188))))
                        / z;
        return shift + (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series;
    }
}
