package sinkmap.report;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Role;
import sinkmap.run.Target;
import sinkmap.run.TargetsFile;
import tools.jackson.databind.JsonNode;

/** The plan's targets that concern sinks. One that the plan does not set stays open. */
final class TargetSection {

    /** Layers that an account writes. */
    private static final Set<String> RESULTS =
            Set.of("sink-account", "carbon-density", "carbon-stock", "sequestration", "carbon-uncertainty");

    private final Catalog catalog;
    private final TargetsFile targets;

    TargetSection(Catalog catalog, TargetsFile targets) {
        this.catalog = catalog;
        this.targets = targets;
    }

    void write(Page page, StoredAccount account) {
        Set<String> strata = new TreeSet<>();
        Stream.concat(account.headline().strata(), account.headline().withoutFactor())
                .map((JsonNode s) -> s.path("layer").asString(""))
                .forEach(strata::add);
        page.paragraph(
                "数值取自碳达峰实施方案。方案未设定的目标保持空白，不以其他来源代替。",
                "Numbers of the carbon-peak plan. What the plan does not set stays open; no number from elsewhere takes its"
                        + " place.");
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("目标", "Target")),
                PageTable.brief(page.say("编号", "Id")),
                PageTable.text(page.say("基期", "Baseline")),
                PageTable.text(page.say("目标值", "Value")),
                PageTable.text(page.say("年份", "Year")),
                PageTable.brief(page.say("方案章节", "Section")));
        targets.list().stream()
                .filter(target -> target.layer() != null && concernsSinks(target.layer(), strata))
                .forEach(target -> row(page, table, target));
        table.end();
    }

    private boolean concernsSinks(String layer, Set<String> strata) {
        return RESULTS.contains(layer)
                || strata.contains(layer)
                || catalog.findLayer(layer)
                        .filter(l -> l.about().role() == Role.SINK)
                        .isPresent();
    }

    private static void row(Page page, PageTable table, Target target) {
        String words = target.targetValue() == null && target.operator() != null ? " (" + target.operator() + ")" : "";
        boolean noYear = target.targetYear() == null || target.targetYear().equals("none stated");
        table.row(
                page.say(target.nameZh(), target.nameEn()),
                target.id(),
                baseline(target),
                page.say(target.text()) + words,
                noYear ? page.say("方案未设定", "not set by the plan") : target.targetYear(),
                target.section());
    }

    private static String baseline(Target target) {
        if (target.baselineValue() == null) {
            return Page.NONE;
        }
        String value = new BigDecimal(Double.toString(target.baselineValue()))
                .stripTrailingZeros()
                .toPlainString();
        String basis = target.baselineBasis() == null ? "" : ", " + target.baselineBasis();
        return value + " " + target.unit() + " (" + (target.baselineYear() == null ? "" : target.baselineYear()) + basis
                + ")";
    }
}
