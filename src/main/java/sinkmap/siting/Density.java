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

    /**
     * Density of an offshore wind farm from the largest sea area that the 2025 rule grants per 100 MW: 13 km2 for turbines
     * up to 8 MW, 14 km2 for 8 to 12 MW, 15 km2 for 12 MW and more (notice of the Ministry of Natural Resources, published
     * 2025-01-02). The classes overlap in the text at exactly 8 and 12 MW; here such a turbine is of the lower class, as a
     * farm that keeps to the smaller area keeps to both readings. The range is that of all three classes.
     *
     * @param turbine_mw rated power of the turbines, in MW
     */
    public static Density ofTurbines(double turbine_mw, String source) {
        if (!(turbine_mw > 0 && turbine_mw < 100)) {
            throw new SinkmapException("density: turbine_mw must lie between 0 and 100, not " + turbine_mw);
        }
        double area_km2 = turbine_mw <= 8 ? 13 : turbine_mw <= 12 ? 14 : 15;
        return new Density(100 / area_km2, 100.0 / 15, 100.0 / 13, "MW/km2", source);
    }

    /** Capacity of an area, in MW. */
    public double capacity_mw(double area_ha) {
        return value * area_ha / 100;
    }
}
