package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Extents;

/** What is told of a tileset (OGC 17-083r4, clause 8, and 20-057, 9). */
record TilesetJson(Collections collections, VectorTiles tiles) {

    /** An entry of the list of tilesets. */
    JsonObject item(FeatureLayer layer, TileMatrixSet set, ApiRequest request) {
        String at = request.at("/collections/" + layer.id() + "/tiles/" + set.name());
        return head(layer, set, request)
                .with(
                        "links",
                        List.of(
                                Link.of("self", Media.JSON, "This tileset", at + "?f=json")
                                        .json(),
                                scheme(set, request).json(),
                                tile(at).json()));
    }

    private static JsonObject head(FeatureLayer layer, TileMatrixSet set, ApiRequest request) {
        return new JsonObject()
                .with("title", layer.title().in(request.language()))
                .with("dataType", "vector")
                .with("crs", set.crsUri())
                .with("tileMatrixSetURI", set.uri());
    }

    private static Link scheme(TileMatrixSet set, ApiRequest request) {
        return Link.of(
                Link.OGC + "tiling-scheme",
                Media.JSON,
                "Definition of " + set.name(),
                request.at("/tileMatrixSets/" + set.name() + "?f=json"));
    }

    private static Link tile(String at) {
        return new Link("item", Media.TILE.type(), "Tiles", at + "/{tileMatrix}/{tileRow}/{tileCol}", true);
    }

    /** The whole description. */
    JsonObject document(FeatureLayer layer, TileMatrixSet set, ApiRequest request) {
        Envelope lonLat = collections.lonLat(layer);
        String at = request.at("/collections/" + layer.id() + "/tiles/" + set.name());
        List<Link> links = new ArrayList<>(request.selves(Media.JSON));
        links.add(scheme(set, request));
        links.add(tile(at));
        links.add(Link.of(
                Link.OGC + "geodata",
                Media.JSON,
                "The collection",
                request.at("/collections/" + layer.id() + "?f=json")));
        return head(layer, set, request)
                .with("description", VectorTiles.rules(tiles.most()).get(request.language()))
                .with("attribution", layer.about().source())
                .with("license", layer.about().licence())
                .with("layers", List.of(layerJson(layer, request)))
                .with(
                        "boundingBox",
                        new JsonObject()
                                .with("lowerLeft", List.of(lonLat.getMinX(), lonLat.getMinY()))
                                .with("upperRight", List.of(lonLat.getMaxX(), lonLat.getMaxY()))
                                .with("crs", CrsUri.CRS84))
                .with("tileMatrixSetLimits", limits(set, lonLat))
                .with("links", links.stream().map(Link::json).toList());
    }

    private static JsonObject layerJson(FeatureLayer layer, ApiRequest request) {
        JsonObject properties = new JsonObject();
        for (Attribute attribute : layer.attributes()) {
            properties.put(attribute.name(), Schemas.value(attribute, request.language()));
        }
        return new JsonObject()
                .with("id", layer.id())
                .with("title", layer.title().in(request.language()))
                .with("dataType", "vector")
                .with("geometryDimension", layer.geometryType().ordinal())
                .with("minTileMatrix", "0")
                .with("maxTileMatrix", Integer.toString(TileMatrixSet.DEEPEST))
                .with(
                        "propertiesSchema",
                        new JsonObject().with("type", "object").with("properties", properties));
    }

    private static List<JsonObject> limits(TileMatrixSet set, Envelope lonLat) {
        Envelope bounds = Extents.in(set.crs(), lonLat).orElse(set.bounds(0, 0, 0));
        List<JsonObject> limits = new ArrayList<>();
        for (int zoom = 0; zoom <= TileMatrixSet.DEEPEST; zoom++) {
            int[] limit = set.limits(zoom, bounds);
            limits.add(new JsonObject()
                    .with("tileMatrix", Integer.toString(zoom))
                    .with("minTileRow", limit[0])
                    .with("maxTileRow", limit[1])
                    .with("minTileCol", limit[2])
                    .with("maxTileCol", limit[3]));
        }
        return limits;
    }
}
