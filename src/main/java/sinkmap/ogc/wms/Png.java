package sinkmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a picture as PNG (ISO/IEC 15948), 8 bits a channel. Rows of maps are written as they are, because maps repeat
 * themselves; rows in which each pixel is new but near to the one above, as in rasters, as their difference from that (filter
 * "up", 9.2).
 */
final class Png {

    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    /** Rows of which this part, or more, repeats the pixel before or above are not filtered. */
    private static final double REPEATED = 0.1;

    /** Differences larger than this, in the mean of all channels, are no better than the pixels. */
    private static final int NEAR = 12;

    private final int[] argb;
    private final int width;
    private final int channels;

    private Png(int[] argb, int width, boolean alpha) {
        this.argb = argb;
        this.width = width;
        this.channels = alpha ? 4 : 3;
    }

    /**
     * Writes an ARGB picture, not premultiplied.
     *
     * @param image a picture of type {@link BufferedImage#TYPE_INT_ARGB}
     * @param alpha whether to write the alpha channel
     */
    static void write(BufferedImage image, boolean alpha, OutputStream out) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        Png png = new Png(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width, alpha);
        PngChunks chunks = new PngChunks(out, width, height, alpha ? PngChunks.RGBA : PngChunks.RGB);
        PixelDeflate rows = chunks.rows(width, png.channels);
        for (int y = 0; y < height; y++) {
            boolean up = y > 0 && png.near(y * width);
            rows.buffer()[rows.at()] = up ? FILTER_UP : FILTER_NONE;
            png.row(y * width, up, rows.buffer(), rows.at() + 1);
            rows.rowDone();
        }
        rows.end();
        chunks.end();
    }

    /** Whether few pixels of a row are repeated, but most are near to those above. */
    private boolean near(int from) {
        int repeated = 0;
        int distance = 0;
        for (int i = from + 1; i < from + width; i++) {
            int pixel = argb[i];
            int above = argb[i - width];
            if (pixel == argb[i - 1] || pixel == above) {
                repeated++;
            }
            for (int shift = 0; shift <= 24; shift += 8) {
                distance += Math.abs((pixel >>> shift & 0xFF) - (above >>> shift & 0xFF));
            }
        }
        return repeated < REPEATED * width && distance < NEAR * channels * width;
    }

    private void row(int from, boolean up, byte[] row, int at) {
        int to = at;
        for (int i = from; i < from + width; i++) {
            int pixel = argb[i];
            int above = up ? argb[i - width] : 0;
            row[to++] = (byte) ((pixel >> 16) - (above >> 16));
            row[to++] = (byte) ((pixel >> 8) - (above >> 8));
            row[to++] = (byte) (pixel - above);
            if (channels == 4) {
                row[to++] = (byte) ((pixel >>> 24) - (above >>> 24));
            }
        }
    }
}
