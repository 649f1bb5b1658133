package sinkmap.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.sink.Account;
import sinkmap.sink.TonnesMethane;

/**
 * The result of an account run, as JSON shows it. Areas in hectares, stocks in t C and t CO2e, sequestration in t C and t
 * CO2e a year, methane in t CH4 and t CO2e a year. Null is what no factor is known for. {@code total}, {@code strata} and
 * {@code zones} are those of the first method and the first partition.
 */
record AccountResult(
        double cell_m,
        Total total,
        List<OfMethod> methods,
        List<OfStratum> strata,
        List<OfZone> zones,
        List<OfPartition> partitions,
        Gaps gaps,
        List<Overlap> overlaps,
        List<WithoutFactor> withoutFactor,
        double gwp100Ch4,
        List<Text> statements,
        List<AsideResult> aside,
        AccountUncertainty uncertainty,
        List<Inputs.Input> inputs,
        String quality,
        Map<String, Double> seconds,
        long peakHeap_mb,
        String definitionsHash,
        String version) {

    record Total(
            double area_ha,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e,
            double sequestrationArea_ha,
            double sequestration_tc_yr,
            double sequestrationLow_tc_yr,
            double sequestrationHigh_tc_yr,
            double sequestration_tco2e_yr,
            double methaneArea_ha,
            double methane_t_yr,
            double methaneLow_t_yr,
            double methaneHigh_t_yr,
            double methane_tco2e_yr) {}

    /**
     * The account by one method over the same areas; the first method is the headline, which the rest of the result is.
     *
     * @param verified what its stock rests on, the surest first
     */
    record OfMethod(
            String id,
            Text title,
            List<String> sets,
            Total total,
            List<OfVerification> verified,
            List<OfStratum> strata,
            List<WithoutFactor> withoutFactor) {}

    /** Rows of factors that were checked in one way, and the stock whose least sure row is one of them. */
    record OfVerification(String verification, int rows, double stock_tc) {}

    /**
     * A stratum.
     *
     * @param areaMap map whose error its area shares with others; null when it errs on its own
     * @param missingPools pools that its scheme asks for and no factor gives: in no sum, and not zero
     */
    record OfStratum(
            String layer,
            @JsonProperty("class") String classCode,
            Text title,
            double area_ha,
            double overlap_ha,
            double areaUncertainty_percent,
            String areaMap,
            boolean blue,
            List<String> missingPools,
            List<OfPool> pools,
            List<OfFlow> flows,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e,
            double sequestration_tc_yr,
            double sequestrationLow_tc_yr,
            double sequestrationHigh_tc_yr,
            double sequestration_tco2e_yr,
            double methane_t_yr,
            double methane_tco2e_yr) {}

    record OfPool(
            String pool,
            String formula,
            String set,
            double density,
            double stock_tc,
            double low_tc,
            double high_tc,
            List<FactorRow> factors) {}

    /** A flow of a pool in the unit that it names. */
    record OfFlow(
            String measure,
            String unit,
            String pool,
            String formula,
            String set,
            double perHectare,
            double value,
            double low,
            double high,
            List<FactorRow> factors) {}

    record FactorRow(
            String id,
            String quantity,
            double value,
            double low,
            double high,
            String unit,
            String method,
            String edition,
            String tier,
            String source,
            String basis,
            String verification,
            String confidence) {}

    record OfPartition(String id, Text title, List<OfZone> zones) {}

    record OfZone(
            String name,
            double area_ha,
            double uncovered_ha,
            double withoutFactor_ha,
            double stock_tc,
            double low_tc,
            double high_tc,
            double stock_tco2e,
            double sequestrationArea_ha,
            double sequestration_tc_yr,
            double sequestrationLow_tc_yr,
            double sequestrationHigh_tc_yr,
            double sequestration_tco2e_yr,
            double methane_t_yr,
            double methane_tco2e_yr,
            List<PoolStock> pools,
            List<Part> strata) {}

    record PoolStock(String pool, double stock_tc, double low_tc, double high_tc) {}

    record Part(String layer, @JsonProperty("class") String classCode, double area_ha, double stock_tc) {}

    /**
     * A stratum whose stock no factor row is for; its flows may have one.
     *
     * @param features how many features of it there are in and around the region
     */
    record WithoutFactor(
            String layer,
            @JsonProperty("class") String classCode,
            Text title,
            int features,
            double area_ha,
            double overlap_ha,
            double sequestration_tc_yr,
            double methane_t_yr) {}

    record Gaps(double region_ha, double covered_ha, double uncovered_ha, double uncoveredInZones_ha) {}

    /** What a stratum covers but others of higher precedence have. */
    record Overlap(
            String layer, @JsonProperty("class") String classCode, Text title, double overlap_ha, List<Under> under) {}

    record Under(String layer, @JsonProperty("class") String classCode, Text title, double area_ha) {}

    /** The result of accounts of the same areas by each method, the headline first. */
    static AccountResult of(
            Map<AccountPlan.AccountMethod, Account> byMethod,
            AccountUncertainty uncertainty,
            AccountPlan plan,
            AsidePlan aside,
            SinkMap sinks,
            double cell_m,
            Inputs inputs,
            Stages stages) {
        AccountRows rows = new AccountRows(plan, sinks);
        Account account = byMethod.get(plan.headline());
        List<OfPartition> ofPartitions = rows.partitions(account);
        return new AccountResult(
                cell_m,
                AccountRows.total(account),
                byMethod.entrySet().stream()
                        .map(e -> rows.method(e.getKey(), e.getValue()))
                        .toList(),
                rows.strata(account),
                ofPartitions.get(0).zones(),
                ofPartitions,
                AccountRows.gaps(account.gaps()),
                rows.overlaps(account),
                rows.withoutFactor(account),
                TonnesMethane.GWP100,
                aside.statements(),
                aside.accounts().stream().map(AsideResult::of).toList(),
                uncertainty,
                inputs.list(),
                inputs.quality(),
                stages.seconds(),
                stages.peakHeap_mb(),
                inputs.definitions(),
                Version.current());
    }

    /** What is not known is null. */
    static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
