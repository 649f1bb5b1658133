package sinkmap.siting;

import java.util.List;

/**
 * The weights of a plan's criteria, and how they came about. Lists are in the order of the criteria.
 *
 * @param values weights, 0 to 1, which sum to 1; NaN when they come from data and no cell is available
 * @param parts the weights of each method; one, or those that were blended
 * @param experts what follows from the judgements of each expert; none without AHP
 * @param group what follows from the judgements of all experts together; null without AHP
 */
public record Weights(List<Double> values, List<Part> parts, List<Ahp.Judged> experts, Ahp.Judged group) {

    /**
     * The weights of one method.
     *
     * @param method its short name, as plans write it
     * @param share its exponent in the blend; 1 when it stands alone
     * @param weights its weights, which sum to 1
     */
    public record Part(String method, double share, List<Double> weights) {}

    public Weights {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
        experts = List.copyOf(experts);
    }

    /** Weight of a criterion by its number in the plan. */
    public double of(int criterion) {
        return values.get(criterion);
    }

    /** The weights as a new array. */
    public double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
