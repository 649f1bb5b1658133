package sinkmap.sink;

import java.util.List;

/**
 * The stock of the sinks of a region, with everything it was computed from. Areas are those of strata with a factor;
 * the others are in {@code withoutFactor} and in no sum. Values of strata and of zones each add up to the total; their
 * intervals do not, because errors partly cancel.
 *
 * @param area_ha area, hectares
 * @param stock stock of all strata
 * @param strata by stratum, in the order of precedence; only those that cover something
 * @param zones by zone, in the order of the zones; last what lies in none, if anything does
 * @param withoutFactor strata whose stock is unknown
 */
public record Account(
        double area_ha, Stock stock, List<OfStratum> strata, List<OfZone> zones, List<WithoutFactor> withoutFactor) {

    /**
     * A stratum.
     *
     * @param stratum the stratum
     * @param area_ha its area, hectares
     * @param overlap_ha what it covers beside that but an earlier stratum has, hectares
     * @param pools its pools
     * @param stock stock of all pools
     */
    public record OfStratum(Stratum stratum, double area_ha, double overlap_ha, List<OfPool> pools, Stock stock) {}

    /**
     * A pool of a stratum.
     *
     * @param entry formula and rows that the stock comes from
     * @param stock stock of the pool
     */
    public record OfPool(StratumModel.Entry entry, Stock stock) {}

    /**
     * A zone.
     *
     * @param zone number of the zone, 0 for what lies in none
     * @param name its name
     * @param area_ha area of the sinks in it, hectares
     * @param stock their stock
     * @param parts by stratum
     */
    public record OfZone(int zone, String name, double area_ha, Stock stock, List<Part> parts) {}

    /**
     * A stratum within a zone.
     *
     * @param stratum the stratum
     * @param area_ha area, hectares
     * @param stock stock of all pools
     */
    public record Part(Stratum stratum, double area_ha, TonnesCarbon stock) {}

    /**
     * A stratum that no factor row is for.
     *
     * @param stratum the stratum
     * @param area_ha area, hectares
     */
    public record WithoutFactor(Stratum stratum, double area_ha) {}
}
