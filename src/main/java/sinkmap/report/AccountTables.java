package sinkmap.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The tables of an account. Their names and columns are the same for every run. */
public final class AccountTables {

    /** Names of all tables, in order. */
    public static final List<String> NAMES = List.of(
            "summary",
            "methods",
            "strata",
            "pools",
            "flows",
            "factors",
            "zones",
            "zone-pools",
            "zone-strata",
            "overlaps",
            "gaps",
            "without-factor",
            "missing-pools",
            "aside",
            "uncertainty",
            "contributions",
            "inputs");

    static final String[] AMOUNTS = {
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

    private record ZoneOf(JsonNode partition, JsonNode zone, JsonNode part) {}

    /** A row of an account kept apart, or a class that nothing was given of; missing where it has neither. */
    private record Apart(JsonNode account, JsonNode row) {}

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
            case "summary" -> SummaryTable.of(account);
            case "methods" -> methods();
            case "strata" -> new StratumTables(account).strata();
            case "pools" -> new StratumTables(account).pools();
            case "flows" -> new StratumTables(account).flows();
            case "factors" -> new StratumTables(account).factors();
            case "zones" -> zones();
            case "zone-pools" -> zonePools();
            case "zone-strata" -> zoneStrata();
            case "overlaps" -> new StratumTables(account).overlaps();
            case "gaps" -> gaps();
            case "without-factor" -> new StratumTables(account).withoutFactor();
            case "missing-pools" -> new StratumTables(account).missingPools();
            case "aside" -> aside();
            case "uncertainty" -> uncertainty();
            case "contributions" -> contributions();
            case "inputs" -> inputs();
            default -> throw new IllegalArgumentException(name);
        };
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

    private Table zones() {
        return partition()
                .keys(ZoneOf::zone, "area_ha", "uncovered_ha", "without_factor_ha", "sequestration_area_ha")
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

    private Table zonePools() {
        return partition()
                .keys(ZoneOf::part, "pool", "stock_tc", "low_tc", "high_tc")
                .table("zone-pools", "分区与碳库", "Pools of zones", () -> partsOfZones("pools"));
    }

    private Stream<ZoneOf> partsOfZones(String key) {
        return zonesOfPartitions()
                .flatMap(z -> StoredAccount.list(z.zone.path(key)).map(part -> new ZoneOf(z.partition, z.zone, part)));
    }

    private Table zoneStrata() {
        return partition()
                .keys(ZoneOf::part, "layer", "class", "area_ha", "stock_tc", "sequestration_tc_yr")
                .table("zone-strata", "分区与类型", "Strata of zones", () -> partsOfZones("strata"));
    }

    private Table gaps() {
        return new Columns<JsonNode>()
                .keys(node -> node, "region_ha", "covered_ha", "uncovered_ha", "uncovered_in_zones_ha")
                .table(
                        "gaps",
                        "空缺",
                        "Gaps",
                        () -> Stream.of(result.path("gaps")).filter(JsonNode::isObject));
    }

    /** Accounts kept apart, a row an activity; one without activity has a row without removal. */
    private Table aside() {
        return new Columns<Apart>()
                .add("account", a -> Columns.value(a.account.path("id")))
                .title("title", a -> a.account.path("title"))
                .keys(Apart::account, "year")
                .keys(Apart::row, "class", "place", "activity", "activity_low", "activity_high", "activity_unit")
                .keys(Apart::row, "activity_source")
                .add("factor", a -> Columns.value(a.row.path("factor").path("id")))
                .add("factor_value", a -> Columns.value(a.row.path("factor").path("value")))
                .add("factor_unit", a -> Columns.value(a.row.path("factor").path("unit")))
                .add("factor_source", a -> Columns.value(a.row.path("factor").path("source")))
                .add(
                        "factor_verification",
                        a -> Columns.value(a.row.path("factor").path("verification")))
                .add(
                        "factor_confidence",
                        a -> Columns.value(a.row.path("factor").path("confidence")))
                .keys(Apart::row, "removal_tc_yr", "removal_low_tc_yr", "removal_high_tc_yr")
                .table(
                        "aside",
                        "单列账户",
                        "Accounts kept apart",
                        () -> StoredAccount.list(result.path("aside")).flatMap(AccountTables::apart));
    }

    /** What was given, then the classes that nothing was given of; an empty row where there is neither. */
    private static Stream<Apart> apart(JsonNode account) {
        Stream<JsonNode> rows =
                Stream.concat(StoredAccount.list(account.path("rows")), StoredAccount.list(account.path("waiting")));
        return account.path("rows").isEmpty() && account.path("waiting").isEmpty()
                ? Stream.of(new Apart(account, MissingNode.getInstance()))
                : rows.map(row -> new Apart(account, row));
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
