package sinkmap.siting;

import java.util.List;

/**
 * How sure the rank of a site is when weights change.
 *
 * @param rank rank by the score of the mean memberships with the plan's own weights, 1 for the best; the changes start here
 * @param topShare share of the weight draws in which the site is among the top places that the plan asks for, 0 to 1
 * @param rankLow best rank of the 95 % interval over the draws
 * @param rankHigh worst rank of it
 * @param scoreSpread standard deviation of the score over the draws
 * @param changes rank after each change of one weight, two for each criterion with a weight
 */
public record SiteStability(
        int rank, double topShare, int rankLow, int rankHigh, double scoreSpread, List<Change> changes) {

    public SiteStability {
        changes = List.copyOf(changes);
    }

    /**
     * The rank of the site after the weight of one criterion was changed.
     *
     * @param criterion number of the criterion in the plan
     * @param factor what its weight was multiplied by; the other weights share the rest in their proportions
     * @param rank rank of the site
     */
    public record Change(int criterion, double factor, int rank) {}
}
