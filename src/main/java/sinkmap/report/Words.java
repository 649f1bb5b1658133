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
            "global", new Text("全球平均值", "global means"),
            "ipcc-2006", new Text("IPCC 2006 指南", "IPCC 2006 Guidelines"),
            "ipcc-2013", new Text("IPCC 2013 湿地增补", "IPCC 2013 Wetlands Supplement"),
            "ipcc-2019", new Text("IPCC 2019 修订版", "IPCC 2019 Refinement"));

    private static final Map<String, Text> CONFIDENCE = Map.of(
            "high", new Text("高", "high"),
            "medium", new Text("中", "medium"),
            "low", new Text("低", "low"),
            "none", new Text("无", "none"));

    private static final Map<String, Text> QUALITY = Map.of(
            "official", new Text("官方数据", "official data"),
            "published", new Text("公开文献数据", "published data"),
            "illustrative", new Text("示意数据", "illustrative data"));

    private static final Map<String, Text> FORMULAS = Map.ofEntries(
            Map.entry("density", new Text("面积 × 碳密度", "area × carbon density of the pool")),
            Map.entry("rate", new Text("面积 × 年净变化率（增减法）", "area × net yearly rate (gain-loss)")),
            Map.entry("methane", new Text("面积 × 甲烷排放因子", "area × methane emission factor")),
            Map.entry(
                    "forest-bcef",
                    new Text(
                            "蓄积量 × BCEF_S × 含碳率，地下再乘根茎比（IPCC 2006 第 4 卷公式 2.8）",
                            "growing stock × BCEF_S × carbon fraction, below ground × root-shoot ratio (IPCC 2006, volume 4,"
                                    + " equation 2.8)")),
            Map.entry(
                    "forest-bef",
                    new Text(
                            "蓄积量 × 木材密度 × BEF × 含碳率，地下再乘根茎比",
                            "growing stock × wood density × BEF × carbon fraction, below ground × root-shoot ratio")),
            Map.entry(
                    "forest-biomass",
                    new Text(
                            "地上生物量 × 含碳率，地下再乘根茎比（IPCC 2006 第 4 卷表 4.7、4.8）",
                            "biomass above ground × carbon fraction, below ground × root-shoot ratio (IPCC 2006, volume 4,"
                                    + " tables 4.7, 4.8)")),
            Map.entry(
                    "forest-gain",
                    new Text(
                            "蓄积年生长量 × BCEF_I × 含碳率，地下再乘根茎比（IPCC 2006 第 4 卷公式 2.9、2.10）",
                            "volume increment × BCEF_I × carbon fraction, below ground × root-shoot ratio (IPCC 2006,"
                                    + " volume 4, equations 2.9, 2.10)")),
            Map.entry(
                    "continuous-bef",
                    new Text(
                            "(a × 蓄积量 + b) × 含碳率：连续生物量扩展因子，已含根系，不再乘根茎比",
                            "(a × growing stock + b) × carbon fraction: continuous expansion factor; it holds the roots,"
                                    + " so no root-shoot ratio is applied")),
            Map.entry(
                    "soc",
                    new Text(
                            "SOC_ref × F_LU × F_MG × F_I，0–30 cm（IPCC 2006 第 4 卷公式 2.25）",
                            "SOC_ref × F_LU × F_MG × F_I, 0-30 cm (IPCC 2006, volume 4, equation 2.25)")),
            Map.entry("soil-content", new Text("有机碳含量 × 容重 × 深度", "organic carbon content × bulk density × depth")));

    private static final Map<String, Text> MEASURES = Map.of(
            "stock", new Text("储量", "stock"),
            "sequestration", new Text("固碳", "sequestration"),
            "methane", new Text("甲烷", "methane"));

    private Words() {}

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
