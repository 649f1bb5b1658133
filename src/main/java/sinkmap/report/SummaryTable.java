package sinkmap.report;

import java.util.List;
import java.util.stream.Stream;
import sinkmap.catalog.Text;
import tools.jackson.databind.JsonNode;

/** The totals of an account, and what made it: one row a figure. */
final class SummaryTable {

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
            new Amount(
                    "sequestration_area",
                    new Text("有固碳因子的面积", "Area whose sequestration is known"),
                    "sequestration_area_ha",
                    null,
                    null,
                    "ha"),
            new Amount(
                    "methane",
                    new Text("甲烷排放", "Methane given off"),
                    "methane_t_yr",
                    "methane_low_t_yr",
                    "methane_high_t_yr",
                    "t CH4/yr"),
            new Amount(
                    "methane_co2e",
                    new Text("甲烷排放，折合二氧化碳", "Methane given off as CO2"),
                    "methane_tco2e_yr",
                    null,
                    null,
                    "t CO2e/yr"),
            new Amount(
                    "methane_area",
                    new Text("有甲烷因子的面积", "Area whose methane is known"),
                    "methane_area_ha",
                    null,
                    null,
                    "ha"));

    private final StoredAccount account;
    private final JsonNode result;

    private SummaryTable(StoredAccount account) {
        this.account = account;
        this.result = account.result();
    }

    static Table of(StoredAccount account) {
        SummaryTable summary = new SummaryTable(account);
        return new Table(
                "summary",
                new Text("汇总", "Summary"),
                List.of("item", "item_zh", "item_en", "value", "low_95", "high_95", "unit"),
                () -> Stream.concat(TOTALS.stream().map(summary::amount), summary.provenance()));
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

    private Stream<Object[]> provenance() {
        return Stream.of(
                fact(
                        "gwp100_ch4",
                        "甲烷百年增温潜势",
                        "Global warming potential of methane",
                        stated("gwp100_ch4"),
                        "t CO2e/t CH4"),
                fact(
                        "headline_method",
                        "主方法",
                        "Headline method",
                        account.headline().id(),
                        null),
                fact("cell", "网格边长", "Cell size", stated("cell_m"), "m"),
                fact("quality", "数据质量", "Quality of the data", stated("quality"), null),
                fact("run", "运行编号", "Run", account.run().id(), null),
                fact(
                        "finished",
                        "完成时间",
                        "Finished",
                        String.valueOf(account.run().finished()),
                        null),
                fact("version", "软件版本", "Version", stated("version"), null),
                fact("definitions_hash", "定义校验值", "Hash of the definitions", stated("definitions_hash"), null));
    }

    private Object stated(String key) {
        return Columns.value(result.path(key));
    }

    private static Object[] fact(String item, String zh, String en, Object value, String unit) {
        return new Object[] {item, zh, en, value, null, null, unit};
    }
}
