package sinkmap.ogc.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Tiles that were asked for lately, up to a number of bytes; the one not used for longest goes first. For many threads. */
final class TileCache {

    /** What an entry takes besides its tile, about. */
    private static final int ENTRY_BYTES = 300;

    /** A tile of a layer in one of its versions. */
    record Key(String layer, String version, TileMatrixSet set, int zoom, int row, int column) {}

    private final long most;
    private final Map<Key, VectorTile> tiles = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Object> making = new ConcurrentHashMap<>();
    private long bytes;

    TileCache(long most) {
        this.most = most;
    }

    /** The tile, made when it is not there; threads that want the same one wait for it. */
    VectorTile get(Key key, Supplier<VectorTile> maker) {
        VectorTile known = find(key);
        if (known != null) {
            return known;
        }
        Object turn = making.computeIfAbsent(key, k -> new Object());
        try {
            synchronized (turn) {
                VectorTile made = find(key);
                if (made == null) {
                    made = maker.get();
                    put(key, made);
                }
                return made;
            }
        } finally {
            making.remove(key, turn);
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The tile if it is there, or null. */
    synchronized VectorTile find(Key key) {
        return tiles.get(key);
    }

    private synchronized void put(Key key, VectorTile tile) {
        if (weight(tile) > most / 4) {
            return;
        }
        VectorTile old = tiles.put(key, tile);
        bytes += weight(tile) - (old == null ? 0 : weight(old));
        Iterator<VectorTile> oldest = tiles.values().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static long weight(VectorTile tile) {
        return tile.bytes().length + ENTRY_BYTES;
    }
}
