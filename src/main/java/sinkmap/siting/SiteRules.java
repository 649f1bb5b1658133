package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * What makes available cells a site.
 *
 * @param connectivity 4 when cells of a site share edges, 8 when corners are enough
 * @param minArea_ha smallest area of a site, in hectares
 */
public record SiteRules(int connectivity, double minArea_ha) {

    public SiteRules {
        if (connectivity != 4 && connectivity != 8) {
            throw new SinkmapException("sites: connectivity must be 4 or 8, not " + connectivity);
        }
        if (!(minArea_ha >= 0) || Double.isInfinite(minArea_ha)) {
            throw new SinkmapException("sites: min_area_ha must be 0 or a positive number, not " + minArea_ha);
        }
    }
}
