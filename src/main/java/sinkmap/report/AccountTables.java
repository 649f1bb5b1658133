package sinkmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import sinkmap.catalog.Text;
import tools.jackson.databind.JsonNode;

/** The tables of an account. Their names and columns are the same for every run. */
public final class AccountTables {

    /** Names of all tables, in order. */
    public static final List<String> NAMES = List.of(
            "summary",
            "methods",
            "strata",
            "pools",
            "factors",
            "zones",
            "zone-strata",
            "overlaps",
            "gaps",
            "without-factor",
            "uncertainty",
            "contributions",
            "inputs");

    private static final String[] AMOUNTS = {
        "stock_tc",
        "low_tc",
        "high_tc",
        "stock_tco2e",
        "sequestration_tc_yr",
        "sequestration_low_tc_yr",
        "sequestration_high_tc_yr",
        "sequestration_tco2e_yr",
        "methane_t_yr",
        "methane_tco2e_yr"
    };

    private record Amount(String item, Text name, String value, String low, String high, String unit) {}

    private static final List<Amount> TOTALS = List.of(
            new Amount("area", new Text("碳汇面积", "Area of sinks"), "area_ha", null, null, "ha"),
            new Amount("stock", new Text("碳储量", "Carbon stock"), "stock_tc", "low_tc", "high_tc", "t C"),
            new Amount(
                    "stock_co2e", new Text("碳储量，折合二氧化碳", "Carbon stock as CO2"), "stock_tco2e", null, null, "t CO2e"),
            new Amount(
                    "sequestration",
                    new Text("年固碳量", "Yearly sequestration"),
                    "sequestration_tc_yr",
                    "sequestration_low_tc_yr",
                    "sequestration_high_tc_yr",
                    "t C/yr"),
            new Amount(
                    "sequestration_co2e",
                    new Text("年固碳量，折合二氧化碳", "Yearly sequestration as CO2"),
                    "sequestration_tco2e_yr",
                    null,
                    null,
                    "t CO2e/yr"),
            new Amount("methane", new Text("甲烷排放", "Methane given off"), "methane_t_yr", null, null, "t CH4/yr"),
            new Amount(
                    "methane_co2e",
                    new Text("甲烷排放，折合二氧化碳", "Methane given off as CO2"),
                    "methane_tco2e_yr",
                    null,
                    null,
                    "t CO2e/yr"));

    /** A node within the method that gave it, and within the stratum or zone that holds it. */
    private record Within(StoredAccount.Method method, JsonNode outer, JsonNode node) {}

    private record ZoneOf(JsonNode partition, JsonNode zone, JsonNode stratum) {}

    private record Use(JsonNode factor, Set<String> methods, Set<String> strata) {}

    private record Approach(String name, JsonNode of) {}

    private final StoredAccount account;
    private final JsonNode result;

    private AccountTables(StoredAccount account) {
        this.account = account;
        this.result = account.result();
    }

    /** All tables of an account. */
    public static List<Table> of(StoredAccount account) {
        return NAMES.stream().map(new AccountTables(account)::table).toList();
    }

    /** The table of a name; empty when there is none of that name. */
    public static Optional<Table> find(StoredAccount account, String name) {
        return NAMES.contains(name) ? Optional.of(new AccountTables(account).table(name)) : Optional.empty();
    }

