package sinkmap.report;

import java.util.List;
import sinkmap.report.StoredAccount.Method;
import tools.jackson.databind.JsonNode;

/** What the pools of a method's strata take up or give off in a year. */
final class FlowTable {

    private record Flow(JsonNode stratum, JsonNode flow) {}

    private FlowTable() {}

    /** The flows that the result states one by one; nothing when it states none. */
    static void write(Page page, Method method) {
        List<Flow> flows = method.strata()
                .flatMap(s -> StoredAccount.list(s.path("flows")).map(f -> new Flow(s, f)))
                .toList();
        if (flows.isEmpty()) {
            return;
        }
        page.element("h3", page.say("年通量，", "Yearly flows, ") + MethodSection.name(page, method));
        page.quiet(
                "固碳为正值表示吸收；没有通量因子的类型未列出，其通量未知，不等于零。",
                "Sequestration above zero is uptake. Strata without a factor for flows are not listed: their flow is unknown,"
                        + " not zero.");
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("类型", "Stratum")),
                PageTable.brief(page.say("量", "Measure")),
                PageTable.text(page.say("碳库", "Pool")),
                PageTable.number(page.say("每公顷", "Per hectare"), ""),
                PageTable.number(page.say("通量", "Flow"), ""),
                PageTable.number(page.say("95 % 区间", "95 % interval"), ""),
                PageTable.brief(page.say("单位", "Unit")));
        flows.forEach(f -> table.row(
                page.stratum(f.stratum),
                page.say(Words.measure(f.flow.path("measure").asString(""))),
                page.say(Words.pool(f.flow.path("pool").asString(""))),
                Page.number(f.flow.path("per_hectare")),
                Page.number(f.flow.path("value")),
                Page.interval(f.flow, "low", "high"),
                f.flow.path("unit").asString("")));
        table.end();
    }
}
