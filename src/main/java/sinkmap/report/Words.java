package sinkmap.report;

import java.util.Map;
import sinkmap.catalog.Text;

/** What codes of the result mean. A code that is not known here stands for itself. */
final class Words {

    private static final Map<String, Text> POOLS = Map.of(
            "biomass", new Text("生物量", "Biomass"),
            "above", new Text("地上生物量", "Above-ground biomass"),
            "below", new Text("地下生物量", "Below-ground biomass"),
            "dead-wood", new Text("枯死木", "Dead wood"),
            "litter", new Text("枯落物", "Litter"),
            "soil", new Text("土壤", "Soil"));

    private static final Map<String, Text> SETS = Map.of(
            "local", new Text("本地因子", "local factors"),
            "local-300", new Text("本地因子，土壤至 300 cm", "local factors, soil to 300 cm"),
            "global", new Text("全球平均值", "global means"),
            "fang", new Text("方精云连续生物量扩展因子", "continuous expansion factors of Fang"),
            "gain-loss", new Text("增减法因子", "factors of gain and loss"),
            "ipcc-2006", new Text("IPCC 2006 指南", "IPCC 2006 Guidelines"),
            "ipcc-2006-area", new Text("IPCC 2006 指南，按面积", "IPCC 2006 Guidelines, by area"),
            "ipcc-2013", new Text("IPCC 2013 湿地增补", "IPCC 2013 Wetlands Supplement"),
            "ipcc-2013-restored", new Text("IPCC 2013 湿地增补，恢复地", "IPCC 2013 Wetlands Supplement, restored land"),
            "ipcc-2019", new Text("IPCC 2019 修订版", "IPCC 2019 Refinement"));

    private static final Map<String, Text> CONFIDENCE = Map.of(
            "high", new Text("高", "high"),
            "medium", new Text("中", "medium"),
            "low", new Text("低", "low"),
            "none", new Text("无", "none"));

    private static final Map<String, Text> VERIFICATION = Map.of(
            "definition", new Text("定义", "by definition"),
            "measured", new Text("自测", "measured by the keeper of the table"),
            "source-read", new Text("已读来源", "source read"),
            "second-source", new Text("第二来源证实", "confirmed by a second source"),
            "second-source-value", new Text("第二来源证实数值，区间未证实", "value confirmed by a second source, interval not"),
            "not-confirmed", new Text("未证实", "not confirmed"),
            "assumption", new Text("假定", "assumption"));

    private static final Map<String, Text> QUALITY = Map.of(
            "official", new Text("官方数据", "official data"),
            "published", new Text("公开文献数据", "published data"),
            "illustrative", new Text("示意数据", "illustrative data"));

    private static final Map<String, Text> FORMULAS = Map.ofEntries(
            Map.entry("density", new Text("面积 × 碳密度", "area × carbon density of the pool")),
            Map.entry(
                    "rate",
                    new Text(
                            "面积 × 年净变化率（IPCC 2006 第 4 卷公式 2.4）",
                            "area × net yearly rate (IPCC 2006, volume 4, equation 2.4)")),
            Map.entry(
                    "stock-difference",
                    new Text(
                            "面积 × 两次调查间碳密度变化 ÷ 年数（IPCC 2006 第 4 卷公式 2.5）",
                            "area × change of the carbon density between two surveys ÷ years (IPCC 2006, volume 4, equation 2.5)")),
            Map.entry(
                    "methane",
                    new Text(
                            "面积 × 甲烷排放因子（IPCC 2013 湿地增补公式 4.9）",
                            "area × methane emission factor (IPCC 2013 Wetlands Supplement, equation 4.9)")),
            Map.entry(
                    "dry-mass",
                    new Text(
                            "干物质 × 含碳率（死有机质：IPCC 2006 第 4 卷公式 2.19）",
                            "dry mass × carbon fraction (dead matter: IPCC 2006, volume 4, equation 2.19)")),
            Map.entry(
                    "forest-bcef",
                    new Text(
                            "蓄积量 × BCEF_S × 含碳率，地下再乘根茎比（IPCC 2006 第 4 卷公式 2.8）；年变化由两次清查之差或生长与采伐得出（公式 2.5、2.9、2.10、2.12）",
                            "growing stock × BCEF_S × carbon fraction, below ground × root-shoot ratio (IPCC "
                                    + "2006, volume 4, equation 2.8); yearly change from two inventories or from growth "
                                    + "and removals (equations 2.5, 2.9, 2.10, 2.12)")),
            Map.entry(
                    "forest-bef",
                    new Text(
                            "蓄积量 × 木材密度 × BEF × 含碳率，地下再乘根茎比（中国林业项目方法）；年变化为两次清查储量之差（IPCC 2006 第 4 卷公式 2.5）",
                            "growing stock × wood density × BEF × carbon fraction, below ground × root-shoot "
                                    + "ratio (Chinese forest project method); yearly change as the difference of two "
                                    + "inventories (IPCC 2006, volume 4, equation 2.5)")),
            Map.entry(
                    "plant-biomass",
                    new Text(
                            "地上生物量 × 含碳率，地下再乘根茎比（森林：IPCC 2006 第 4 卷表 4.7、4.8；沼泽：IPCC 2013 湿地增补表 4.9）",
                            "biomass above ground × carbon fraction, below ground × root-shoot ratio "
                                    + "(forests: IPCC 2006, volume 4, tables 4.7, 4.8; marshes: IPCC 2013 Wetlands "
                                    + "Supplement, table 4.9)")),
            Map.entry(
                    "forest-gain",
                    new Text(
                            "蓄积年生长量 × BCEF_I × 含碳率，地下再乘根茎比，减去采伐损失（IPCC 2006 第 4 卷公式 2.9、2.10、2.12）",
                            "volume increment × BCEF_I × carbon fraction, below ground × root-shoot ratio, "
                                    + "less what is removed (IPCC 2006, volume 4, equations 2.9, 2.10, 2.12)")),
            Map.entry(
                    "continuous-bef",
                    new Text(
                            "(a × 蓄积量 + b) × 含碳率：方精云连续生物量扩展因子，已含根系，不再乘根茎比",
                            "(a × growing stock + b) × carbon fraction: continuous expansion factor of Fang; "
                                    + "it holds the roots, so no root-shoot ratio is applied")),
            Map.entry(
                    "soc",
                    new Text(
                            "SOC_ref × F_LU × F_MG × F_I，0–30 cm；年变化按 20 年路径（IPCC 2006 第 4 卷公式 2.25）",
                            "SOC_ref × F_LU × F_MG × F_I, 0-30 cm; yearly change along the 20-year path (IPCC "
                                    + "2006, volume 4, equation 2.25)")),
            Map.entry("soil-content", new Text("有机碳含量 × 容重 × 深度", "organic carbon content × bulk density × depth")));

