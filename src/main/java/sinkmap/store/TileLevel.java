package sinkmap.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A raster in tiles of 256 x 256, or one of its overviews.
 *
 * @param rows number of pixel rows
 * @param columns number of pixel columns
 */
record TileLevel(int rows, int columns) {

    /** Edge of a tile, in pixels. */
    static final int TILE = 256;

    /** The raster and its overviews, each half of the one before, rounded up, down to a single tile. */
    static List<TileLevel> pyramid(int rows, int columns) {
        List<TileLevel> levels = new ArrayList<>();
        TileLevel level = new TileLevel(rows, columns);
        levels.add(level);
        while (level.tiles() > 1) {
            level = new TileLevel((level.rows() + 1) / 2, (level.columns() + 1) / 2);
            levels.add(level);
        }
        return List.copyOf(levels);
    }

    int tileRows() {
        return (rows + TILE - 1) / TILE;
    }

    int tileColumns() {
        return (columns + TILE - 1) / TILE;
    }

    int tiles() {
        return tileRows() * tileColumns();
    }

    /** The tile of the next level that holds a tile of this one. */
    int parent(int tile) {
        return tile / tileColumns() / 2 * ((tileColumns() + 1) / 2) + tile % tileColumns() / 2;
    }

    /** How many tiles of this level the parent of a tile holds, 1, 2 or 4. */
    int siblings(int tile) {
        int down = tile / tileColumns() / 2 * 2 + 1 < tileRows() ? 2 : 1;
        int across = tile % tileColumns() / 2 * 2 + 1 < tileColumns() ? 2 : 1;
        return down * across;
    }
}
