package sinkmap.ogc;

import java.io.OutputStream;
import java.io.Writer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
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
 * ones counterclockwise. Coordinates have 8 decimals in degrees and 4 in metres.
 */
public final class GeoJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] FEATURE = Utf8Out.utf8("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = Utf8Out.utf8(",\"geometry\":");
    private static final byte[] PROPERTIES = Utf8Out.utf8(",\"properties\":{");
    private static final byte[] NULL = Utf8Out.utf8("null");

    private final JsonGenerator generator;
    private final boolean northFirst;
    private final int decimals;
    private final Utf8Out out = new Utf8Out();
    private final RawJson feature = new RawJson(out);
    private final Map<String, byte[]> keys = new HashMap<>();

    /**
     * @param writer where to
     * @param axes CRS of the coordinates written, and their order
     */
    public GeoJson(Writer writer, CrsAxes axes) {
        this(JSON.createGenerator(ObjectWriteContext.empty(), writer), axes);
    }

    /**
     * @param stream where to, in UTF-8
     * @param axes CRS of the coordinates written, and their order
     */
    public GeoJson(OutputStream stream, CrsAxes axes) {
        this(JSON.createGenerator(ObjectWriteContext.empty(), stream), axes);
    }

    private GeoJson(JsonGenerator generator, CrsAxes axes) {
        this.generator = generator;
        this.northFirst = axes.northFirst();
        this.decimals = axes.crs().geographic() ? 8 : 4;
    }

    /** The generator, for members beside the features. */
    public JsonGenerator generator() {
        return generator;
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
        out.reset();
        out.put(FEATURE).json(id);
        rest(layer, geometry, attributes);
    }

    /**
     * Writes a feature whose id is a number, unique within its layer.
     *
     * @param geometry geometry in the CRS of this writer, x = east; null for none
     */
    public void feature(FeatureLayer layer, long id, Geometry geometry, Map<String, Object> attributes) {
        out.reset();
        out.put(FEATURE).number(id);
        rest(layer, geometry, attributes);
    }

    private void rest(FeatureLayer layer, Geometry geometry, Map<String, Object> attributes) {
        out.put(GEOMETRY);
        geometry(geometry);
        out.put(PROPERTIES);
        boolean first = true;
        for (Attribute attribute : layer.attributes()) {
            Object value = attributes.get(attribute.name());
            if (value != null || attributes.containsKey(attribute.name())) {
                if (!first) {
                    out.put(',');
                }
                first = false;
                out.put(keys.computeIfAbsent(attribute.name(), GeoJson::key));
                value(attribute, value);
            }
        }
        out.put('}').put('}');
        generator.writeRawValue(feature);
    }

    private static byte[] key(String name) {
        return Utf8Out.utf8('"' + name + "\":");
    }

    private void value(Attribute attribute, Object value) {
        if (value == null) {
            out.put(NULL);
        } else if (value instanceof Long number) {
            out.number(number);
        } else if (value instanceof Double number) {
            if (Double.isFinite(number)) {
                out.number(number);
            } else {
                out.put(NULL);
            }
        } else if (value instanceof Boolean || attribute.type() == AttributeType.JSON) {
            out.put(value.toString());
        } else {
            out.json(
                    value instanceof OffsetDateTime time
                            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
                            : value.toString());
        }
    }

    private void geometry(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            out.put(NULL);
            return;
        }
        out.put("{\"type\":\"").put(geometry.getGeometryType());
        out.put(geometry.getClass() == GeometryCollection.class ? "\",\"geometries\":" : "\",\"coordinates\":");
        coordinates(geometry);
        out.put('}');
    }

    private void coordinates(Geometry geometry) {
        if (geometry instanceof Point point) {
            position(point.getCoordinateSequence(), 0);
        } else if (geometry instanceof LineString line) {
            positions(line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            out.put('[');
            ring(polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                out.put(',');
                ring(polygon.getInteriorRingN(i), false);
            }
            out.put(']');
        } else {
            parts(geometry);
        }
    }

    private void parts(Geometry geometry) {
        boolean plain = geometry instanceof MultiPoint
                || geometry instanceof MultiLineString
                || geometry instanceof MultiPolygon;
        out.put('[');
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (i > 0) {
                out.put(',');
            }
            if (plain) {
                coordinates(geometry.getGeometryN(i));
            } else {
                geometry(geometry.getGeometryN(i));
            }
        }
        out.put(']');
    }

    private void ring(LinearRing ring, boolean counterclockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        positions(points, Orientation.isCCW(points) != counterclockwise);
    }

    private void positions(CoordinateSequence points, boolean backwards) {
        int last = points.size() - 1;
        out.put('[');
        for (int i = 0; i <= last; i++) {
            if (i > 0) {
                out.put(',');
            }
            position(points, backwards ? last - i : i);
        }
        out.put(']');
    }

    private void position(CoordinateSequence points, int i) {
        out.put('[').fixed(northFirst ? points.getY(i) : points.getX(i), decimals);
        out.put(',')
                .fixed(northFirst ? points.getX(i) : points.getY(i), decimals)
                .put(']');
    }
}
