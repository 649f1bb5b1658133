package sinkmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes a picture as PNG with a palette: a quarter of the bytes of one with four channels, unfiltered (ISO/IEC 15948, 12.8). */
final class PalettePng {

    private static final byte FILTER_NONE = 0;

    private PalettePng() {}

    /**
     * Writes a picture with a palette if its colours fit in one, or if they have to; else with a number a channel.
     *
     * @param image ARGB, not premultiplied
     * @param alpha whether it may be transparent somewhere
     * @param reduce whether more than 256 colours are to be made 256
     */
    static void writeOrElse(BufferedImage image, boolean alpha, boolean reduce, OutputStream out) throws IOException {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Optional<Palette> palette = Palette.exact(argb);
        if (palette.isEmpty() && reduce) {
            palette = Optional.of(Palette.near(argb));
        }
        if (palette.isPresent()) {
            write(palette.get(), image.getWidth(), image.getHeight(), out);
        } else {
            Png.write(image, alpha, out);
        }
    }

    /** Writes a picture. */
    static void write(Palette palette, int width, int height, OutputStream out) throws IOException {
        PngChunks png = new PngChunks(out, width, height, PngChunks.PALETTE);
        colors(palette, png);
        PixelDeflate rows = png.rows(width, 1);
        for (int y = 0; y < height; y++) {
            rows.buffer()[rows.at()] = FILTER_NONE;
            System.arraycopy(palette.pixels(), y * width, rows.buffer(), rows.at() + 1, width);
            rows.rowDone();
        }
        rows.end();
        png.end();
    }

    private static void colors(Palette palette, PngChunks png) throws IOException {
        int[] colors = palette.colors();
        byte[] rgb = new byte[3 * colors.length];
        byte[] alpha = new byte[palette.transparent()];
        for (int i = 0; i < colors.length; i++) {
            rgb[3 * i] = (byte) (colors[i] >> 16);
            rgb[3 * i + 1] = (byte) (colors[i] >> 8);
            rgb[3 * i + 2] = (byte) colors[i];
            if (i < alpha.length) {
                alpha[i] = (byte) (colors[i] >>> 24);
            }
        }
        png.chunk("PLTE", rgb, rgb.length);
        if (alpha.length > 0) {
            png.chunk("tRNS", alpha, alpha.length);
        }
    }
}
