package sinkmap.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** Prints the carbon balance of all sites of a run together. */
final class SiteCarbonText {

    private SiteCarbonText() {}

    static void print(JsonNode carbon, PrintStream out) {
        JsonNode total = carbon.path("total");
        out.printf(
                "%ncarbon of the sites, method %s%n",
                carbon.path("method").path("id").asString());
        pools(total, out);
        carbon.path("disturbance").forEach(row -> share(row, out));
        JsonNode forgone = total.path("forgone_tco2e");
        out.printf(
                "uptake forgone over %s: %s%n",
                life(carbon), forgone.isObject() ? bounds(forgone) + " t CO2" : "not known");
        gap("sinks without known uptake", total.path("forgone_unknown_ha"), out);
        gap("without carbon factor", total.path("unknown_ha"), out);
        gap("not covered by any layer of carbon, not counted", total.path("unmapped_ha"), out);
        gap("blue-carbon habitat", total.path("blue_ha"), out);
        bases(total.path("balances"), out);
        out.println(carbon.path("interval").path("en").asString());
    }

    private static String life(JsonNode carbon) {
        return carbon.path("life_years").isNumber()
                ? "%.0f years".formatted(carbon.path("life_years").asDouble())
                : "the life (which the plan does not give)";
    }

    private static void pools(JsonNode total, PrintStream out) {
        out.printf("%-24s %15s %10s %15s%n", "pool, t C", "stock", "share", "disturbed");
        for (JsonNode pool : total.path("pools")) {
            out.printf(
                    "%-24s %,15.0f %9.1f%% %,15.0f%n",
                    pool.path("pool").asString(),
                    pool.path("stock_tc").asDouble(),
                    100 * pool.path("share").asDouble(),
                    pool.path("disturbed_tc").asDouble());
        }
        JsonNode disturbed = total.path("disturbed_tc");
        out.printf("%-24s %s%n", "together, disturbed", disturbed.isObject() ? bounds(disturbed) : "not known");
    }

    /** A share with what it rests on, so that an assumption is seen to be one. */
    private static void share(JsonNode row, PrintStream out) {
        String layer = row.path("layer").asString();
        out.printf(
                "  share of %s lost%s: %.1f %% (%.1f to %.1f), %s (%s), confidence %s%n",
                row.path("pool").asString(),
                layer.equals("*") ? "" : " on " + layer,
                100 * row.path("share").asDouble(),
                100 * row.path("low").asDouble(),
                100 * row.path("high").asDouble(),
                row.path("verification").asString(),
                row.path("basis").asString(),
                row.path("confidence").asString());
    }

    private static String bounds(JsonNode of) {
        return "%,.0f (%,.0f to %,.0f)"
                .formatted(
                        of.path("value").asDouble(),
                        of.path("low").asDouble(),
                        of.path("high").asDouble());
    }

    private static void gap(String what, JsonNode area_ha, PrintStream out) {
        if (area_ha.asDouble() > 0) {
            out.printf("  %,.0f ha %s%n", area_ha.asDouble(), what);
        }
    }

    private static void bases(JsonNode balances, PrintStream out) {
        out.printf(
                "%n%-28s %10s %16s %32s %26s%n",
                "CO2 avoided by", "t/MWh", "t a year", "net over life", "payback, years");
        for (JsonNode basis : balances) {
            if (basis.path("factor").isNull()) {
                out.printf("  %-26s %10s%n", basis.path("kind").asString(), "no value");
                continue;
            }
            out.printf(
                    "%s %-26s %10.4f %,16.0f %32s %26s%n",
                    basis.path("headline").asBoolean() ? "*" : " ",
                    basis.path("id").asString(),
                    basis.path("factor").asDouble(),
                    basis.path("avoided_t").asDouble(),
                    interval(basis, "net_balance", "tco2e", "%,.0f"),
                    interval(basis, "payback", "years", "%.3f"));
        }
    }

    private static String interval(JsonNode basis, String name, String unit, String format) {
        JsonNode value = basis.path(name + "_" + unit);
        return value.isNull()
                ? "not known"
                : (format + " (" + format + " to " + format + ")")
                        .formatted(
                                value.asDouble(),
                                basis.path(name + "_low_" + unit).asDouble(),
                                basis.path(name + "_high_" + unit).asDouble());
    }
}
