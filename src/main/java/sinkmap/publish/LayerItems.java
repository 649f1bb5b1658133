package sinkmap.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerText;
import sinkmap.catalog.RasterLayer;
import sinkmap.store.FeatureStore;
import sinkmap.store.PublishedRasters.Published;
import sinkmap.store.PublishedViews;

/** What a GeoServer is to hold for a layer. */
final class LayerItems {

    /** Key of the metadata that say which content of the layer was published. */
    static final String CONTENT = "sinkmap.content";

    private final Catalog catalog;
    private final PublishSettings settings;
    private final FeatureStore features;
    private final String data;

    /**
     * The items of a catalog's layers.
     *
     * @param data the data directory as the GeoServer sees it
     */
    LayerItems(Catalog catalog, PublishSettings settings, FeatureStore features, String data) {
        this.catalog = catalog;
        this.settings = settings;
        this.features = features;
        this.data = data;
    }

    private String workspace() {
        return "/workspaces/" + settings.workspace();
    }

    /** Addresses of all feature types. */
    String featureTypes() {
        return workspace() + "/datastores/" + ServiceItems.STORE + "/featuretypes";
    }

    /** Addresses of all raster stores. */
    String coverageStores() {
        return workspace() + "/coveragestores";
    }

    /** The feature type: a published view or, for results, a query over one with the view parameter {@code run}. */
    Item featureType(FeatureLayer layer) {
        Map<String, Object> content = resource(layer, layer.crs(), "FORCE_DECLARED");
        content.put("nativeName", layer.derived() ? layer.id() : layer.table());
        LayerExtent extent = LayerExtent.of(layer, features, catalog);
        content.put("nativeBoundingBox", LayerExtent.box(extent.own(), layer.crs()));
        content.put("latLonBoundingBox", LayerExtent.box(extent.lonLat(), "EPSG:4326"));
        List<Map<String, Object>> metadata = new ArrayList<>();
        if (layer.timeAttribute() != null) {
            metadata.add(time(layer.timeAttribute()));
        }
        if (layer.derived()) {
            metadata.add(results(layer));
        }
        content.put("metadata", Item.metadata(metadata));
        return Item.marked("layer", layer.id(), featureTypes(), Map.of("featureType", content));
    }

    private static Map<String, Object> resource(Layer layer, String crs, String projectionPolicy) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", layer.id());
        content.put("title", layer.title().both());
        content.put(
                "internationalTitle",
                Map.of("zh", layer.title().zh(), "en", layer.title().en()));
        content.put("abstract", LayerText.summary(layer));
        content.put("keywords", Map.of("string", List.copyOf(LayerText.keywords(layer))));
        content.put("srs", crs);
        content.put("projectionPolicy", projectionPolicy);
        content.put("enabled", true);
        return content;
    }

    private static Map<String, Object> time(String attribute) {
        Map<String, Object> dimension = new LinkedHashMap<>();
        dimension.put("enabled", true);
        dimension.put("attribute", attribute);
        dimension.put("presentation", "LIST");
        dimension.put("units", "ISO8601");
        dimension.put("defaultValue", Map.of("strategy", "MAXIMUM"));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("@key", "time");
        entry.put("dimensionInfo", dimension);
        return entry;
    }

    private Map<String, Object> results(FeatureLayer layer) {
        String columns = layer.attributes().stream()
                .map(Attribute::name)
                .map(LayerItems::quoted)
                .collect(Collectors.joining(", "));
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("name", FeatureLayer.GEOMETRY);
        geometry.put("type", type(layer.geometryType()));
        geometry.put("srid", sinkmap.catalog.Crs.of(layer.crs()).srid());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", "run");
        run.put("defaultValue", "");
        run.put("regexpValidator", "^[0-9a-z-]*$");
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", layer.id());
        String schema = quoted(settings.database().schema());
        // a list of runs, so that the index of runs answers; OR would read the results of all
        table.put(
                "sql",
                "SELECT fid, " + quoted(FeatureLayer.GEOMETRY) + ", " + columns + " FROM " + schema + "."
                        + quoted(layer.table()) + " WHERE run_id IN (SELECT id FROM " + schema + "."
                        + quoted(PublishedViews.CURRENT_RUNS)
                        + " WHERE '%run%' = '' UNION ALL SELECT '%run%' WHERE '%run%' <> '')");
        table.put("escapeSql", false);
        table.put("keyColumn", "fid");
        table.put("geometry", geometry);
        table.put("parameter", run);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("@key", "JDBC_VIRTUAL_TABLE");
        entry.put("virtualTable", table);
        return entry;
    }

    private static String quoted(String identifier) {
        return '"' + identifier + '"';
    }

    private static String type(GeometryType type) {
        return switch (type) {
            case POINT -> "Point";
            case LINE -> "MultiLineString";
            case POLYGON -> "MultiPolygon";
        };
    }

    /** The store of a raster: its file. */
    Item coverageStore(RasterLayer layer, Published raster) {
        String url = "file://" + (data.startsWith("/") ? "" : "/") + data + "/" + raster.file();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", layer.id());
        content.put("type", "GeoTIFF");
        content.put("enabled", true);
        content.put("url", url);
        content.put("workspace", Map.of("name", settings.workspace()));
        content.put("metadata", Item.metadata(List.of()));
        return Item.marked("raster file", layer.id(), coverageStores(), Map.of("coverageStore", content));
    }

    /** The coverage of a raster; a CRS of the file that is not the layer's is brought to that of the layer. */
    Item coverage(RasterLayer layer, Published raster) {
        Map<String, Object> content = resource(
                layer, layer.crs(), raster.crs().equals(layer.crs()) ? "FORCE_DECLARED" : "REPROJECT_TO_DECLARED");
        content.put("nativeName", layer.id());
        content.put("nativeCoverageName", layer.id());
        content.put("metadata", Item.metadata(List.of()));
        return Item.marked(
                "layer", layer.id(), coverageStores() + "/" + layer.id() + "/coverages", Map.of("coverage", content));
    }

    /** How a layer is drawn, and which content was published last. */
    Item layer(Layer layer, String content) {
        String path = "/layers/" + settings.workspace() + ":" + layer.id();
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put(
                "defaultStyle",
                Map.of("name", settings.workspace() + ":" + layer.about().style(), "workspace", settings.workspace()));
        wanted.put("queryable", true);
        wanted.put(
                "attribution",
                Map.of(
                        "title",
                        layer.about().source() == null ? "" : layer.about().source()));
        wanted.put("metadata", Item.metadata(List.of(Item.entry(CONTENT, content))));
        return Item.setting("drawing", layer.id(), path + ".json", path, Map.of("layer", wanted));
    }
}
