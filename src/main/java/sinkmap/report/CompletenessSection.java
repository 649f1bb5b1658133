package sinkmap.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sinkmap.report.StoredAccount.Method;
import tools.jackson.databind.JsonNode;

/** What the account does not hold: area that another stratum has, area of no stratum, and strata without factor. */
final class CompletenessSection {

    /** Strata named in a row; the tables name them all. */
    private static final int MOST_NAMES = 3;

    private CompletenessSection() {}

    static void write(Page page, StoredAccount account) {
        page.part("重叠", "Overlaps");
        List<JsonNode> overlaps = account.overlaps();
        if (overlaps.isEmpty()) {
            page.quiet("没有类型被更优先的类型覆盖。", "No stratum lies under one of higher precedence.");
        } else {
            overlaps(page, account, overlaps);
        }
        page.part("空缺", "Gaps");
        gaps(page, account.result().path("gaps"));
        page.part("缺少因子的类型", "Strata without factor");
        for (Method method : account.methods()) {
            withoutFactor(page, method);
        }
        missingPools(page, MissingPools.of(account));
    }

    /** Strata of a method that lack the same pools stand together. */
    private static void missingPools(Page page, List<MissingPools> missing) {
        if (missing.isEmpty()) {
            return;
        }
        page.part("缺少因子的碳库", "Pools without factor");
        page.paragraph(
                "下列碳库在所列方法中没有因子，而其他方法有：其储量未知，未计入该方法的合计，也不是零；比较各方法时须注意。",
                "These pools have no factor in the method named, but have one in another: their stock is unknown, in none of"
                        + " the method's sums and not zero. Mind them when methods are compared.");
        Map<List<Object>, List<MissingPools>> together = missing.stream()
                .collect(Collectors.groupingBy(
                        m -> List.of(m.method().id(), m.stratum().path("layer").asString(""), m.pools()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        PageTable table = PageTable.begin(
                page,
                PageTable.brief(page.say("方法", "Method")),
                PageTable.text(page.say("碳库", "Pools")),
                PageTable.text(page.say("类型", "Strata")),
                PageTable.number(page.say("面积", "Area"), "ha"));
        together.values()
                .forEach(same -> table.row(
                        same.get(0).method().id(),
                        same.get(0).pools().stream()
                                .map(pool -> page.say(Words.pool(pool)))
                                .collect(Collectors.joining(page.say("、", ", "))),
                        names(page, same),
                        Page.number(same.stream()
                                .mapToDouble(m -> m.stratum().path("area_ha").asDouble(0))
                                .sum())));
        table.end();
    }

    private static String names(Page page, List<MissingPools> same) {
        String first = same.stream()
                .limit(MOST_NAMES)
                .map(m -> page.stratum(m.stratum()))
                .collect(Collectors.joining("; "));
        int more = same.size() - MOST_NAMES;
        return more > 0 ? first + page.say(" 等另 " + more + " 类", " and " + more + " more") : first;
    }

    private static void overlaps(Page page, StoredAccount account, List<JsonNode> overlaps) {
        page.paragraph(
                "下列面积被优先次序更高的类型占有，已计在后者名下，未在此重复计算。",
                "These areas lie under strata of higher precedence. They count there and not here.");
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("类型", "Stratum")),
                PageTable.number(page.say("让出的面积", "Area lost"), "ha"));
        for (JsonNode overlap : overlaps) {
            table.row(title(page, account, overlap), Page.number(overlap.path("overlap_ha")));
            StoredAccount.list(overlap.path("under"))
                    .forEach(by -> table.sub(
                            page.say("归入：", "held by: ") + page.stratum(by), Page.number(by.path("area_ha"))));
        }
        table.end();
    }

    /** An overlap may name only layer and class; the strata of the result know the title. */
    private static String title(Page page, StoredAccount account, JsonNode overlap) {
        if (overlap.has("title")) {
            return page.stratum(overlap);
        }
        return account.headline()
                .strata()
                .filter(s -> s.path("layer").equals(overlap.path("layer"))
                        && s.path("class").equals(overlap.path("class")))
                .findFirst()
                .map(page::stratum)
                .orElseGet(() -> page.stratum(overlap));
    }

    private static void gaps(Page page, JsonNode gaps) {
        if (!gaps.isObject()) {
            page.quiet("该次计算未报告空缺。", "This run did not report gaps.");
            return;
        }
        PageTable.begin(
                        page,
                        PageTable.text(""),
                        PageTable.number(page.say("分析范围", "Region"), "ha"),
                        PageTable.number(page.say("属于某一类型", "In a stratum"), "ha"),
                        PageTable.number(page.say("不属于任何类型", "In no stratum"), "ha"),
                        PageTable.number(page.say("其中在各区之内", "Of this within zones"), "ha"))
                .row(
                        page.say("面积", "Area"),
                        Page.number(gaps.path("region_ha")),
                        Page.number(gaps.path("covered_ha")),
                        Page.number(gaps.path("uncovered_ha")),
                        Page.number(gaps.path("uncovered_in_zones_ha")))
                .end();
    }

    private static void withoutFactor(Page page, Method method) {
        List<JsonNode> strata = method.withoutFactor().toList();
        String name = MethodSection.name(page, method);
        if (strata.isEmpty()) {
            page.quiet(name + "：所有类型都有因子。", name + ": every stratum has factors.");
            return;
        }
        PageTable table = PageTable.begin(
                page,
                PageTable.text(name),
                PageTable.number(page.say("要素数", "Features"), ""),
                PageTable.number(page.say("面积（储量未知）", "Area (stock unknown)"), "ha"));
        strata.forEach(
                s -> table.row(page.stratum(s), Page.number(s.path("features")), Page.number(s.path("area_ha"))));
        table.end();
    }
}
