package sinkmap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What stands before the values in a file of the {@link CellCache}.
 *
 * @param valueSize bytes of a value
 * @param count number of values
 * @param checksum CRC-32C of the values
 */
record CellHeader(int valueSize, long count, int checksum) {

    static final int SIZE_bytes = 32;

    /** "sinkcell" and the version of the format. */
    private static final long MAGIC = 0x73696e6b63656c6cL;

    private static final int VERSION = 1;

    long size_bytes() {
        return Math.multiplyExact(count, (long) valueSize);
    }

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE_bytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putLong(MAGIC)
                .putInt(VERSION)
                .putInt(valueSize)
                .putLong(count)
                .putInt(checksum)
                .putInt(0)
                .flip();
    }

    static CellHeader decode(ByteBuffer bytes) throws IOException {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < SIZE_bytes || bytes.getLong() != MAGIC || bytes.getInt() != VERSION) {
            throw new IOException("no file of the cache");
        }
        CellHeader header = new CellHeader(bytes.getInt(), bytes.getLong(), bytes.getInt());
        boolean known =
                header.valueSize == Byte.BYTES || header.valueSize == Float.BYTES || header.valueSize == Long.BYTES;
        if (!known || header.count < 0 || header.count > Long.MAX_VALUE / Long.BYTES) {
            throw new IOException("no file of the cache");
        }
        return header;
    }
}
