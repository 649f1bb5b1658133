package sinkmap.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import sinkmap.grid.SinkmapException;
import tools.jackson.databind.JsonNode;

/** Reads the geometry of a request that is written as GeoJSON (RFC 7946, 3.1), in two dimensions, in the order written. */
public final class JsonGeometry {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private JsonGeometry() {}

    /** The geometry; {@link SinkmapException} says what is wrong with it. */
    public static Geometry read(JsonNode geometry) {
        String type = geometry.path("type").isString() ? geometry.get("type").stringValue() : "";
        JsonNode coordinates = geometry.path("coordinates");
        try {
            return switch (type) {
                case "Point" -> point(coordinates);
                case "LineString" -> line(coordinates);
                case "Polygon" -> polygon(coordinates);
                case "MultiPoint" ->
                    GEOMETRIES.createMultiPoint(
                            parts(coordinates, JsonGeometry::point).toArray(Point[]::new));
                case "MultiLineString" ->
                    GEOMETRIES.createMultiLineString(
                            parts(coordinates, JsonGeometry::line).toArray(LineString[]::new));
                case "MultiPolygon" ->
                    GEOMETRIES.createMultiPolygon(
                            parts(coordinates, JsonGeometry::polygon).toArray(Polygon[]::new));
                default -> throw new SinkmapException("'" + type + "' is no type of geometry that is taken");
            };
        } catch (IllegalArgumentException e) {
            throw new SinkmapException("the " + type + " is not closed or has too few points", e);
        }
    }

    private static <T> List<T> parts(JsonNode array, Function<JsonNode, T> part) {
        if (!array.isArray()) {
            throw new SinkmapException("the coordinates of a geometry are not nested as its type wants");
        }
        List<T> parts = new ArrayList<>(array.size());
        array.forEach(node -> parts.add(part.apply(node)));
        return parts;
    }

    private static Coordinate position(JsonNode node) {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new SinkmapException("a position of a geometry must hold two numbers");
        }
        return new Coordinate(node.get(0).doubleValue(), node.get(1).doubleValue());
    }

    private static Coordinate[] positions(JsonNode array) {
        return parts(array, JsonGeometry::position).toArray(Coordinate[]::new);
    }

    private static Point point(JsonNode node) {
        return GEOMETRIES.createPoint(position(node));
    }

    private static LineString line(JsonNode node) {
        return GEOMETRIES.createLineString(positions(node));
    }

    private static Polygon polygon(JsonNode node) {
        List<LinearRing> rings = parts(node, ring -> GEOMETRIES.createLinearRing(positions(ring)));
        return rings.isEmpty()
                ? GEOMETRIES.createPolygon()
                : GEOMETRIES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }
}
