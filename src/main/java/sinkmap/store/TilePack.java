package sinkmap.store;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Packs tiles as TIFF wants them: the bytes of the numbers of a row sorted by their place, the highest first, each as its
 * difference from the one before, then Deflate. For one thread at a time.
 *
 * <p>Floating-point predictor, Adobe Photoshop TIFF Technical Note 3 (2005); Deflate is compression 8 of Adobe's TIFF
 * technical notes (2002).
 */
final class TilePack implements AutoCloseable {

    private static final int TILE = TileLevel.TILE;
    private static final int ROW_bytes = TILE * Float.BYTES;
    /** Deflate's least effort: the values of the store shrink by hardly more with more of it. */
    private static final int EFFORT = 1;

    private final byte[] sorted = new byte[ROW_bytes];
    private final byte[] plain = new byte[TILE * ROW_bytes];
    private final byte[] packed = new byte[plain.length + plain.length / 1024 + 64];
    private final Deflater deflater = new Deflater(EFFORT);

    /** The bytes of a tile of 256 x 256 values. */
    byte[] pack(float[] values) {
        for (int row = 0; row < TILE; row++) {
            sort(values, row * TILE);
            difference(row * ROW_bytes);
        }
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        return Arrays.copyOf(packed, deflater.deflate(packed));
    }

    private void sort(float[] values, int first) {
        for (int i = 0; i < TILE; i++) {
            int bits = Float.floatToRawIntBits(values[first + i]);
            sorted[i] = (byte) (bits >>> 24);
            sorted[TILE + i] = (byte) (bits >>> 16);
            sorted[2 * TILE + i] = (byte) (bits >>> 8);
            sorted[3 * TILE + i] = (byte) bits;
        }
    }

    private void difference(int start) {
        plain[start] = sorted[0];
        for (int i = 1; i < ROW_bytes; i++) {
            plain[start + i] = (byte) (sorted[i] - sorted[i - 1]);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
