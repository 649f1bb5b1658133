package sinkmap.siting;

import java.util.List;
import sinkmap.siting.Substations.Connection;

/**
 * The figures of a plant on a site. What cannot be reckoned is NaN, and the text beside it says why.
 *
 * @param capacity_mw capacity on the available area
 * @param capacityLow_mw capacity at the lower end of the density
 * @param capacityHigh_mw capacity at the upper end
 * @param grossHours full-load hours a year before losses
 * @param fullLoadHours full-load hours a year after losses
 * @param capacityFactor full-load hours over 8760
 * @param energy_gwh energy a year; area without data on the resource gives none
 * @param yieldBasis how the hours were reckoned
 * @param capex_myuan capital cost without the grid connection where that is reckoned, in million yuan
 * @param opex_myuan_yr operating cost, in million yuan a year
 * @param lcoe_yuan_kwh levelised cost of energy, grid connection included where it is reckoned
 * @param lcoeLow_yuan_kwh lower end, see {@link Costs}
 * @param lcoeHigh_yuan_kwh upper end
 * @param costBasis how the costs were reckoned
 * @param connection connection to the grid, or null when the plan reckons none
 * @param targets share of each target of the plan
 */
public record SiteFigures(
        double capacity_mw,
        double capacityLow_mw,
        double capacityHigh_mw,
        double grossHours,
        double fullLoadHours,
        double capacityFactor,
        double energy_gwh,
        String yieldBasis,
        double capex_myuan,
        double opex_myuan_yr,
        double lcoe_yuan_kwh,
        double lcoeLow_yuan_kwh,
        double lcoeHigh_yuan_kwh,
        String costBasis,
        Connection connection,
        List<PlanTarget.Share> targets) {

    private static final double HOURS_A_YEAR = 8760;

    /**
     * Reckons the figures of a site.
     *
     * @param figures what the plan says
     * @param usable_ha available area of the site, in hectares
     * @param withResource_ha part of it that has data on the resource, in hectares
     * @param fullLoadHours mean of {@link Yield#hours} over the cells that have data; NaN when none has
     * @param connection connection of the site to the grid for this capacity ({@link Density#capacity_mw}); null only when
     *     the plan reckons none
     */
    public static SiteFigures of(
            ProjectFigures figures,
            double usable_ha,
            double withResource_ha,
            double fullLoadHours,
            Connection connection) {
        Density density = figures.density();
        double capacity_mw = density.capacity_mw(usable_ha);
        double energy_gwh =
                withResource_ha > 0 ? density.capacity_mw(withResource_ha) * fullLoadHours / 1000 : Double.NaN;
        Costs costs = figures.costs();
        Costs.Lcoe lcoe = lcoe(figures, capacity_mw, fullLoadHours, connection);
        double inCapex = costs == null || figures.connection() == null ? 0 : costs.connectionInCapex_yuan_w();
        return new SiteFigures(
                capacity_mw,
                density.low() * usable_ha / 100,
                density.high() * usable_ha / 100,
                fullLoadHours / figures.yield().netOfGross(),
                fullLoadHours,
                fullLoadHours / HOURS_A_YEAR,
                energy_gwh,
                yieldBasis(figures.yield(), fullLoadHours),
                costs == null ? Double.NaN : (costs.capex_yuan_w().value() - inCapex) * capacity_mw,
                costs == null ? Double.NaN : costs.opex_yuan_w_yr().value() * capacity_mw,
                lcoe.value(),
                lcoe.low(),
                lcoe.high(),
                costBasis(figures, connection),
                connection,
                figures.targets().stream().map(target -> target.of(capacity_mw)).toList());
    }

    private static Costs.Lcoe lcoe(
            ProjectFigures figures, double capacity_mw, double fullLoadHours, Connection connection) {
        boolean unconnected = figures.connection() != null && (connection == null || !connection.exists());
        if (figures.costs() == null || unconnected || !(fullLoadHours > 0)) {
            return Costs.Lcoe.NONE;
        }
        // million yuan per MW is yuan per watt
        double connection_yuan_w = figures.connection() == null ? Double.NaN : connection.cost_myuan() / capacity_mw;
        return figures.costs().lcoe(fullLoadHours, connection_yuan_w);
    }

    private static String yieldBasis(Yield yield, double fullLoadHours) {
        return Double.isNaN(fullLoadHours)
                ? "no data on the resource (" + yield.resource() + ")"
                : yield.basis() + "; " + yield.source();
    }

    private static String costBasis(ProjectFigures figures, Connection connection) {
        if (figures.costs() == null) {
            return "the plan reckons no costs";
        }
        String basis = figures.costs().basis();
        if (figures.connection() == null) {
            return basis + "; grid connection as the capital cost includes it";
        }
        return basis + "; " + (connection == null ? "no grid connection was looked for" : connection.basis());
    }
}
