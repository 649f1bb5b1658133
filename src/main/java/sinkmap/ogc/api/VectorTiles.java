package sinkmap.ogc.api;

import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Gate;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;

/**
 * Makes vector tiles (Mapbox Vector Tile 2.1) from what a layer shows, and keeps them until the layer changes. One MVT layer
 * with the id of the layer, all attributes with it.
 */
final class VectorTiles {

    private final Collections collections;
    private final FeatureStore features;
    private final int most;
    private final TileCache cache;
    private final Gate gate;

    VectorTiles(Collections collections, FeatureStore features, ApiSettings settings, Gate gate) {
        this.collections = collections;
        this.features = features;
        this.most = settings.tileFeatures();
        this.gate = gate;
        this.cache = new TileCache(settings.tileCacheMb() * 1_000_000L);
    }

    /** Features that a tile holds at most. */
    int most() {
        return most;
    }

    /**
     * A tile. One that has to be made waits for its turn among maps.
     *
     * @param version tag of the layer's version that was read before
     */
    VectorTile get(FeatureLayer layer, String version, TileMatrixSet set, int zoom, int row, int column) {
        TileCache.Key key = new TileCache.Key(layer.id(), version, set, zoom, row, column);
        VectorTile known = cache.find(key);
        if (known != null) {
            return known;
        }
        try (Gate.Pass place = gate.enter(Gate.Kind.MAPS)) {
            return cache.get(key, () -> make(layer, set, zoom, row, column));
        }
    }

    private VectorTile make(FeatureLayer layer, TileMatrixSet set, int zoom, int row, int column) {
        Envelope bounds = set.bounds(zoom, row, column);
        Envelope around = new Envelope(bounds);
        around.expandBy(bounds.getWidth() * TileGeometry.BUFFER / TileGeometry.EXTENT);
        Crs stored = Crs.of(layer.crs());
        Envelope search = Extents.search(around, set.crs(), stored, collections.region());
        FeatureQuery query = FeatureQuery.of(layer).withBbox(search);
        TileGeometry cells = new TileGeometry(bounds, zoom == TileMatrixSet.DEEPEST);
        MvtLayer tile = new MvtLayer();
        boolean more = false;
        try (FeatureCursor cursor = features.open(query.withPage(0, most + 1L))) {
            for (int read = 0; cursor.hasNext(); read++) {
                Feature feature = cursor.next();
                if (read == most) {
                    more = true;
                    break;
                }
                add(feature, stored, set.crs(), cells, tile);
            }
        }
        byte[] bytes = tile.count() == 0 ? new byte[0] : tile.tile(layer.id(), TileGeometry.EXTENT);
        return new VectorTile(bytes, tile.count(), more ? features.count(query) - most : 0);
    }

    private static void add(Feature feature, Crs stored, Crs crs, TileGeometry cells, MvtLayer tile) {
        if (feature.geometry() != null) {
            Geometry geometry = cells.of(crs.transform(feature.geometry(), stored));
            if (geometry != null) {
                tile.add(feature.id(), geometry, feature.attributes());
            }
        }
    }

    /** Bytes that the cache holds now. */
    long cachedBytes() {
        return cache.bytes();
    }

    static Map<String, String> rules(int most) {
        return Map.of(
                "zh",
                "每个瓦片最多 " + most + " 个要素，按编号先后；超出的数目见响应头 Tile-Features-Left-Out。几何简化到半个像素；小于一格的保留为一格。",
                "en",
                "A tile holds at most " + most + " features, by id; how many it leaves out stands in the header"
                        + " Tile-Features-Left-Out. Geometries are simplified to half a pixel; what is smaller than a cell is"
                        + " kept as one cell.");
    }
}
