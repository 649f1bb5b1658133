package sinkmap.siting;

import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;

/**
 * What is known about a window: the engine asks for it and forgets it again, so an implementation need not keep it. The
 * window is the whole region or a part of it. Features and rasters outside the window count wherever a distance is
 * involved.
 */
public interface Evidence {

    /** The window that every answer is on, unless another grid is asked for. */
    Grid grid();

    /**
     * Whether a layer of features holds any within a distance of the region (not only of the window). The engine asks it
     * so that an empty layer never silently removes or frees everything.
     *
     * @param where filter in CQL, or null for all
     */
    boolean holds(String layer, String where, double distance_m);

    /**
     * The cells of the window within a distance of a feature, as {@link sinkmap.grid.Buffers#within} says; with a negative
     * distance those at least that far inside a polygon. The mask belongs to the engine, which may change it.
     *
     * @param where filter in CQL, or null for all
     */
    Mask within(String layer, String where, double distance_m);

    /**
     * Distance of each cell of the window from the nearest feature, in metres, as
     * {@link sinkmap.grid.Distance#to(java.util.List, Grid, double)} says: features further outside than {@code reach_m}
     * may be left out.
     *
     * @param where filter in CQL, or null for all
     */
    Raster distance(String layer, String where, double reach_m);

    /** The features of a layer, for exact distances from single points, metres in the CRS of the grid. */
    Nearest nearest(String layer, String where);

    /** Whether a raster layer holds data anywhere in the region (not only in the window). */
    boolean hasData(String layer);

    /** Values of a raster layer at the cell centres of a grid that contains the window, read at full resolution. */
    Raster raster(String layer, Grid grid);

    /** Carbon of the cells of the window, t C/ha, as {@link Criterion.Carbon} says; not there without an account. */
    default Raster carbon(Criterion.CarbonKind kind) {
        throw new SinkmapException("no carbon account is at hand");
    }
}
