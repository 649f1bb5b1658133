package sinkmap.siting;

import java.util.Set;
import sinkmap.grid.SinkmapException;

/**
 * A site that a portfolio may take or leave, whole.
 *
 * @param id id of the site
 * @param plan plan that found it
 * @param technology technology of the plant
 * @param city city it lies in or is nearest to, or null
 * @param targets ids of the targets that it serves
 * @param capacity_mw capacity, MW
 * @param energy_gwh energy a year, GWh/yr
 * @param lcoe_yuan_kwh levelised cost of energy, yuan/kWh; NaN where it is not known
 * @param carbon_tc stored carbon that a plant on the site disturbs, t C; NaN where it is not known
 */
public record PortfolioCandidate(
        String id,
        String plan,
        String technology,
        String city,
        Set<String> targets,
        double capacity_mw,
        double energy_gwh,
        double lcoe_yuan_kwh,
        double carbon_tc) {

    public PortfolioCandidate {
        targets = Set.copyOf(targets);
        if (!(capacity_mw >= 0 && energy_gwh >= 0) || Double.isInfinite(capacity_mw + energy_gwh)) {
            throw new SinkmapException("site '" + id + "' needs a capacity and an energy that are not negative, not "
                    + capacity_mw + " MW and " + energy_gwh + " GWh/yr");
        }
    }

    /**
     * What the site costs a year: levelised cost times energy, million yuan/yr (yuan/kWh times GWh). NaN where the cost
     * is not known.
     */
    public double cost_myuan() {
        return lcoe_yuan_kwh * energy_gwh;
    }
}
