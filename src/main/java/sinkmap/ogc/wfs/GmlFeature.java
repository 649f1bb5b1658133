package sinkmap.ogc.wfs;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Utf8Out;
import sinkmap.store.Feature;

/** Writes features of one layer as GML, one after another. */
final class GmlFeature {

    private static final byte[] TAG_END = Utf8Out.utf8(">");

    private final Utf8Out out;
    private final Crs target;
    private final Crs stored;
    private final GmlOut geometries;
    private final byte[] id;
    private final byte[] begin;
    private final byte[] end;
    private final byte[] beginGeometry;
    private final byte[] endGeometry;
    private final List<Property> properties;

    /** An attribute as an element; {@code missing} stands where there is no value, and may be empty. */
    private record Property(String name, byte[] begin, byte[] end, byte[] missing) {

        static Property of(Attribute attribute, GmlEdition gml) {
            String name = gml.element(attribute);
            Utf8Out begin = new Utf8Out();
            begin.put('<').put(name);
            if (gml.standard(attribute) && attribute.gml().codeSpace() != null) {
                begin.put(" codeSpace=\"").xml(attribute.gml().codeSpace()).put('"');
            }
            String missing = gml.nillable(attribute) ? "<" + name + " xsi:nil=\"true\"/>" : "";
            return new Property(
                    attribute.name(), begin.put('>').toBytes(), Utf8Out.utf8("</" + name + ">"), Utf8Out.utf8(missing));
        }
    }

    GmlFeature(Utf8Out out, GmlEdition gml, WfsQuery query) {
        FeatureLayer layer = query.layer();
        this.out = out;
        this.target = query.axes().crs();
        this.stored = Crs.of(layer.crs());
        this.geometries = new GmlOut(out, gml, query.axes());
        this.id = Utf8Out.utf8(layer.id() + ".");
        this.begin = Utf8Out.utf8("<" + FeatureTypes.name(layer) + " " + gml.idAttribute() + "=\"");
        this.end = Utf8Out.utf8("</" + FeatureTypes.name(layer) + ">");
        String geometry = FeatureTypes.PREFIX + ":" + FeatureLayer.GEOMETRY;
        this.beginGeometry = Utf8Out.utf8("<" + geometry + ">");
        this.endGeometry = Utf8Out.utf8("</" + geometry + ">");
        List<String> fetched = query.query().attributes();
        this.properties = gml.inOrder(layer.attributes()).stream()
                .filter(attribute -> fetched == null || fetched.contains(attribute.name()))
                .map(attribute -> Property.of(attribute, gml))
                .toList();
    }

    /**
     * Writes a feature.
     *
     * @param declarations further attributes of its element, escaped
     */
    void write(Feature feature, String declarations) {
        out.put(begin).put(id).number(feature.id()).put('"').put(declarations).put(TAG_END);
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            Object value = feature.attributes().get(property.name);
            if (value == null) {
                out.put(property.missing);
            } else {
                element(property, value);
            }
        }
        geometry(feature);
        out.put(end);
    }

    private void element(Property property, Object value) {
        out.put(property.begin);
        value(value);
        out.put(property.end);
    }

    /** Writes the element that an attribute is. */
    void element(String attribute, Object value) {
        properties.stream()
                .filter(property -> property.name.equals(attribute))
                .forEach(property -> element(property, value));
    }

    /** Writes the property that holds the geometry, if there is one. */
    void geometry(Feature feature) {
        Geometry geometry = feature.geometry();
        if (geometry != null && !geometry.isEmpty()) {
            Geometry drawn = target.sameCoordinates(stored) ? geometry : target.transform(geometry, stored);
            if (!drawn.isEmpty()) {
                out.put(beginGeometry);
                geometries.write(drawn, id, feature.id());
                out.put(endGeometry);
            }
        }
    }

    /** The id of a feature as clients know it. */
    String id(Feature feature) {
        return new String(id, StandardCharsets.UTF_8) + feature.id();
    }

    /** The value in the form of XML Schema, whose infinities differ from Java's. */
    void value(Object value) {
        if (value instanceof Long number) {
            out.number(number);
        } else if (value instanceof Double number) {
            if (number.isInfinite()) {
                out.put(number > 0 ? "INF" : "-INF");
            } else {
                out.number(number);
            }
        } else {
            out.xml(text(value));
        }
    }

    /** A value as text; times with their seconds, which {@code xsd:dateTime} wants. */
    static String text(Object value) {
        return value instanceof OffsetDateTime time
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
                : value.toString();
    }
}
