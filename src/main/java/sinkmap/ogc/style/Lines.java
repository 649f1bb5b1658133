package sinkmap.ogc.style;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;

/** Lines in pixels: their parts, lengths and places along them. Angles are radians clockwise, y downward. */
final class Lines {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double FLATNESS_PX = 0.5;

    private Lines() {}

    /** A place on a line, with the line's direction there. */
    record Place(Coordinate point, double angle) {}

    /** The parts of a shape; a closed part ends where it begins. */
    static List<Coordinate[]> of(Shape shape) {
        List<Coordinate[]> lines = new ArrayList<>();
        List<Coordinate> line = new ArrayList<>();
        double[] xy = new double[6];
        for (PathIterator it = new FlatteningPathIterator(shape.getPathIterator(null), FLATNESS_PX);
                !it.isDone();
                it.next()) {
            int kind = it.currentSegment(xy);
            if (kind == PathIterator.SEG_MOVETO) {
                flush(line, lines);
            }
            if (kind == PathIterator.SEG_CLOSE) {
                if (!line.isEmpty() && !line.get(0).equals2D(line.get(line.size() - 1))) {
                    line.add(line.get(0).copy());
                }
            } else {
                line.add(new Coordinate(xy[0], xy[1]));
            }
        }
        flush(line, lines);
        return lines;
    }

    private static void flush(List<Coordinate> line, List<Coordinate[]> lines) {
        if (line.size() > 1) {
            lines.add(line.toArray(Coordinate[]::new));
        }
        line.clear();
    }

    /** One path of many lines. */
    static Shape path(List<Coordinate[]> lines) {
        Path2D path = new Path2D.Double();
        for (Coordinate[] line : lines) {
            if (line.length > 1) {
                path.moveTo(line[0].x, line[0].y);
                for (int i = 1; i < line.length; i++) {
                    path.lineTo(line[i].x, line[i].y);
                }
            }
        }
        return path;
    }

    static double length(Coordinate[] line) {
        double length = 0;
        for (int i = 1; i < line.length; i++) {
            length += line[i].distance(line[i - 1]);
        }
        return length;
    }

    /** The place at a length along a line; none beyond its ends. */
    static Optional<Place> at(Coordinate[] line, double along) {
        double done = 0;
        for (int i = 1; i < line.length; i++) {
            double length = line[i].distance(line[i - 1]);
            if (length > 0 && along >= done && along <= done + length + 1e-9) {
                double share = Math.min(1, (along - done) / length);
                double dx = line[i].x - line[i - 1].x;
                double dy = line[i].y - line[i - 1].y;
                return Optional.of(new Place(
                        new Coordinate(line[i - 1].x + share * dx, line[i - 1].y + share * dy), Math.atan2(dy, dx)));
            }
            done += length;
        }
        return Optional.empty();
    }

    /** The dashes of a line; the whole line when there is no pattern. */
    static List<Coordinate[]> dashed(Coordinate[] line, float[] pattern, double offset) {
        double period = 0;
        for (float length : pattern) {
            period += length;
        }
        if (!(period >= 1)) {
            return List.<Coordinate[]>of(line);
        }
        LengthIndexedLine along = new LengthIndexedLine(GEOMETRIES.createLineString(line));
        List<Coordinate[]> dashes = new ArrayList<>();
        double at = -(offset % (2 * period));
        for (int i = 0; at < along.getEndIndex(); i++) {
            double end = at + pattern[i % pattern.length];
            if (i % 2 == 0 && end > Math.max(0, at)) {
                dashes.add(along.extractLine(Math.max(0, at), Math.min(end, along.getEndIndex()))
                        .getCoordinates());
            }
            at = end;
        }
        return dashes;
    }

    static Coordinate[] reversed(Coordinate[] line) {
        Coordinate[] reversed = new Coordinate[line.length];
        for (int i = 0; i < line.length; i++) {
            reversed[i] = line[line.length - 1 - i];
        }
        return reversed;
    }

    /** A parallel line; a positive distance lies to the right of its direction as seen, as in GeoServer and QGIS. */
    static Coordinate[] offset(Coordinate[] line, double pixels) {
        if (pixels == 0 || line.length < 2) {
            return line;
        }
        // y is downward here, which swaps left and right
        return OffsetCurve.getCurve(GEOMETRIES.createLineString(line), pixels, 8, BufferParameters.JOIN_ROUND, 2)
                .getCoordinates();
    }
}
