package sinkmap.report;

import java.util.List;
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
        List<JsonNode> waiting = StoredAccount.list(apart.path("waiting")).toList();
        if (rows.isEmpty()) {
            page.note(page.say("缺活动数据，移出量未知。", "No activity data: the removal is not known."));
        }
        if (!rows.isEmpty() || !waiting.isEmpty()) {
            table(page, apart, rows, waiting);
        }
    }

    private static void table(Page page, JsonNode apart, List<JsonNode> rows, List<JsonNode> waiting) {
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("类别，地点", "Class, place")),
                PageTable.number(page.say("活动数据", "Activity"), ""),
                PageTable.number(page.say("因子", "Factor"), ""),
                PageTable.number(page.say("移出量", "Removal"), "t C/yr"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), "t C/yr"),
                PageTable.text(page.say("来源", "Sources")),
                PageTable.text(page.say("核对", "Check")),
                PageTable.brief(page.say("可信度", "Confidence")));
        for (JsonNode row : rows) {
            JsonNode factor = row.path("factor");
            table.row(
                    row.path("class").asString("") + " " + row.path("place").asString(""),
                    Page.number(row.path("activity")) + " "
                            + row.path("activity_unit").asString(""),
                    stated(factor),
                    Page.number(row.path("removal_tc_yr")),
                    Page.interval(row, "removal_low_tc_yr", "removal_high_tc_yr"),
                    row.path("activity_source").asString("")
                            + page.say("；", "; ")
                            + factor.path("source").asString(""),
                    page.say(Words.verification(factor.path("verification").asString(""))),
                    page.say(Words.confidence(factor.path("confidence").asString(""))));
        }
        waiting.forEach(of -> waiting(page, table, of));
        if (rows.isEmpty()) {
            table.end();
            return;
        }
        table.sum(
                        page.say("合计", "Sum") + " " + apart.path("year").asString(""),
                        "",
                        "",
                        Page.number(apart.path("removal_tc_yr")),
                        Page.interval(apart, "removal_low_tc_yr", "removal_high_tc_yr"),
                        Page.number(apart.path("removal_tco2e_yr")) + " t CO2e/yr",
                        "",
                        "")
                .end();
    }

    /** A class that a factor is there for but no activity: what it removes is not known, and not zero. */
    private static void waiting(Page page, PageTable table, JsonNode of) {
        JsonNode factor = of.path("factor");
        table.row(
                of.path("class").asString("") + page.say("（缺活动数据）", " (no activity data)"),
                "–",
                stated(factor),
                "–",
                "",
                factor.path("source").asString(""),
                page.say(Words.verification(factor.path("verification").asString(""))),
                page.say(Words.confidence(factor.path("confidence").asString(""))));
    }

    private static String stated(JsonNode factor) {
        return Page.exact(factor.path("value")) + " (" + Page.exact(factor.path("low")) + " – "
                + Page.exact(factor.path("high")) + ") " + factor.path("unit").asString("");
    }
}
