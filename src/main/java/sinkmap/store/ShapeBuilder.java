package sinkmap.store;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import sinkmap.catalog.Crs;

/** Makes a {@link ShapeLevel} of features that come one by one. */
final class ShapeBuilder {

    /** How far a line may be moved, in parts of the resolution. */
    private static final double TOLERANCE = 0.2;

    /** Holes that are smaller in both directions are left out, in parts of the resolution. */
    private static final double HOLE = 0.5;

    /** Coordinates stay within the numbers that steps can count. */
    private static final double FARTHEST_STEPS = 1 << 30;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Crs from;
    private final Crs to;
    private final double resolution;
    private final long most_bytes;
    private final ShapeArrays arrays = new ShapeArrays();
    private final List<Coordinate[]> parts = new ArrayList<>();
    private double originX = Double.NaN;
    private double originY;
    private ShapeLevel.Kind kind;
    private boolean outside;

    /**
     * @param most_bytes memory that the level may take; {@link #fits()} tells when it takes more
     */
    ShapeBuilder(Crs from, Crs to, double resolution, long most_bytes) {
        this.from = from;
        this.to = to;
        this.resolution = resolution;
        this.most_bytes = most_bytes;
    }

    void add(Feature feature) {
        if (feature.geometry() == null || feature.geometry().isEmpty()) {
            return;
        }
        parts.clear();
        kind = null;
        collect(feature.geometry());
        Envelope bounds = new Envelope();
        parts.forEach(part -> List.of(part).forEach(bounds::expandToInclude));
        if (bounds.isNull()) {
            return;
        }
        if (Double.isNaN(originX)) {
            originX = bounds.getMinX();
            originY = bounds.getMinY();
        }
        boolean dot = kind == ShapeLevel.Kind.AREA && isSmaller(bounds, 1);
        if (dot) {
            kind = ShapeLevel.Kind.DOT;
        }
        arrays.begin(
                kind,
                feature.attributes(),
                step(bounds.getMinX() - originX),
                step(bounds.getMinY() - originY),
                step(bounds.getMaxX() - originX),
                step(bounds.getMaxY() - originY));
        if (kind == ShapeLevel.Kind.AREA) {
            arrays.solidity(
                    parts.stream().mapToDouble(ring -> -Area.ofRingSigned(ring)).sum() / bounds.getArea());
        }
        if (!dot) {
            parts.forEach(this::store);
        }
    }

    /** Whether all so far is within the memory and the numbers that it may take. */
    boolean fits() {
        return !outside && arrays.bytes() <= most_bytes;
    }

    ShapeLevel level() {
        boolean empty = Double.isNaN(originX);
        return new ShapeLevel(to, resolution, empty ? 0 : originX, empty ? 0 : originY, arrays.trimmed());
    }

    private void collect(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            kind = ShapeLevel.Kind.AREA;
            ring(polygon.getExteriorRing(), false);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i), true);
            }
        } else if (geometry instanceof LineString line) {
            kind = ShapeLevel.Kind.LINE;
            Coordinate[] points = transformed(line.getCoordinateSequence());
            if (points.length > 1) {
                parts.add(simplified(points));
            }
        } else if (geometry instanceof Point point) {
            kind = ShapeLevel.Kind.POINT;
            parts.add(transformed(point.getCoordinateSequence()));
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i));
            }
        }
    }

    private void ring(LineString ring, boolean hole) {
        Coordinate[] points = transformed(ring.getCoordinateSequence());
        if (points.length < 4) {
            return;
        }
        Envelope bounds = new Envelope();
        List.of(points).forEach(bounds::expandToInclude);
        if (isSmaller(bounds, hole ? HOLE : 1)) {
            if (!hole) {
                parts.add(box(bounds));
            }
            return;
        }
        Coordinate[] simple = simplified(points);
        parts.add(turned(simple.length < 4 ? points : simple, hole));
    }

    /** Outer rings turn counter-clockwise, holes clockwise. */
    private static Coordinate[] turned(Coordinate[] ring, boolean clockwise) {
        if (Area.ofRingSigned(ring) > 0 != clockwise) {
            CoordinateArrays.reverse(ring);
        }
        return ring;
    }

    private boolean isSmaller(Envelope bounds, double share) {
        return bounds.getWidth() < share * resolution && bounds.getHeight() < share * resolution;
    }

    /** The bounds of an island smaller than a pixel; the painter makes them a pixel large. */
    private static Coordinate[] box(Envelope b) {
        return new Coordinate[] {
            new Coordinate(b.getMinX(), b.getMinY()),
            new Coordinate(b.getMaxX(), b.getMinY()),
            new Coordinate(b.getMaxX(), b.getMaxY()),
            new Coordinate(b.getMinX(), b.getMaxY()),
            new Coordinate(b.getMinX(), b.getMinY())
        };
    }

    private Coordinate[] simplified(Coordinate[] points) {
        return DouglasPeuckerSimplifier.simplify(GEOMETRIES.createLineString(points), TOLERANCE * resolution)
                .getCoordinates();
    }

    /** The points that have an image. */
    private Coordinate[] transformed(CoordinateSequence sequence) {
        int count = sequence.size();
        double[] xy = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = sequence.getX(i);
            xy[2 * i + 1] = sequence.getY(i);
        }
        to.transform(xy, count, from);
        List<Coordinate> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(xy[2 * i]) && Double.isFinite(xy[2 * i + 1])) {
                points.add(new Coordinate(xy[2 * i], xy[2 * i + 1]));
            }
        }
        return points.toArray(Coordinate[]::new);
    }

    private void store(Coordinate[] part) {
        int[] xy = new int[2 * part.length];
        for (int i = 0; i < part.length; i++) {
            xy[2 * i] = step(part[i].x - originX);
            xy[2 * i + 1] = step(part[i].y - originY);
        }
        arrays.part(xy, part.length);
    }

    private int step(double length) {
        double steps = length / resolution * ShapeLevel.STEPS;
        outside |= Math.abs(steps) > FARTHEST_STEPS;
        return (int) Math.round(Math.max(-FARTHEST_STEPS, Math.min(FARTHEST_STEPS, steps)));
    }
}
