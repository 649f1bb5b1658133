package sinkmap.grid;

import org.locationtech.jts.geom.Envelope;

/** How far around a grid sources can reach into it. */
final class Halo {

    private Halo() {}

    /** The frame of a grid grown as far as sources outside it can reach into it, and no further than there are sources. */
    static Frame around(Grid grid, Envelope sources, double reach_m) {
        Envelope inner = grid.envelope();
        Envelope reached = new Envelope(inner);
        reached.expandBy(Math.max(0, reach_m) + grid.cellSize());
        Envelope wanted = reached.intersection(sources);
        if (wanted.isNull()) {
            return Frame.of(grid);
        }
        int north = cells(wanted.getMaxY() - inner.getMaxY(), grid);
        int south = cells(inner.getMinY() - wanted.getMinY(), grid);
        int west = cells(inner.getMinX() - wanted.getMinX(), grid);
        int east = cells(wanted.getMaxX() - inner.getMaxX(), grid);
        return new Frame(-north, grid.rows() + south, -west, grid.columns() + east);
    }

    /** A source on the outer edge of a grid belongs to a cell outside it. */
    private static int cells(double distance_m, Grid grid) {
        double cells = distance_m / grid.cellSize();
        return cells < -1e-6 ? 0 : (int) Math.ceil(cells) + 1;
    }
}
