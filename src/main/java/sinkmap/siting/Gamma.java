package sinkmap.siting;

/**
 * The gamma function for positive arguments, by the approximation of C. Lanczos (1964) with g = 7 and 9 terms, whose
 * relative error is below 1e-14.
 */
final class Gamma {

    private static final double[] TERMS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Gamma() {}

    static double of(double x) {
        double shifted = x - 1;
        double sum = TERMS[0];
        for (int i = 1; i < TERMS.length; i++) {
            sum += TERMS[i] / (shifted + i);
        }
        double t = shifted + 7.5;
        return Math.sqrt(2 * Math.PI) * Math.pow(t, shifted + 0.5) * Math.exp(-t) * sum;
    }
}
