package sinkmap.ogc.api;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;

/** Turns north, east into east, north and back. */
final class TurnedAxes implements CoordinateFilter {

    @Override
    public void filter(Coordinate c) {
        double x = c.x;
        c.x = c.y;
        c.y = x;
    }
}
