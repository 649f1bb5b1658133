package sinkmap.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sinkmap.run.ScenarioResult;
import sinkmap.run.ScenarioResult.Range;
import sinkmap.run.Scenarios;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;

/** The scenarios that were run: stocks and fluxes year by year, their value at a price of carbon, restorations by tonnes per yuan. */
final class ScenarioSection {

    private static final double TONNES_PER_THOUSAND_YUAN = 1000;

    /** A scenario that was run, and what the run has found. */
    private record Ran(StoredRun run, ScenarioResult result) {}

    private final List<Ran> scenarios;

    private ScenarioSection(List<Ran> scenarios) {
        this.scenarios = scenarios;
    }

    /** The scenarios whose last run is there, in the order of their ids. */
    static ScenarioSection read(RunStore runs) {
        return new ScenarioSection(runs.list().stream()
                .filter(run -> run.kind().equals(Scenarios.KIND) && run.current() && run.result() != null)
                .sorted(Comparator.comparing(StoredRun::plan))
                .map(run -> new Ran(run, Scenarios.read(run)))
                .toList());
    }

    boolean isEmpty() {
        return scenarios.isEmpty();
    }

    void write(Page page, StoredAccount account) {
        page.paragraph(
                "情景不是预测：面积与起始年份是假设或取自多期地图，区间为 95 %。“额外”指与土地保持现状相比多出的部分，只有这一部分计价。",
                "A scenario is no forecast: areas and years are assumed or are those of dated maps; intervals are 95 %."
                        + " Additional is what there would not be if the land were left as it is; only that has a value.");
        for (Ran scenario : scenarios) {
            write(page, scenario, account);
        }
        factors(page);
    }

    private static void write(Page page, Ran scenario, StoredAccount account) {
        ScenarioResult of = scenario.result();
        page.element("h3", page.say(of.title()));
        page.element("p", page.say(of.areas()));
        page.quiet(
                "运行 " + scenario.run().id() + "；" + page.say(Words.quality(of.quality())) + method(page, of),
                "Run " + scenario.run().id() + "; " + page.say(Words.quality(of.quality())) + method(page, of));
        if (of.accountRun() != null && !of.accountRun().equals(account.run().id())) {
            page.note(page.say(
                    "该情景的面积取自另一次账户运行 " + of.accountRun() + "，不是本报告的账户。",
                    "The areas are those of another run of the account, " + of.accountRun()
                            + ", and not those of this report."));
        }
        totals(page, of);
        LineChart.draw(
                page,
                page.say("碳储量（t C）", "Carbon stock (t C)"),
                of.years().stream()
                        .map(y -> new LineChart.Point(y.year(), y.stock_tc(), y.stockLow_tc(), y.stockHigh_tc()))
                        .toList());
        LineChart.draw(
                page,
                page.say("年净吸收（t CO2e）", "Net removal of the year (t CO2e)"),
                of.years().stream()
                        .skip(1)
                        .map(y -> new LineChart.Point(y.year(), y.net_tco2e(), y.netLow_tco2e(), y.netHigh_tco2e()))
                        .toList());
        years(page, of);
        changes(page, of);
        ranking(page, of);
        of.withoutFactor()
                .forEach(w -> page.note(page.say(
                        "缺少因子，不在任何合计内：" + page.say(w.title()) + "，" + Page.number(w.area_ha()) + " ha",
                        "No factor, in no sum: " + page.say(w.title()) + ", " + Page.number(w.area_ha()) + " ha")));
    }

    private static String method(Page page, ScenarioResult of) {
        return of.method() == null
                ? ""
                : page.say("；因子方法：", "; factors of the method: ")
                        + page.say(of.method().title());
    }

