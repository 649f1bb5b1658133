package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.XmlOut;

/** Writes the application schema of feature types, as GML 3.2 wants it. */
final class DescribeFeatureType {

    private DescribeFeatureType() {}

    /** The layers that a request names; all of them when it names none. */
    static List<FeatureLayer> layers(Kvp kvp, FeatureTypes types) {
        return kvp.findAny("TYPENAMES", "TYPENAME")
                .map(names -> Arrays.stream(
                                names.replaceAll("[()]", " ").strip().split("[,\\s]+"))
                        .map(name -> types.get(name, "TYPENAMES"))
                        .toList())
                .orElseGet(types::list);
    }

    static void write(List<FeatureLayer> layers, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        out.open(
                "xsd:schema",
                "xmlns:xsd",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:gml",
                "http://www.opengis.net/gml/3.2",
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "targetNamespace",
                FeatureTypes.NAMESPACE,
                "elementFormDefault",
                "qualified");
        out.empty(
                "xsd:import",
                "namespace",
                "http://www.opengis.net/gml/3.2",
                "schemaLocation",
                "http://schemas.opengis.net/gml/3.2.1/gml.xsd");
        layers.forEach(layer -> type(layer, out));
        out.close().end();
    }

    private static void type(FeatureLayer layer, XmlOut out) {
        out.empty(
                "xsd:element",
                "name",
                layer.id(),
                "type",
                FeatureTypes.name(layer) + "Type",
                "substitutionGroup",
                "gml:AbstractFeature");
        out.open("xsd:complexType", "name", layer.id() + "Type");
        out.open("xsd:complexContent")
                .open("xsd:extension", "base", "gml:AbstractFeatureType")
                .open("xsd:sequence");
        for (Attribute attribute : layer.attributes()) {
            out.open(
                    "xsd:element",
                    "name",
                    attribute.name(),
                    "type",
                    type(attribute.type()),
                    "minOccurs",
                    0,
                    "maxOccurs",
                    1);
            String unit = attribute.unit() == null || attribute.unit().equals("1") ? "" : ", " + attribute.unit();
            out.open("xsd:annotation")
                    .element("xsd:documentation", attribute.title().both() + unit);
            out.close().close();
        }
        out.empty(
                "xsd:element",
                "name",
                FeatureLayer.GEOMETRY,
                "type",
                type(layer.geometryType()),
                "minOccurs",
                0,
                "maxOccurs",
                1);
        out.close().close().close().close();
    }

    private static String type(AttributeType type) {
        return switch (type) {
            case TEXT, JSON -> "xsd:string";
            case INTEGER -> "xsd:long";
            case REAL -> "xsd:double";
            case BOOLEAN -> "xsd:boolean";
            case DATE -> "xsd:date";
            case TIMESTAMP -> "xsd:dateTime";
        };
    }

    private static String type(GeometryType type) {
        return switch (type) {
            case POINT -> "gml:PointPropertyType";
            case LINE -> "gml:MultiCurvePropertyType";
            case POLYGON -> "gml:MultiSurfacePropertyType";
        };
    }
}
