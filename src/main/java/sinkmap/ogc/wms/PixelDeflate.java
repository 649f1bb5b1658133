package sinkmap.ogc.wms;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Packs the rows of a picture by deflate in the envelope of zlib (RFC 1950, RFC 1951). Repetitions are looked for at whole pixels
 * only and at one place each, which suits maps: several times as fast as the JDK's deflater at its fastest level, and no
 * larger.
 */
final class PixelDeflate {

    /** Takes what is packed. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] packed, int length) throws IOException;
    }

    /** How far back a repetition may lie. */
    private static final int WINDOW = 1 << 15;

    /** Bytes that make a block with codes of its own. */
    private static final int BLOCK = 1 << 16;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int HASH_bits = 13;
    private static final int NOWHERE = -WINDOW - 1;

    /** After so many pixels without repetition, as a power of two, every second one is looked at, and so on. */
    private static final int PATIENCE_bits = 5;

    private static final int MOST_SKIPPED = 15;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int stride;
    private final int pixel;
    private final byte[] bytes;
    private final int[] places = new int[1 << HASH_bits];
    private final DeflateBlock block;
    private final Adler32 checksum = new Adler32();
    /** What lies before it is packed; the rest of {@link #bytes} up to {@link #end} waits. */
    private int start;

    private int end;

    /**
     * @param stride bytes of a row, the one of its filter included
     * @param pixel bytes of a pixel
     */
    PixelDeflate(int stride, int pixel, Sink sink) throws IOException {
        this.stride = stride;
        this.pixel = pixel;
        this.bytes = new byte[WINDOW + BLOCK + stride + Long.BYTES];
        this.block = new DeflateBlock(BLOCK + stride, sink);
        Arrays.fill(places, NOWHERE);
        block.header();
    }

    /** Where the next row belongs, its filter first; call {@link #rowDone} then. */
    byte[] buffer() {
        return bytes;
    }

    /** Index in {@link #buffer} of the next row. */
    int at() {
        return end;
    }

    /** A row was written. */
    void rowDone() throws IOException {
        checksum.update(bytes, end, stride);
        end += stride;
        if (end - start >= BLOCK) {
            pack(false);
        }
    }

    /** Ends the picture. */
    void end() throws IOException {
        pack(true);
        block.end(checksum.getValue());
    }

    private void pack(boolean last) throws IOException {
        int i = start;
        int row = start;
        int misses = 0;
        while (i < end) {
            if (i == row) {
                block.literal(bytes[i++]);
                row += stride;
                continue;
            }
            int length = i + Long.BYTES <= end ? match(i, row) : 0;
            misses = length > 0 ? 0 : misses + 1;
            int until = length > 0 ? i : Math.min(row, i + pixel * pixels(misses));
            while (i < until) {
                block.literal(bytes[i++]);
            }
            i += length;
            while (row < i) {
                row += stride;
            }
        }
        start = end;
        block.write(last);
        slide();
    }

    /** Pixels until the next look for a repetition. */
    private static int pixels(int misses) {
        return 1 + Math.min(MOST_SKIPPED, misses >> PATIENCE_bits);
    }

    /** Adds the repetition that begins at a pixel, and tells its length; 0 for none. It ends at a pixel or a row. */
    private int match(int i, int row) {
        int word = (int) INT.get(bytes, i);
        int slot = word * 0x9E3779B1 >>> (Integer.SIZE - HASH_bits);
        int from = places[slot];
        places[slot] = i;
        if (i - from > WINDOW || (int) INT.get(bytes, from) != word) {
            return 0;
        }
        int length = length(from, i, Math.min(LONGEST, end - i));
        if (i + length != row && pixel > 1) {
            length -= Math.floorMod(i + length - row - 1, stride) % pixel;
        }
        block.repeat(length, i - from);
        return length;
    }

    private int length(int from, int i, int most) {
        int length = SHORTEST;
        while (length + Long.BYTES <= most) {
            long difference = (long) LONG.get(bytes, from + length) ^ (long) LONG.get(bytes, i + length);
            if (difference != 0) {
                return length + (Long.numberOfTrailingZeros(difference) >> 3);
            }
            length += Long.BYTES;
        }
        while (length < most && bytes[from + length] == bytes[i + length]) {
            length++;
        }
        return length;
    }

    /** Keeps only what repetitions may refer to. */
    private void slide() {
        int shift = start - WINDOW;
        if (shift <= 0) {
            return;
        }
        System.arraycopy(bytes, shift, bytes, 0, WINDOW);
        for (int slot = 0; slot < places.length; slot++) {
            places[slot] = Math.max(NOWHERE, places[slot] - shift);
        }
        start = WINDOW;
        end = WINDOW;
    }
}
