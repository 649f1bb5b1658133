package sinkmap.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.report.StoredAccount.Method;
import tools.jackson.databind.JsonNode;

/** Strata with their pools, and the pools over all strata, by the headline method; stocks of all methods by stratum. */
final class StrataSection {

    private static final int BARS = 20;

    private StrataSection() {}

    static void write(Page page, StoredAccount account) {
        Method headline = account.headline();
        List<JsonNode> strata = headline.strata().toList();
        if (strata.isEmpty()) {
            page.quiet("没有类型有可用因子。", "No stratum has a factor.");
            return;
        }
        chart(page, strata);
        pools(page, strata);
        page.element("h3", page.say("各类型，主方法", "Strata, headline method"));
        table(page, strata, account.result().path("total"));
        FlowTable.write(page, headline);
        MethodComparison.write(page, account);
    }

    private static void chart(Page page, List<JsonNode> strata) {
        BarChart chart = new BarChart(page.say(
                "储量最大的类型（主方法）与 95 % 区间，t C",
                "The strata with the largest stocks (headline method) with 95 % interval, t C"));
        strata.stream()
                .sorted(Comparator.comparingDouble(
                        (JsonNode s) -> -s.path("stock_tc").asDouble(0)))
                .limit(BARS)
                .forEach(s -> chart.add(
                        page.stratum(s),
                        s.path("stock_tc").asDouble(Double.NaN),
                        s.path("low_tc").asDouble(Double.NaN),
                        s.path("high_tc").asDouble(Double.NaN),
                        Page.number(s.path("stock_tc"))));
        chart.draw(page);
    }

    private static void pools(Page page, List<JsonNode> strata) {
        Map<String, Double> stocks = new LinkedHashMap<>();
        strata.stream()
                .flatMap(s -> StoredAccount.list(s.path("pools")))
                .filter(p -> p.path("stock_tc").isNumber())
                .forEach(p -> stocks.merge(
                        p.path("pool").asString(""), p.path("stock_tc").doubleValue(), Double::sum));
        if (stocks.isEmpty()) {
            return;
        }
        double all = stocks.values().stream().mapToDouble(v -> v).sum();
        page.element("h3", page.say("各碳库，主方法", "Pools, headline method"));
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("碳库", "Pool")),
                PageTable.number(page.say("碳储量", "Stock"), "t C"),
                PageTable.number(page.say("占比", "Share"), ""));
        stocks.forEach(
                (pool, stock) -> table.row(page.say(Words.pool(pool)), Page.number(stock), Page.percent(stock / all)));
        table.sum(page.say("合计", "Sum"), Page.number(all), Page.percent(1)).end();
    }

    private static void table(Page page, List<JsonNode> strata, JsonNode total) {
        boolean flows =
                strata.stream().anyMatch(s -> s.path("sequestration_tc_yr").isNumber());
        PageTable table = PageTable.begin(page, headings(page, flows));
        for (JsonNode stratum : strata) {
            table.row(cells(page.stratum(stratum), stratum, Page.NONE, flows));
            StoredAccount.list(stratum.path("pools"))
                    .filter(pool -> pool.path("stock_tc").isNumber())
                    .forEach(pool -> table.sub(cells(
                            page.say(Words.pool(pool.path("pool").asString(""))) + " ("
                                    + page.say(Words.set(pool.path("set").asString("")))
                                    + ")",
                            pool,
                            Page.number(pool.path("density")),
                            flows)));
        }
        table.sum(cells(page.say("总计", "Total"), total, Page.NONE, flows)).end();
    }

    private static PageTable.Heading[] headings(Page page, boolean flows) {
        PageTable.Heading[] headings = {
            PageTable.text(page.say("类型 / 碳库", "Stratum / pool")),
            PageTable.number(page.say("面积", "Area"), "ha"),
            PageTable.number(page.say("碳密度", "Density"), "t C/ha"),
            PageTable.number(page.say("碳储量", "Stock"), "t C"),
            PageTable.number(page.say("95 % 区间", "95 % interval"), "t C"),
            flows
                    ? PageTable.number(page.say("年固碳量", "Sequestration"), "t C/yr")
                    : PageTable.number(page.say("折合二氧化碳", "As CO₂"), "t CO2e")
        };
        return headings;
    }

    private static String[] cells(String name, JsonNode of, String density, boolean flows) {
        return new String[] {
            name,
            of.path("area_ha").isNumber() ? Page.number(of.path("area_ha")) : "",
            density.equals(Page.NONE) ? mean(of) : density,
            Page.number(of.path("stock_tc")),
            Page.interval(of, "low_tc", "high_tc"),
            flows
                    ? of.path("sequestration_tc_yr").isNumber() ? Page.number(of.path("sequestration_tc_yr")) : ""
                    : of.path("stock_tco2e").isNumber() ? Page.number(of.path("stock_tco2e")) : ""
        };
    }

    private static String mean(JsonNode of) {
        double area_ha = of.path("area_ha").asDouble(Double.NaN);
        return Page.number(of.path("stock_tc").asDouble(Double.NaN) / area_ha);
    }
}
