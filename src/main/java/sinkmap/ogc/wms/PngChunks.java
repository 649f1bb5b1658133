package sinkmap.ogc.wms;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the chunks that a PNG is made of (ISO/IEC 15948, clause 5). */
final class PngChunks {

    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int RGBA = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BIT_DEPTH = 8;

    private final DataOutputStream out;

    /**
     * Starts a picture of 8 bits a sample.
     *
     * @param colorType {@link #RGB}, {@link #PALETTE} or {@link #RGBA}
     */
    PngChunks(OutputStream out, int width, int height, int colorType) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(SIGNATURE);
        byte[] header = new byte[13];
        ByteBuffer.wrap(header).putInt(width).putInt(height);
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

    /** What packs the rows of the picture. */
    PixelDeflate rows(int width, int samples) throws IOException {
        return new PixelDeflate(1 + width * samples, samples, (packed, length) -> chunk("IDAT", packed, length));
    }

    /** Ends the picture. */
    void end() throws IOException {
        chunk("IEND", new byte[0], 0);
        out.flush();
    }
}
