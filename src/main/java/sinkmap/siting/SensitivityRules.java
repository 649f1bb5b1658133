package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * How a ranking is tested against other weights.
 *
 * @param draws number of random weight vectors
 * @param seed what the random numbers start from; the same seed gives the same draws on every machine
 * @param top a site is at the top of a draw when its rank is this or better
 * @param change share by which one weight at a time is raised and lowered, such as 0.2
 * @param concentration sum a0 of the parameters of the Dirichlet distribution: the greater, the nearer the draws keep to the
 *     plan's weights. NaN for the concentration that follows from {@code change}; see {@link #concentration(int)}
 */
public record SensitivityRules(int draws, long seed, int top, double change, double concentration) {

    /** 1,000 draws, the first ten places, 20 %. */
    public static final SensitivityRules USUAL = new SensitivityRules(1000, 42, 10, 0.2, Double.NaN);

    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 10_000;

    public SensitivityRules {
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
            throw new SinkmapException(
                    "sensitivity: draws must lie between " + FEWEST_DRAWS + " and " + MOST_DRAWS + ", not " + draws);
        }
        if (seed < 0) {
            throw new SinkmapException("sensitivity: seed must not be negative, but is " + seed);
        }
        if (top < 1) {
            throw new SinkmapException("sensitivity: top must be 1 or more, not " + top);
        }
        if (!(change > 0 && change < 1)) {
            throw new SinkmapException("sensitivity: change must lie between 0 and 1, not " + change);
        }
        if (concentration <= 0 || Double.isInfinite(concentration)) {
            throw new SinkmapException("sensitivity: concentration must be above 0, not " + concentration);
        }
    }

    /**
     * The concentration a0 for a number of criteria with a weight above 0. Where the plan names none, an average weight, 1/m,
     * shall vary by as much as the one-at-a-time test changes it: the standard deviation of a Dirichlet weight is sqrt(w (1
     * - w) / (a0 + 1)), so that of 1/m is {@code change} / m when a0 = (m - 1) / change2 - 1. With 20 % and five criteria a0 is
     * 99, and a weight of 0.2 keeps between 0.13 and 0.28 in 95 % of the draws.
     */
    public double concentration(int weighted) {
        return Double.isNaN(concentration) ? (weighted - 1) / (change * change) - 1 : concentration;
    }
}
