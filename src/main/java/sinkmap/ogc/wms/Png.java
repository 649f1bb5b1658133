package sinkmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a picture as PNG (ISO/IEC 15948), 8 bits a channel. Maps are mostly flat, so that each row is written as its
 * difference from the row above and a fast deflate level is enough; ImageIO tries five filters a row and takes several times
 * as long.
 */
final class Png {

    private static final int RGB = 2;
    private static final int RGBA = 6;
    private static final byte FILTER_UP = 2;
    private static final int LEVEL = 3;

    private Png() {}

    /**
     * Writes an ARGB picture, not premultiplied.
     *
     * @param image a picture of type {@link BufferedImage#TYPE_INT_ARGB}
     * @param alpha whether to write the alpha channel
     */
    static void write(BufferedImage image, boolean alpha, OutputStream out) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        try (PngChunks png = new PngChunks(out, width, height, alpha ? RGBA : RGB, LEVEL)) {
            pixels(image, alpha, png);
            png.end();
        }
    }

    private static void pixels(BufferedImage image, boolean alpha, PngChunks png) throws IOException {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int channels = alpha ? 4 : 3;
        byte[] above = new byte[width * channels];
        byte[] row = new byte[width * channels];
        byte[] line = new byte[1 + width * channels];
        line[0] = FILTER_UP;
        for (int y = 0; y < image.getHeight(); y++) {
            unpack(argb, y * width, width, alpha, row);
            for (int i = 0; i < row.length; i++) {
                line[i + 1] = (byte) (row[i] - above[i]);
            }
            png.pack(line);
            byte[] swap = above;
            above = row;
            row = swap;
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
}
