package sinkmap.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A basis that avoided emissions are shown by.
 *
 * @param kind kind of factor
 * @param headline whether it is the basis of the plan
 * @param factor the factor; null when the table has none of the kind with a value
 */
record AvoidedBasis(String kind, boolean headline, EmissionFactor factor) {

    /** Kinds that are shown in any case, so that one sees which of them the table lacks. */
    private static final List<String> EXPECTED =
            List.of("provincial-average", "national-average", "operating-margin", "build-margin", "combined-margin");

    /**
     * The basis of a plan, then the newest factor of every kind and region of the table.
     *
     * @param own factor of the plan
     * @param factors the table
     */
    static List<AvoidedBasis> of(EmissionFactor own, List<EmissionFactor> factors) {
        Map<String, Map<String, EmissionFactor>> newest = new LinkedHashMap<>();
        EXPECTED.forEach(kind -> newest.put(kind, new LinkedHashMap<>()));
        for (EmissionFactor factor : factors) {
            if (factor.value() != null) {
                newest.computeIfAbsent(factor.kind(), kind -> new LinkedHashMap<>())
                        .merge(factor.region(), factor, (a, b) -> a.year().compareTo(b.year()) >= 0 ? a : b);
            }
        }
        List<AvoidedBasis> bases = new ArrayList<>();
        bases.add(new AvoidedBasis(own.kind(), true, own));
        newest.forEach((kind, byRegion) -> {
            byRegion.values().stream()
                    .filter(factor -> !factor.id().equals(own.id()))
                    .forEach(factor -> bases.add(new AvoidedBasis(kind, false, factor)));
            if (byRegion.isEmpty()) {
                bases.add(new AvoidedBasis(kind, false, null));
            }
        });
        return List.copyOf(bases);
    }
}
