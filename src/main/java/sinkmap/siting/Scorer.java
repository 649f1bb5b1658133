package sinkmap.siting;

/** Makes a score of the memberships of a place. Scorers keep no state and can be shared among threads. */
public interface Scorer {

    /** Score from 0 (unsuitable) to 1 (best); NaN when any membership is. Memberships in the order of the criteria. */
    double score(double[] memberships);

    /**
     * Scores of many cells.
     *
     * @param memberships for each criterion the memberships of the cells
     * @param cells number of cells to take from the start of each array
     * @param scores where the scores are put
     */
    void score(float[][] memberships, int cells, float[] scores);

    /**
     * How much the score changes with each weight, its partial derivatives at the weights of this scorer.
     *
     * @param memberships memberships of a place, none NaN
     * @param gradient where the derivatives are put; of no meaning for criteria with weight 0
     */
    void gradient(double[] memberships, double[] gradient);
}
