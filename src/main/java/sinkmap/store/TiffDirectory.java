package sinkmap.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An image file directory: the tags of one image of a TIFF, little endian.
 *
 * <p>TIFF 6.0 (Adobe, 1992), section 2; for files beyond 4 GiB the BigTIFF variant, which widens counts and offsets to 64
 * bits (libtiff, "BigTIFF Design").
 */
final class TiffDirectory {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int LONG8 = 16;

    private final boolean big;
    private final Map<Integer, Field> fields = new TreeMap<>();

    private record Field(int type, long count, byte[] value) {}

    /**
     * An empty directory.
     *
     * @param big whether it is one of a BigTIFF
     */
    TiffDirectory(boolean big) {
        this.big = big;
    }

    TiffDirectory shorts(int tag, int... values) {
        ByteBuffer value = buffer(2 * values.length);
        for (int v : values) {
            value.putShort((short) v);
        }
        return put(tag, SHORT, values.length, value);
    }

    TiffDirectory integer(int tag, int number) {
        return put(tag, LONG, 1, buffer(4).putInt(number));
    }

    /** Positions in the file or lengths of parts of it. */
    TiffDirectory offsets(int tag, long[] values) {
        ByteBuffer value = buffer((big ? 8 : 4) * values.length);
        for (long v : values) {
            putOffset(value, v);
        }
        return put(tag, big ? LONG8 : LONG, values.length, value);
    }

    TiffDirectory doubles(int tag, double... values) {
        ByteBuffer value = buffer(8 * values.length);
        for (double v : values) {
            value.putDouble(v);
        }
        return put(tag, DOUBLE, values.length, value);
    }

    TiffDirectory text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return put(tag, ASCII, bytes.length, ByteBuffer.wrap(bytes));
    }

    private TiffDirectory put(int tag, int type, long count, ByteBuffer value) {
        fields.put(tag, new Field(type, count, value.array()));
        return this;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer putOffset(ByteBuffer to, long value) {
        return big ? to.putLong(value) : to.putInt((int) value);
    }

    private int entrySize() {
        return big ? 20 : 12;
    }

    private int inlineSize() {
        return big ? 8 : 4;
    }

    private int tableSize() {
        return (big ? 8 : 2) + fields.size() * entrySize() + inlineSize();
    }

    /** Length of the directory with the values that do not fit in its table, in bytes. */
    int size() {
        int size = tableSize();
        for (Field field : fields.values()) {
            size += outside(field);
        }
        return size;
    }

    /** Bytes that a value takes outside the table, an even number. */
    private int outside(Field field) {
        return field.value().length <= inlineSize() ? 0 : (field.value().length + 1) / 2 * 2;
    }

    /**
     * The bytes of the directory.
     *
     * @param position where in the file it will stand
     * @param last whether no other directory follows it
     */
    byte[] encode(long position, boolean last) {
        ByteBuffer table = buffer(size());
        if (big) {
            table.putLong(fields.size());
        } else {
            table.putShort((short) fields.size());
        }
        int free = tableSize();
        for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
            Field field = entry.getValue();
            table.putShort(entry.getKey().shortValue()).putShort((short) field.type());
            putOffset(table, field.count());
            if (outside(field) == 0) {
                table.put(table.position(), field.value());
                table.position(table.position() + inlineSize());
            } else {
                putOffset(table, position + free);
                table.put(free, field.value());
                free += outside(field);
            }
        }
        putOffset(table, last ? 0 : position + size());
        return table.array();
    }

    /** The first bytes of a file whose first directory stands at a position. */
    static byte[] header(boolean big, long firstDirectory) {
        ByteBuffer header = buffer(headerSize(big)).put((byte) 'I').put((byte) 'I');
        return big
                ? header.putShort((short) 43)
                        .putShort((short) 8)
                        .putShort((short) 0)
                        .putLong(firstDirectory)
                        .array()
                : header.putShort((short) 42).putInt((int) firstDirectory).array();
    }

    static int headerSize(boolean big) {
        return big ? 16 : 8;
    }
}
