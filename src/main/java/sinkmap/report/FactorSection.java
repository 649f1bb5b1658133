package sinkmap.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every row of factors that a method used, with its interval, edition, tier, source and confidence. */
final class FactorSection {

    private FactorSection() {}

    /** The rows of factors that a stratum uses. */
    static Stream<JsonNode> of(JsonNode stratum) {
        return stratum.findValues("factors").stream().flatMap(StoredAccount::list);
    }

    static void write(Page page, StoredAccount account) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        account.methods().stream()
                .flatMap(method -> method.strata().flatMap(FactorSection::of))
                .forEach(row -> rows.putIfAbsent(row.path("id").asString(""), row));
        page.paragraph(
                "区间为 95 %；“依据”说明数值如何得来、与什么核对，“核对”说明核对到何种程度。",
                "Intervals are 95 %. The basis says how a value was come by and against what it was compared; the check says"
                        + " how far that goes.");
        verified(page, account);
        PageTable table = PageTable.begin(
                page,
                PageTable.code(page.say("因子", "Factor")),
                PageTable.text(page.say("量", "Quantity")),
                PageTable.number(page.say("值", "Value"), ""),
                PageTable.number(page.say("95 % 区间", "95 % interval"), ""),
                PageTable.brief(page.say("单位", "Unit")),
                PageTable.text(page.say("版本", "Edition")),
                PageTable.brief(page.say("层级", "Tier")),
                PageTable.text(page.say("方法与来源", "Method and source")),
                PageTable.text(page.say("依据", "Basis")),
                PageTable.text(page.say("核对", "Check")),
                PageTable.brief(page.say("可信度", "Confidence")));
        rows.values().forEach(row -> row(page, table, row));
        table.end();
    }

    private static void row(Page page, PageTable table, JsonNode row) {
        table.row(
                row.path("id").asString(""),
                page.say(Words.quantity(row.path("quantity").asString(""))),
                Page.exact(row.path("value")),
                Page.exact(row.path("low")) + " – " + Page.exact(row.path("high")),
                row.path("unit").asString(""),
                row.path("edition").asString(""),
                row.path("tier").asString(""),
                row.path("method").asString("")
                        + page.say("；", "; ")
                        + row.path("source").asString(""),
                row.path("basis").asString(""),
                page.say(Words.verification(row.path("verification").asString(""))),
                page.say(Words.confidence(row.path("confidence").asString(""))));
    }

    /** How many rows of the headline method were checked how, and the stock that rests on them. */
    private static void verified(Page page, StoredAccount account) {
        JsonNode verified = account.headline().about().path("verified");
        if (verified.isEmpty()) {
            return;
        }
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("核对", "Check")),
                PageTable.number(page.say("因子行数", "Rows of factors"), ""),
                PageTable.number(page.say("以此为最弱依据的储量", "Stock with this as its weakest row"), "t C"));
        StoredAccount.list(verified)
                .forEach(of -> table.row(
                        page.say(Words.verification(of.path("verification").asString(""))),
                        Page.number(of.path("rows")),
                        Page.number(of.path("stock_tc"))));
        table.end();
    }
}
