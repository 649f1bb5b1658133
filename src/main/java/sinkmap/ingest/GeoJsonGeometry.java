package sinkmap.ingest;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads GeoJSON geometries (RFC 7946, section 3.1) from a stream of tokens. What is wrong with one geometry is thrown as
 * {@link Fault} after the whole of it has been read, so that the rows behind it can still be read.
 */
final class GeoJsonGeometry {

    /** A geometry that does not follow the specification. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    /** Members of a geometry object, in any order. */
    static final class Parts {
        String type;
        Object coordinates;
        List<Parts> geometries;
    }

    private final GeometryFactory factory = new GeometryFactory();
    private final int maxVertices;
    private final String file;
    private int vertices;
    private boolean heights;
    private String mended;

    GeoJsonGeometry(String file, int maxVertices) {
        this.file = file;
        this.maxVertices = maxVertices;
    }

    /** Forgets what was found in the row before. */
    void begin() {
        vertices = 0;
        heights = false;
        mended = null;
    }

    boolean heights() {
        return heights;
    }

    String mended() {
        return mended;
    }

    /** Reads a geometry; the parser stands on its {@code {}. */
    Parts read(JsonParser json) {
        Parts parts = new Parts();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            member(json, name, parts);
        }
        return parts;
    }

    /** Takes one member of a geometry object; the parser stands on its value. Foreign members are passed over. */
    void member(JsonParser json, String name, Parts parts) {
        switch (name) {
            case "type" -> parts.type = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : null;
            case "coordinates" -> parts.coordinates = coordinates(json);
            case "geometries" -> parts.geometries = geometries(json);
            default -> json.skipChildren();
        }
    }

    private List<Parts> geometries(JsonParser json) {
        List<Parts> list = new ArrayList<>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return list;
        }
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                list.add(read(json));
            } else {
                json.skipChildren();
            }
        }
        return list;
    }

    /** A position as double[2], nested positions as List, anything else as null. */
    private Object coordinates(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return null;
        }
        JsonToken token = json.nextToken();
        if (token.isNumeric()) {
            return position(json);
        }
        List<Object> list = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            list.add(coordinates(json));
        }
        return list;
    }

    private double[] position(JsonParser json) {
        if (++vertices > maxVertices) {
            throw new IngestException(file + ": the geometry at line "
                    + json.currentLocation().getLineNr() + " has more than " + maxVertices
                    + " vertices; cut it into parts or raise sinkmap.ingest.max-vertices");
        }
        double[] xy = {json.getDoubleValue(), Double.NaN};
        int n = 1;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (n == 1 && token.isNumeric()) {
                xy[1] = json.getDoubleValue();
            }
            json.skipChildren();
            n++;
        }
        heights |= n > 2;
        return xy;
    }

    /** The geometry; null for an object without coordinates. */
    Geometry build(Parts parts) throws Fault {
        if (parts.type == null) {
            throw new Fault("the geometry has no \"type\"");
        }
        if (parts.type.equals("GeometryCollection")) {
            List<Geometry> members = new ArrayList<>();
            for (Parts member : parts.geometries == null ? List.<Parts>of() : parts.geometries) {
                members.add(build(member));
            }
            return factory.createGeometryCollection(members.toArray(Geometry[]::new));
        }
        if (parts.coordinates instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        return switch (parts.type) {
            case "Point" -> factory.createPoint(coordinate(parts.coordinates));
            case "MultiPoint" -> factory.createMultiPointFromCoords(sequence(parts.coordinates));
            case "LineString" -> line(parts.coordinates);
            case "MultiLineString" -> lines(parts.coordinates);
            case "Polygon" -> polygon(parts.coordinates);
            case "MultiPolygon" -> polygons(parts.coordinates);
            default -> throw new Fault("'" + parts.type + "' is not a GeoJSON geometry type");
        };
    }

    private Geometry lines(Object coordinates) throws Fault {
        List<LineString> lines = new ArrayList<>();
        for (Object line : list(coordinates)) {
            lines.add(line(line));
        }
        return factory.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private Geometry polygons(Object coordinates) throws Fault {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : list(coordinates)) {
            polygons.add(polygon(polygon));
        }
        return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private LineString line(Object coordinates) throws Fault {
        Coordinate[] sequence = sequence(coordinates);
        if (sequence.length < 2) {
            throw new Fault("a line has fewer than 2 positions");
        }
        return factory.createLineString(sequence);
    }

    private Polygon polygon(Object coordinates) throws Fault {
        List<LinearRing> rings = new ArrayList<>();
        for (Object ring : list(coordinates)) {
            Coordinate[] closed = closed(sequence(ring));
            rings.add(factory.createLinearRing(closed));
        }
        if (rings.isEmpty()) {
            return factory.createPolygon();
        }
        return factory.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private Coordinate[] closed(Coordinate[] ring) throws Fault {
        Coordinate[] closed = ring;
        if (ring.length > 2 && !ring[0].equals2D(ring[ring.length - 1])) {
            closed = Rings.close(ring);
            mended = "a ring was not closed";
        }
        if (closed.length < 4) {
            throw new Fault("a ring has " + ring.length + " positions; it needs at least 4, the last like the first");
        }
        return closed;
    }

    private Coordinate[] sequence(Object coordinates) throws Fault {
        List<?> list = list(coordinates);
        Coordinate[] sequence = new Coordinate[list.size()];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = coordinate(list.get(i));
        }
        return sequence;
    }

    private static Coordinate coordinate(Object position) throws Fault {
        if (position instanceof double[] xy) {
            return new CoordinateXY(xy[0], xy[1]);
        }
        throw new Fault("a position is not an array of two numbers");
    }

    private static List<?> list(Object coordinates) throws Fault {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw new Fault("\"coordinates\" are not nested as the geometry's type asks");
    }
}
