package sinkmap.report;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Every partition of the area into zones, and whether its zones add up to the whole. */
final class ZoneSection {

    private static final int BARS = 25;
    /** Sums of doubles in another order differ by less. */
    private static final double SAME = 1e-9;

    private final Page page;
    private final PlaceNames places;

    private ZoneSection(Page page, PlaceNames places) {
        this.page = page;
        this.places = places;
    }

    static void write(Page page, StoredAccount account, PlaceNames places) {
        if (account.partitions().isEmpty()) {
            page.quiet("该次计算没有分区结果。", "This run has no zones.");
        }
        for (JsonNode partition : account.partitions()) {
            new ZoneSection(page, places).write(partition, account.result().path("total"));
        }
    }

    private void write(JsonNode partition, JsonNode total) {
        String title = page.say(partition.path("title"));
        page.element("h3", title.isEmpty() ? partition.path("id").asString(page.say("分区", "Zones")) : title);
        List<JsonNode> zones = StoredAccount.list(partition.path("zones")).toList();
        chart(zones);
        boolean flows =
                zones.stream().anyMatch(z -> z.path("sequestration_tc_yr").isNumber());
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("区域", "Zone")),
                PageTable.number(page.say("碳汇面积", "Area of sinks"), "ha"),
                PageTable.number(page.say("碳储量", "Stock"), "t C"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), "t C"),
                PageTable.number(page.say("折合二氧化碳", "As CO₂"), "t CO2e"),
                PageTable.number(page.say("年固碳量", "Sequestration"), "t C/yr"),
                PageTable.number(page.say("缺少因子", "Without factor"), "ha"));
        zones.forEach(zone -> table.row(
                name(zone),
                Page.number(zone.path("area_ha")),
                Page.number(zone.path("stock_tc")),
                Page.interval(zone, "low_tc", "high_tc"),
                Page.number(zone.path("stock_tco2e")),
                Page.number(zone.path("sequestration_tc_yr")),
                Page.number(zone.path("without_factor_ha"))));
        table.sum(
                        page.say("各区合计", "Sum of the zones"),
                        Page.number(sum(zones, "area_ha")),
                        Page.number(sum(zones, "stock_tc")),
                        "",
                        Page.number(sum(zones, "stock_tco2e")),
                        flows ? Page.number(sum(zones, "sequestration_tc_yr")) : Page.NONE,
                        zones.stream().anyMatch(z -> z.path("without_factor_ha").isNumber())
                                ? Page.number(sum(zones, "without_factor_ha"))
                                : Page.NONE)
                .end();
        check(sum(zones, "stock_tc"), total.path("stock_tc").asDouble(Double.NaN));
    }

    private void check(double sum_tc, double total_tc) {
        double apart = Math.abs(sum_tc - total_tc) / Math.max(Math.abs(total_tc), 1);
        if (apart <= SAME) {
            page.quiet("各区之和等于总计。", "The zones add up to the total.");
        } else {
            page.note(page.say(
                    "各区之和与总计相差 " + Page.number(sum_tc - total_tc) + " t C。",
                    "The zones differ from the total by " + Page.number(sum_tc - total_tc) + " t C."));
        }
    }

    private void chart(List<JsonNode> zones) {
        BarChart chart =
                new BarChart(page.say("各区碳储量与 95 % 区间，t C", "Carbon stock of the zones with 95 % interval, t C"));
        zones.stream()
                .sorted(Comparator.comparingDouble(
                        (JsonNode z) -> -z.path("stock_tc").asDouble(0)))
                .limit(BARS)
                .forEach(z -> chart.add(
                        name(z),
                        z.path("stock_tc").asDouble(Double.NaN),
                        z.path("low_tc").asDouble(Double.NaN),
                        z.path("high_tc").asDouble(Double.NaN),
                        Page.number(z.path("stock_tc"))));
        chart.draw(page);
    }

    /** Name of a zone in the language of the page, as far as the result knows it. */
    private String name(JsonNode zone) {
        String title = page.say(zone.path("title"));
        return title.isEmpty() ? places.of(page.pick(zone.path("name").asString(""))) : title;
    }

    private static double sum(List<JsonNode> zones, String key) {
        return zones.stream().mapToDouble(z -> z.path(key).asDouble(0)).sum();
    }
}
