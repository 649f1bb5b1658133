package sinkmap.store;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Makes geometries of the shapes of a level. */
final class ShapeGeometry {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final ShapeLevel level;

    ShapeGeometry(ShapeLevel level) {
        this.level = level;
    }

    Geometry of(int shape) {
        if (level.kind(shape) == ShapeLevel.Kind.DOT) {
            double[] box = new double[4];
            level.box(shape, box);
            return GEOMETRIES.toGeometry(new Envelope(box[0], box[2], box[1], box[3]));
        }
        List<Geometry> parts = new ArrayList<>();
        List<LinearRing> rings = new ArrayList<>();
        for (int part = level.firstPart(shape); part < level.firstPart(shape + 1); part++) {
            Coordinate[] points = points(part);
            switch (level.kind(shape)) {
                case POINT -> parts.add(GEOMETRIES.createPoint(points[0]));
                case LINE -> parts.add(GEOMETRIES.createLineString(points));
                default -> ring(GEOMETRIES.createLinearRing(points), rings, parts);
            }
        }
        flush(rings, parts);
        return GEOMETRIES.buildGeometry(parts);
    }

    /** Holes follow the ring that they lie in, and turn the other way. */
    private static void ring(LinearRing ring, List<LinearRing> rings, List<Geometry> parts) {
        if (Orientation.isCCW(ring.getCoordinateSequence())) {
            flush(rings, parts);
        }
        rings.add(ring);
    }

    private static void flush(List<LinearRing> rings, List<Geometry> parts) {
        if (!rings.isEmpty()) {
            LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
            parts.add(GEOMETRIES.createPolygon(rings.get(0), holes));
            rings.clear();
        }
    }

    private Coordinate[] points(int part) {
        double[] xy = new double[2 * level.points(part)];
        level.pixels(part, 1, 1, 0, 0, xy);
        Coordinate[] points = new Coordinate[level.points(part)];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], -xy[2 * i + 1]);
        }
        return points;
    }
}
