package sinkmap.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The tiles of an image of a GeoTIFF that are packed as {@link TilePack} packs them, read without detours: maps want one tile after
 * another as fast as can be. For many threads at once.
 *
 * @param file the file
 * @param offsets where each tile begins, row by row
 * @param lengths its bytes
 */
record PackedTiles(Path file, long[] offsets, long[] lengths) {

    private static final int TILE = TileLevel.TILE;
    private static final int ROW_bytes = TILE * Float.BYTES;

    private static final int COMPRESSION = 259;
    private static final int PREDICTOR = 317;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTE_COUNTS = 325;
    private static final int SAMPLE_FORMAT = 339;

    /**
     * The tiles of an image; empty when they are packed otherwise.
     *
     * @param tags the tags of the image
     */
    static Optional<PackedTiles> of(Path file, Map<Integer, long[]> tags) {
        // deflate, floating-point differences, floating-point numbers
        return has(tags, COMPRESSION, 8)
                        && has(tags, PREDICTOR, 3)
                        && has(tags, SAMPLE_FORMAT, 3)
                        && has(tags, TILE_WIDTH, TILE)
                        && has(tags, TILE_LENGTH, TILE)
                ? Optional.of(new PackedTiles(file, tags.get(TILE_OFFSETS), tags.get(TILE_BYTE_COUNTS)))
                : Optional.empty();
    }

    private static boolean has(Map<Integer, long[]> tags, int tag, int value) {
        long[] numbers = tags.get(tag);
        return numbers != null && numbers.length == 1 && numbers[0] == value;
    }

    /** The 256 x 256 values of a tile; those beyond the image are of no meaning. */
    float[] read(int number) throws IOException {
        byte[] packed = new byte[Math.toIntExact(lengths[number])];
        // opened anew: a channel that is kept would be closed by a thread that is interrupted while it reads
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(offsets[number]);
            in.readFully(packed);
        }
        byte[] bytes = unpacked(packed, number);
        float[] values = new float[TILE * TILE];
        for (int row = 0; row < TILE; row++) {
            row(bytes, row * ROW_bytes, values, row * TILE);
        }
        return values;
    }

    private byte[] unpacked(byte[] packed, int number) throws IOException {
        byte[] bytes = new byte[TILE * ROW_bytes];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int count = 0;
            while (count < bytes.length && !inflater.finished() && !inflater.needsInput()) {
                count += inflater.inflate(bytes, count, bytes.length - count);
            }
            if (count < bytes.length) {
                throw new IOException("tile " + number + " of " + file + " is cut off");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IOException("tile " + number + " of " + file + " is damaged: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    /** Adds the differences of a row up, and puts the bytes of each number together. */
    private static void row(byte[] bytes, int start, float[] values, int first) {
        for (int i = start + 1; i < start + ROW_bytes; i++) {
            bytes[i] += bytes[i - 1];
        }
        for (int i = 0; i < TILE; i++) {
            values[first + i] = Float.intBitsToFloat(bytes[start + i] << 24
                    | (bytes[start + TILE + i] & 0xFF) << 16
                    | (bytes[start + 2 * TILE + i] & 0xFF) << 8
                    | bytes[start + 3 * TILE + i] & 0xFF);
        }
    }
}
