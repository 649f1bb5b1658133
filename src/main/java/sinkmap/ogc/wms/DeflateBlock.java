package sinkmap.ogc.wms;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Literals and repetitions of a block of deflate, written with codes made for them (RFC 1951, 3.2.7). */
final class DeflateBlock {

    private static final int END = 256;
    private static final int LENGTHS = 257;
    private static final int LONGEST_CODE = 285;
    private static final int SYMBOLS = 286;
    private static final int DISTANCES = 30;
    private static final int CODE_bits = 15;
    private static final int CODE_LENGTH_bits = 7;

    /** Flag of a repetition among the tokens; its length stands above its distance less one. */
    private static final int REPEAT = 1 << 30;

    private static final int DISTANCE_bits = 15;

    /** Order in which the lengths of the codes for lengths are written. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int ZEROS_3 = 17;
    private static final int ZEROS_11 = 18;
    private static final int MOST_ZEROS = 138;

    private static final int ROOM = 1 << 16;
    /** A token takes at most 48 bits. */
    private static final int MARGIN = 512;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final PixelDeflate.Sink sink;
    private final int[] tokens;
    private final int[] symbols = new int[SYMBOLS];
    private final int[] distances = new int[DISTANCES];
    private final byte[] out = new byte[ROOM];
    private int count;
    private int filled;
    private long bits;
    private int waiting;

    /**
     * @param most most tokens of a block
     */
    DeflateBlock(int most, PixelDeflate.Sink sink) {
        this.sink = sink;
        this.tokens = new int[most];
    }

    /** The two bytes before the first block: deflate, a window of 32 KiB, fastest level (RFC 1950, 2.2). */
    void header() {
        out[filled++] = 0x78;
        out[filled++] = 0x01;
    }

    void literal(byte value) {
        tokens[count++] = value & 0xFF;
        symbols[value & 0xFF]++;
    }

    /**
     * Bytes that stood before.
     *
     * @param length how many, 3 to 258
     * @param distance how far before, 1 to 32,768
     */
    void repeat(int length, int distance) {
        tokens[count++] = REPEAT | length << DISTANCE_bits | distance - 1;
        symbols[lengthSymbol(length)]++;
        distances[distanceSymbol(distance - 1)]++;
    }

    private static int lengthSymbol(int length) {
        int value = length - 3;
        if (value < 8 || length == 258) {
            return length == 258 ? LONGEST_CODE : LENGTHS + value;
        }
        int extra = lengthExtra(value);
        return LENGTHS + 4 * (extra + 1) + (value >> extra & 3);
    }

    private static int lengthExtra(int value) {
        return value < 8 || value == 255 ? 0 : 29 - Integer.numberOfLeadingZeros(value);
    }

    private static int distanceSymbol(int value) {
        int extra = distanceExtra(value);
        return value < 4 ? value : 2 * (extra + 1) + (value >> extra & 1);
    }

    private static int distanceExtra(int value) {
        return value < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(value);
    }

    /** Writes the block and begins the next one. */
    void write(boolean last) throws IOException {
        symbols[END]++;
        // some readers want a complete code even where nothing is repeated
        distances[0]++;
        distances[1]++;
        HuffmanCode symbol = HuffmanCode.of(symbols, CODE_bits);
        HuffmanCode distance = HuffmanCode.of(distances, CODE_bits);
        put(last ? 1 : 0, 1);
        put(2, 2);
        codes(symbol.lengths(), distance.lengths());
        for (int i = 0; i < count; i++) {
            token(tokens[i], symbol, distance);
            if (filled > ROOM - MARGIN) {
                flush();
            }
        }
        put(symbol.codes()[END], symbol.lengths()[END]);
        count = 0;
        Arrays.fill(symbols, 0);
        Arrays.fill(distances, 0);
    }

    private void token(int token, HuffmanCode symbol, HuffmanCode distance) {
        if ((token & REPEAT) == 0) {
            put(symbol.codes()[token], symbol.lengths()[token]);
            return;
        }
        int length = (token & REPEAT - 1) >> DISTANCE_bits;
        int lengthSymbol = lengthSymbol(length);
        put(symbol.codes()[lengthSymbol], symbol.lengths()[lengthSymbol]);
        extra(length - 3, lengthExtra(length - 3));
        int before = token & (1 << DISTANCE_bits) - 1;
        int distanceSymbol = distanceSymbol(before);
        put(distance.codes()[distanceSymbol], distance.lengths()[distanceSymbol]);
        extra(before, distanceExtra(before));
    }

    private void extra(int value, int length) {
        put(value & (1 << length) - 1, length);
    }

    /** Writes the lengths of both codes, themselves coded; zeros by how many there are. */
    private void codes(int[] symbol, int[] distance) {
        int[] lengths = Arrays.copyOf(symbol, SYMBOLS + DISTANCES);
        System.arraycopy(distance, 0, lengths, SYMBOLS, DISTANCES);
        int[] runs = new int[lengths.length];
        int[] counts = new int[ORDER.length];
        for (int i = 0; i < lengths.length; i += Math.max(1, runs[i])) {
            runs[i] = zeros(lengths, i);
            counts[runSymbol(lengths[i], runs[i])]++;
        }
        HuffmanCode code = HuffmanCode.of(counts, CODE_LENGTH_bits);
        put(SYMBOLS - LENGTHS, 5);
        put(DISTANCES - 1, 5);
        put(ORDER.length - 4, 4);
        for (int number : ORDER) {
            put(code.lengths()[number], 3);
        }
        for (int i = 0; i < lengths.length; i += Math.max(1, runs[i])) {
            int run = runSymbol(lengths[i], runs[i]);
            put(code.codes()[run], code.lengths()[run]);
            if (run == ZEROS_3) {
                put(runs[i] - 3, 3);
            } else if (run == ZEROS_11) {
                put(runs[i] - 11, 7);
            }
        }
    }

    /** How many zeros follow, as far as they can be written as one; 0 where they are too few for that. */
    private static int zeros(int[] lengths, int from) {
        int to = from;
        while (to < lengths.length && lengths[to] == 0 && to - from < MOST_ZEROS) {
            to++;
        }
        return to - from < 3 ? 0 : to - from;
    }

    private static int runSymbol(int length, int zeros) {
        if (zeros == 0) {
            return length;
        }
        return zeros < 11 ? ZEROS_3 : ZEROS_11;
    }

    private void put(int value, int length) {
        bits |= (long) value << waiting;
        waiting += length;
        if (waiting >= Integer.SIZE) {
            INT.set(out, filled, (int) bits);
            filled += Integer.BYTES;
            bits >>>= Integer.SIZE;
            waiting -= Integer.SIZE;
        }
    }

    private void flush() throws IOException {
        sink.take(out, filled);
        filled = 0;
    }

    /** Ends the stream after the last block. */
    void end(long checksum) throws IOException {
        put(0, -waiting & Byte.SIZE - 1);
        for (int shift = 24; shift >= 0; shift -= 8) {
            put((int) (checksum >> shift) & 0xFF, Byte.SIZE);
        }
        for (; waiting > 0; waiting -= Byte.SIZE, bits >>>= Byte.SIZE) {
            out[filled++] = (byte) bits;
        }
        flush();
    }
}
