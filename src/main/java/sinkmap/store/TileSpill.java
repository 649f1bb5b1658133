package sinkmap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Values of a raster on their way into tiles: a file of 256 x 256 floats each. Rectangles may be written in any order and by
 * many threads at once; what was never written is NaN. Memory holds a tile a thread, however large the raster.
 *
 * <p>The file holds every value's bits XOR those of NaN, so that the holes of a sparse file are NaN.
 */
final class TileSpill implements AutoCloseable {

    private static final int TILE = TileLevel.TILE;
    private static final int NAN = Float.floatToRawIntBits(Float.NaN);
    private static final int ROW_bytes = TILE * Float.BYTES;
    private static final long TILE_bytes = (long) TILE * ROW_bytes;

    private final Path file;
    private final FileChannel channel;
    private final TileLevel raster;
    /** 1 for a tile that holds something. */
    private final AtomicIntegerArray written;

    TileSpill(Path file, TileLevel raster) throws IOException {
        this.file = file;
        this.raster = raster;
        this.written = new AtomicIntegerArray(raster.tiles());
        this.channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SPARSE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** The tiles of which anything was written. */
    IntStream tiles() {
        return IntStream.range(0, raster.tiles()).filter(tile -> written.get(tile) != 0);
    }

    /**
     * Writes a rectangle of the raster.
     *
     * @param values rows x columns, row-major
     * @param row row of the raster where the rectangle begins
     * @param column column of the raster where it begins
     */
    void write(float[] values, int row, int column, int rows, int columns) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) TILE_bytes);
        for (int top = row; top < row + rows; top = (top / TILE + 1) * TILE) {
            int bottom = Math.min((top / TILE + 1) * TILE, row + rows);
            for (int left = column; left < column + columns; left = (left / TILE + 1) * TILE) {
                int right = Math.min((left / TILE + 1) * TILE, column + columns);
                int tile = top / TILE * raster.tileColumns() + left / TILE;
                written.set(tile, 1);
                int from = (top - row) * columns + left - column;
                if (left % TILE == 0 && (right % TILE == 0 || right == raster.columns())) {
                    fill(buffer.clear(), values, from, columns, bottom - top, right - left, TILE);
                    put(buffer, at(tile, top % TILE, 0));
                } else {
                    for (int y = top; y < bottom; y++) {
                        fill(
                                buffer.clear(),
                                values,
                                from + (y - top) * columns,
                                columns,
                                1,
                                right - left,
                                right - left);
                        put(buffer, at(tile, y % TILE, left % TILE));
                    }
                }
            }
        }
    }

    /** Copies a rectangle into a buffer whose rows have another width; what is beyond the rectangle is NaN. */
    private static void fill(
            ByteBuffer buffer, float[] values, int from, int stride, int rows, int columns, int width) {
        for (int y = 0; y < rows; y++) {
            int first = from + y * stride;
            int start = y * width * Float.BYTES;
            for (int x = 0; x < columns; x++) {
                buffer.putInt(start + x * Float.BYTES, Float.floatToRawIntBits(values[first + x]) ^ NAN);
            }
            for (int x = columns; x < width; x++) {
                buffer.putInt(start + x * Float.BYTES, 0);
            }
        }
        buffer.limit(rows * width * Float.BYTES);
    }

    private static long at(long tile, int y, int x) {
        return tile * TILE_bytes + (long) y * ROW_bytes + (long) x * Float.BYTES;
    }

    private void put(ByteBuffer buffer, long position) throws IOException {
        long next = position;
        while (buffer.hasRemaining()) {
            next += channel.write(buffer, next);
        }
    }

    /** Reads a tile: 256 x 256 values, NaN beyond the edge of the raster and where nothing was written. */
    float[] readTile(int tile) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) TILE_bytes);
        long start = tile * TILE_bytes;
        while (buffer.hasRemaining()) {
            // what lies beyond the end of the file stays zero, which is NaN
            if (channel.read(buffer, start + buffer.position()) < 0) {
                break;
            }
        }
        float[] values = new float[TILE * TILE];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(buffer.getInt(i * Float.BYTES) ^ NAN);
        }
        return values;
    }

    /** Deletes the file. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            RasterFile.deleteIfThere(file);
        }
    }
}
