package sinkmap.ogc.wfs;

import java.util.Comparator;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.GmlForm.StandardProperty;

/** The versions of GML in which features are given, each in the feature collection of the WFS that it came with. */
enum GmlEdition {
    V2(WfsEdition.V1_0, "http://www.opengis.net/gml", "2.1.2/feature.xsd", "gml:_Feature"),
    V3_1(WfsEdition.V1_1, "http://www.opengis.net/gml", "3.1.1/base/gml.xsd", "gml:_Feature"),
    V3_2(WfsEdition.V2_0, "http://www.opengis.net/gml/3.2", "3.2.1/gml.xsd", "gml:AbstractFeature");

    private final WfsEdition wfs;
    private final String namespace;
    private final String schema;
    private final String featureElement;

    GmlEdition(WfsEdition wfs, String namespace, String schema, String featureElement) {
        this.wfs = wfs;
        this.namespace = namespace;
        this.schema = "http://schemas.opengis.net/gml/" + schema;
        this.featureElement = featureElement;
    }

    /** The WFS whose feature collection and schema description use this GML. */
    WfsEdition wfs() {
        return wfs;
    }

    String namespace() {
        return namespace;
    }

    /** Address of its schema. */
    String schema() {
        return schema;
    }

    /** The element that features stand for. */
    String featureElement() {
        return featureElement;
    }

    /** Attribute that holds the id of a feature. */
    String idAttribute() {
        return this == V2 ? "fid" : "gml:id";
    }

    /**
     * The name, with prefix, of the element that an attribute is; GML has identifiers since 3.2. What a GML feature has by
     * itself is not in the schema of its type.
     */
    String element(Attribute attribute) {
        return standard(attribute)
                ? "gml:" + attribute.gml().property().element()
                : FeatureTypes.PREFIX + ":" + attribute.name();
    }

    /** Whether an attribute is a property that GML gives to every feature. */
    boolean standard(Attribute attribute) {
        StandardProperty property = attribute.gml().property();
        return property != null && (this == V3_2 || property != StandardProperty.IDENTIFIER);
    }

    /** Attributes in the order in which a schema of GML wants their elements: its own go first, by the alphabet. */
    List<Attribute> inOrder(List<Attribute> attributes) {
        return attributes.stream()
                .sorted(Comparator.comparing(attribute ->
                        standard(attribute) ? attribute.gml().property().ordinal() : StandardProperty.values().length))
                .toList();
    }

    /** Whether a missing value is written; versions before 3.2 leave it out. */
    boolean nillable(Attribute attribute) {
        return this == V3_2 && attribute.gml().nillable();
    }

    /** Type of the property that holds geometries of a layer. */
    String propertyType(GeometryType type) {
        return switch (type) {
            case POINT -> "gml:PointPropertyType";
            case LINE -> this == V2 ? "gml:MultiLineStringPropertyType" : "gml:MultiCurvePropertyType";
            case POLYGON -> this == V2 ? "gml:MultiPolygonPropertyType" : "gml:MultiSurfacePropertyType";
        };
    }
}
