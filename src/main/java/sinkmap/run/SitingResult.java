package sinkmap.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import sinkmap.siting.Ahp;
import sinkmap.siting.SensitivityRules;
import sinkmap.siting.Title;
import sinkmap.siting.Weights;

/**
 * The result of a siting run, as JSON shows it. Areas in hectares. {@code reason} says why there are no sites, and is null
 * when there are. {@code reused} names what an earlier run had found on the same land: {@code screening}, {@code sums} over
 * the sites, {@code obstacles}. {@code answer_s} are the seconds until the sites were ranked and could be asked for; then the
 * maps of scores are drawn.
 */
record SitingResult(
        String plan,
        String ruleSet,
        Validity ruleSetValid,
        OfGrid grid,
        OfScreening screening,
        Area area,
        List<OfExclusion> exclusions,
        List<OfRuleSet> otherRuleSets,
        List<OfCriterion> criteria,
        OfWeights weights,
        OfSites sites,
        Title reason,
        String avoidedBasis,
        SitingCarbon carbon,
        List<String> reused,
        double answer_s,
        Map<String, Double> seconds,
        long peakHeap_mb,
        List<Inputs.Input> inputs,
        String quality,
        String planHash,
        String definitionsHash,
        String version) {

    /**
     * When a rule set holds.
     *
     * @param from first day, or null
     * @param to last day, or null while there is none
     * @param inForce whether it holds on the day of the run
     */
    record Validity(LocalDate from, LocalDate to, boolean inForce) {}

    /** The grid; {@code cells} is their number. */
    record OfGrid(String crs, double cell_m, int rows, int columns, long cells) {}

    /**
     * Areas, each a part of the one before.
     *
     * @param region_ha the grid
     * @param eligible_ha land where sites may lie at all
     * @param available_ha what the exclusions leave
     * @param scored_ha what has a value for every criterion
     * @param unknown_ha where rules cannot be decided; not a part of the others
     */
    record Area(double region_ha, double eligible_ha, double available_ha, double scored_ha, double unknown_ha) {}

    /**
     * How cells were screened.
     *
     * @param mode {@code centre} or {@code share}
     * @param parts parts of a cell along each side, in the mode of shares; null in the other
     * @param availableFrom least available share of a cell that may belong to a site; null likewise
     * @param unknown what became of cells where rules cannot be decided: {@code excluded}, {@code allowed}, {@code flagged}
     * @param windows windows that the land was worked on in
     */
    record OfScreening(String mode, Integer parts, Double availableFrom, String unknown, int windows) {}

    /** A rule; see {@link sinkmap.siting.ScreenedAreas.Loss}. In the order of the bits of the exclusion raster. */
    record OfExclusion(
            String id,
            Title title,
            String source,
            double alone_ha,
            double inSequence_ha,
            double onlyObstacle_ha,
            double unknown_ha) {}

    /**
     * What another rule set would leave.
     *
     * @param ruleSet the rule set
     * @param available_ha area that it leaves; null when it cannot be compared with
     * @param both_ha area that both leave
     * @param missing why it cannot be compared with, or null
     */
    record OfRuleSet(String ruleSet, Double available_ha, Double both_ha, String missing) {}

    /** A criterion and the available area that has no value for it. */
    record OfCriterion(String id, Title title, String layer, double weight, double missing_ha) {}

    /**
     * How the criteria were weighed.
     *
     * @param source where the weights come from
     * @param method method of weighing
     * @param aggregation what made a score of memberships and weights
     * @param parts weights by method, in the order of the criteria
     * @param experts what follows from the judgements of each expert
     * @param group what follows from those of all experts, or null
     * @param sensitivity how the ranking was tested
     */
    record OfWeights(
            String source,
            String method,
            String aggregation,
            List<Weights.Part> parts,
            List<Ahp.Judged> experts,
            Ahp.Judged group,
            SensitivityRules sensitivity) {}

    /**
     * The sites.
     *
     * @param area_ha area within their outlines
     * @param usable_ha available area in them
     * @param necks_ha available area lost as it is narrower than a neck may be
     * @param filled_ha filled holes within the outlines
     * @param tooSmall_ha available area in places that are too small for a site
     * @param belowMinimum parts of split areas that are below the smallest area, as no other split was possible
     */
    record OfSites(
            int count,
            double area_ha,
            double usable_ha,
            double capacity_mw,
            double energy_gwh,
            double necks_ha,
            double filled_ha,
            double tooSmall_ha,
            int belowMinimum) {}
}
