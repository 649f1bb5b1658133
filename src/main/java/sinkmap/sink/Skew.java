package sinkmap.sink;

/**
 * The distribution of an uncertain number that is stated by its best estimate, which is taken for the mean, and a 95 %
 * interval.
 *
 * <ul>
 *   <li>Halves of the interval that differ by less than a fiftieth: normal, with the mean of both halves.
 *   <li>Otherwise log-normal with a location, {@code X = s ± exp(m + σ Z)}, which has the stated mean and both stated
 *       bounds; skewed to the side of the longer half. {@code σ} solves {@code (exp(kσ) - exp(σ²/2)) / (exp(σ²/2) -
 *       exp(-kσ)) = longer half / shorter half} with {@code k = 1.959964}. A log-normal of two parameters is the case
 *       {@code s = 0}; it could not keep all three numbers.
 *   <li>That equation has no root where the longer half is over five times the shorter, nor where one is zero: there two
 *       normal halves are joined at the best estimate, which is then the median and not the mean.
 * </ul>
 *
 * <p>What cannot be negative is cut off at zero. Log-normal for skewed positive factors is the advice of the IPCC 2006
 * Guidelines, volume 1, chapter 3, section 3.2.2.4.
 *
 * @param shape which of the three
 * @param centre mean of the normal, location {@code s} of the log-normal, best estimate of the joined halves
 * @param low half width below of the joined halves, {@code exp(m)} of the log-normal, half width of the normal
 * @param high half width above of the joined halves, {@code σ} of the log-normal
 * @param sign 1 where the log-normal is skewed upward, -1 where downward
 * @param positive whether it cannot be negative
 */
record Skew(Shape shape, double centre, double low, double high, int sign, boolean positive) {

    /** Quantile of the standard normal distribution at 97.5 %. */
    static final double K = 1.959963984540054;

    /** Ratio of the halves up to which a distribution is taken for symmetric, and beyond which no log-normal fits. */
    private static final double SYMMETRIC = 1.02;

    private static final double STEEPEST = 5;
    private static final double WIDEST_SIGMA = 1.5;

    enum Shape {
        NORMAL,
        LOG_NORMAL,
        TWO_HALVES
    }

    static Skew of(Interval stated, boolean positive) {
        double longer = Math.max(stated.lowHalf(), stated.highHalf());
        double shorter = Math.min(stated.lowHalf(), stated.highHalf());
        if (longer <= shorter * SYMMETRIC) {
            return new Skew(Shape.NORMAL, stated.value(), (longer + shorter) / 2, 0, 1, positive);
        }
        if (longer >= shorter * STEEPEST) {
            return new Skew(Shape.TWO_HALVES, stated.value(), stated.lowHalf(), stated.highHalf(), 1, positive);
        }
        double sigma = sigma(longer / shorter);
        double scale = (longer + shorter) / (Math.exp(K * sigma) - Math.exp(-K * sigma));
        int sign = stated.highHalf() > stated.lowHalf() ? 1 : -1;
        double location = stated.value() - sign * scale * Math.exp(sigma * sigma / 2);
        return new Skew(Shape.LOG_NORMAL, location, scale, sigma, sign, positive);
    }

    private static double sigma(double ratio) {
        double below = 0;
        double above = WIDEST_SIGMA;
        for (int i = 0; i < 60; i++) {
            double sigma = (below + above) / 2;
            double mean = Math.exp(sigma * sigma / 2);
            boolean flat = (Math.exp(K * sigma) - mean) / (mean - Math.exp(-K * sigma)) < ratio;
            below = flat ? sigma : below;
            above = flat ? above : sigma;
        }
        return (below + above) / 2;
    }

    /** The value at a standard normal deviate. */
    double at(double z) {
        double x =
                switch (shape) {
                    case NORMAL -> centre + z * low / K;
                    case LOG_NORMAL -> centre + sign * low * Math.exp(high * sign * z);
                    case TWO_HALVES -> centre + z * (z < 0 ? low : high) / K;
                };
        return positive ? Math.max(0, x) : x;
    }
}
