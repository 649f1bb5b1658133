package sinkmap.ogc.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes messages in the wire format of Protocol Buffers (its encoding guide, sections "Base 128 varints" to "Packed"). */
final class WireOut {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WireOut number(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    WireOut real(int field, double value) {
        varint((long) field << 3 | FIXED64);
        long bits = Double.doubleToLongBits(value);
        for (int i = 0; i < Long.BYTES; i++) {
            out.write((int) (bits >>> 8 * i));
        }
        return this;
    }

    WireOut text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    WireOut message(int field, WireOut message) {
        return bytes(field, message.toBytes());
    }

    private WireOut bytes(int field, byte[] value) {
        varint((long) field << 3 | BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    /** What another has written, as it is. */
    void append(WireOut other) {
        out.writeBytes(other.toBytes());
    }

    /** A number of a packed list, without a field before it. */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    boolean isEmpty() {
        return out.size() == 0;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
