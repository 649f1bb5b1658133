package sinkmap.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.FeatureStore;

/**
 * Where a feature layer lies.
 *
 * @param own bounds in the layer's CRS, x = east
 * @param lonLat bounds in longitude (x) and latitude, degrees
 */
record LayerExtent(Envelope own, Envelope lonLat) {

    private static final Crs LON_LAT = Crs.of("EPSG:4326");

    /** Bounds of what a layer holds now; of the region while it holds nothing. */
    static LayerExtent of(FeatureLayer layer, FeatureStore features, Catalog catalog) {
        Crs crs = Crs.of(layer.crs());
        return features.findExtent(layer)
                .map(own -> new LayerExtent(own, LON_LAT.bounds(own, crs)))
                .orElseGet(() -> new LayerExtent(
                        crs.bounds(catalog.region().window(), LON_LAT),
                        catalog.region().window()));
    }

    /** Bounds as GeoServer writes them. */
    static Map<String, Object> box(Envelope bounds, String crs) {
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("minx", bounds.getMinX());
        box.put("maxx", bounds.getMaxX());
        box.put("miny", bounds.getMinY());
        box.put("maxy", bounds.getMaxY());
        box.put("crs", crs);
        return box;
    }
}
