package sinkmap.siting;

import java.util.List;
import sinkmap.grid.SinkmapException;

/**
 * What is needed to describe a plant on a site.
 *
 * @param density capacity that an area carries
 * @param yield energy that the capacity gives
 * @param avoided id of the emission factor by which avoided CO2 is reckoned, or null
 * @param costs what it costs, or null when the plan reckons no costs
 * @param connection how it is connected to the grid, or null when the plan reckons no connection
 * @param targets what the sites of the plan count towards
 */
public record ProjectFigures(
        Density density,
        Yield yield,
        String avoided,
        Costs costs,
        GridConnection connection,
        List<PlanTarget> targets) {

    public ProjectFigures {
        if (density == null || yield == null) {
            throw new SinkmapException("technology_figures: need a density and a yield");
        }
        targets = List.copyOf(targets);
    }

    /** Figures without costs, connection and targets. */
    public ProjectFigures(Density density, Yield yield, String avoided) {
        this(density, yield, avoided, null, null, List.of());
    }
}
