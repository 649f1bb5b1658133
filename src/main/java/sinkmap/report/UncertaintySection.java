package sinkmap.report;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Both approaches to the interval of the headline stock and of its yearly sequestration side by side, and what the variances are made of. */
final class UncertaintySection {

    private static final int BARS = 20;
    /** Inputs below this share stand together in the last row; the tables list them all. */
    private static final double LEAST_SHARE = 0.0005;

    private static final String[] FLOW = {"sequestration_tc_yr", "sequestration_low_tc_yr", "sequestration_high_tc_yr"};

    private UncertaintySection() {}

    static void write(Page page, StoredAccount account) {
        JsonNode uncertainty = account.result().path("uncertainty");
        page.paragraph(
                "方法一：误差传播（IPCC 2006 第 1 卷第 3 章 3.2.3.1），上、下半区间分别传播；各处共用的因子误差先线性相加。"
                        + "方法二：蒙特卡罗模拟（同章 3.2.3.2），共用因子每次只抽一次。",
                "Approach 1: propagation of error (IPCC 2006, volume 1, chapter 3, 3.2.3.1), the upper and the lower half on"
                        + " their own; the error of a factor that is used in several places is added up before. Approach 2:"
                        + " Monte Carlo (same chapter, 3.2.3.2), a shared factor drawn once.");
        JsonNode total = account.result().path("total");
        JsonNode yearly = uncertainty.path("sequestration");
        measure(page, page.say("碳储量", "Stock"), "t C", uncertainty, total, new String[] {"stock_tc", "low_tc", "high_tc"
        });
        if (yearly.isObject()) {
            page.part("年固碳量", "Yearly sequestration");
            measure(page, page.say("年固碳量", "Sequestration"), "t C/yr", yearly, total, FLOW);
        }
    }

    /** @param keys value, low and high in the total, for accounts that state no approach 1 */
    private static void measure(Page page, String name, String unit, JsonNode of, JsonNode total, String[] keys) {
        PageTable table = PageTable.begin(
                page,
                PageTable.brief(page.say("方法", "Approach")),
                PageTable.number(name, unit),
                PageTable.number(page.say("95 % 区间", "95 % interval"), unit),
                PageTable.number(page.say("相对半宽", "Relative half widths"), ""),
                PageTable.text(page.say("说明", "Remark")));
        approaches(page, table, of, total, keys);
        table.end();
        if (!of.path("approach2").isObject()) {
            page.quiet("该次计算未做方法二。", "This run did not compute approach 2.");
        }
        note(page, of.path("note"));
        contributions(page, StoredAccount.list(of.path("contributions")).toList());
    }

    private static void approaches(Page page, PageTable table, JsonNode of, JsonNode total, String[] keys) {
        JsonNode first = of.path("approach1");
        String name = page.say("方法一：误差传播", "1: propagation");
        if (first.isObject()) {
            row(table, name, first, "value", "low", "high", "");
        } else {
            row(table, name, total, keys[0], keys[1], keys[2], "");
        }
        JsonNode second = of.path("approach2");
        if (second.isObject()) {
            String remark = page.say("均值；抽样 ", "mean; draws ")
                    + Page.number(second.path("draws"))
                    + page.say("，种子 ", ", seed ")
                    + Page.exact(second.path("seed"));
            row(table, page.say("方法二：蒙特卡罗", "2: Monte Carlo"), second, "value", "low", "high", remark);
        }
    }

    private static void row(
            PageTable table, String name, JsonNode of, String value, String low, String high, String remark) {
        double middle = of.path(value).asDouble(Double.NaN);
        double below = (of.path(low).asDouble(Double.NaN) - middle) / middle;
        double above = (of.path(high).asDouble(Double.NaN) - middle) / middle;
        table.row(
                name,
                Page.number(of.path(value)),
                Page.interval(of, low, high),
                Page.percent(below) + " / +" + Page.percent(above),
                remark);
    }

    private static void note(Page page, JsonNode note) {
        String text = note.isObject() ? page.say(note) : note.asString("");
        if (!text.isEmpty()) {
            page.note(page.pick(text));
        }
    }

    private static void contributions(Page page, List<JsonNode> contributions) {
        if (contributions.isEmpty()) {
            return;
        }
        page.part("各输入对方差的贡献", "Contribution of each input to the variance");
        page.paragraph("贡献最大的输入最值得先行实测。", "The inputs with the largest share are the ones to measure next.");
        BarChart chart = new BarChart(page.say("占方差的比例", "Share of the variance"));
        contributions.stream().limit(BARS).forEach(c -> {
            double share = c.path("share").asDouble(Double.NaN);
            chart.add(c.path("input").asString(""), share, Double.NaN, Double.NaN, Page.percent(share));
        });
        chart.draw(page);
        PageTable table = PageTable.begin(
                page,
                PageTable.text(page.say("输入", "Input")),
                PageTable.brief(page.say("类别", "Kind")),
                PageTable.number(page.say("占比", "Share"), ""));
        double rest = 0;
        int others = 0;
        for (JsonNode c : contributions) {
            double share = c.path("share").asDouble(Double.NaN);
            if (share < LEAST_SHARE) {
                rest += share;
                others++;
            } else {
                table.row(
                        c.path("input").asString(""), kind(page, c.path("kind").asString("")), Page.percent(share));
            }
        }
        if (others > 0) {
            table.row(page.say("其余 " + others + " 个输入", others + " other inputs"), "", Page.percent(rest));
        }
        table.end();
    }

    private static String kind(Page page, String code) {
        return switch (code) {
            case "factor" -> page.say("因子", "factor");
            case "area" -> page.say("面积", "area");
            default -> code;
        };
    }
}
