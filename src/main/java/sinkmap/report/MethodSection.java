package sinkmap.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sinkmap.catalog.Text;
import sinkmap.report.StoredAccount.Method;
import tools.jackson.databind.JsonNode;

/** What was reckoned how: rules of the account, and each method with its sets, formulas, editions, tiers and confidence. */
final class MethodSection {

    private MethodSection() {}

    static void write(Page page, StoredAccount account) {
        rules(page);
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("方法", "Method")),
                PageTable.number(page.say("面积", "Area"), "ha"),
                PageTable.number(page.say("碳储量", "Stock"), "t C"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), "t C"),
                PageTable.number(page.say("折合二氧化碳", "As CO₂"), "t CO2e"),
                PageTable.number(page.say("年固碳量", "Sequestration"), "t C/yr"),
                PageTable.number(page.say("缺少因子", "Without factor"), "ha"));
        for (Method method : account.methods()) {
            JsonNode total = method.result().path("total");
            table.row(
                    name(page, method),
                    Page.number(total.path("area_ha")),
                    Page.number(total.path("stock_tc")),
                    Page.interval(total, "low_tc", "high_tc"),
                    Page.number(total.path("stock_tco2e")),
                    Page.number(total.path("sequestration_tc_yr")),
                    Page.number(method.withoutFactor()
                            .mapToDouble(w -> w.path("area_ha").asDouble(0))
                            .sum()));
        }
        table.end();
        account.methods().forEach(method -> statement(page, method));
    }

    /** Title of a method; one that has none is the method of the account. */
    static String name(Page page, Method method) {
        String title = page.say(method.about().path("title"));
        if (!title.isEmpty()) {
            return title;
        }
        return method.id().isEmpty() ? page.say("账户的方法", "The method of the account") : method.id();
    }

    private static void rules(Page page) {
        page.paragraph(
                "面积在等积投影的网格上计数，每个单元只属于一个类型：图层重叠处由声明的优先次序决定归属，让出的面积列在“重叠”中，任何一公顷都不重复计算。",
                "Areas are counted on the grid of an equal-area projection, and a cell belongs to one stratum: where layers"
                        + " overlap, the declared precedence decides, and what the others lost is listed under overlaps. No"
                        + " hectare counts twice.");
        page.paragraph(
                "碳储量为面积与因子之积的和；一个碳库由一个公式计算，公式的因子取自同一因子集。没有因子的类型储量未知，列出面积，不按零计。",
                "A stock is a sum of products of area and factors. A pool is reckoned by one formula, and a formula takes its"
                        + " factors from one set. A stratum without factor has an unknown stock: its area is listed, and it"
                        + " is not taken as zero.");
    }

    private static void statement(Page page, Method method) {
        page.element("h3", name(page, method) + (method.headline() ? page.say("（主方法）", " (headline)") : ""));
        page.open("dl");
        term(page, page.say("标识", "Id"), method.id());
        term(
                page,
                page.say("因子集，按优先次序", "Sets of factors, preferred first"),
                StoredAccount.list(method.about().path("sets"))
                        .map(set -> page.say(Words.set(set.asString(""))))
                        .collect(Collectors.joining(page.say("、", ", "))));
        term(page, page.say("公式", "Formulas"), counts(page, pools(method, "formula"), Words::formula));
        term(page, page.say("所用因子集", "Sets used"), counts(page, pools(method, "set"), Words::set));
        term(page, page.say("版本", "Editions"), counts(page, factors(method, "edition"), MethodSection::same));
        term(page, page.say("层级", "Tiers"), counts(page, factors(method, "tier"), MethodSection::same));
        term(page, page.say("可信度", "Confidence"), counts(page, factors(method, "confidence"), Words::confidence));
        page.close();
    }

    private static void term(Page page, String name, String value) {
        if (!value.isEmpty()) {
            page.element("dt", name).element("dd", value);
        }
    }

    private static Text same(String code) {
        return new Text(code, code);
    }

    /** How many pools have each value of a key. */
    private static Map<String, Long> pools(Method method, String key) {
        return method.strata()
                .flatMap(stratum -> Stream.concat(
                        StoredAccount.list(stratum.path("pools")), StoredAccount.list(stratum.path("flows"))))
                .map(pool -> pool.path(key).asString(""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    }

    /** How many rows of factors have each value of a key; a row that is used more than once counts once. */
    private static Map<String, Long> factors(Method method, String key) {
        Map<String, String> byRow = new TreeMap<>();
        method.strata()
                .flatMap(stratum -> FactorSection.of(stratum))
                .forEach(row ->
                        byRow.put(row.path("id").asString(""), row.path(key).asString("")));
        return byRow.values().stream()
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    }

    private static String counts(Page page, Map<String, Long> counts, Function<String, Text> words) {
        return counts.entrySet().stream()
                .map(e -> page.say(words.apply(e.getKey())) + " (" + e.getValue() + ")")
                .collect(Collectors.joining(page.say("；", "; ")));
    }
}