    private static final Map<String, Text> QUANTITIES = Map.ofEntries(
            Map.entry("density", new Text("碳密度", "carbon density")),
            Map.entry("rate", new Text("年净变化率", "net yearly rate")),
            Map.entry("methane", new Text("甲烷排放", "methane given off")),
            Map.entry("volume", new Text("蓄积量", "growing stock")),
            Map.entry("density-change", new Text("碳密度变化", "change of carbon density")),
            Map.entry("volume-change", new Text("蓄积变化", "change of growing stock")),
            Map.entry("period", new Text("时段", "period")),
            Map.entry("wood-density", new Text("木材密度", "wood density")),
            Map.entry("bef", new Text("生物量扩展因子 BEF", "expansion factor BEF")),
            Map.entry("bcef-s", new Text("转换扩展因子 BCEF_S", "BCEF_S")),
            Map.entry("bcef-i", new Text("转换扩展因子 BCEF_I", "BCEF_I")),
            Map.entry("bcef-r", new Text("转换扩展因子 BCEF_R", "BCEF_R")),
            Map.entry("root-shoot", new Text("根茎比", "root-shoot ratio")),
            Map.entry("carbon-fraction", new Text("含碳率", "carbon fraction")),
            Map.entry("fang-a", new Text("系数 a", "slope a")),
            Map.entry("fang-b", new Text("系数 b", "offset b")),
            Map.entry("above-biomass", new Text("地上生物量", "biomass above ground")),
            Map.entry("dry-mass", new Text("干物质", "dry mass")),
            Map.entry("increment", new Text("蓄积年生长量", "volume increment")),
            Map.entry("removal", new Text("年采伐量", "volume removed")),
            Map.entry("soc-ref", new Text("参考 SOC", "reference SOC")),
            Map.entry("f-lu", new Text("土地利用因子 F_LU", "land use F_LU")),
            Map.entry("f-mg", new Text("管理因子 F_MG", "management F_MG")),
            Map.entry("f-i", new Text("投入因子 F_I", "input F_I")),
            Map.entry("f-lu-before", new Text("此前的 F_LU", "F_LU before")),
            Map.entry("f-mg-before", new Text("此前的 F_MG", "F_MG before")),
            Map.entry("f-i-before", new Text("此前的 F_I", "F_I before")),
            Map.entry("soil-content", new Text("土壤有机碳含量", "organic carbon of soil")),
            Map.entry("bulk-density", new Text("土壤容重", "bulk density")),
            Map.entry("depth", new Text("土壤深度", "depth of soil")));

    private static final Map<String, Text> MEASURES = Map.of(
            "stock", new Text("储量", "stock"),
            "sequestration", new Text("固碳", "sequestration"),
            "methane", new Text("甲烷", "methane"));

    private Words() {}

    static Text quantity(String code) {
        return of(QUANTITIES, code);
    }

    static Text measure(String code) {
        return of(MEASURES, code);
    }

    static Text pool(String code) {
        return of(POOLS, code);
    }

    static Text set(String code) {
        return of(SETS, code);
    }

    static Text confidence(String code) {
        return of(CONFIDENCE, code);
    }

    static Text verification(String code) {
        return of(VERIFICATION, code);
    }

    static Text quality(String code) {
        return of(QUALITY, code);
    }

    static Text formula(String code) {
        return of(FORMULAS, code);
    }

    private static Text of(Map<String, Text> words, String code) {
        return words.getOrDefault(code, new Text(code, code));
    }
}
