package sinkmap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * An entry of the {@link CellCache}, mapped into memory for reading; many threads may read at once. It stays readable when
 * the cache drops it.
 */
public final class CellSource {

    /** A segment of the mapping, in bytes; values do not cross its edge. */
    private static final long SEGMENT_bytes = 1L << 30;

    /** So few values are read one by one, which makes no objects. */
    private static final int FEW = 64;

    private final CellHeader header;
    private final ByteBuffer[] segments;

    private CellSource(CellHeader header, ByteBuffer[] segments) {
        this.header = header;
        this.segments = segments;
    }

    /** Opens a file; a file that is not as its header says gives an error. */
    static CellSource open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer first = ByteBuffer.allocate(CellHeader.SIZE_bytes);
            while (first.hasRemaining() && channel.read(first) >= 0) {}
            CellHeader header = CellHeader.decode(first.flip());
            if (channel.size() != CellHeader.SIZE_bytes + header.size_bytes()) {
                throw new IOException(file + " is cut off");
            }
            int count = (int) ((header.size_bytes() + SEGMENT_bytes - 1) / SEGMENT_bytes);
            ByteBuffer[] segments = new ByteBuffer[count];
            for (int i = 0; i < count; i++) {
                long start = i * SEGMENT_bytes;
                MappedByteBuffer segment = channel.map(
                        FileChannel.MapMode.READ_ONLY,
                        CellHeader.SIZE_bytes + start,
                        Math.min(SEGMENT_bytes, header.size_bytes() - start));
                segments[i] = segment.order(ByteOrder.LITTLE_ENDIAN);
            }
            return new CellSource(header, segments);
        }
    }

    /** Whether the content has the checksum that the header states. */
    boolean sound() {
        CRC32C checksum = new CRC32C();
        for (ByteBuffer segment : segments) {
            checksum.update(segment.duplicate());
        }
        return (int) checksum.getValue() == header.checksum();
    }

    /** How many values there are. */
    public long count() {
        return header.count();
    }

    /**
     * Reads single-precision numbers.
     *
     * @param from the first of them
     * @param to takes {@code length} values from index {@code start} on
     */
    public void read(long from, float[] to, int start, int length) {
        require(Float.BYTES, from, length);
        for (int done = 0; done < length; ) {
            long at = (from + done) * Float.BYTES;
            ByteBuffer segment = segments[(int) (at / SEGMENT_bytes)];
            int offset = (int) (at % SEGMENT_bytes);
            int part = Math.min(length - done, (segment.capacity() - offset) / Float.BYTES);
            if (part < FEW) {
                for (int i = 0; i < part; i++) {
                    to[start + done + i] = segment.getFloat(offset + i * Float.BYTES);
                }
            } else {
                segment.duplicate()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .position(offset)
                        .asFloatBuffer()
                        .get(to, start + done, part);
            }
            done += part;
        }
    }

    /**
     * Reads 64-bit words.
     *
     * @param from the first of them
     * @param to takes {@code length} words from index {@code start} on
     */
    public void read(long from, long[] to, int start, int length) {
        require(Long.BYTES, from, length);
        for (int done = 0; done < length; ) {
            long at = (from + done) * Long.BYTES;
            ByteBuffer segment = segments[(int) (at / SEGMENT_bytes)];
            int offset = (int) (at % SEGMENT_bytes);
            int part = Math.min(length - done, (segment.capacity() - offset) / Long.BYTES);
            segment.duplicate()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(offset)
                    .asLongBuffer()
                    .get(to, start + done, part);
            done += part;
        }
    }

    /** All bytes. */
    byte[] bytes() {
        require(Byte.BYTES, 0, Math.toIntExact(header.count()));
        byte[] bytes = new byte[(int) header.count()];
        for (int done = 0; done < bytes.length; ) {
            ByteBuffer segment =
                    segments[(int) (done / SEGMENT_bytes)].duplicate().position(0);
            int part = segment.remaining();
            segment.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    private void require(int valueSize, long from, int length) {
        if (header.valueSize() != valueSize) {
            throw new IllegalStateException("the entry holds values of " + header.valueSize() + " bytes");
        }
        if (from < 0 || length < 0 || from + length > header.count()) {
            throw new IndexOutOfBoundsException(from + " + " + length + " of " + header.count() + " values");
        }
    }
}
