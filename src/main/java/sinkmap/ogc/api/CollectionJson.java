package sinkmap.ogc.api;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.LayerText;
import sinkmap.store.LayerVersion;

/** What is told of a collection (OGC 17-069r4, 7.14, and 18-058r1, 6.2). */
record CollectionJson(Collections collections) {

    JsonObject json(FeatureLayer layer, ApiRequest request, List<Link> selves) {
        Envelope bounds = collections.lonLat(layer);
        LayerVersion version = collections.version(layer);
        List<Object> interval = Arrays.asList(null, null);
        return new JsonObject()
                .with("id", layer.id())
                .with("title", layer.title().in(request.language()))
                .with("description", LayerText.summary(layer))
                .with("keywords", LayerText.keywords(layer))
                .with("attribution", layer.about().source())
                .with("itemType", "feature")
                .with("geometryType", layer.geometryType().name().toLowerCase(Locale.ROOT))
                .with("editable", layer.editable() && !layer.derived())
                .with(
                        "updated",
                        version.changed().withOffsetSameInstant(ZoneOffset.UTC).toString())
                .with(
                        "extent",
                        new JsonObject()
                                .with(
                                        "spatial",
                                        new JsonObject()
                                                .with("bbox", List.of(box(bounds)))
                                                .with("crs", CrsUri.CRS84))
                                .with(
                                        "temporal",
                                        layer.timeAttribute() == null
                                                ? null
                                                : new JsonObject()
                                                        .with("interval", List.of(interval))
                                                        .with(
                                                                "trs",
                                                                "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian")))
                .with("crs", CrsUri.offered(layer, collections.region()))
                .with("storageCrs", CrsUri.of(layer.crs()))
                .with(
                        "links",
                        links(layer, request, selves).stream().map(Link::json).toList());
    }

    static List<Double> box(Envelope e) {
        return List.of(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
    }

    private static List<Link> links(FeatureLayer layer, ApiRequest request, List<Link> selves) {
        String at = request.at("/collections/" + layer.id());
        List<Link> links = new ArrayList<>(selves);
        links.add(Link.of("items", Media.GEOJSON, "Items as GeoJSON", at + "/items?f=json"));
        links.add(Link.of("items", Media.HTML, "Items as a page", at + "/items?f=html"));
        links.add(Link.of(Link.OGC + "queryables", Media.SCHEMA, "What filters may name", at + "/queryables?f=json"));
        links.add(
                Link.of(Link.OGC + "sortables", Media.SCHEMA, "What items can be sorted by", at + "/sortables?f=json"));
        links.add(Link.of(Link.OGC + "schema", Media.SCHEMA, "What an item holds", at + "/schema?f=json"));
        links.add(Link.of("describedby", Media.SCHEMA, "What an item holds", at + "/schema?f=json"));
        links.add(Link.of(Link.OGC + "tilesets-vector", Media.JSON, "Vector tiles", at + "/tiles?f=json"));
        String licence = layer.about().licence();
        if (licence != null && licence.matches("https?://\\S+")) {
            links.add(new Link("license", null, "Licence", licence, false));
        }
        return links;
    }
}
