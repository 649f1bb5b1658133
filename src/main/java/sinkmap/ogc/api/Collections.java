package sinkmap.ogc.api;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Role;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.Extents;
import sinkmap.store.FeatureStore;
import sinkmap.store.LayerVersion;

/** The collections: every feature layer of the catalog. */
record Collections(Catalog catalog, FeatureStore features, Extents extents) {

    List<FeatureLayer> list() {
        return catalog.listLayers().stream()
                .filter(FeatureLayer.class::isInstance)
                .map(FeatureLayer.class::cast)
                .toList();
    }

    /** The layer of a collection; 404 names what may have been meant. */
    FeatureLayer get(String id) {
        return list().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("there is no collection '" + id + "'"
                        + Suggestion.among(id, list().stream().map(Layer::id).toList())));
    }

    Region region() {
        return catalog.region();
    }

    LayerVersion version(FeatureLayer layer) {
        return features.version(layer);
    }

    /** Longitude and latitude bounds. */
    Envelope lonLat(FeatureLayer layer) {
        return extents.lonLat(layer);
    }

    /** Layers that show where one is: administrative ones, the largest first. */
    List<FeatureLayer> backdrop() {
        return list().stream()
                .filter(layer -> layer.about().role() == Role.ADMIN)
                .toList();
    }

    /** Attributes that items can be sorted by. */
    static List<Attribute> sortables(FeatureLayer layer) {
        return layer.attributes().stream()
                .filter(attribute -> attribute.type() != AttributeType.JSON)
                .toList();
    }
}
