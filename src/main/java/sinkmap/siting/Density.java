package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * Capacity that an area carries.
 *
 * @param value capacity of a square kilometre, in MW
 * @param low lower end of the plausible range, in the same unit
 * @param high upper end of the plausible range
 * @param unit always {@code MW/km2}; stated so that a plan cannot mean another
 * @param source where the figures come from
 */
public record Density(double value, double low, double high, String unit, String source) {

    public Density {
        if (!"MW/km2".equals(unit)) {
            throw new SinkmapException("density: unit must be MW/km2, not " + unit);
        }
        if (!(value > 0) || !(low <= value) || !(high >= value) || !(low > 0) || Double.isInfinite(high)) {
            throw new SinkmapException(
                    "density: needs 0 < low <= value <= high, not " + low + ", " + value + ", " + high);
        }
        if (source == null || source.isBlank()) {
            throw new SinkmapException("density: needs a source");
        }
    }

    /** Capacity of an area, in MW. */
    public double capacity_mw(double area_ha) {
        return value * area_ha / 100;
    }
}
