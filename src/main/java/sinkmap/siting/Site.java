package sinkmap.siting;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A contiguous place for a plant.
 *
 * @param id plan and number by first cell in row-major order, so the same input gives the same id
 * @param rank 1 for the best, by score, then area
 * @param cells its cells in row-major order; shared, not copied
 * @param polygon outline along the edges of the cells, in the CRS of the grid, x = east
 * @param area_ha area of the cells, in hectares
 * @param score mean score of the cells, 0 to 1
 * @param parts what each criterion gives, in the order of the plan; their parts sum to the score
 * @param capacity_mw capacity by the plan's density, in MW
 * @param energy_gwh energy a year, summed over the cells that hold a value of the resource, in GWh
 * @param fullLoadHours energy over the capacity of those cells, in hours a year; NaN when there are none
 * @param withoutResource_ha area of cells without a value of the resource, which give no energy, in hectares
 * @param unknown_ha area of cells where rules could not be decided, in hectares
 * @param obstacles how far the cells keep from what exclusions protect, nearest first
 */
@SuppressWarnings("ArrayRecordComponent")
public record Site(
        String id,
        int rank,
        int[] cells,
        Geometry polygon,
        double area_ha,
        double score,
        List<Part> parts,
        double capacity_mw,
        double energy_gwh,
        double fullLoadHours,
        double withoutResource_ha,
        double unknown_ha,
        List<Obstacle> obstacles) {

    /**
     * What a criterion gives to the score of a site.
     *
     * @param criterion the criterion
     * @param unit unit of the raw value
     * @param value mean raw value of the cells
     * @param membership mean membership of the cells, 0 to 1
     * @param part weight times mean membership
     */
    public record Part(Criterion criterion, String unit, double value, double membership, double part) {}

    /**
     * Something that an exclusion protects.
     *
     * @param exclusion the rule
     * @param layer layer of the features
     * @param required_m the largest distance at which the rule looks at these features, in metres
     * @param distance_m exact distance from the nearest cell centre of the site to the nearest feature, in metres
     */
    public record Obstacle(Exclusion exclusion, String layer, double required_m, double distance_m) {}

    Site ranked(int newRank) {
        return new Site(
                id,
                newRank,
                cells,
                polygon,
                area_ha,
                score,
                parts,
                capacity_mw,
                energy_gwh,
                fullLoadHours,
                withoutResource_ha,
                unknown_ha,
                obstacles);
    }
}
