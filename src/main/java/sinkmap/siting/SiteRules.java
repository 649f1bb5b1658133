package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * What makes available cells a site.
 *
 * @param connectivity 4 when cells of a site share edges, 8 when corners are enough
 * @param minArea_ha smallest available area of a site, filled holes not counted, in hectares
 * @param maxCapacity_mw largest project: larger areas are split; positive infinity when there is no limit
 * @param fillHoles_ha holes up to this size are filled: they count in the area of the site and its outline, not in its
 *     available area or capacity; 0 fills none
 * @param neck_m parts of an area that are joined only by something narrower than this are sites of their own; 0 never parts
 * @param simplify_m tolerance by which outlines are simplified, in metres; 0 keeps the edges of the cells
 */
public record SiteRules(
        int connectivity,
        double minArea_ha,
        double maxCapacity_mw,
        double fillHoles_ha,
        double neck_m,
        double simplify_m) {

    public SiteRules {
        if (connectivity != 4 && connectivity != 8) {
            throw new SinkmapException("sites: connectivity must be 4 or 8, not " + connectivity);
        }
        if (!(maxCapacity_mw > 0)) {
            throw new SinkmapException("sites: max_capacity_mw must be a positive number, not " + maxCapacity_mw);
        }
        notNegative("min_area_ha", minArea_ha);
        notNegative("fill_holes_ha", fillHoles_ha);
        notNegative("neck_m", neck_m);
        notNegative("simplify_m", simplify_m);
    }

    /** Rules without a largest project, hole filling, necks and simplification. */
    public SiteRules(int connectivity, double minArea_ha) {
        this(connectivity, minArea_ha, Double.POSITIVE_INFINITY, 0, 0, 0);
    }

    private static void notNegative(String key, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new SinkmapException("sites: " + key + " must be 0 or a positive number, not " + value);
        }
    }

    /**
     * The available area that a largest project takes, in hectares. It must hold two smallest sites, as an area that is just
     * too large for one project could not be split otherwise.
     */
    public double maxArea_ha(Density density) {
        double max_ha = maxCapacity_mw / density.capacity_mw(1);
        if (max_ha < 2 * minArea_ha) {
            throw new SinkmapException("sites: max_capacity_mw of " + maxCapacity_mw + " takes " + (float) max_ha
                    + " ha at " + density.value() + " MW/km2; that must be at least twice min_area_ha (" + minArea_ha
                    + "), or an area just too large for one project has no valid parts");
        }
        return max_ha;
    }
}
