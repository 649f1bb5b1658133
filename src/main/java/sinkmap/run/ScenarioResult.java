package sinkmap.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.store.EditState;

/**
 * The answer to a scenario. Areas in hectares, stocks and fluxes in t C, removals in t CO2e with the methane in them
 * subtracted. What is additional is so beside the same land left as it is. Low and high bound the 95 % interval. Values
 * are NaN where no price is given.
 *
 * @param accountRun run of the account that areas are from; null when all areas are given
 * @param areas what the areas rest on
 * @param maps dated maps that areas and transitions are from; null when the scenario states them
 * @param factors all rows that numbers are from, each once
 * @param inputs layers that the maps are read from with their files; none when there are no maps
 * @param definitionsHash hash of the definitions; null when it was answered without a run, as seconds and heap are
 * @param seconds time of each stage of the run
 * @param peakHeap_mb upper bound of the heap in use
 */
public record ScenarioResult(
        String id,
        Text title,
        Text areas,
        String quality,
        int baseYear,
        int endYear,
        String accountRun,
        OfMaps maps,
        OfMethod method,
        Total total,
        List<OfClass> classes,
        List<OfTransition> transitions,
        List<Candidate> candidates,
        List<OfFactor> factors,
        OfPrice price,
        List<WithoutFactor> withoutFactor,
        List<Year> years,
        List<Part> parts,
        List<OfInput> inputs,
        String definitionsHash,
        Map<String, Double> seconds,
        Long peakHeap_mb,
        String version) {

    /** The same as what a run has made. */
    ScenarioResult made(Inputs used, Stages stages) {
        return new ScenarioResult(
                id,
                title,
                areas,
                quality,
                baseYear,
                endYear,
                accountRun,
                maps,
                method,
                total,
                classes,
                transitions,
                candidates,
                factors,
                price,
                withoutFactor,
                years,
                parts,
                used.list().stream()
                        .map(in -> new OfInput(in.layer(), in.file(), in.checksum(), in.quality(), in.edits()))
                        .toList(),
                used.definitions(),
                stages.seconds(),
                stages.peakHeap_mb(),
                version);
    }

    /** Dated maps on a grid of cells of that size. */
    public record OfMaps(double cell_m, List<OfState> states) {}

    /**
     * A map: the year at whose end it holds, the layers that stand in the place of those of the account, and the account of
     * its sinks as if the land had always been so.
     */
    public record OfState(
            int year,
            List<String> layers,
            double area_ha,
            Range stock_tc,
            Range sequestration_tc_yr,
            Range methane_t_yr) {}

    /** A file that a layer held, and how far edits of the layer had come. */
    public record OfInput(String layer, String file, String checksum, String quality, EditState edits) {}

    /** The method of the account whose factors hold. */
    public record OfMethod(String id, Text title, List<String> sets) {}

    /** A value with its 95 % interval. */
    public record Range(double value, double low, double high) {}

    public record Total(
            double area_ha,
            Range stockFirst_tc,
            Range stockLast_tc,
            Range additional_tco2e,
            double cost_yuan,
            Range netPresentValue_yuan) {}

    public record OfClass(
            String id,
            Text title,
            String habitat,
            String layer,
            @JsonProperty("class") String classCode,
            double area_ha,
            String areaSource,
            double areaUncertainty_percent,
            double areaLast_ha,
            double methane_kg_ha_yr,
            List<OfPool> pools) {}

    /** A pool; the ceiling is null when growth never stops. */
    public record OfPool(
            String pool,
            double density_tc_ha,
            double accumulation_tc_ha_yr,
            double ceiling_tc_ha,
            List<String> factors) {}

    public record OfTransition(
            String id,
            Text title,
            String action,
            String from,
            String to,
            String impact,
            int startYear,
            int rampYears,
            double area_ha,
            String areaSource,
            Double costOnce_yuan_ha,
            Double costYearly_yuan_ha,
            List<String> factors) {

        /** This and another move between the same classes. */
        OfTransition and(OfTransition other) {
            return new OfTransition(
                    id,
                    title,
                    action,
                    from,
                    to,
                    impact,
                    startYear,
                    rampYears,
                    area_ha + other.area_ha,
                    areaSource,
                    costOnce_yuan_ha,
                    costYearly_yuan_ha,
                    factors);
        }
    }

    /** A restoration on its own, in the order of tonnes per yuan; the note says why it is not ranked. */
    public record Candidate(
            String id,
            Text title,
            String action,
            double area_ha,
            Range additional_tco2e,
            Range cost_yuan,
            Range tco2e_per_yuan,
            double yuan_per_tco2e,
            Range netPresentValue_yuan,
            String note) {}

    public record OfFactor(
            String id,
            String quantity,
            double value,
            double low,
            double high,
            String unit,
            String source,
            String basis,
            String confidence) {}

    public record OfPrice(String table, boolean linear, double discountRatePercent, List<PriceRow> rows) {}

    public record PriceRow(
            int year,
            double price_yuan_t,
            double low_yuan_t,
            double high_yuan_t,
            String source,
            String basis,
            String confidence) {}

    /** A stratum of the account whose stock is unknown, so that it is in no sum. */
    public record WithoutFactor(
            String layer, @JsonProperty("class") String classCode, Text title, double area_ha) {}

    public record Year(
            int year,
            double area_ha,
            double stock_tc,
            double stockLow_tc,
            double stockHigh_tc,
            double decaying_tc,
            double accumulation_tc,
            double emission_tc,
            double methane_t,
            double net_tco2e,
            double netLow_tco2e,
            double netHigh_tco2e,
            double additional_tco2e,
            double additionalLow_tco2e,
            double additionalHigh_tco2e,
            double price_yuan_t,
            double cost_yuan,
            double discountFactor,
            double presentValue_yuan) {}

    public record Part(
            int year,
            @JsonProperty("class") String classId,
            String pool,
            double area_ha,
            double stock_tc,
            double decaying_tc,
            double accumulation_tc,
            double emission_tc,
            double moved_tc) {

        /** This and more land of the same class, whose area is in both. */
        Part and(Part other) {
            return new Part(
                    year,
                    classId,
                    pool,
                    area_ha,
                    stock_tc + other.stock_tc,
                    decaying_tc + other.decaying_tc,
                    accumulation_tc + other.accumulation_tc,
                    emission_tc + other.emission_tc,
                    moved_tc + other.moved_tc);
        }
    }
}
