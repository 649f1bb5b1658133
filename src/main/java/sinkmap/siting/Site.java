package sinkmap.siting;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A contiguous place for a plant.
 *
 * @param plan id of the plan
 * @param rank 1 for the best, by score, then area
 * @param area its number, cells and outline
 * @param usable_ha available area, in hectares: without filled holes, and of each cell the available share
 * @param score mean score of the available cells, 0 to 1
 * @param parts what each criterion gives, in the order of the plan; in a weighted linear combination they sum to the score
 * @param hours mean full-load hours a year of the cells that hold a value of the resource; NaN when there are none
 * @param figures figures of the plant
 * @param withoutResource_ha usable area without a value of the resource, which gives no energy, in hectares
 * @param unknown_ha usable area where rules could not be decided, in hectares
 * @param obstacles how far the cells keep from what exclusions protect, nearest first
 */
public record Site(
        String plan,
        int rank,
        SiteArea area,
        double usable_ha,
        double score,
        List<Part> parts,
        double hours,
        SiteFigures figures,
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
     * @param weight weight of the criterion
     * @param part weight times mean membership
     */
    public record Part(Criterion criterion, String unit, double value, double membership, double weight, double part) {}

    /**
     * Something that an exclusion protects.
     *
     * @param exclusion the rule
     * @param layer layer of the features
     * @param required_m the largest distance at which the rule looks at these features, in metres
     * @param distance_m exact distance from the nearest cell centre of the site to the nearest feature, in metres
     */
    public record Obstacle(Exclusion exclusion, String layer, double required_m, double distance_m) {}

    /** Plan and number. */
    public String id() {
        return area.id(plan);
    }

    /** Number in the plan, from 1; the same input gives the same. */
    public int number() {
        return area.number();
    }

    /** Area within the outline, in hectares. */
    public double area_ha() {
        return area.area_ha();
    }

    /** Outline, in the CRS of the grid, x = east. */
    public Geometry polygon() {
        return area.polygon();
    }

    Site with(SiteFigures newFigures) {
        return new Site(
                plan,
                rank,
                area,
                usable_ha,
                score,
                parts,
                hours,
                newFigures,
                withoutResource_ha,
                unknown_ha,
                obstacles);
    }

    Site ranked(int newRank) {
        return new Site(
                plan,
                newRank,
                area,
                usable_ha,
                score,
                parts,
                hours,
                figures,
                withoutResource_ha,
                unknown_ha,
                obstacles);
    }
}
