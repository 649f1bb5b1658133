package sinkmap.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes the values of a window as a GeoTIFF to a stream: one band of 32-bit floats in a single strip, packed by Deflate, NaN
 * declared as nodata (TIFF 6.0, section 8; OGC 19-008r4).
 */
public final class GeoTiffWindow {

    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTE_COUNTS = 279;

    private GeoTiffWindow() {}

    /**
     * Writes a file.
     *
     * @param window CRS, bounds, rows and columns
     * @param values rows x columns values, row 0 in the north; NaN = nodata
     */
    public static void write(Window window, float[] values, OutputStream out) throws IOException {
        byte[] strip = pack(window, values);
        long position = TiffDirectory.headerSize(false);
        long directory = (position + strip.length + 1) / 2 * 2;
        TiffDirectory tags = GeoTiffFile.floats(false, window.columns(), window.rows())
                .integer(ROWS_PER_STRIP, window.rows())
                .offsets(STRIP_OFFSETS, new long[] {position})
                .offsets(STRIP_BYTE_COUNTS, new long[] {strip.length});
        GeoKeys.describe(tags, window);
        out.write(TiffDirectory.header(false, directory));
        out.write(strip);
        if (strip.length % 2 == 1) {
            out.write(0);
        }
        out.write(tags.encode(directory, true));
    }

    private static byte[] pack(Window window, float[] values) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            ByteBuffer row = ByteBuffer.allocate(Float.BYTES * window.columns()).order(ByteOrder.LITTLE_ENDIAN);
            for (int first = 0; first < values.length; first += window.columns()) {
                row.asFloatBuffer().put(values, first, window.columns());
                out.write(row.array());
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
