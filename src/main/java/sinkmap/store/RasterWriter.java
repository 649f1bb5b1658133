package sinkmap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;

/**
 * Writes a raster window by window, in any order and from many threads at once; cells that no window brings are nodata,
 * of cells that two windows bring the later value counts. Memory does not grow with the raster: values wait on disk, beside
 * the file to be. The raster is there once {@link #commit} returns; closed without it, nothing is left.
 */
public final class RasterWriter implements AutoCloseable {

    /** Edge of a tile, in cells. */
    public static final int TILE = TileLevel.TILE;

    private final RasterLayer layer;
    private final Window window;
    private final Grid grid;
    private final Path target;
    private final TileSpill spill;
    private final TilePyramid tiles;
    private final Consumer<String> registration;
    private boolean done;

    /**
     * A writer of a file.
     *
     * @param window CRS, bounds, rows and columns
     * @param grid the same as a grid; null where pixels need not be square
     * @param target the file, which must not be open anywhere
     * @param registration takes the file's SHA-256 once it is in its place
     */
    RasterWriter(RasterLayer layer, Window window, Grid grid, Path target, Consumer<String> registration) {
        this.layer = layer;
        this.window = window;
        this.grid = grid;
        this.target = target;
        this.registration = registration;
        try {
            Files.createDirectories(target.getParent());
            List<TileLevel> levels = TileLevel.pyramid(window.rows(), window.columns());
            this.tiles = new TilePyramid(
                    part(UUID.randomUUID() + ".tiles"), levels, layer.band().interpolation() == Interpolation.BILINEAR);
            this.spill = new TileSpill(part(UUID.randomUUID() + ".values"), levels.get(0));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Writes a part of the raster.
     *
     * @param part cells of the raster's grid: same CRS and cell size, edges on edges, nothing beyond it
     */
    public void write(Raster part) {
        Grid cells = part.grid();
        long row = Math.round((grid.north() - cells.north()) / grid.cellSize());
        long column = Math.round((cells.west() - grid.west()) / grid.cellSize());
        boolean inside = row >= 0
                && column >= 0
                && row + cells.rows() <= grid.rows()
                && column + cells.columns() <= grid.columns();
        if (!inside
                || !grid.window((int) row, (int) column, cells.rows(), cells.columns())
                        .equals(cells)) {
            throw new IllegalArgumentException("the window is no part of the grid of the raster");
        }
        write(part.values(), (int) row, (int) column, cells.rows(), cells.columns());
    }

    /** Writes rows x columns values from a row and column of the raster on. */
    void write(float[] values, int row, int column, int rows, int columns) {
        try {
            spill.write(values, row, column, rows, columns);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Writes whole rows of tiles, which are packed at once instead of waiting on disk. Nothing else may be written into their
     * cells.
     *
     * @param part rows over the whole width, from a multiple of {@link #TILE} on; as many, or up to the last one
     */
    public void writeRows(Raster part) {
        int row = (int) Math.round((grid.north() - part.grid().north()) / grid.cellSize());
        int rows = part.grid().rows();
        boolean whole = row % TILE == 0 && (rows % TILE == 0 || row + rows == grid.rows());
        if (!whole || !grid.window(row, 0, rows, grid.columns()).equals(part.grid())) {
            throw new IllegalArgumentException("the window is not made of whole rows of tiles");
        }
        TileLevel level = tiles.levels().get(0);
        try {
            for (int top = 0; top < rows; top += TILE) {
                for (int column = 0; column < level.tileColumns(); column++) {
                    int tile = (row + top) / TILE * level.tileColumns() + column;
                    tiles.put(tile, cut(part, top, column * TILE));
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static float[] cut(Raster part, int top, int left) {
        float[] tile = TilePyramid.emptyTile();
        int columns = part.grid().columns();
        for (int row = 0; row < Math.min(TILE, part.grid().rows() - top); row++) {
            int from = (top + row) * columns + left;
            System.arraycopy(part.values(), from, tile, row * TILE, Math.min(TILE, columns - left));
        }
        return tile;
    }

    /**
     * Makes the file of what was written, moves it into its place and registers it.
     *
     * @throws SinkmapException when the file cannot be written
     */
    public void commit() {
        if (done) {
            throw new IllegalStateException("the raster is written already");
        }
        Path part = part("part");
        String checksum;
        try {
            spill.tiles().parallel().forEach(this::pack);
            tiles.finish();
            checksum = GeoTiffFile.write(part, window, tiles);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } finally {
            RasterFile.deleteIfThere(part);
        }
        done = true;
        registration.accept(checksum);
    }

    private void pack(int tile) {
        try {
            tiles.put(tile, spill.readTile(tile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what waits on disk. */
    @Override
    public void close() {
        try (spill) {
            tiles.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Path part(String ending) {
        String name = target.getFileName() + "." + ending;
        return target.resolveSibling(name.endsWith(".part") ? name : name + ".part");
    }

    private SinkmapException failed(IOException e) {
        return new SinkmapException(
                "the raster of layer " + layer.id() + " cannot be written to " + target.getParent() + ": "
                        + e.getMessage() + "; is the disk full?",
                e);
    }
}
