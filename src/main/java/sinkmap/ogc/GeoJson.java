package sinkmap.ogc;

import java.io.Writer;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes GeoJSON (RFC 7946) to a stream, feature by feature. Rings of areas are turned as the standard wants them: outer
 * ones counterclockwise.
 */
public final class GeoJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final CrsAxes axes;
    private final double precision;

    /**
     * @param writer where to
     * @param axes CRS of the coordinates written, and their order
     */
    public GeoJson(Writer writer, CrsAxes axes) {
        this.out = JSON.createGenerator(ObjectWriteContext.empty(), writer);
        this.axes = axes;
        this.precision = axes.crs().geographic() ? 1e8 : 1e4;
    }

    /** The generator, for members beside the features. */
    public JsonGenerator generator() {
        return out;
    }

    /**
     * Writes a feature.
     *
     * @param layer its layer
     * @param id its id, such as {@code candidate-site.12}
     * @param geometry geometry in the CRS of this writer, x = east; null for none
     * @param attributes attributes
     */
    public void feature(FeatureLayer layer, String id, Geometry geometry, Map<String, Object> attributes) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeStringProperty("id", id);
        out.writeName("geometry");
        geometry(geometry);
        out.writeName("properties");
        out.writeStartObject();
        for (Attribute attribute : layer.attributes()) {
            if (attributes.containsKey(attribute.name())) {
                out.writeName(attribute.name());
                value(attribute, attributes.get(attribute.name()));
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private void value(Attribute attribute, Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (attribute.type() == AttributeType.JSON) {
            out.writeRawValue(value.toString());
        } else if (value instanceof Double) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }

    private void geometry(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringProperty("type", geometry.getGeometryType());
        out.writeName(geometry.getClass() == GeometryCollection.class ? "geometries" : "coordinates");
        coordinates(geometry);
        out.writeEndObject();
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            position(point.getCoordinate());
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinates());
        } else if (geometry instanceof Polygon polygon) {
            out.writeStartArray();
            ring(polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i), false);
            }
            out.writeEndArray();
        } else {
            boolean plain = geometry instanceof MultiPoint
                    || geometry instanceof MultiLineString
                    || geometry instanceof MultiPolygon;
            out.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (plain) {
                    coordinates(geometry.getGeometryN(i));
                } else {
                    geometry(geometry.getGeometryN(i));
                }
            }
            out.writeEndArray();
        }
    }

    private void ring(org.locationtech.jts.geom.LinearRing ring, boolean counterclockwise) {
        boolean turned = org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinateSequence());
        positions((turned == counterclockwise ? ring : ring.reverse()).getCoordinates());
    }

    private void positions(Coordinate[] coordinates) {
        out.writeStartArray();
        for (Coordinate coordinate : coordinates) {
            position(coordinate);
        }
        out.writeEndArray();
    }

    private void position(Coordinate c) {
        out.writeStartArray();
        out.writeNumber(round(axes.northFirst() ? c.y : c.x));
        out.writeNumber(round(axes.northFirst() ? c.x : c.y));
        out.writeEndArray();
    }

    private double round(double ordinate) {
        return Math.round(ordinate * precision) / precision;
    }
}
