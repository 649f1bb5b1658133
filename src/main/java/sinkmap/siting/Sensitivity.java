package sinkmap.siting;

import java.util.List;

/** How sure the ranking is: what becomes of it when weights change. */
public final class Sensitivity {

    private Sensitivity() {}

    /**
     * Tests the ranking of sites.
     *
     * @param memberships mean memberships of each site, in the order of the criteria; of sites with equal scores the first
     *     ranks first
     */
    public static List<SiteStability> of(
            Weighting weighting, Weights weights, Statistics statistics, double[][] memberships) {
        throw new UnsupportedOperationException("to come");
    }
}
