package sinkmap.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/**
 * Writes a GeoTIFF as the store keeps it: one band of 32-bit floats, NaN where there is no data, tiles of 256 x 256,
 * Deflate, and overviews, each half of the one before, down to a single tile. Tiles are compressed on all cores and written
 * in order, so the same values give the same bytes. A raster that may not fit in 4 GiB becomes a BigTIFF.
 *
 * <p>TIFF 6.0 (Adobe, 1992), section 15, tiled images; Deflate is compression 8 of Adobe's TIFF technical notes (2002).
 */
final class GeoTiffFile {

    private static final int TILE = TileSpill.TILE;
    /** Tiles that are in memory at a time. */
    private static final int BATCH = 64;
    /** Deflate's least effort: the values of the store shrink by hardly more with more of it. */
    private static final int EFFORT = 1;

    private static final long CLASSIC_LIMIT_bytes = 1L << 32;

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int REDUCED_RESOLUTION = 1;
    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int DEFLATE = 8;
    private static final int PHOTOMETRIC_INTERPRETATION = 262;
    private static final int BLACK_IS_ZERO = 1;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int PLANAR_CONFIGURATION = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTE_COUNTS = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int FLOATING_POINT = 3;
    private static final int GDAL_NODATA = 42113;

    private final Window window;
    private final TileSpill spill;
    private final boolean average;
    private final boolean big;
    private final byte[] empty = deflate(emptyTile());
    private final long[][] offsets;
    private final long[][] lengths;
    private long position;

    private GeoTiffFile(Window window, TileSpill spill, boolean average, boolean big) {
        this.window = window;
        this.spill = spill;
        this.average = average;
        this.big = big;
        this.offsets = new long[spill.levels().size()][];
        this.lengths = new long[spill.levels().size()][];
    }

    /**
     * Writes a new file.
     *
     * @param file where to; an existing file is overwritten
     * @param window CRS, bounds, rows and columns
     * @param spill the values
     * @param average whether overviews hold means of the data; else the value of one of the cells
     */
    static void write(Path file, Window window, TileSpill spill, boolean average) throws IOException {
        write(file, window, spill, average, largestSize(spill) > CLASSIC_LIMIT_bytes);
    }

    /**
     * The same in the wanted variant.
     *
     * @param big whether to write a BigTIFF
     */
    static void write(Path file, Window window, TileSpill spill, boolean average, boolean big) throws IOException {
        GeoTiffFile tiff = new GeoTiffFile(window, spill, average, big);
        long directories;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            directories = tiff.write(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
            header.write(TiffDirectory.header(big, directories));
        }
    }

    /** The size of the file if nothing could be compressed, in bytes. */
    static long largestSize(TileSpill spill) {
        long tiles = 0;
        for (TileSpill.Level level : spill.levels()) {
            tiles += level.tiles();
        }
        // zlib adds 5 bytes to every 16 kB that it cannot compress, and every tile has two numbers in a directory
        return tiles * ((long) TILE * TILE * Float.BYTES + 128) + (1 << 16);
    }

    private static float[] emptyTile() {
        float[] tile = new float[TILE * TILE];
        Arrays.fill(tile, Float.NaN);
        return tile;
    }

    /** Writes tiles and directories; gives the position of the first directory. */
    private long write(OutputStream out) throws IOException {
        append(out, new byte[TiffDirectory.headerSize(big)]);
        int count = spill.levels().size();
        for (int level = 0; level < count; level++) {
            writeTiles(level, out);
        }
        if (position % 2 == 1) {
            append(out, new byte[1]);
        }
        long directories = position;
        for (int level = 0; level < count; level++) {
            append(out, directory(level).encode(position, level == count - 1));
        }
        return directories;
    }

