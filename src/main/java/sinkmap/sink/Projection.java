package sinkmap.sink;

import java.util.List;

/**
 * Stocks and fluxes of a scenario, year by year. For every class and pool the stock of a year is that of the year before
 * plus accumulation, less emission, plus what land that changed its class brought in or took away; over all classes the
 * latter is zero, so the change of the stock is the sum of the fluxes.
 *
 * @param baseYear first year; it has stocks and no fluxes
 * @param years totals, one a year from the base year on
 * @param parts by year, class and pool, in this order
 * @param areas by year and class
 */
public record Projection(int baseYear, List<Year> years, List<Part> parts, List<Area> areas) {

    /**
     * A year over all classes.
     *
     * @param year the year
     * @param area_ha area, hectares
     * @param stock_tc carbon at the end of the year, with what decays, t C
     * @param decaying_tc disturbed carbon that is still there at the end of the year, t C
     * @param accumulation_tc carbon taken up in the year, t C
     * @param emission_tc disturbed carbon given off in the year, t C
     * @param methane_t methane given off in the year, t CH4
     */
    public record Year(
            int year,
            double area_ha,
            double stock_tc,
            double decaying_tc,
            double accumulation_tc,
            double emission_tc,
            double methane_t) {

        /** What the land takes out of the air in the year, less the methane that it gives off. */
        public TonnesCo2e net() {
            double carbon =
                    new TonnesCarbon(accumulation_tc - emission_tc).toCo2e().value();
            return new TonnesCo2e(carbon - new TonnesMethane(methane_t).toCo2e().value());
        }
    }

    /**
     * A pool of a class in a year.
     *
     * @param year the year
     * @param classId the class
     * @param pool the pool
     * @param stock_tc carbon at the end of the year, with what decays, t C
     * @param decaying_tc disturbed carbon that is still there at the end of the year, t C
     * @param accumulation_tc carbon taken up in the year, t C
     * @param emission_tc disturbed carbon given off in the year, t C
     * @param moved_tc carbon on land that entered the class at the end of the year, less that on land that left it, t C
     */
    public record Part(
            int year,
            String classId,
            Pool pool,
            double stock_tc,
            double decaying_tc,
            double accumulation_tc,
            double emission_tc,
            double moved_tc) {}

    /**
     * A class in a year.
     *
     * @param year the year
     * @param classId the class
     * @param area_ha area at the end of the year, hectares
     * @param methane_t methane given off in the year, t CH4
     */
    public record Area(int year, String classId, double area_ha, double methane_t) {}
}
