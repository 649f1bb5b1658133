package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes a geometry as commands of the Mapbox Vector Tile Specification 2.1, section 4.3. Coordinates are whole cells. */
final class MvtGeometry {

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final WireOut out = new WireOut();
    private long x;
    private long y;

    WireOut write(Geometry geometry) {
        if (geometry.getNumGeometries() > 0 && geometry.getGeometryN(0) instanceof Point) {
            points(geometry.getCoordinates());
            return out;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof LineString line) {
                line(line);
            } else if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygon(polygon);
            }
        }
        return out;
    }

    private void points(Coordinate[] points) {
        command(MOVE_TO, points.length);
        for (Coordinate point : points) {
            to(point);
        }
    }

    private void line(LineString line) {
        List<Coordinate> points = distinct(line);
        if (points.size() > 1) {
            path(points);
        }
    }

    /** Outer rings have a positive area with y downwards, holes a negative one. */
    private void polygon(Polygon polygon) {
        if (ring(polygon.getExteriorRing(), true)) {
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i), false);
            }
        }
    }

    private boolean ring(LinearRing ring, boolean outer) {
        double area = -Area.ofRingSigned(ring.getCoordinateSequence());
        List<Coordinate> points = distinct(area > 0 == outer ? ring : ring.reverse());
        points.remove(points.size() - 1);
        if (area == 0 || points.size() < 3) {
            return false;
        }
        path(points);
        command(CLOSE_PATH, 1);
        return true;
    }

    private static List<Coordinate> distinct(LineString line) {
        List<Coordinate> points = new ArrayList<>(line.getNumPoints());
        for (int i = 0; i < line.getNumPoints(); i++) {
            Coordinate point = line.getCoordinateN(i);
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
        }
        return points;
    }

    private void path(List<Coordinate> points) {
        command(MOVE_TO, 1);
        to(points.get(0));
        command(LINE_TO, points.size() - 1);
        points.subList(1, points.size()).forEach(this::to);
    }

    private void command(int id, int count) {
        out.varint((long) count << 3 | id);
    }

    private void to(Coordinate point) {
        out.varint(zigZag((long) point.x - x));
        out.varint(zigZag((long) point.y - y));
        x = (long) point.x;
        y = (long) point.y;
    }

    static long zigZag(long value) {
        return value << 1 ^ value >> 63;
    }
}
