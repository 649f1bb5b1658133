package sinkmap.ogc.style;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** The pixels of a picture: premultiplied ARGB, row by row from the upper left. */
final class Canvas {

    private static final int TWO = 0x00FF00FF;
    private static final int HALVES = 0x00800080;

    private final BufferedImage image;
    private final int[] pixels;

    Canvas(int width, int height) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    BufferedImage image() {
        return image;
    }

    int[] pixels() {
        return pixels;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    void fill(Color color) {
        Arrays.fill(pixels, premultiplied(color));
    }

    static int premultiplied(Color color) {
        return scaled(color.getRGB() | 0xFF000000, color.getAlpha());
    }

    /** All four channels of a pixel in parts of 255. */
    static int scaled(int pixel, int part) {
        int redBlue = (pixel & TWO) * part + HALVES;
        int alphaGreen = (pixel >>> 8 & TWO) * part + HALVES;
        redBlue = (redBlue + (redBlue >>> 8 & TWO)) >>> 8 & TWO;
        alphaGreen = alphaGreen + (alphaGreen >>> 8 & TWO) & ~TWO;
        return alphaGreen | redBlue;
    }

    /** One premultiplied pixel over another. */
    static int over(int above, int below) {
        int alpha = above >>> 24;
        return alpha == 255 || below == 0 ? above : above + scaled(below, 255 - alpha);
    }

    /** Draws a picture of the same size over this one, at an opacity from 0 to 1. */
    void lay(BufferedImage sheet, float opacity) {
        Graphics2D graphics = image.createGraphics();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
        graphics.drawImage(sheet, 0, 0, null);
        graphics.dispose();
    }

    /** A picture with the same colours that are not premultiplied. */
    BufferedImage plain() {
        BufferedImage plain = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
        int[] to = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) {
            int pixel = pixels[i];
            int alpha = pixel >>> 24;
            to[i] = alpha == 0 || alpha == 255 ? pixel : divided(pixel, alpha);
        }
        return plain;
    }

    private static int divided(int pixel, int alpha) {
        return alpha << 24 | divided(pixel >> 16, alpha, 16) | divided(pixel >> 8, alpha, 8) | divided(pixel, alpha, 0);
    }

    private static int divided(int channel, int alpha, int shift) {
        return Math.min(255, ((channel & 0xFF) * 255 + alpha / 2) / alpha) << shift;
    }
}
