package sinkmap.run;

import sinkmap.catalog.Catalog;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;

/** Analysis grids of the region, within what this service can compute. */
final class Grids {

    private static final double SMALLEST_CELL_m = 10;
    private static final double LARGEST_CELL_m = 5000;

    private final Catalog catalog;
    private final long mostCells;

    /**
     * The grids of a region.
     *
     * @param bytesPerCell heap that a cell needs at the peak of a run
     */
    Grids(Catalog catalog, RunSettings settings, int bytesPerCell) {
        this.catalog = catalog;
        this.mostCells = settings.mostCells(bytesPerCell);
    }

    /** The grid of a cell size in metres; of the region's default when it is null. */
    Grid of(Double cell) {
        double size = cell == null ? catalog.region().cellSize() : cell;
        if (!(size >= SMALLEST_CELL_m && size <= LARGEST_CELL_m)) {
            throw new SinkmapException("the cell size must lie between 10 and 5000 m, not " + size);
        }
        Grid grid = catalog.region().grid(size);
        if (grid.size() > mostCells) {
            throw new SinkmapException(String.format(
                    "cells of %s m cut the region into %,d x %,d = %,d cells, and there is room for %,d; take larger"
                            + " cells, or give the service more memory with -Xmx",
                    size, grid.rows(), grid.columns(), (long) grid.size(), mostCells));
        }
        return grid;
    }
}
