package sinkmap.grid;

import org.locationtech.jts.geom.Envelope;

/**
 * A grid grown as far as sources outside it can reach into it, and no further than there are sources.
 *
 * @param grid the grown grid
 * @param northRows rows added in the north
 * @param westColumns columns added in the west
 */
record Halo(Grid grid, int northRows, int westColumns) {

    static Halo around(Grid grid, Envelope sources, double reach_m) {
        Envelope inner = grid.envelope();
        Envelope reached = new Envelope(inner);
        reached.expandBy(Math.max(0, reach_m) + grid.cellSize());
        Envelope wanted = reached.intersection(sources);
        if (wanted.isNull()) {
            return new Halo(grid, 0, 0);
        }
        int north = cells(wanted.getMaxY() - inner.getMaxY(), grid);
        int south = cells(inner.getMinY() - wanted.getMinY(), grid);
        int west = cells(inner.getMinX() - wanted.getMinX(), grid);
        int east = cells(wanted.getMaxX() - inner.getMaxX(), grid);
        return new Halo(grid.grown(north, south, west, east), north, west);
    }

    private static int cells(double distance_m, Grid grid) {
        return distance_m <= 0 ? 0 : (int) Math.ceil(distance_m / grid.cellSize()) + 1;
    }
}
