package sinkmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG (ISO/IEC 15948), 8 bits a channel. Maps are mostly flat, so that each row is written as its
 * difference from the row above and a fast deflate level is enough; ImageIO tries five filters a row and takes several times
 * as long.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int FILTER_UP = 2;
    private static final int LEVEL = 3;

    private Png() {}

    /**
     * Writes an ARGB picture, not premultiplied.
     *
     * @param image a picture of type {@link BufferedImage#TYPE_INT_ARGB}
     * @param alpha whether to write the alpha channel
     */
    static void write(BufferedImage image, boolean alpha, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(SIGNATURE);
        chunk("IHDR", header(image, alpha), 13, data);
        pixels(image, alpha, data);
        chunk("IEND", new byte[0], 0, data);
        data.flush();
    }

    private static byte[] header(BufferedImage image, boolean alpha) {
        byte[] header = new byte[13];
        java.nio.ByteBuffer.wrap(header).putInt(image.getWidth()).putInt(image.getHeight());
        header[8] = 8;
        header[9] = (byte) (alpha ? 6 : 2);
        return header;
    }

    private static void pixels(BufferedImage image, boolean alpha, DataOutputStream out) throws IOException {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int channels = alpha ? 4 : 3;
        byte[] above = new byte[width * channels];
        byte[] row = new byte[width * channels];
        byte[] line = new byte[1 + width * channels];
        line[0] = FILTER_UP;
        byte[] packed = new byte[1 << 16];
        Deflater deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y < image.getHeight(); y++) {
                unpack(argb, y * width, width, alpha, row);
                for (int i = 0; i < row.length; i++) {
                    line[i + 1] = (byte) (row[i] - above[i]);
                }
                deflater.setInput(line);
                deflate(deflater, packed, out);
                byte[] swap = above;
                above = row;
                row = swap;
            }
            deflater.finish();
            deflate(deflater, packed, out);
        } finally {
            deflater.end();
        }
    }

    private static void unpack(int[] argb, int from, int width, boolean alpha, byte[] row) {
        int at = 0;
        for (int x = 0; x < width; x++) {
            int pixel = argb[from + x];
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (alpha) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
    }

    private static void deflate(Deflater deflater, byte[] packed, DataOutputStream out) throws IOException {
        while (true) {
            int count = deflater.deflate(packed);
            if (count == 0) {
                return;
            }
            chunk("IDAT", packed, count, out);
        }
    }

    private static void chunk(String type, byte[] content, int length, DataOutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content, 0, length);
        out.writeInt(length);
        out.write(name);
        out.write(Arrays.copyOf(content, length));
        out.writeInt((int) crc.getValue());
    }
}
