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

    /** Reads a rectangle, which must lie inside the level. */
    RasterPart read(RasterFile file, RasterFile.Level level, Rectangle part) throws IOException {
        int firstColumn = part.x / EDGE;
        int lastColumn = (part.x + part.width - 1) / EDGE;
        int firstRow = part.y / EDGE;
        int lastRow = (part.y + part.height - 1) / EDGE;
        float[][] read = new float[(lastRow - firstRow + 1) * (lastColumn - firstColumn + 1)][];
        int next = 0;
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                read[next++] = tile(file, level, column, row);
            }
        }
        return RasterPart.of(part, read);
    }

    private float[] tile(RasterFile file, RasterFile.Level level, int column, int row) throws IOException {
        Key key = new Key(file.file(), level.index(), column, row);
        synchronized (tiles) {
            float[] known = tiles.get(key);
            if (known != null) {
                return known;
            }
        }
        float[] read = file.readTile(level, column, row);
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
