package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * A target of capacity that the sites of a plan count towards.
 *
 * @param id id of the target
 * @param capacity_mw capacity aimed at, in MW; NaN when the target names none
 */
public record PlanTarget(String id, double capacity_mw) {

    /** What stands in the place of a share when a target has no number. */
    public static final String NOT_SET = "not set by the plan";

    public PlanTarget {
        if (capacity_mw <= 0) {
            throw new SinkmapException("target " + id + " is not a positive capacity");
        }
    }

    /**
     * What a site gives to a target.
     *
     * @param target id of the target
     * @param share capacity of the site over the target, or null when the target has no number
     * @param text why there is no share, or null
     */
    public record Share(String target, Double share, String text) {}

    Share of(double site_mw) {
        return Double.isNaN(capacity_mw) ? new Share(id, null, NOT_SET) : new Share(id, site_mw / capacity_mw, null);
    }
}
