package sinkmap.siting;

import java.util.List;
import sinkmap.grid.Patch;

/**
 * By area and kind of features, the cell of the area whose centre is nearest to the features. What is known of some areas
 * tells much of others: an area that holds the nearest cell of a known one is as near as that, and of the cells that both hold
 * none is nearer.
 */
public final class NearestCells {

    /** In place of a cell where none is known or there are no features. */
    public static final int NONE = -1;

    private final List<Patch> areas;
    private final int kinds;
    private final int[] cells;
    private final double[] distances_m;

    /**
     * What is known.
     *
     * @param areas available cells of areas of one grid that have none in common
     * @param kinds number of kinds of features
     * @param cells by area, and within it by kind, the nearest cell or {@link #NONE}
     * @param distances_m distances of the centres of these cells, metres, infinite where there is none
     */
    public NearestCells(List<Patch> areas, int kinds, int[] cells, double[] distances_m) {
        if (cells.length != areas.size() * kinds || distances_m.length != cells.length) {
            throw new IllegalArgumentException(cells.length + " cells and " + distances_m.length + " distances for "
                    + areas.size() + " areas and " + kinds + " kinds of features");
        }
        this.areas = List.copyOf(areas);
        this.kinds = kinds;
        this.cells = cells.clone();
        this.distances_m = distances_m.clone();
    }

    /** Nothing is known about so many kinds of features. */
    public static NearestCells none(int kinds) {
        return new NearestCells(List.of(), kinds, new int[0], new double[0]);
    }

    /** Available cells of the areas. */
    public List<Patch> areas() {
        return areas;
    }

    /** Number of kinds of features. */
    public int kinds() {
        return kinds;
    }

    /** The cell of an area that is nearest to features of a kind, or {@link #NONE}. */
    public int cell(int area, int kind) {
        return cells[area * kinds + kind];
    }

    /** Distance of the centre of that cell from the features, metres; infinite without a cell. */
    public double distance_m(int area, int kind) {
        return distances_m[area * kinds + kind];
    }
}
