package sinkmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The tables whose rows are strata, or parts of them, method by method. */
final class StratumTables {

    /** A node within the method that gave it, and within the stratum that holds it. */
    private record Within(StoredAccount.Method method, JsonNode stratum, JsonNode node) {}

    private record Use(JsonNode factor, Set<String> methods, Set<String> strata) {}

    private record Held(JsonNode overlap, JsonNode under) {}

    private final StoredAccount account;

    StratumTables(StoredAccount account) {
        this.account = account;
    }

    Table strata() {
        return stratum()
                .keys(
                        Within::node,
                        "area_ha",
                        "overlap_ha",
                        "area_uncertainty_percent",
                        "area_map",
                        "blue",
                        "missing_pools")
                .keys(Within::node, AccountTables.AMOUNTS)
                .table("strata", "类型", "Strata", this::all);
    }

    private Stream<Within> all() {
        return account.methods().stream().flatMap(m -> m.strata().map(s -> new Within(m, s, s)));
    }

    private static Columns<Within> stratum() {
        return new Columns<Within>()
                .add("method", w -> w.method.id())
                .keys(Within::stratum, "layer", "class")
                .title("title", w -> w.stratum.path("title"));
    }

    Table pools() {
        return stratum()
                .keys(Within::node, "pool", "formula", "set")
                .add("density_tc_ha", w -> Columns.value(w.node.path("density")))
                .keys(Within::node, "stock_tc", "low_tc", "high_tc")
                .add("factors", StratumTables::ids)
                .table("pools", "碳库", "Pools", () -> parts("pools"));
    }

    Table flows() {
        return stratum()
                .keys(Within::node, "measure", "pool", "formula", "set", "per_hectare", "value", "low", "high", "unit")
                .add("factors", StratumTables::ids)
                .table("flows", "年通量", "Yearly flows", () -> parts("flows"));
    }

    private Stream<Within> parts(String key) {
        return all().flatMap(w ->
                StoredAccount.list(w.stratum.path(key)).map(part -> new Within(w.method, w.stratum, part)));
    }

    private static Object ids(Within part) {
        return StoredAccount.list(part.node.path("factors"))
                .map(f -> f.path("id").asString(""))
                .collect(Collectors.joining("; "));
    }

    Table factors() {
        return new Columns<Use>()
                .keys(
                        Use::factor,
                        "id",
                        "quantity",
                        "value",
                        "low",
                        "high",
                        "unit",
                        "method",
                        "edition",
                        "tier",
                        "source",
                        "basis",
                        "verification",
                        "confidence")
                .add("used_by_methods", u -> String.join("; ", u.methods))
                .add("used_by", u -> String.join("; ", u.strata))
                .table("factors", "因子", "Factors", () -> uses().stream());
    }

    /** Every row of factors once, with the methods and strata that use it. */
    private List<Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        all().forEach(w -> FactorSection.of(w.stratum).forEach(factor -> {
            Use use = uses.computeIfAbsent(
                    factor.path("id").asString(""),
                    id -> new Use(factor, new LinkedHashSet<>(), new LinkedHashSet<>()));
            use.methods.add(w.method.id());
            use.strata.add(w.stratum.path("layer").asString("") + " "
                    + w.stratum.path("class").asString(""));
        }));
        return new ArrayList<>(uses.values());
    }

    Table withoutFactor() {
        return stratum()
                .keys(Within::node, "features", "area_ha", "overlap_ha", "sequestration_tc_yr", "methane_t_yr")
                .table(
                        "without-factor",
                        "缺少因子",
                        "Without factor",
                        () -> account.methods().stream()
                                .flatMap(m -> m.withoutFactor().map(w -> new Within(m, w, w))));
    }

    Table missingPools() {
        return new Columns<MissingPools>()
                .add("method", m -> m.method().id())
                .keys(MissingPools::stratum, "layer", "class")
                .title("title", m -> m.stratum().path("title"))
                .keys(MissingPools::stratum, "area_ha")
                .add("pools", m -> String.join("; ", m.pools()))
                .table("missing-pools", "缺少因子的碳库", "Pools without factor", () -> MissingPools.of(account).stream());
    }

    /** One row for each stratum that holds what another one lost, so that the areas add up. */
    Table overlaps() {
        Function<Held, JsonNode> lost = Held::overlap;
        return new Columns<Held>()
                .keys(lost, "layer", "class")
                .title("title", h -> h.overlap.path("title"))
                .add(
                        "overlap_ha",
                        h -> Columns.value(
                                h.under.isMissingNode() ? h.overlap.path("overlap_ha") : h.under.path("area_ha")))
                .add("held_by_layer", h -> Columns.value(h.under.path("layer")))
                .add("held_by_class", h -> Columns.value(h.under.path("class")))
                .title("held_by_title", h -> h.under.path("title"))
                .table(
                        "overlaps",
                        "重叠",
                        "Overlaps",
                        () -> account.overlaps().stream().flatMap(StratumTables::held));
    }

    private static Stream<Held> held(JsonNode overlap) {
        JsonNode under = overlap.path("under");
        return under.isArray() && !under.isEmpty()
                ? StoredAccount.list(under).map(by -> new Held(overlap, by))
                : Stream.of(new Held(overlap, MissingNode.getInstance()));
    }
}
