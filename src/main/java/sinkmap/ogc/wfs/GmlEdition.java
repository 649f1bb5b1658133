package sinkmap.ogc.wfs;

import sinkmap.catalog.GeometryType;

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

    /** Type of the property that holds geometries of a layer. */
    String propertyType(GeometryType type) {
        return switch (type) {
            case POINT -> "gml:PointPropertyType";
            case LINE -> this == V2 ? "gml:MultiLineStringPropertyType" : "gml:MultiCurvePropertyType";
            case POLYGON -> this == V2 ? "gml:MultiPolygonPropertyType" : "gml:MultiSurfacePropertyType";
        };
    }
}
