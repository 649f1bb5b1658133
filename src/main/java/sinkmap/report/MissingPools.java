package sinkmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Pools of a stratum that a method has no factor for although another method has, or the scheme of the stratum asks for them:
 * they are in none of its sums, and not zero. Without them the stocks of methods would seem to be of the same carbon.
 *
 * @param method id of the method
 * @param stratum the stratum as the method gives it
 * @param pools codes of the pools
 */
record MissingPools(StoredAccount.Method method, JsonNode stratum, List<String> pools) {

    private static final String BIOMASS = "biomass";
    private static final List<String> PARTS = List.of("above", "below");

    /** All of an account, method by method. */
    static List<MissingPools> of(StoredAccount account) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        account.methods()
                .forEach(m -> m.strata()
                        .forEach(s -> known.computeIfAbsent(key(s), k -> new LinkedHashSet<>())
                                .addAll(asked(s))));
        List<MissingPools> missing = new ArrayList<>();
        for (StoredAccount.Method method : account.methods()) {
            method.strata().forEach(stratum -> {
                List<String> lacks = known.get(key(stratum)).stream()
                        .filter(pool -> !holds(codes(stratum), pool))
                        .toList();
                if (!lacks.isEmpty()) {
                    missing.add(new MissingPools(method, stratum, lacks));
                }
            });
        }
        return missing;
    }

    private static String key(JsonNode stratum) {
        return stratum.path("layer").asString("") + " " + stratum.path("class").asString("");
    }

    private static List<String> codes(JsonNode stratum) {
        return StoredAccount.list(stratum.path("pools"))
                .map(pool -> pool.path("pool").asString(""))
                .toList();
    }

    /** The pools that a stratum has, and those that its scheme asks for and it has not. */
    private static List<String> asked(JsonNode stratum) {
        return Stream.concat(
                        codes(stratum).stream(),
                        StoredAccount.list(stratum.path("missing_pools")).map(pool -> pool.asString("")))
                .toList();
    }

    /** Whether some pools hold another one: by itself, or biomass as one for its parts and the other way round. */
    private static boolean holds(List<String> pools, String pool) {
        return pools.contains(pool)
                || PARTS.contains(pool) && pools.contains(BIOMASS)
                || pool.equals(BIOMASS) && pools.containsAll(PARTS);
    }
}
