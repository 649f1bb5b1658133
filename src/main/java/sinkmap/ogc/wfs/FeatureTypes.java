package sinkmap.ogc.wfs;

import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.filter.FilterXml;

/** The feature types of the service: every feature layer of the catalog, in one namespace. */
record FeatureTypes(Catalog catalog) {

    static final String NAMESPACE = "urn:sinkmap";
    static final String PREFIX = "sinkmap";

    List<FeatureLayer> list() {
        return catalog.listLayers().stream()
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .toList();
    }

    /** The layer of a type name, with or without prefix. */
    FeatureLayer get(String typeName, String parameter) {
        return find(typeName).orElseThrow(() -> OwsException.invalid(parameter, unknown(typeName)));
    }

    /** The layer of a type name, with or without prefix. */
    Optional<FeatureLayer> find(String typeName) {
        String name = FilterXml.localName(typeName);
        return list().stream().filter(layer -> layer.id().equals(name)).findFirst();
    }

    /** Says that there is no such type, and what may have been meant. */
    String unknown(String typeName) {
        List<String> known = list().stream().map(Layer::id).toList();
        return "there is no feature type '" + typeName + "'" + Suggestion.among(FilterXml.localName(typeName), known);
    }

    static String name(FeatureLayer layer) {
        return PREFIX + ":" + layer.id();
    }

    /** Id of a feature across layers, also its {@code gml:id}. */
    static String fid(FeatureLayer layer, long id) {
        return layer.id() + "." + id;
    }

    /**
     * The CRS in which a layer's features are given unless another is asked for: its own, in the authority's order; x, y
     * in 1.0.0.
     */
    static CrsAxes defaultCrs(FeatureLayer layer, WfsEdition edition) {
        return CrsAxes.of(edition == WfsEdition.V1_0 ? legacy(layer.crs()) : urn(layer.crs()));
    }

    /** An advertised code as the URL that GML 2 wants, which means x, y. */
    private static String legacy(String code) {
        return code.startsWith("EPSG:")
                ? "http://www.opengis.net/gml/srs/epsg.xml#" + code.substring("EPSG:".length())
                : "http://www.opengis.net/gml/srs/epsg.xml#4326";
    }

    /** An advertised code as the URN that WFS 2.0 wants. */
    static String urn(String code) {
        return code.startsWith("EPSG:")
                ? "urn:ogc:def:crs:EPSG::" + code.substring("EPSG:".length())
                : "urn:ogc:def:crs:OGC:1.3:CRS84";
    }
}
