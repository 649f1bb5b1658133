package sinkmap.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import sinkmap.grid.SinkmapException;

/**
 * Writes an entry of the {@link CellCache}, its values in order, by one thread at a time. Closed before {@link #commit},
 * nothing is left.
 */
public final class CellSink implements AutoCloseable {

    private static final int BUFFER_bytes = 1 << 18;

    private final Path part;
    private final Path target;
    private final long count;
    private final int valueSize;
    private final Runnable committed;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_bytes).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    CellSink(Path part, Path target, long count, int valueSize, Runnable committed) throws IOException {
        this.part = part;
        this.target = target;
        this.count = count;
        this.valueSize = valueSize;
        this.committed = committed;
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.position(CellHeader.SIZE_bytes);
    }

    /** Appends single-precision numbers: {@code length} of them from index {@code start} on. */
    public void write(float[] values, int start, int length) {
        require(Float.BYTES, length);
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, BUFFER_bytes / Float.BYTES);
            buffer.clear().asFloatBuffer().put(values, start + done, piece);
            append(piece * Float.BYTES);
            done += piece;
        }
    }

    /** Appends 64-bit words: {@code length} of them from index {@code start} on. */
    public void write(long[] words, int start, int length) {
        require(Long.BYTES, length);
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, BUFFER_bytes / Long.BYTES);
            buffer.clear().asLongBuffer().put(words, start + done, piece);
            append(piece * Long.BYTES);
            done += piece;
        }
    }

    /** Appends bytes. */
    void write(byte[] bytes) {
        require(Byte.BYTES, bytes.length);
        for (int done = 0; done < bytes.length; ) {
            int piece = Math.min(bytes.length - done, BUFFER_bytes);
            buffer.clear().put(0, bytes, done, piece);
            append(piece);
            done += piece;
        }
    }

    private void require(int size, int length) {
        if (size != valueSize) {
            throw new IllegalStateException("the entry takes values of " + valueSize + " bytes");
        }
        if (written + length > count) {
            throw new IllegalStateException("more than the " + count + " values that were announced");
        }
        written += length;
    }

    private void append(int size) {
        try {
            checksum.update(buffer.limit(size));
            buffer.rewind();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Puts the entry into the cache and opens it for reading.
     *
     * @return the entry, readable even when it is too large for the cache to keep
     * @throws IllegalStateException when there are fewer values than announced
     * @throws SinkmapException when the disk does not take them
     */
    public CellSource commit() {
        if (written != count) {
            throw new IllegalStateException(written + " values instead of the " + count + " that were announced");
        }
        try {
            CellHeader header = new CellHeader(valueSize, count, (int) checksum.getValue());
            channel.write(header.encode(), 0);
            channel.close();
            CellSource source = CellSource.open(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed.run();
            return source;
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    static SinkmapException failed(Path target, IOException e) {
        return new SinkmapException(
                "the cache " + target.getParent() + " cannot be written: " + e.getMessage() + "; is the disk full?", e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(target, e);
        } finally {
            RasterFile.deleteIfThere(part);
        }
    }
}
