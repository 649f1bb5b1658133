package sinkmap.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A basis that avoided emissions are shown by.
 *
 * @param kind kind of factor
 * @param factor the factor; null when the table has none of the kind with a value
 */
record AvoidedBasis(String kind, EmissionFactor factor) {

    /** Kinds that are shown beside the basis of a plan; the two margins weigh operating to build 75:25 and 50:50. */
    private static final List<String> KINDS =
            List.of("provincial-average", "national-average", "combined-margin", "combined-margin-equal");

    /**
     * The basis of a plan, then the newest factor of every kind.
     *
     * @param own factor of the plan
     * @param factors the table
     */
    static List<AvoidedBasis> of(EmissionFactor own, List<EmissionFactor> factors) {
        List<AvoidedBasis> bases = new ArrayList<>();
        bases.add(new AvoidedBasis(own.kind(), own));
        for (String kind : KINDS) {
            EmissionFactor newest = factors.stream()
                    .filter(factor -> factor.kind().equals(kind) && factor.value() != null)
                    .max(Comparator.comparing(EmissionFactor::year))
                    .orElse(null);
            if (newest == null || !newest.id().equals(own.id())) {
                bases.add(new AvoidedBasis(kind, newest));
            }
        }
        return bases;
    }
}
