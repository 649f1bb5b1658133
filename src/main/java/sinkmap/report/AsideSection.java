package sinkmap.report;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is said beside the account, and the accounts that are kept apart from every total. */
final class AsideSection {

    private AsideSection() {}

    static void write(Page page, StoredAccount account) {
        List<JsonNode> statements =
                StoredAccount.list(account.result().path("statements")).toList();
        List<JsonNode> apart =
                StoredAccount.list(account.result().path("aside")).toList();
        if (statements.isEmpty() && apart.isEmpty()) {
            page.quiet("该次计算没有单列的账户。", "This run kept no account apart.");
        }
        statements.forEach(statement -> page.element("p", page.say(statement)));
        apart.forEach(one -> write(page, one));
    }

    private static void write(Page page, JsonNode apart) {
        String title = page.say(apart.path("title"));
        page.element(
                "h3",
                (title.isEmpty() ? apart.path("id").asString("") : title)
                        + page.say("（单列，不计入总计）", " (apart, in no total)"));
        page.element("p", page.say(apart.path("note")));
        List<JsonNode> rows = StoredAccount.list(apart.path("rows")).toList();
        if (rows.isEmpty()) {
            page.note(page.say("未提供活动数据，移出量未知。", "No activity was given: the removal is not known."));
        } else {
            table(page, apart, rows);
        }
        String missing = StoredAccount.list(apart.path("not_given"))
                .map(code -> code.asString(""))
                .collect(Collectors.joining(page.say("、", ", ")));
        if (!missing.isEmpty()) {
            page.quiet("有因子而无活动数据的类别：" + missing + "。", "With a factor but without activity: " + missing + ".");
        }
    }

    private static void table(Page page, JsonNode apart, List<JsonNode> rows) {
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("类别，地点", "Class, place")),
                PageTable.number(page.say("活动数据", "Activity"), ""),
                PageTable.number(page.say("因子", "Factor"), ""),
                PageTable.number(page.say("移出量", "Removal"), "t C/yr"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), "t C/yr"),
                PageTable.text(page.say("来源", "Sources")));
        for (JsonNode row : rows) {
            JsonNode factor = row.path("factor");
            table.row(
                    row.path("class").asString("") + " " + row.path("place").asString(""),
                    Page.number(row.path("activity")) + " "
                            + row.path("activity_unit").asString(""),
                    Page.exact(factor.path("value")) + " " + factor.path("unit").asString(""),
                    Page.number(row.path("removal_tc_yr")),
                    Page.interval(row, "removal_low_tc_yr", "removal_high_tc_yr"),
                    row.path("activity_source").asString("")
                            + page.say("；", "; ")
                            + factor.path("source").asString(""));
        }
        table.sum(
                        page.say("合计", "Sum") + " " + apart.path("year").asString(""),
                        "",
                        "",
                        Page.number(apart.path("removal_tc_yr")),
                        Page.interval(apart, "removal_low_tc_yr", "removal_high_tc_yr"),
                        Page.number(apart.path("removal_tco2e_yr")) + " t CO2e/yr")
                .end();
    }
}
