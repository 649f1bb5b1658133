package sinkmap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sinkmap.grid.SinkmapException;

/**
 * How memberships become one score: the weights of the criteria, what is made of them, and how it is tested.
 *
 * @param source where the weights come from, for people
 * @param method how the criteria are weighed against each other
 * @param aggregation what makes a score of memberships and weights
 * @param sensitivity how the ranking is tested
 */
public record Weighting(String source, WeightMethod method, Aggregation aggregation, SensitivityRules sensitivity) {

    public Weighting {
        if (source == null || source.isBlank()) {
            throw new SinkmapException("weights: need a source");
        }
        if (method == null || aggregation == null || sensitivity == null) {
            throw new SinkmapException("weights: need a method, an aggregation and rules of sensitivity");
        }
    }

    /** Weights that the criteria name themselves, added up, tested in the usual way. */
    public Weighting(String source) {
        this(source, new WeightMethod.Explicit(), new Aggregation.Wlc(), SensitivityRules.USUAL);
    }

    /** What is wrong about the criteria, as far as it can be told without data. */
    public Optional<String> findFault(List<Criterion> criteria) {
        List<String> ids = criteria.stream().map(Criterion::id).toList();
        boolean others = method.parts()
                .anyMatch(part -> part instanceof Ahp ahp && !ahp.criteria().equals(ids));
        return others
                ? Optional.of("the pairwise comparisons are about other criteria than the plan's")
                : method.findFault(criteria);
    }

    /** Whether the criteria must name their weights. */
    public boolean needsExplicitWeights() {
        return method.parts().anyMatch(WeightMethod.Explicit.class::isInstance);
    }

    /** Whether weights or scores rest on statistics of the memberships. */
    public boolean needsStatistics() {
        return aggregation instanceof Aggregation.Topsis
                || method.parts()
                        .anyMatch(part -> part instanceof WeightMethod.Entropy || part instanceof WeightMethod.Critic);
    }

    /** Statistics of nothing yet, which gather what this weighting needs and no more. */
    public Statistics statistics(int criteria) {
        return new Statistics(
                criteria,
                method.parts().anyMatch(WeightMethod.Entropy.class::isInstance),
                method.parts().anyMatch(WeightMethod.Critic.class::isInstance));
    }

    /**
     * The weights of the criteria.
     *
     * @param statistics memberships of all scored cells, in the order of the criteria
     * @throws SinkmapException when weights from data are undefined, as when a criterion is the same everywhere
     */
    public Weights weights(List<Criterion> criteria, Statistics statistics) {
        List<Weights.Part> parts = new ArrayList<>();
        double[] weights;
        if (method instanceof Blend blend) {
            List<double[]> blended = new ArrayList<>();
            for (Blend.Share share : blend.blended()) {
                double[] of = share.method().weights(criteria, statistics);
                blended.add(of);
                parts.add(new Weights.Part(share.method().id(), share.share(), list(of)));
            }
            weights = blend.of(blended);
        } else {
            weights = method.weights(criteria, statistics);
            parts.add(new Weights.Part(method.id(), 1, list(weights)));
        }
        Optional<Ahp> ahp = method.parts()
                .filter(Ahp.class::isInstance)
                .map(Ahp.class::cast)
                .findFirst();
        return new Weights(
                list(weights),
                parts,
                ahp.map(Ahp::listJudged).orElse(List.of()),
                ahp.map(Ahp::group).orElse(null));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
