package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.XmlOut;

/** Writes the application schema of feature types, for GML 2.1.2, 3.1.1 or 3.2.1. */
final class DescribeFeatureType {

    private DescribeFeatureType() {}

    static void answer(Kvp kvp, WfsEdition edition, FeatureTypes types, OwsResponse response) throws IOException {
        List<FeatureLayer> layers = layers(kvp, types);
        GmlEdition gml = kvp.find("OUTPUTFORMAT")
                .map(format -> format.equalsIgnoreCase("XMLSCHEMA")
                        ? edition.gml()
                        : FeatureFormat.of(format, edition).gml())
                .orElse(edition.gml());
        String type = edition == WfsEdition.V1_0
                ? "text/xml"
                : FeatureFormat.of(gml.wfs()).type();
        write(layers, gml, response.text(type + ";charset=UTF-8"));
    }

    /** The layers that a request names; all of them when it names none. */
    private static List<FeatureLayer> layers(Kvp kvp, FeatureTypes types) {
        return kvp.findAny("TYPENAMES", "TYPENAME")
                .map(names -> Arrays.stream(
                                names.replaceAll("[()]", " ").strip().split("[,\\s]+"))
                        .map(name -> types.get(name, "TYPENAMES"))
                        .distinct()
                        .toList())
                .orElseGet(types::list);
    }

    private static void write(List<FeatureLayer> layers, GmlEdition gml, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        out.open(
                "xsd:schema",
                "xmlns:xsd",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns:gml",
                gml.namespace(),
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "targetNamespace",
                FeatureTypes.NAMESPACE,
                "elementFormDefault",
                "qualified");
        out.empty("xsd:import", "namespace", gml.namespace(), "schemaLocation", gml.schema());
        layers.forEach(layer -> type(layer, gml, out));
        out.close().end();
    }

    private static void type(FeatureLayer layer, GmlEdition gml, XmlOut out) {
        out.empty(
                "xsd:element",
                "name",
                layer.id(),
                "type",
                FeatureTypes.name(layer) + "Type",
                "substitutionGroup",
                gml.featureElement());
        out.open("xsd:complexType", "name", layer.id() + "Type");
        out.open("xsd:complexContent")
                .open("xsd:extension", "base", "gml:AbstractFeatureType")
                .open("xsd:sequence");
        for (Attribute attribute : layer.attributes()) {
            if (gml.standard(attribute)) {
                continue;
            }
            property(attribute.name(), type(attribute.type()), gml.nillable(attribute), out);
            String unit = attribute.unit() == null || attribute.unit().equals("1") ? "" : ", " + attribute.unit();
            out.open("xsd:annotation")
                    .element("xsd:documentation", attribute.title().both() + unit);
            out.close().close();
        }
        property(FeatureLayer.GEOMETRY, gml.propertyType(layer.geometryType()), false, out);
        out.close();
        out.close().close().close().close();
    }

    private static void property(String name, String type, boolean nillable, XmlOut out) {
        String nil = nillable ? "true" : null;
        out.open("xsd:element", "name", name, "type", type, "nillable", nil, "minOccurs", 0, "maxOccurs", 1);
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
}
