package sinkmap.sink;

import java.util.List;
import java.util.Map;

/**
 * The stock of the sinks of a region and what they take up in a year, with everything both were computed from. Areas are
 * those of strata with a stock factor; the others are in {@code withoutFactor} and in no sum of stocks. Values of strata
 * and of the zones of any partition each add up to the total; their intervals do not, because errors partly cancel.
 *
 * @param area_ha area, hectares
 * @param stock stock of all strata
 * @param flows flows of all strata, those without stock factor too
 * @param strata by stratum, in the order of precedence; only those that cover something
 * @param partitions by zone, one way to cut the region after the other, and by group, one way to group strata after the other
 * @param gaps what no sink covers
 * @param overlaps what sinks cover but strata of higher precedence have
 * @param withoutFactor strata whose stock is unknown
 */
public record Account(
        double area_ha,
        Stock stock,
        Flows flows,
        List<OfStratum> strata,
        List<OfPartition> partitions,
        Gaps gaps,
        List<Overlap> overlaps,
        List<WithoutFactor> withoutFactor) {

    /** The zones of the first partition. */
    public List<OfZone> zones() {
        return partitions.get(0).zones();
    }

    /**
     * A stratum.
     *
     * @param stratum the stratum
     * @param area_ha its area, hectares
     * @param overlap_ha what it covers beside that but an earlier stratum has, hectares
     * @param pools stocks of its pools
     * @param flowPools flows of its pools
     * @param stock stock of all pools
     * @param flows its flows
     */
    public record OfStratum(
            Stratum stratum,
            double area_ha,
            double overlap_ha,
            List<OfPool> pools,
            List<OfFlow> flowPools,
            Stock stock,
            Flows flows) {}

    /**
     * A pool of a stratum.
     *
     * @param entry formula and rows that the stock comes from
     * @param stock stock of the pool
     */
    public record OfPool(StratumModel.Entry entry, Stock stock) {}

    /**
     * A flow of a pool of a stratum.
     *
     * @param entry formula and rows that the flow comes from
     * @param value the flow in the unit of its measure
     */
    public record OfFlow(StratumModel.Entry entry, Interval value) {}

    /**
     * The zones of a partition, or the groups of a {@link Grouping}.
     *
     * @param id name of the partition
     * @param zones in the order of the zones; last what lies in none, if any sink does. Groups without land are left out
     */
    public record OfPartition(String id, List<OfZone> zones) {}

    /**
     * A zone, or a group of strata.
     *
     * @param zone number of the zone or group, 0 for what lies in none
     * @param name its name
     * @param area_ha area of the sinks in it, hectares
     * @param uncovered_ha area that no sink covers, hectares; NaN for a group, which is nothing but sinks
     * @param withoutFactor_ha area of the sinks whose stock is unknown, hectares
     * @param stock stock of the sinks
     * @param pools stock by pool; values add up to the stock, intervals do not
     * @param flows flows of the sinks
     * @param parts by stratum
     */
    public record OfZone(
            int zone,
            String name,
            double area_ha,
            double uncovered_ha,
            double withoutFactor_ha,
            Stock stock,
            Map<Pool, Stock> pools,
            Flows flows,
            List<Part> parts) {}

    /**
     * A stratum within a zone.
     *
     * @param stratum the stratum
     * @param area_ha area, hectares
     * @param stock stock of all pools
     */
    public record Part(Stratum stratum, double area_ha, TonnesCarbon stock) {}

    /**
     * What the sinks leave open, hectares.
     *
     * @param region_ha the region
     * @param covered_ha what sinks cover, with and without factor
     * @param uncovered_ha what no sink covers
     * @param uncoveredInZones_ha the part of that which lies in the zones of the first partition
     */
    public record Gaps(double region_ha, double covered_ha, double uncovered_ha, double uncoveredInZones_ha) {}

    /**
     * What a stratum covers but strata of higher precedence have.
     *
     * @param stratum the stratum
     * @param area_ha area, hectares
     * @param under by stratum that has it
     */
    public record Overlap(Stratum stratum, double area_ha, List<Under> under) {}

    /**
     * What a stratum has of the area that a later one covers too.
     *
     * @param stratum the one that has it
     * @param area_ha area, hectares
     */
    public record Under(Stratum stratum, double area_ha) {}

    /**
     * A stratum that no factor row for a stock is for.
     *
     * @param stratum the stratum
     * @param area_ha area, hectares
     * @param overlap_ha what it covers beside that but an earlier stratum has, hectares
     * @param flows its flows, which may be known all the same
     */
    public record WithoutFactor(Stratum stratum, double area_ha, double overlap_ha, Flows flows) {}
}