    private static void totals(Page page, ScenarioResult of) {
        ScenarioResult.Total total = of.total();
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("合计", "Total")),
                PageTable.number(page.say("值", "Value"), ""),
                PageTable.number(page.say("95 % 区间", "95 % interval"), ""),
                PageTable.brief(page.say("单位", "Unit")));
        total(table, page.say("储量，", "Stock, ") + of.baseYear(), total.stockFirst_tc(), "t C");
        total(table, page.say("储量，", "Stock, ") + of.endYear(), total.stockLast_tc(), "t C");
        total(table, page.say("额外吸收", "Additional removal"), total.additional_tco2e(), "t CO2e");
        if (of.price() != null) {
            total(table, page.say("净现值", "Net present value"), total.netPresentValue_yuan(), page.say("元", "yuan"));
        }
        table.end();
        if (of.price() == null) {
            page.quiet("该情景未给出碳价，因此没有价值。", "The scenario states no price of carbon, so it has no value.");
        } else {
            String rate = Page.number(of.price().discountRatePercent()) + " %";
            page.quiet(
                    "碳价表 " + of.price().table() + (of.price().linear() ? "，年份间线性内插" : "") + "，折现率 " + rate,
                    "Table of prices " + of.price().table() + (of.price().linear() ? ", linear between its years" : "")
                            + ", discounted by " + rate);
        }
    }

    private static void total(PageTable table, String name, Range of, String unit) {
        table.row(name, Page.number(of.value()), interval(of), unit);
    }

    private static void years(Page page, ScenarioResult of) {
        PageTable table = PageTable.begin(
                page,
                PageTable.brief(page.say("年份", "Year")),
                PageTable.number(page.say("面积", "Area"), "ha"),
                PageTable.number(page.say("储量", "Stock"), "t C"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), "t C"),
                PageTable.number(page.say("净吸收", "Net removal"), "t CO2e"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), "t CO2e"),
                PageTable.number(page.say("额外", "Additional"), "t CO2e"),
                PageTable.number(page.say("碳价", "Price"), page.say("元/t", "yuan/t")),
                PageTable.number(page.say("费用", "Cost"), page.say("元", "yuan")),
                PageTable.number(page.say("现值", "Present value"), page.say("元", "yuan")));
        for (ScenarioResult.Year year : of.years()) {
            table.row(
                    String.valueOf(year.year()),
                    Page.number(year.area_ha()),
                    Page.number(year.stock_tc()),
                    interval(new Range(year.stock_tc(), year.stockLow_tc(), year.stockHigh_tc())),
                    Page.number(year.net_tco2e()),
                    interval(new Range(year.net_tco2e(), year.netLow_tco2e(), year.netHigh_tco2e())),
                    Page.number(year.additional_tco2e()),
                    Page.number(year.price_yuan_t()),
                    Page.number(year.cost_yuan()),
                    Page.number(year.presentValue_yuan()));
        }
        table.end();
    }

    /** What changed between dated maps. */
    private static void changes(Page page, ScenarioResult of) {
        if (of.maps() == null) {
            return;
        }
        Map<String, String> names = new LinkedHashMap<>();
        of.classes().forEach(c -> names.put(c.id(), page.say(c.title())));
        page.element("h4", page.say("两期图之间的变化", "What changed between the maps"));
        PageTable table = PageTable.begin(
                page,
                PageTable.brief(page.say("年份", "Year")),
                PageTable.text(page.say("由", "From")),
                PageTable.text(page.say("变为", "To")),
                PageTable.number(page.say("面积", "Area"), "ha"));
        of.transitions()
                .forEach(t -> table.row(
                        String.valueOf(t.startYear()),
                        names.getOrDefault(t.from(), t.from()),
                        names.getOrDefault(t.to(), t.to()),
                        Page.number(t.area_ha())));
        table.end();
    }

    private static void ranking(Page page, ScenarioResult of) {
        if (of.candidates().isEmpty()) {
            return;
        }
        page.element("h4", page.say("修复措施排序（每千元吨数）", "Restorations by tonnes per thousand yuan"));
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("措施", "Measure")),
                PageTable.number(page.say("面积", "Area"), "ha"),
                PageTable.number(page.say("额外吸收", "Additional removal"), "t CO2e"),
                PageTable.number(page.say("费用", "Cost"), page.say("元", "yuan")),
                PageTable.number(page.say("每千元", "Per thousand yuan"), "t CO2e"),
                PageTable.number(page.say("95 % 区间", "95 % interval"), ""),
                PageTable.number(page.say("净现值", "Net present value"), page.say("元", "yuan")),
                PageTable.text(page.say("说明", "Remark")));
        for (ScenarioResult.Candidate candidate : of.candidates()) {
            Range rate = candidate.tco2e_per_yuan();
            Range thousand = new Range(
                    rate.value() * TONNES_PER_THOUSAND_YUAN,
                    rate.low() * TONNES_PER_THOUSAND_YUAN,
                    rate.high() * TONNES_PER_THOUSAND_YUAN);
            table.row(
                    page.say(candidate.title()),
                    Page.number(candidate.area_ha()),
                    Page.number(candidate.additional_tco2e().value()),
                    Page.number(candidate.cost_yuan().value()),
                    Page.number(thousand.value()),
                    interval(thousand),
                    Page.number(candidate.netPresentValue_yuan().value()),
                    Double.isFinite(thousand.value())
                            ? ""
                            : page.say("未排序：费用未知或不能单独计算", "not ranked: no cost known, or not on its own"));
        }
        table.end();
    }

    /** The rows that numbers of scenarios are from, each once. */
    private void factors(Page page) {
        Map<String, ScenarioResult.OfFactor> rows = new LinkedHashMap<>();
        scenarios.stream()
                .flatMap(scenario -> scenario.result().factors().stream())
                .forEach(row -> rows.putIfAbsent(row.id(), row));
        page.part("情景所用因子", "Factors of the scenarios");
        PageTable table = PageTable.begin(
                page,
                PageTable.code(page.say("因子", "Factor")),
                PageTable.number(page.say("值", "Value"), ""),
                PageTable.number(page.say("95 % 区间", "95 % interval"), ""),
                PageTable.brief(page.say("单位", "Unit")),
                PageTable.text(page.say("来源", "Source")),
                PageTable.text(page.say("依据", "Basis")),
                PageTable.brief(page.say("可信度", "Confidence")));
        rows.values()
                .forEach(row -> table.row(
                        row.id(),
                        Page.number(row.value()),
                        interval(new Range(row.value(), row.low(), row.high())),
                        row.unit(),
                        Objects.toString(row.source(), ""),
                        Objects.toString(row.basis(), ""),
                        page.say(Words.confidence(Objects.toString(row.confidence(), "")))));
        table.end();
    }

    private static String interval(Range of) {
        return Double.isFinite(of.low()) && Double.isFinite(of.high())
                ? Page.number(of.low()) + " – " + Page.number(of.high())
                : Page.NONE;
    }
}
