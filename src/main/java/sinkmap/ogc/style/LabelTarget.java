package sinkmap.ogc.style;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * What a label or a mark belongs to, in pixels: points, lines, or areas cut at the edge of the picture.
 *
 * @param points points
 * @param lines lines, the longest first
 * @param areas outer rings, the largest first
 */
record LabelTarget(List<Coordinate> points, List<Coordinate[]> lines, List<Coordinate[]> areas) {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    static LabelTarget of(ScreenShape shape, Screen screen) {
        if (!shape.points().isEmpty()) {
            return new LabelTarget(shape.points(), List.of(), List.of());
        }
        List<Coordinate[]> parts = Lines.of(shape.path());
        if (!shape.closed()) {
            return new LabelTarget(List.of(), longestFirst(parts), List.of());
        }
        Envelope picture = new Envelope(0, screen.width(), 0, screen.height());
        List<Coordinate[]> areas = parts.stream()
                .filter(ring -> ring.length >= 4)
                .map(ring -> new RingClipper(picture).clip(ring))
                .filter(ring -> ring.length >= 4 && Area.ofRing(ring) > 0)
                .sorted(Comparator.comparingDouble((Coordinate[] ring) -> -Area.ofRing(ring)))
                .toList();
        return new LabelTarget(List.of(), List.of(), areas);
    }

    private static List<Coordinate[]> longestFirst(List<Coordinate[]> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble((Coordinate[] line) -> -Lines.length(line)))
                .toList();
    }

    /** Both together; lines that meet become one. */
    LabelTarget with(LabelTarget other) {
        List<Coordinate> allPoints = new ArrayList<>(points);
        allPoints.addAll(other.points);
        LineMerger merger = new LineMerger();
        lines.forEach(line -> merger.add(GEOMETRIES.createLineString(line)));
        other.lines.forEach(line -> merger.add(GEOMETRIES.createLineString(line)));
        List<Coordinate[]> merged = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            merged.add(((LineString) line).getCoordinates());
        }
        List<Coordinate[]> allAreas = new ArrayList<>(areas);
        allAreas.addAll(other.areas);
        allAreas.sort(Comparator.comparingDouble((Coordinate[] ring) -> -Area.ofRing(ring)));
        return new LabelTarget(allPoints, longestFirst(merged), allAreas);
    }

    /** The point that stands for it: the point, the middle of the longest line, the inside of the largest area. */
    Optional<Coordinate> point() {
        if (!points.isEmpty()) {
            return Optional.of(points.get(0));
        }
        if (!lines.isEmpty()) {
            Coordinate[] line = lines.get(0);
            return Lines.at(line, Lines.length(line) / 2).map(Lines.Place::point);
        }
        return areas.isEmpty() ? Optional.empty() : Optional.of(inside(areas.get(0)));
    }

    /** Where a mark goes: as {@link #point}, but of lines their centroid, as in GeoServer. */
    Optional<Coordinate> centre() {
        return lines.isEmpty()
                ? point()
                : Optional.of(GEOMETRIES
                        .createMultiLineString(
                                lines.stream().map(GEOMETRIES::createLineString).toArray(LineString[]::new))
                        .getCentroid()
                        .getCoordinate());
    }

    private static Coordinate inside(Coordinate[] ring) {
        Polygon polygon = GEOMETRIES.createPolygon(ring);
        Coordinate centre = polygon.getCentroid().getCoordinate();
        return centre != null && PointLocation.isInRing(centre, ring)
                ? centre
                : InteriorPoint.getInteriorPoint(polygon);
    }

    /** Direction of the longer side of the smallest rectangle around the largest area, radians, within a right angle. */
    double areaAngle() {
        Geometry box = MinimumAreaRectangle.getMinimumRectangle(GEOMETRIES.createPolygon(areas.get(0)));
        Coordinate[] corners = box.getCoordinates();
        if (corners.length < 4) {
            return 0;
        }
        boolean first = corners[0].distance(corners[1]) >= corners[1].distance(corners[2]);
        Coordinate a = first ? corners[0] : corners[1];
        Coordinate b = first ? corners[1] : corners[2];
        double angle = Math.atan2(b.y - a.y, b.x - a.x);
        return angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
    }

    /** Whether the largest area is higher than wide. */
    boolean upright() {
        Envelope box = GEOMETRIES.createLineString(areas.get(0)).getEnvelopeInternal();
        return box.getHeight() > box.getWidth();
    }

    /** The areas as one path. */
    Path2D areaPath() {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        areas.forEach(ring -> path.append(Lines.path(List.<Coordinate[]>of(ring)), false));
        return path;
    }
}
