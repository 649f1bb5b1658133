package sinkmap.store;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pieces of raster files that maps have read, unpacked, so that the next map of the same place does not unpack them again. Those
 * not used for longest go first. A file never changes, so a piece is never stale.
 */
final class MapTiles {

    /** Edge of a piece, that of the tiles in the files of the store. */
    private static final int EDGE = TileLevel.TILE;

    private final long most_values;
    private final Map<Key, float[]> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private long values;

    /**
     * @param most_bytes memory that all pieces may take
     */
    MapTiles(long most_bytes) {
        this.most_values = most_bytes / Float.BYTES;
    }

    private record Key(Path file, int image, int column, int row) {}

    /** Reads a rectangle, which must lie inside the level; rows x columns, row 0 in the north. */
    float[] read(RasterFile file, RasterFile.Level level, Rectangle part) throws IOException {
        float[] read = new float[part.width * part.height];
        for (int row = part.y / EDGE; row * EDGE < part.y + part.height; row++) {
            for (int column = part.x / EDGE; column * EDGE < part.x + part.width; column++) {
                Rectangle tile = new Rectangle(column * EDGE, row * EDGE, EDGE, EDGE)
                        .intersection(new Rectangle(level.columns(), level.rows()));
                copy(tile(file, level, column, row, tile), tile, part, read);
            }
        }
        return read;
    }

    private static void copy(float[] from, Rectangle tile, Rectangle part, float[] to) {
        Rectangle common = tile.intersection(part);
        for (int y = common.y; y < common.y + common.height; y++) {
            System.arraycopy(
                    from,
                    (y - tile.y) * tile.width + common.x - tile.x,
                    to,
                    (y - part.y) * part.width + common.x - part.x,
                    common.width);
        }
    }

    private float[] tile(RasterFile file, RasterFile.Level level, int column, int row, Rectangle tile)
            throws IOException {
        Key key = new Key(file.file(), level.index(), column, row);
        synchronized (tiles) {
            float[] known = tiles.get(key);
            if (known != null) {
                return known;
            }
        }
        float[] read = file.read(level, tile);
        synchronized (tiles) {
            if (tiles.putIfAbsent(key, read) == null) {
                values += read.length;
                trim();
            }
        }
        return read;
    }

    private void trim() {
        var oldest = tiles.values().iterator();
        while (values > most_values && oldest.hasNext()) {
            values -= oldest.next().length;
            oldest.remove();
        }
    }

    /** Values that all pieces hold. */
    long values() {
        synchronized (tiles) {
            return values;
        }
    }
}
