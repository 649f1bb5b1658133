package sinkmap.siting;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;

/**
 * Where a site lies.
 *
 * @param number number of the site, from 1 on, in the order of first cells, row by row from the north-west
 * @param zone number of the contiguous area it is of, from 1 on in the same order; parts of a split area share it
 * @param parts number of sites that the area was split into, 1 when it was not
 * @param cells the cells of the site, filled holes included
 * @param available number of its cells that are available; the others are filled holes
 * @param polygon outline in the CRS of the grid, possibly simplified; valid, and no two sites overlap
 */
public record SiteArea(int number, int zone, int parts, Patch cells, int available, Geometry polygon) {

    /** Id of the site in a plan, {@code <plan>-001}; the same input gives the same ids. */
    public String id(String plan) {
        return String.format(Locale.ROOT, "%s-%03d", plan, number);
    }

    /** The available cells of the site, those that the site was cut out of. */
    public Patch available(Mask scored) {
        return available == cells.size() ? cells : cells.in(scored);
    }

    /** Area of the site with its filled holes, in hectares. */
    public double area_ha() {
        return cells.area_ha();
    }

    /** Area that is available, without filled holes, in hectares. */
    public double usable_ha() {
        return available * cells.grid().cellArea_ha();
    }
}
