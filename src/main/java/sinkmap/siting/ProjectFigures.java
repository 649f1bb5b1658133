package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * What is needed to describe a plant on a site.
 *
 * @param density capacity that an area carries
 * @param yield energy that the capacity gives
 * @param avoided id of the emission factor by which avoided CO2 is reckoned, or null
 */
public record ProjectFigures(Density density, Yield yield, String avoided) {

    public ProjectFigures {
        if (density == null || yield == null) {
            throw new SinkmapException("technology_figures: need a density and a yield");
        }
    }
}
