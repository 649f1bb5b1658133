package sinkmap.ogc.style;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The part of a feature's geometry that a symbolizer paints: its {@code Geometry} element. */
enum GeometryPart {
    ALL,
    CENTROID,
    INTERIOR_POINT,
    START_POINT,
    END_POINT,
    VERTICES,
    BOUNDARY,
    ENVELOPE,
    CONVEX_HULL;

    /** The function of GeoServer that gives the part, or null. */
    static GeometryPart find(String function) {
        return switch (function) {
            case "centroid" -> CENTROID;
            case "interiorPoint" -> INTERIOR_POINT;
            case "startPoint" -> START_POINT;
            case "endPoint" -> END_POINT;
            case "vertices" -> VERTICES;
            case "boundary" -> BOUNDARY;
            case "envelope" -> ENVELOPE;
            case "convexHull" -> CONVEX_HULL;
            default -> null;
        };
    }

    Geometry of(Geometry geometry) {
        return switch (this) {
            case ALL -> geometry;
            case CENTROID -> geometry.getCentroid();
            case INTERIOR_POINT -> geometry.getInteriorPoint();
            case START_POINT -> end(geometry, true);
            case END_POINT -> end(geometry, false);
            case VERTICES -> geometry.getFactory().createMultiPointFromCoords(geometry.getCoordinates());
            case BOUNDARY -> geometry.getBoundary();
            case ENVELOPE -> geometry.getEnvelope();
            case CONVEX_HULL -> geometry.convexHull();
        };
    }

    private static Geometry end(Geometry geometry, boolean start) {
        Geometry part = geometry.getNumGeometries() > 1
                ? geometry.getGeometryN(start ? 0 : geometry.getNumGeometries() - 1)
                : geometry;
        if (part instanceof LineString line && !line.isEmpty()) {
            Coordinate point = line.getCoordinateN(start ? 0 : line.getNumPoints() - 1);
            return geometry.getFactory().createPoint(point);
        }
        return geometry.getCentroid();
    }
}
