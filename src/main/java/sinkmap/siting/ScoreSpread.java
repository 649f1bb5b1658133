package sinkmap.siting;

/** How far the score of a cell varies when weights vary: the standard deviation over Dirichlet weights. */
public final class ScoreSpread {

    private ScoreSpread() {}

    /** The spread under the plan's rules of sensitivity. */
    public static ScoreSpread of(Weighting weighting, Weights weights, Statistics statistics) {
        throw new UnsupportedOperationException("to come");
    }

    /**
     * Spreads of many cells.
     *
     * @param memberships for each criterion the memberships of the cells
     * @param cells number of cells to take from the start of each array
     * @param spreads where the spreads are put; NaN when any membership is
     */
    public void spread(float[][] memberships, int cells, float[] spreads) {
        throw new UnsupportedOperationException("to come");
    }
}
