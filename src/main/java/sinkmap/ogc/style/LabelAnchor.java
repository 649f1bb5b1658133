package sinkmap.ogc.style;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Where the label or the mark of a shape goes, in pixels.
 *
 * @param x x
 * @param y y
 * @param angle direction of the line there, radians clockwise, between -90 and 90 degrees; 0 for points and areas
 * @param room length of the line or width of the area around the anchor, pixels; infinite for points
 */
record LabelAnchor(double x, double y, double angle, double room) {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** The anchor of a shape on a screen: the point, the middle of the longest line, the inside of the largest area. */
    static Optional<LabelAnchor> find(ScreenShape shape, Screen screen) {
        if (!shape.points().isEmpty()) {
            Coordinate point = shape.points().get(0);
            return Optional.of(new LabelAnchor(point.x, point.y, 0, Double.POSITIVE_INFINITY));
        }
        List<Coordinate[]> parts = parts(shape.path());
        return shape.closed() ? area(parts, screen) : line(parts);
    }

    private static Optional<LabelAnchor> area(List<Coordinate[]> rings, Screen screen) {
        Envelope picture = new Envelope(0, screen.width(), 0, screen.height());
        return rings.stream()
                .filter(ring -> ring.length >= 4)
                .map(ring -> new org.locationtech.jts.operation.overlayng.RingClipper(picture).clip(ring))
                .filter(ring -> ring.length >= 4)
                .max(Comparator.comparingDouble(org.locationtech.jts.algorithm.Area::ofRing))
                .map(LabelAnchor::inside);
    }

    private static LabelAnchor inside(Coordinate[] ring) {
        org.locationtech.jts.geom.Polygon polygon = GEOMETRIES.createPolygon(ring);
        Coordinate centre = polygon.getCentroid().getCoordinate();
        Coordinate point = centre != null && org.locationtech.jts.algorithm.PointLocation.isInRing(centre, ring)
                ? centre
                : InteriorPoint.getInteriorPoint(polygon);
        return new LabelAnchor(
                point.x, point.y, 0, polygon.getEnvelopeInternal().getWidth());
    }

    private static Optional<LabelAnchor> line(List<Coordinate[]> lines) {
        return lines.stream()
                .map(GEOMETRIES::createLineString)
                .max(Comparator.comparingDouble(LineString::getLength))
                .map(line -> {
                    LengthIndexedLine along = new LengthIndexedLine(line);
                    double half = line.getLength() / 2;
                    Coordinate middle = along.extractPoint(half);
                    Coordinate a = along.extractPoint(half - Math.min(half, 10));
                    Coordinate b = along.extractPoint(half + Math.min(half, 10));
                    double angle = Math.atan((b.y - a.y) / (b.x - a.x));
                    return new LabelAnchor(middle.x, middle.y, Double.isNaN(angle) ? 0 : angle, line.getLength());
                });
    }

    private static List<Coordinate[]> parts(Shape shape) {
        List<Coordinate[]> parts = new ArrayList<>();
        List<Coordinate> part = new ArrayList<>();
        double[] xy = new double[6];
        for (PathIterator it = new FlatteningPathIterator(shape.getPathIterator(null), 1); !it.isDone(); it.next()) {
            int kind = it.currentSegment(xy);
            if (kind == PathIterator.SEG_MOVETO) {
                flush(part, parts);
            }
            if (kind == PathIterator.SEG_CLOSE) {
                if (!part.isEmpty()) {
                    part.add(part.get(0).copy());
                }
            } else {
                part.add(new Coordinate(xy[0], xy[1]));
            }
        }
        flush(part, parts);
        return parts;
    }

    private static void flush(List<Coordinate> part, List<Coordinate[]> parts) {
        if (part.size() > 1) {
            parts.add(part.toArray(Coordinate[]::new));
        }
        part.clear();
    }
}
