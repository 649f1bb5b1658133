package sinkmap.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sinkmap.run.ScenarioResult;

/**
 * The years of a scenario as one table: for each year a row of all land, without class and pool, and then one for each
 * class and pool. What a row does not have is empty.
 */
public final class ScenarioTable {

    private static final List<String> COLUMNS = List.of(
            "scenario",
            "year",
            "class",
            "pool",
            "area_ha",
            "stock_tc",
            "stock_low_tc",
            "stock_high_tc",
            "decaying_tc",
            "accumulation_tc",
            "emission_tc",
            "moved_tc",
            "methane_t",
            "net_tco2e",
            "net_low_tco2e",
            "net_high_tco2e",
            "additional_tco2e",
            "additional_low_tco2e",
            "additional_high_tco2e",
            "price_yuan_t",
            "cost_yuan",
            "discount_factor",
            "present_value_yuan");

    private ScenarioTable() {}

    /** The table of a result. */
    public static Table of(ScenarioResult result) {
        return new Table(
                result.id(),
                result.title(),
                COLUMNS,
                () -> result.years().stream()
                        .flatMap(year -> Stream.<Object[]>concat(
                                Stream.<Object[]>of(ofYear(result, year)),
                                result.parts().stream()
                                        .filter(part -> part.year() == year.year())
                                        .map(part -> ofPart(result, part)))));
    }

    private static Object[] ofYear(ScenarioResult result, ScenarioResult.Year of) {
        return row(
                result.id(),
                of.year(),
                null,
                null,
                of.area_ha(),
                of.stock_tc(),
                of.stockLow_tc(),
                of.stockHigh_tc(),
                of.decaying_tc(),
                of.accumulation_tc(),
                of.emission_tc(),
                null,
                of.methane_t(),
                of.net_tco2e(),
                of.netLow_tco2e(),
                of.netHigh_tco2e(),
                of.additional_tco2e(),
                of.additionalLow_tco2e(),
                of.additionalHigh_tco2e(),
                of.price_yuan_t(),
                of.cost_yuan(),
                of.discountFactor(),
                of.presentValue_yuan());
    }

    private static Object[] ofPart(ScenarioResult result, ScenarioResult.Part of) {
        return row(
                result.id(),
                of.year(),
                of.classId(),
                of.pool(),
                of.area_ha(),
                of.stock_tc(),
                null,
                null,
                of.decaying_tc(),
                of.accumulation_tc(),
                of.emission_tc(),
                of.moved_tc());
    }

    /** A row of all columns; numbers that are none are left out. */
    private static Object[] row(Object... values) {
        Object[] row = Arrays.copyOf(values, COLUMNS.size());
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] instanceof Double number && !Double.isFinite(number) ? null : row[i];
        }
        return row;
    }
}