    private Table table(String name) {
        return switch (name) {
            case "summary" -> summary();
            case "methods" -> methods();
            case "strata" -> strata();
            case "pools" -> pools();
            case "factors" -> factors();
            case "zones" -> zones();
            case "zone-strata" -> zoneStrata();
            case "overlaps" -> overlaps();
            case "gaps" -> gaps();
            case "without-factor" -> withoutFactor();
            case "uncertainty" -> uncertainty();
            case "contributions" -> contributions();
            case "inputs" -> inputs();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Table summary() {
        return new Table(
                "summary",
                new Text("汇总", "Summary"),
                List.of("item", "item_zh", "item_en", "value", "low_95", "high_95", "unit"),
                () -> Stream.concat(TOTALS.stream().map(this::amount), provenance().stream()));
    }

    private Object[] amount(Amount amount) {
        JsonNode total = result.path("total");
        return new Object[] {
            amount.item,
            amount.name.zh(),
            amount.name.en(),
            Columns.value(total.path(amount.value)),
            amount.low == null ? null : Columns.value(total.path(amount.low)),
            amount.high == null ? null : Columns.value(total.path(amount.high)),
            amount.unit
        };
    }

    private List<Object[]> provenance() {
        return List.of(
                fact(
                        "headline_method",
                        "主方法",
                        "Headline method",
                        account.headline().id(),
                        null),
                fact("cell", "网格边长", "Cell size", Columns.value(result.path("cell_m")), "m"),
                fact("quality", "数据质量", "Quality of the data", Columns.value(result.path("quality")), null),
                fact("run", "运行编号", "Run", account.run().id(), null),
                fact(
                        "finished",
                        "完成时间",
                        "Finished",
                        String.valueOf(account.run().finished()),
                        null),
                fact("version", "软件版本", "Version", Columns.value(result.path("version")), null),
                fact(
                        "definitions_hash",
                        "定义校验值",
                        "Hash of the definitions",
                        Columns.value(result.path("definitions_hash")),
                        null));
    }

    private static Object[] fact(String item, String zh, String en, Object value, String unit) {
        return new Object[] {item, zh, en, value, null, null, unit};
    }

    private Table methods() {
        return new Columns<StoredAccount.Method>()
                .add("method", StoredAccount.Method::id)
                .title("title", m -> m.about().path("title"))
                .add("headline", StoredAccount.Method::headline)
                .keys(StoredAccount.Method::about, "sets")
                .keys(AccountTables::total, "area_ha")
                .keys(AccountTables::total, AMOUNTS)
                .add(
                        "without_factor_ha",
                        m -> m.withoutFactor()
                                .mapToDouble(w -> w.path("area_ha").asDouble(0))
                                .sum())
                .table("methods", "方法", "Methods", () -> account.methods().stream());
    }

    private static JsonNode total(StoredAccount.Method method) {
        return method.result().path("total");
    }

    private Table strata() {
        Columns<Within> columns = stratum(new Columns<>(), Within::node);
        return columns.keys(Within::node, "area_ha", "overlap_ha", "area_uncertainty_percent", "blue")
                .keys(Within::node, AMOUNTS)
                .table("strata", "类型", "Strata", this::strataOfMethods);
    }

    private Stream<Within> strataOfMethods() {
        return account.methods().stream().flatMap(m -> m.strata().map(s -> new Within(m, s, s)));
    }

    private static Columns<Within> stratum(Columns<Within> columns, Function<Within, JsonNode> stratum) {
        return columns.add("method", w -> w.method.id())
                .keys(stratum, "layer", "class")
                .title("title", w -> stratum.apply(w).path("title"));
    }

    private Table pools() {
        return stratum(new Columns<>(), Within::outer)
                .keys(Within::node, "measure", "pool", "formula", "set")
                .add("density_tc_ha", w -> Columns.value(w.node.path("density")))
                .keys(Within::node, AMOUNTS)
                .add(
                        "factors",
                        w -> String.join(
                                "; ",
                                StoredAccount.list(w.node.path("factors"))
                                        .map(f -> f.path("id").asString(""))
                                        .toList()))
                .table(
                        "pools",
                        "碳库",
                        "Pools",
                        () -> strataOfMethods()
                                .flatMap(w -> StoredAccount.list(w.node.path("pools"))
                                        .map(p -> new Within(w.method, w.node, p))));
    }

    private Table factors() {
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
                        "confidence")
                .add("used_by_methods", u -> String.join("; ", u.methods))
                .add("used_by", u -> String.join("; ", u.strata))
                .table("factors", "因子", "Factors", () -> uses().stream());
    }

    /** Every row of factors once, with the methods and strata that use it. */
    private List<Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        strataOfMethods()
                .forEach(w -> w.node.findValues("factors")
                        .forEach(list -> StoredAccount.list(list).forEach(factor -> {
                            Use use = uses.computeIfAbsent(
                                    factor.path("id").asString(""),
                                    id -> new Use(factor, new LinkedHashSet<>(), new LinkedHashSet<>()));
                            use.methods.add(w.method.id());
                            use.strata.add(w.node.path("layer").asString("") + " "
                                    + w.node.path("class").asString(""));
                        })));
        return new ArrayList<>(uses.values());
    }

