package sinkmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.report.StoredAccount.Method;
import tools.jackson.databind.JsonNode;

/** Stocks by stratum, one column a method. A stratum that a method has no factor for has no number there. */
final class MethodComparison {

    /** A stratum, and its stock by the number of the method. */
    private record Row(JsonNode stratum, Map<Integer, JsonNode> stocks) {}

    private MethodComparison() {}

    static void write(Page page, StoredAccount account) {
        List<Method> methods = account.methods();
        if (methods.stream()
                        .filter(method -> method.strata().findAny().isPresent())
                        .count()
                < 2) {
            return;
        }
        page.element("h3", page.say("各方法的碳储量，t C", "Stocks by method, t C"));
        List<PageTable.Heading> headings = new ArrayList<>();
        headings.add(PageTable.text(page.say("类型", "Stratum")));
        methods.forEach(method -> headings.add(PageTable.number(method.id(), "")));
        PageTable table = PageTable.begin(page, headings.toArray(PageTable.Heading[]::new));
        for (Row row : rows(methods)) {
            String[] cells = new String[1 + methods.size()];
            cells[0] = page.stratum(row.stratum);
            for (int i = 0; i < methods.size(); i++) {
                cells[1 + i] = row.stocks.containsKey(i) ? Page.number(row.stocks.get(i)) : Page.NONE;
            }
            table.row(cells);
        }
        String[] total = new String[1 + methods.size()];
        total[0] = page.say("总计", "Total");
        for (int i = 0; i < methods.size(); i++) {
            total[1 + i] = Page.number(methods.get(i).result().path("total").path("stock_tc"));
        }
        table.sum(total).end();
        page.quiet(
                "“–”表示该方法没有因子；各方法总计所含类型因此可能不同。",
                "A dash stands where a method has no factor; so the totals of the methods may be of different strata.");
    }

    private static Iterable<Row> rows(List<Method> methods) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int i = 0; i < methods.size(); i++) {
            int number = i;
            methods.get(i)
                    .strata()
                    .forEach(s -> rows.computeIfAbsent(
                                    s.path("layer").asString("") + " "
                                            + s.path("class").asString(""),
                                    key -> new Row(s, new LinkedHashMap<>()))
                            .stocks
                            .put(number, s.path("stock_tc")));
        }
        return rows.values();
    }
}
