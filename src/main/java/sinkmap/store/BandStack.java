package sinkmap.store;

import com.google.common.base.Throwables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;

/**
 * Writes one GeoTIFF of many bands, such as one a year: 32-bit floats, NaN where there is no data, tiles of 256 x 256,
 * Deflate of differences, each band by itself (TIFF 6.0, section 8, planar configuration 2). Values are asked for window by
 * window, a window being a row of tiles, and packed tile by tile, so memory grows neither with the rows nor with the bands but
 * for the place of each tile, 16 bytes. Tiles are written in order, all bands of a window after each other: the same values
 * give the same bytes.
 */
public final class BandStack {

    private static final int TILE = TileLevel.TILE;
    private static final int TILES_AHEAD = 32;
    private static final int GDAL_METADATA = 42112;

    /** Gives the values of the bands of a window. */
    @FunctionalInterface
    public interface Bands {

        /**
         * Fills part of a row; may be called from several threads at once.
         *
         * @param band band, counted from 0
         * @param cell first cell, counted in the window
         * @param values to fill
         * @param from first position to fill
         * @param length how many cells
         */
        void fill(int band, int cell, float[] values, int from, int length);
    }

    private final Grid grid;
    private final List<String> names;
    private final Function<Grid, Bands> windows;
    private final DoubleConsumer done;
    private final int tileRows;
    private final int tileColumns;
    private final long[] offsets;
    private final long[] lengths;

    private BandStack(Grid grid, List<String> names, Function<Grid, Bands> windows, DoubleConsumer done) {
        this.grid = grid;
        this.names = names;
        this.windows = windows;
        this.done = done;
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
     * @param windows gives the bands of a window, which has the whole width of the grid; called by one of several threads, for
     *     each window once
     * @param done hears which share is written, after every tile; what it throws ends the writing
     */
    public static void write(
            Path file, Grid grid, List<String> names, Function<Grid, Bands> windows, DoubleConsumer done) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            new BandStack(grid, names, windows, done).write(file, out);
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
        long position = first;
        try {
            Future<Bands> next = workers.submit(() -> windows.apply(window(0)));
            for (int row = 0; row < tileRows; row++) {
                Bands bands = next.get();
                int following = row + 1;
                next = following < tileRows ? workers.submit(() -> windows.apply(window(following))) : null;
                position = row(row, bands, packs, workers, out, position);
            }
        } catch (ExecutionException e) {
            Throwables.throwIfInstanceOf(e.getCause(), RuntimeException.class);
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            workers.shutdownNow();
        }
        return position;
    }

    /** Writes a row of tiles of every band and returns the place behind it. */
    private long row(
            int row, Bands bands, ThreadLocal<TilePack> packs, ExecutorService workers, OutputStream out, long position)
            throws IOException, ExecutionException, InterruptedException {
        Deque<Future<byte[]>> ahead = new ArrayDeque<>();
        int count = names.size() * tileColumns;
        long place = position;
        int asked = 0;
        for (int written = 0; written < count; written++) {
            while (asked < count && ahead.size() < TILES_AHEAD) {
                int band = asked / tileColumns;
                int column = asked++ % tileColumns;
                ahead.addLast(workers.submit(() -> packs.get().pack(values(bands, band, row, column))));
            }
            byte[] packed = ahead.removeFirst().get();
            int tile = (written / tileColumns * tileRows + row) * tileColumns + written % tileColumns;
            out.write(packed);
            offsets[tile] = place;
            lengths[tile] = packed.length;
            place += packed.length;
            done.accept((row + (written + 1.0) / count) / tileRows);
        }
        return place;
    }

    private Grid window(int row) {
        return grid.window(row * TILE, 0, Math.min(TILE, grid.rows() - row * TILE), grid.columns());
    }

    private float[] values(Bands bands, int band, int row, int column) {
        int left = column * TILE;
        float[] values = new float[TILE * TILE];
        int rows = Math.min(TILE, grid.rows() - row * TILE);
        int columns = Math.min(TILE, grid.columns() - left);
        if (rows < TILE || columns < TILE) {
            Arrays.fill(values, Float.NaN);
        }
        for (int i = 0; i < rows; i++) {
            bands.fill(band, i * grid.columns() + left, values, i * TILE, columns);
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