    private Table zones() {
        return partition()
                .keys(ZoneOf::zone, "area_ha")
                .keys(ZoneOf::zone, AMOUNTS)
                .table("zones", "分区", "Zones", this::zonesOfPartitions);
    }

    private static Columns<ZoneOf> partition() {
        return new Columns<ZoneOf>()
                .add("partition", z -> Columns.value(z.partition.path("id")))
                .title("partition", z -> z.partition.path("title"))
                .add("zone", z -> Columns.value(z.zone.path("name")));
    }

    private Stream<ZoneOf> zonesOfPartitions() {
        return account.partitions().stream()
                .flatMap(p -> StoredAccount.list(p.path("zones")).map(z -> new ZoneOf(p, z, z)));
    }

    private Table zoneStrata() {
        return partition()
                .keys(ZoneOf::stratum, "layer", "class", "area_ha", "stock_tc", "sequestration_tc_yr")
                .table(
                        "zone-strata",
                        "分区与类型",
                        "Strata of zones",
                        () -> zonesOfPartitions()
                                .flatMap(z -> StoredAccount.list(z.zone.path("strata"))
                                        .map(s -> new ZoneOf(z.partition, z.zone, s))));
    }

    private Table overlaps() {
        return new Columns<JsonNode>()
                .keys(node -> node, "layer", "class")
                .title("title", node -> node.path("title"))
                .keys(node -> node, "overlap_ha")
                .table("overlaps", "重叠", "Overlaps", () -> account.overlaps().stream());
    }

    private Table gaps() {
        return new Columns<JsonNode>()
                .keys(node -> node, "region_ha", "covered_ha", "uncovered_ha")
                .table(
                        "gaps",
                        "空缺",
                        "Gaps",
                        () -> Stream.of(result.path("gaps")).filter(JsonNode::isObject));
    }

    private Table withoutFactor() {
        return stratum(new Columns<>(), Within::node)
                .keys(Within::node, "area_ha")
                .table(
                        "without-factor",
                        "缺少因子",
                        "Without factor",
                        () -> account.methods().stream()
                                .flatMap(m -> m.withoutFactor().map(w -> new Within(m, w, w))));
    }

    private Table uncertainty() {
        return new Columns<Approach>()
                .add("approach", Approach::name)
                .add("value_tc", a -> Columns.value(a.of.path("value")))
                .add("low_95_tc", a -> Columns.value(a.of.path("low")))
                .add("high_95_tc", a -> Columns.value(a.of.path("high")))
                .keys(Approach::of, "draws", "seed")
                .table(
                        "uncertainty",
                        "不确定性",
                        "Uncertainty",
                        () -> Stream.of("approach1", "approach2")
                                .map(name -> new Approach(
                                        name, result.path("uncertainty").path(name)))
                                .filter(approach -> approach.of.isObject()));
    }

    private Table contributions() {
        return new Columns<JsonNode>()
                .keys(node -> node, "input", "kind")
                .add("share_of_variance", node -> Columns.value(node.path("share")))
                .table(
                        "contributions",
                        "不确定性来源",
                        "Contributions to the variance",
                        () -> StoredAccount.list(result.path("uncertainty").path("contributions")));
    }

    private Table inputs() {
        return new Columns<JsonNode>()
                .keys(node -> node, "layer", "file")
                .add("sha256", node -> Columns.value(node.path("checksum")))
                .keys(node -> node, "quality")
                .table("inputs", "输入数据", "Inputs", () -> StoredAccount.list(result.path("inputs")));
    }
}
