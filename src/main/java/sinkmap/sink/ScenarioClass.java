package sinkmap.sink;

import java.util.EnumMap;
import java.util.Map;
import sinkmap.grid.SinkmapException;

/**
 * A kind of land or sea bed in a scenario.
 *
 * @param id name
 * @param habitat habitat whose disturbance rules hold for it; null when it has none
 * @param area_ha area at the end of the base year, hectares
 * @param pools its pools; one that is not listed holds nothing and takes up nothing
 * @param methane_kg_ha_yr methane that it gives off, kg CH4/ha/yr
 */
public record ScenarioClass(
        String id, String habitat, double area_ha, Map<Pool, PoolGrowth> pools, double methane_kg_ha_yr) {

    public ScenarioClass {
        if (!(area_ha >= 0) || Double.isInfinite(area_ha)) {
            throw new SinkmapException("class '" + id + "': the area cannot be " + area_ha + " ha");
        }
        if (!(methane_kg_ha_yr >= 0) || Double.isInfinite(methane_kg_ha_yr)) {
            throw new SinkmapException("class '" + id + "': methane cannot be " + methane_kg_ha_yr + " kg CH4/ha/yr");
        }
        pools.forEach((pool, growth) -> growth.check("class '" + id + "', pool " + pool.code()));
        pools = pools.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(pools));
    }

    /**
     * A pool of a class.
     *
     * @param density_tc_ha carbon at the end of the base year, t C/ha
     * @param accumulation_tc_ha_yr carbon that it takes up in a year, t C/ha/yr; negative for a loss
     * @param ceiling_tc_ha density at which it takes up no more, t C/ha; infinite when it never stops. Land that enters
     *     the class with more keeps what it has
     */
    public record PoolGrowth(double density_tc_ha, double accumulation_tc_ha_yr, double ceiling_tc_ha) {

        /** A pool that neither gains nor loses. */
        public static PoolGrowth steady(double density_tc_ha) {
            return new PoolGrowth(density_tc_ha, 0, Double.POSITIVE_INFINITY);
        }

        /** Standing carbon a year later, t C/ha: never above the ceiling by growth, never below zero by loss. */
        double yearLater_tc_ha(double standing_tc_ha) {
            double grown = standing_tc_ha + accumulation_tc_ha_yr;
            return accumulation_tc_ha_yr < 0
                    ? Math.max(0, grown)
                    : Math.max(standing_tc_ha, Math.min(ceiling_tc_ha, grown));
        }

        private void check(String what) {
            if (!(density_tc_ha >= 0) || Double.isInfinite(density_tc_ha)) {
                throw new SinkmapException(
                        what + ": the density cannot be " + density_tc_ha + " t C/ha; it is a stock, 0 or more");
            }
            if (!Double.isFinite(accumulation_tc_ha_yr)) {
                throw new SinkmapException(
                        what + ": the accumulation must be a number, not " + accumulation_tc_ha_yr + " t C/ha/yr");
            }
            if (!(ceiling_tc_ha >= 0)) {
                throw new SinkmapException(what + ": the ceiling cannot be " + ceiling_tc_ha + " t C/ha");
            }
        }
    }

    /** Growth of a pool; steady at nothing when the class does not list it. */
    PoolGrowth growth(Pool pool) {
        return pools.getOrDefault(pool, PoolGrowth.steady(0));
    }
}
