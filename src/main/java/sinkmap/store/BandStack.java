package sinkmap.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;

/**
 * Writes one GeoTIFF of many bands, such as one a year: 32-bit floats, NaN where there is no data, tiles of 256 x 256,
 * Deflate of differences, band after band (TIFF 6.0, section 8, planar configuration 2). Values are asked for tile by tile
 * and packed at once, so memory does not grow with the number of bands. Tiles are written in order: the same values give
 * the same bytes.
 */
public final class BandStack {

    private static final int TILE = TileLevel.TILE;
    private static final int TILES_AHEAD = 32;
    private static final int GDAL_METADATA = 42112;

    /** Gives the values of a band. */
    @FunctionalInterface
    public interface Bands {

        /**
         * Fills part of a row; may be called from several threads at once.
         *
         * @param band band, counted from 0
         * @param cell first cell of the grid
         * @param values to fill
         * @param from first position to fill
         * @param length how many cells
         */
        void fill(int band, int cell, float[] values, int from, int length);
    }

    private final Grid grid;
    private final List<String> names;
    private final Bands bands;
    private final int tileRows;
    private final int tileColumns;
    private final long[] offsets;
    private final long[] lengths;

    private BandStack(Grid grid, List<String> names, Bands bands) {
        this.grid = grid;
        this.names = names;
        this.bands = bands;
        this.tileRows = (grid.rows() + TILE - 1) / TILE;
        this.tileColumns = (grid.columns() + TILE - 1) / TILE;
        this.offsets = new long[names.size() * tileRows * tileColumns];
        this.lengths = new long[offsets.length];
    }

    /**
     * Writes a new file, as a BigTIFF; an existing one is overwritten.
     *
     * @param grid cells of every band
     * @param names names of the bands, in their order
     */
    public static void write(Path file, Grid grid, List<String> names, Bands bands) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            new BandStack(grid, names, bands).write(file, out);
        } catch (IOException e) {
            throw new SinkmapException("the raster cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes the tiles, which stand behind the header and before the directory, whose place is put in last. */
    private void write(Path file, OutputStream out) throws IOException {
        out.write(TiffDirectory.header(true, 0));
        long position = tiles(out, TiffDirectory.headerSize(true));
        if (position % 2 == 1) {
            out.write(0);
            position++;
        }
        out.write(directory().encode(position, true));
        out.flush();
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(TiffDirectory.header(true, position)), 0);
        }
    }

    private long tiles(OutputStream out, long first) throws IOException {
        ThreadLocal<TilePack> packs = ThreadLocal.withInitial(TilePack::new);
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        Deque<Future<byte[]>> ahead = new ArrayDeque<>();
        long position = first;
        try {
            int written = 0;
            for (int asked = 0; written < offsets.length; written++) {
                while (asked < offsets.length && ahead.size() < TILES_AHEAD) {
                    int tile = asked++;
                    ahead.addLast(workers.submit(() -> packs.get().pack(values(tile))));
                }
                byte[] packed = ahead.removeFirst().get();
                out.write(packed);
                offsets[written] = position;
                lengths[written] = packed.length;
                position += packed.length;
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        } finally {
            workers.shutdownNow();
        }
        return position;
    }

    private float[] values(int tile) {
        int band = tile / (tileRows * tileColumns);
        int top = tile / tileColumns % tileRows * TILE;
        int left = tile % tileColumns * TILE;
        float[] values = new float[TILE * TILE];
        int rows = Math.min(TILE, grid.rows() - top);
        int columns = Math.min(TILE, grid.columns() - left);
        if (rows < TILE || columns < TILE) {
            java.util.Arrays.fill(values, Float.NaN);
        }
        for (int row = 0; row < rows; row++) {
            bands.fill(band, (top + row) * grid.columns() + left, values, row * TILE, columns);
        }
        return values;
    }

    private TiffDirectory directory() throws IOException {
        int count = names.size();
        TiffDirectory tags = new TiffDirectory(true)
                .integer(256, grid.columns())
                .integer(257, grid.rows())
                .shorts(258, same(count, Float.SIZE))
                .shorts(259, 8)
                .shorts(262, 1)
                .shorts(277, count)
                .shorts(284, 2)
                .shorts(317, 3)
                .integer(322, TILE)
                .integer(323, TILE)
                .offsets(324, offsets)
                .offsets(325, lengths)
                .shorts(338, same(count - 1, 0))
                .shorts(339, same(count, 3))
                .text(42113, "nan")
                .text(GDAL_METADATA, metadata());
        GeoKeys.describe(tags, Window.of(grid));
        return tags;
    }

    private static int[] same(int count, int value) {
        return IntStream.range(0, count).map(i -> value).toArray();
    }

    /** Names of the bands as GDAL reads them. */
    private String metadata() {
        return IntStream.range(0, names.size())
                .mapToObj(band -> "<Item name=\"DESCRIPTION\" sample=\"" + band + "\" role=\"description\">"
                        + names.get(band).replace("&", "&amp;").replace("<", "&lt;") + "</Item>")
                .collect(Collectors.joining("", "<GDALMetadata>", "</GDALMetadata>"));
    }
}
