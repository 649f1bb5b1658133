package sinkmap.ogc.wms;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the chunks that a PNG is made of (ISO/IEC 15948, clause 5). */
final class PngChunks implements AutoCloseable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BIT_DEPTH = 8;

    private final DataOutputStream out;
    private final Deflater deflater;
    private final byte[] packed = new byte[1 << 16];

    /**
     * Starts a picture of 8 bits a sample.
     *
     * @param colorType colour type of the standard: 2 RGB, 3 palette, 6 RGBA
     * @param level deflate level
     */
    PngChunks(OutputStream out, int width, int height, int colorType, int level) throws IOException {
        this.out = new DataOutputStream(out);
        this.deflater = new Deflater(level);
        this.out.write(SIGNATURE);
        byte[] header = new byte[13];
        java.nio.ByteBuffer.wrap(header).putInt(width).putInt(height);
        header[8] = BIT_DEPTH;
        header[9] = (byte) colorType;
        chunk("IHDR", header, header.length);
    }

    void chunk(String type, byte[] content, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content, 0, length);
        out.writeInt(length);
        out.write(name);
        out.write(content, 0, length);
        out.writeInt((int) crc.getValue());
    }

    /** Packs bytes of the picture: rows, each behind the byte of its filter. */
    void pack(byte[] rows) throws IOException {
        deflater.setInput(rows);
        drain();
    }

    private void drain() throws IOException {
        for (int count = deflater.deflate(packed); count > 0; count = deflater.deflate(packed)) {
            chunk("IDAT", packed, count);
        }
    }

    /** Ends the picture. */
    void end() throws IOException {
        deflater.finish();
        drain();
        chunk("IEND", new byte[0], 0);
        out.flush();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
