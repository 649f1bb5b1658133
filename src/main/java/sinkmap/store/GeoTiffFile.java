package sinkmap.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes a GeoTIFF as the store keeps it: one band of 32-bit floats, NaN where there is no data, tiles of 256 x 256,
 * Deflate of differences, and overviews, each half of the one before, down to a single tile. Tiles are written in order, so
 * the same values give the same bytes; those without data share one. A raster that does not fit in 4 GiB becomes a BigTIFF.
 *
 * <p>TIFF 6.0 (Adobe, 1992), section 15, tiled images; {@link TilePack} says how tiles are packed.
 */
final class GeoTiffFile {

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
    private static final int PREDICTOR = 317;
    private static final int FLOATING_POINT_DIFFERENCES = 3;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTE_COUNTS = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int FLOATING_POINT = 3;
    private static final int GDAL_NODATA = 42113;

    private final Window window;
    private final TilePyramid tiles;
    private final boolean big;
    private final byte[] empty;
    private final long[][] offsets;
    private final long[][] lengths;
    private long position;
    /** Whether a byte fills the room before the directories, which begin at even positions. */
    private boolean odd;

    private GeoTiffFile(Window window, TilePyramid tiles, boolean big) {
        this.window = window;
        this.tiles = tiles;
        this.big = big;
        this.empty = tiles.packedEmpty();
        this.offsets = new long[tiles.levels().size()][];
        this.lengths = new long[tiles.levels().size()][];
    }

    /**
     * Writes a new file.
     *
     * @param file where to; an existing file is overwritten
     * @param window CRS, bounds, rows and columns
     * @param tiles the values, all of them
     * @return SHA-256 of the file
     */
    static String write(Path file, Window window, TilePyramid tiles) throws IOException {
        return write(file, window, tiles, needsBig(size(tiles)));
    }

    /**
     * The same in the wanted variant.
     *
     * @param big whether to write a BigTIFF
     */
    static String write(Path file, Window window, TilePyramid tiles, boolean big) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20), digest)) {
            new GeoTiffFile(window, tiles, big).write(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a file of that many bytes has to be a BigTIFF. */
    static boolean needsBig(long size_bytes) {
        return size_bytes > CLASSIC_LIMIT_bytes;
    }

    /** The size that the file has at most, in bytes. */
    private static long size(TilePyramid tiles) {
        long size = 1 << 20;
        for (int level = 0; level < tiles.levels().size(); level++) {
            for (int tile = 0; tile < tiles.levels().get(level).tiles(); tile++) {
                // every tile has two numbers in a directory
                size += tiles.length(level, tile) + 2 * Long.BYTES;
            }
        }
        return size;
    }

    private void write(OutputStream out) throws IOException {
        place();
        out.write(TiffDirectory.header(big, position));
        boolean emptyIsWritten = false;
        for (int level = 0; level < offsets.length; level++) {
            for (int tile = 0; tile < offsets[level].length; tile++) {
                if (tiles.length(level, tile) > 0) {
                    out.write(tiles.read(level, tile));
                } else if (!emptyIsWritten) {
                    out.write(empty);
                    emptyIsWritten = true;
                }
            }
        }
        if (odd) {
            out.write(0);
        }
        for (int level = 0; level < offsets.length; level++) {
            byte[] directory = directory(level).encode(position, level == offsets.length - 1);
            out.write(directory);
            position += directory.length;
        }
    }

    /** Finds out where each tile will stand, and where the directories begin. */
    private void place() {
        long sharedEmpty = -1;
        position = TiffDirectory.headerSize(big);
        for (int level = 0; level < offsets.length; level++) {
            int count = tiles.levels().get(level).tiles();
            offsets[level] = new long[count];
            lengths[level] = new long[count];
            for (int tile = 0; tile < count; tile++) {
                boolean data = tiles.length(level, tile) > 0;
                lengths[level][tile] = data ? tiles.length(level, tile) : empty.length;
                if (data || sharedEmpty < 0) {
                    offsets[level][tile] = position;
                    sharedEmpty = data ? sharedEmpty : position;
                    position += lengths[level][tile];
                } else {
                    offsets[level][tile] = sharedEmpty;
                }
            }
        }
        odd = position % 2 == 1;
        position += odd ? 1 : 0;
    }

    private TiffDirectory directory(int number) throws IOException {
        TileLevel level = tiles.levels().get(number);
        TiffDirectory tags = floats(big, level.columns(), level.rows())
                .integer(NEW_SUBFILE_TYPE, number == 0 ? 0 : REDUCED_RESOLUTION)
                .shorts(PREDICTOR, FLOATING_POINT_DIFFERENCES)
                .integer(TILE_WIDTH, TileLevel.TILE)
                .integer(TILE_LENGTH, TileLevel.TILE)
                .offsets(TILE_OFFSETS, offsets[number])
                .offsets(TILE_BYTE_COUNTS, lengths[number]);
        if (number == 0) {
            GeoKeys.describe(tags, window);
        }
        return tags;
    }

    /** The tags of an image of one band of 32-bit floats, packed by Deflate, but for those that say where its parts are. */
    static TiffDirectory floats(boolean big, int columns, int rows) {
        return new TiffDirectory(big)
                .integer(IMAGE_WIDTH, columns)
                .integer(IMAGE_LENGTH, rows)
                .shorts(BITS_PER_SAMPLE, Float.SIZE)
                .shorts(COMPRESSION, DEFLATE)
                .shorts(PHOTOMETRIC_INTERPRETATION, BLACK_IS_ZERO)
                .shorts(SAMPLES_PER_PIXEL, 1)
                .shorts(PLANAR_CONFIGURATION, 1)
                .shorts(SAMPLE_FORMAT, FLOATING_POINT)
                .text(GDAL_NODATA, "nan");
    }
}
