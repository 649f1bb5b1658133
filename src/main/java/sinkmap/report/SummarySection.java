package sinkmap.report;

import java.util.Locale;
import sinkmap.report.StoredAccount.Method;
import tools.jackson.databind.JsonNode;

/** The account in a few numbers, and the methods side by side. */
final class SummarySection {

    private static final double WAN = 1e4;
    private static final double MEGA = 1e6;

    private SummarySection() {}

    static void write(Page page, StoredAccount account) {
        JsonNode total = account.result().path("total");
        page.open("ul", "class", "figures");
        figure(page, page.say("碳储量", "Carbon stock"), large(page, total, "stock_tc", "t C"), spread(page, total));
        figure(
                page,
                page.say("折合二氧化碳", "As CO₂"),
                large(page, total, "stock_tco2e", "t CO2e"),
                page.say("按 44/12 换算", "times 44/12"));
        figure(
                page,
                page.say("碳汇面积", "Area of sinks"),
                Page.number(total.path("area_ha")) + " ha",
                page.say("网格边长 ", "cells of ") + Page.number(account.result().path("cell_m")) + " m");
        flows(page, total);
        page.close();
        missing(page, account);
        methods(page, account);
    }

    private static void flows(Page page, JsonNode total) {
        if (total.path("sequestration_tc_yr").isNumber()) {
            figure(
                    page,
                    page.say("年固碳量", "Yearly sequestration"),
                    Page.number(total.path("sequestration_tc_yr")) + " t C/yr",
                    page.say("95 % 区间 ", "95 % interval ")
                            + Page.interval(total, "sequestration_low_tc_yr", "sequestration_high_tc_yr")
                            + page.say("；折合 ", "; ")
                            + Page.number(total.path("sequestration_tco2e_yr")) + " t CO2e/yr"
                            + known(page, total.path("sequestration_area_ha")));
        }
        if (total.path("methane_t_yr").isNumber()) {
            figure(
                    page,
                    page.say("甲烷排放", "Methane given off"),
                    Page.number(total.path("methane_t_yr")) + " t CH4/yr",
                    page.say("折合 ", "as CO₂ ") + Page.number(total.path("methane_tco2e_yr")) + " t CO2e/yr"
                            + known(page, total.path("methane_area_ha")));
        }
    }

    /** The area that a flow is known for, which may be less than the area of sinks. */
    private static String known(Page page, JsonNode area_ha) {
        return area_ha.isNumber() ? page.say("；有因子的面积 ", "; known on ") + Page.number(area_ha) + " ha" : "";
    }

    private static void figure(Page page, String title, String value, String detail) {
        page.open("li").element("span", title).element("b", value).element("span", detail);
        page.close();
    }

    private static String spread(Page page, JsonNode total) {
        return page.say("95 % 区间 ", "95 % interval ") + Page.interval(total, "low_tc", "high_tc") + " t C";
    }

    /** In ten thousand tonnes in Chinese, in megatonnes in English, where the number is large. */
    private static String large(Page page, JsonNode total, String key, String unit) {
        double value = total.path(key).asDouble(Double.NaN);
        boolean chinese = page.language() == Language.ZH;
        double per = chinese ? WAN : MEGA;
        if (!(Math.abs(value) >= per)) {
            return Page.number(value) + " " + unit;
        }
        String number = String.format(Locale.ROOT, chinese ? "%,.1f" : "%,.2f", value / per);
        return number + " " + (chinese ? "万 " + unit : "M" + unit);
    }

    private static void missing(Page page, StoredAccount account) {
        double area_ha = account.headline()
                .withoutFactor()
                .mapToDouble(w -> w.path("area_ha").asDouble(0))
                .sum();
        if (area_ha > 0) {
            page.note(
                    page.say(
                            Page.number(area_ha) + " ha 的类型没有可用因子，储量未知，未计入总计（不等于零）。",
                            Page.number(area_ha)
                                    + " ha belong to strata without factor: their stock is unknown, is in no total, and is not zero."));
        }
    }

    private static void methods(Page page, StoredAccount account) {
        if (account.methods().size() < 2) {
            return;
        }
        BarChart chart =
                new BarChart(page.say("各方法的碳储量与 95 % 区间，t C", "Carbon stock by method with 95 % interval, t C"));
        for (Method method : account.methods()) {
            JsonNode total = method.result().path("total");
            chart.add(
                    MethodSection.name(page, method),
                    total.path("stock_tc").asDouble(Double.NaN),
                    total.path("low_tc").asDouble(Double.NaN),
                    total.path("high_tc").asDouble(Double.NaN),
                    Page.number(total.path("stock_tc")));
        }
        chart.draw(page);
        page.quiet(
                "各方法并列，互不混用；第一种为主方法，其余为对照。",
                "The methods stand side by side and are never mixed; the first is the headline, the others are for comparison.");
    }
}