    private void append(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private void writeTiles(int level, OutputStream out) throws IOException {
        int tiles = spill.levels().get(level).tiles();
        offsets[level] = new long[tiles];
        lengths[level] = new long[tiles];
        byte[][] batch = new byte[BATCH][];
        for (int first = 0; first < tiles; first += BATCH) {
            int begin = first;
            int size = Math.min(BATCH, tiles - first);
            IntStream.range(0, size).parallel().forEach(i -> batch[i] = tile(level, begin + i));
            for (int i = 0; i < size; i++) {
                offsets[level][first + i] = position;
                lengths[level][first + i] = batch[i].length;
                append(out, batch[i]);
            }
        }
    }

    /** The bytes of a tile; one of an overview is made of the level before and kept for the level after. */
    private byte[] tile(int number, int tile) {
        try {
            TileSpill.Level level = spill.levels().get(number);
            float[] values = number == 0
                    ? spill.readTile(level, tile)
                    : overview(spill.levels().get(number - 1), level, tile);
            if (number > 0) {
                spill.writeTile(level, tile, values);
            }
            return isEmpty(values) ? empty : deflate(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(float[] values) {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    private float[] overview(TileSpill.Level finer, TileSpill.Level level, int tile) throws IOException {
        float[] values = emptyTile();
        int row = tile / level.tileColumns() * 2;
        int column = tile % level.tileColumns() * 2;
        for (int part = 0; part < 4; part++) {
            int partRow = row + part / 2;
            int partColumn = column + part % 2;
            if (partRow < finer.tileRows() && partColumn < finer.tileColumns()) {
                float[] source = spill.readTile(finer, partRow * finer.tileColumns() + partColumn);
                half(source, values, part / 2 * TILE / 2, part % 2 * TILE / 2);
            }
        }
        return values;
    }

    /** Puts every two by two cells as one into a quarter of a tile. */
    private void half(float[] source, float[] target, int top, int left) {
        for (int row = 0; row < TILE / 2; row++) {
            for (int column = 0; column < TILE / 2; column++) {
                int corner = 2 * row * TILE + 2 * column;
                target[(top + row) * TILE + left + column] =
                        one(source[corner], source[corner + 1], source[corner + TILE], source[corner + TILE + 1]);
            }
        }
    }

    /** The mean of the values that are data, or the first of them. */
    private float one(float... values) {
        double sum = 0;
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                if (!average) {
                    return value;
                }
                sum += value;
                count++;
            }
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }

    private static byte[] deflate(float[] values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        Deflater deflater = new Deflater(EFFORT);
        try {
            deflater.setInput(raw.array());
            deflater.finish();
            byte[] bytes = new byte[raw.capacity() + raw.capacity() / 1024 + 64];
            return Arrays.copyOf(bytes, deflater.deflate(bytes));
        } finally {
            deflater.end();
        }
    }

    private TiffDirectory directory(int number) throws IOException {
        TileSpill.Level level = spill.levels().get(number);
        TiffDirectory tags = new TiffDirectory(big)
                .integer(NEW_SUBFILE_TYPE, number == 0 ? 0 : REDUCED_RESOLUTION)
                .integer(IMAGE_WIDTH, level.columns())
                .integer(IMAGE_LENGTH, level.rows())
                .shorts(BITS_PER_SAMPLE, Float.SIZE)
                .shorts(COMPRESSION, DEFLATE)
                .shorts(PHOTOMETRIC_INTERPRETATION, BLACK_IS_ZERO)
                .shorts(SAMPLES_PER_PIXEL, 1)
                .shorts(PLANAR_CONFIGURATION, 1)
                .integer(TILE_WIDTH, TILE)
                .integer(TILE_LENGTH, TILE)
                .offsets(TILE_OFFSETS, offsets[number])
                .offsets(TILE_BYTE_COUNTS, lengths[number])
                .shorts(SAMPLE_FORMAT, FLOATING_POINT)
                .text(GDAL_NODATA, "nan");
        if (number == 0) {
            GeoKeys.describe(tags, window);
        }
        return tags;
    }
}
