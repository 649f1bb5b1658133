package sinkmap.ogc.style;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.RingClipper;
import sinkmap.catalog.Crs;
import sinkmap.store.ShapeLevel;

/**
 * A geometry on a screen, in pixels: thinned to what pixels can show and cut off a little outside the picture, so that
 * huge coordinates never reach Java2D. Points without an image are left out.
 */
final class ScreenShape {

    /** Vertices nearer than this to the one before do not show, in pixels. */
    private static final double THIN_PX = 0.35;

    private static final double MARGIN_PX = 64;

    private final Envelope visible;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    private final List<Coordinate> anchors = new ArrayList<>();
    private boolean closed;

    private ScreenShape(Screen screen) {
        this.visible = new Envelope(-MARGIN_PX, screen.width() + MARGIN_PX, -MARGIN_PX, screen.height() + MARGIN_PX);
    }

    /** Puts a geometry, in {@code crs}, on a screen. */
    static ScreenShape of(Geometry geometry, Crs crs, Screen screen) {
        ScreenShape shape = new ScreenShape(screen);
        shape.add(geometry, crs, screen);
        return shape;
    }

    /** Puts a generalised shape, in the screen's CRS, on a screen. */
    static ScreenShape of(ShapeLevel level, int number, Screen screen) {
        ScreenShape shape = new ScreenShape(screen);
        shape.closed = level.kind(number) == ShapeLevel.Kind.AREA || level.kind(number) == ShapeLevel.Kind.DOT;
        if (level.kind(number) == ShapeLevel.Kind.DOT) {
            double[] box = new double[4];
            level.box(number, box);
            screen.toPixels(box, 2, screen.crs());
            shape.dot(new Envelope(box[0], box[2], box[1], box[3]));
            return shape;
        }
        for (int part = level.firstPart(number); part < level.firstPart(number + 1); part++) {
            int count = level.points(part);
            double[] xy = new double[2 * count];
            level.pixels(
                    part,
                    screen.width() / screen.bounds().getWidth(),
                    screen.height() / screen.bounds().getHeight(),
                    screen.bounds().getMinX(),
                    screen.bounds().getMaxY(),
                    xy);
            switch (level.kind(number)) {
                case AREA -> shape.ring(xy, count, true);
                case LINE -> shape.line(thinned(xy, count));
                default -> shape.anchors.add(new Coordinate(xy[0], xy[1]));
            }
        }
        return shape;
    }

    private void add(Geometry geometry, Crs crs, Screen screen) {
        if (geometry instanceof Polygon polygon) {
            closed = true;
            ring(polygon.getExteriorRing(), true, crs, screen);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i), false, crs, screen);
            }
        } else if (geometry instanceof LineString line) {
            double[] xy = pixels(line, crs, screen);
            line(thinned(xy, line.getNumPoints()));
        } else if (geometry instanceof Point point) {
            anchors.addAll(List.of(pixels(point, crs, screen)));
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(geometry.getGeometryN(i), crs, screen);
            }
        }
    }

    /** Lines and areas; empty for points. */
    Shape path() {
        return path;
    }

    /** Whether the shape has an inside. */
    boolean closed() {
        return closed;
    }

    boolean isEmpty() {
        return anchors.isEmpty() && path.getCurrentPoint() == null;
    }

    /** The points of a point geometry. */
    List<Coordinate> points() {
        return anchors;
    }

    private void ring(double[] xy, int count, boolean outer) {
        Envelope bounds = bounds(xy, count);
        if (count < 2 || !bounds.intersects(visible)) {
            return;
        }
        Coordinate[] points = thinned(xy, count);
        if (points.length < 4 || bounds.getWidth() < 1 && bounds.getHeight() < 1) {
            if (outer) {
                dot(bounds);
            }
            return;
        }
        append(visible.contains(bounds) ? points : new RingClipper(visible).clip(points), true);
    }

    /** An area too small for a ring of pixels is shown as one pixel, rather than not at all. */
    private void dot(Envelope bounds) {
        double x = bounds.centre().x;
        double y = bounds.centre().y;
        append(
                new Coordinate[] {
                    new Coordinate(x - 0.5, y - 0.5),
                    new Coordinate(x + 0.5, y - 0.5),
                    new Coordinate(x + 0.5, y + 0.5),
                    new Coordinate(x - 0.5, y + 0.5)
                },
                true);
    }

    private void line(Coordinate[] points) {
        Envelope bounds = bounds(points);
        if (points.length < 2 || !bounds.intersects(visible)) {
            return;
        }
        if (visible.contains(bounds)) {
            append(points, false);
        } else {
            new LineLimiter(visible).limit(points).forEach(section -> append(section, false));
        }
    }

    private void append(Coordinate[] points, boolean close) {
        if (points.length < 2) {
            return;
        }
        path.moveTo(points[0].x, points[0].y);
        for (int i = 1; i < points.length; i++) {
            path.lineTo(points[i].x, points[i].y);
        }
        if (close) {
            path.closePath();
        }
    }

    private void ring(LineString ring, boolean outer, Crs crs, Screen screen) {
        ring(pixels(ring, crs, screen), ring.getNumPoints(), outer);
    }

    private static double[] pixels(LineString line, Crs crs, Screen screen) {
        double[] xy = Screen.numbers(line.getCoordinateSequence());
        screen.toPixels(xy, line.getNumPoints(), crs);
        return xy;
    }

    /** The vertices without those that pixels cannot tell from the one before. The last one is always kept. */
    private static Coordinate[] thinned(double[] xy, int count) {
        List<Coordinate> kept = new ArrayList<>();
        Coordinate last = null;
        for (int i = 0; i < count; i++) {
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            if (last == null || i == count - 1 || Math.abs(x - last.x) >= THIN_PX || Math.abs(y - last.y) >= THIN_PX) {
                last = new Coordinate(x, y);
                kept.add(last);
            }
        }
        return kept.toArray(Coordinate[]::new);
    }

    private static Coordinate[] pixels(Point point, Crs crs, Screen screen) {
        double[] xy = point.isEmpty() ? new double[] {Double.NaN, 0} : new double[] {point.getX(), point.getY()};
        screen.toPixels(xy, 1, crs);
        return Double.isFinite(xy[0]) && Double.isFinite(xy[1])
                ? new Coordinate[] {new Coordinate(xy[0], xy[1])}
                : new Coordinate[0];
    }

    /** Bounds of the points that have an image. */
    private static Envelope bounds(double[] xy, int count) {
        Envelope bounds = new Envelope();
        for (int i = 0; i < 2 * count; i += 2) {
            if (Double.isFinite(xy[i]) && Double.isFinite(xy[i + 1])) {
                bounds.expandToInclude(xy[i], xy[i + 1]);
            }
        }
        return bounds;
    }

    private static Envelope bounds(Coordinate[] points) {
        Envelope bounds = new Envelope();
        for (Coordinate point : points) {
            bounds.expandToInclude(point);
        }
        return bounds;
    }
}
