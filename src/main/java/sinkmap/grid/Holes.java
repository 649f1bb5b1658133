package sinkmap.grid;

/**
 * The holes of the areas of a mask: what an area surrounds. Whatever is connected with the edge of the grid is outside, as
 * more of it may lie beyond.
 *
 * <p>Areas and gaps have dual connectivities (8 and 4, or 4 and 8), so that each but the outermost gap lies inside exactly
 * one other: the one that holds the western neighbour of its first cell in row-major order (A. Rosenfeld, "Connectivity in
 * digital pictures", Journal of the ACM 17, 1970; S. Suzuki and K. Abe, "Topological structural analysis of digitized
 * binary images by border following", 1985).
 */
public final class Holes {

    private final Zones areas;
    private final Zones gaps;
    /** Cells of each gap with all that lies in it. */
    private final int[] gapTotal;

    private final boolean[] outside;

    private Holes(Mask mask, int connectivity) {
        this.areas = Zones.of(mask, connectivity);
        this.gaps = Zones.of(mask.copy().not(), 12 - connectivity);
        this.gapTotal = new int[gaps.count() + 1];
        this.outside = new boolean[gaps.count() + 1];
        for (int gap = 1; gap <= gaps.count(); gap++) {
            outside[gap] = reachesEdge(gaps.patch(gap));
        }
        addUp();
    }

    /**
     * The cells of all holes of at most a size, islands in a hole included in its size: added to the mask they make the
     * areas solid, and such islands become part of the area around.
     *
     * @param mask cells, unchanged
     * @param connectivity 4 or 8, of the areas
     * @param largest_ha size up to which a hole counts, in hectares
     */
    public static Mask upTo(Mask mask, int connectivity, double largest_ha) {
        Mask found = new Mask(mask.grid());
        int most = (int)
                Math.min(Integer.MAX_VALUE, Math.floor(largest_ha / mask.grid().cellArea_ha() * (1 + 1e-9)));
        if (most < 1) {
            return found;
        }
        Holes holes = new Holes(mask, connectivity);
        for (int gap = 1; gap <= holes.gaps.count(); gap++) {
            if (!holes.outside[gap] && holes.gapTotal[gap] <= most) {
                holes.gaps.patch(gap).forEachRun(found::setRange);
            }
        }
        return found;
    }

    private boolean reachesEdge(Patch gap) {
        Grid grid = gap.grid();
        return gap.firstRow() == 0
                || gap.lastRow() == grid.rows() - 1
                || gap.firstColumn() == 0
                || gap.lastColumn() == grid.columns() - 1;
    }

    /** Adds areas and gaps to the gap they lie in, from the last first cell back: what lies inside begins later. */
    private void addUp() {
        int[] areaTotal = new int[areas.count() + 1];
        int area = areas.count();
        int gap = gaps.count();
        while (area > 0 || gap > 0) {
            if (gap == 0 || area > 0 && areas.firstCell(area) > gaps.firstCell(gap)) {
                int first = areas.firstCell(area);
                areaTotal[area] += areas.size(area);
                if (first % areas.grid().columns() > 0) {
                    gapTotal[gaps.at(first - 1)] += areaTotal[area];
                }
                area--;
            } else {
                int first = gaps.firstCell(gap);
                gapTotal[gap] += gaps.size(gap);
                if (!outside[gap]) {
                    areaTotal[areas.at(first - 1)] += gapTotal[gap];
                }
                gap--;
            }
        }
    }
}
