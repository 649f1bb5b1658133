package sinkmap.ogc.style;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Pictures of boxes of up to two pixels in one ink, at eight by eight places within a pixel and of sizes in quarters of a pixel.
 * Each is drawn once by Java2D and then copied. May be used by several threads.
 */
final class Stamps {

    /** Largest box, in pixels. */
    static final double LARGEST = 2;

    private static final int PLACES = 8;
    private static final int QUARTERS = 4;
    private static final int SIZES = (int) LARGEST * QUARTERS;

    /** Room for the largest box and the widest outline with its corners. */
    private static final int EDGE = 10;

    private static final int MIDDLE = EDGE / 2;

    private final Ink ink;
    /** By size and place: pairs of a place in the stamp and a premultiplied colour. */
    private final AtomicReferenceArray<int[]> drawn = new AtomicReferenceArray<>(SIZES * SIZES * PLACES * PLACES);

    Stamps(Ink ink) {
        this.ink = ink;
    }

    /** Copies a box onto a picture; sizes are in pixels. */
    void stamp(Canvas canvas, double centreX, double centreY, double width, double height) {
        int placeX = (int) Math.floor(centreX * PLACES + 0.5);
        int placeY = (int) Math.floor(centreY * PLACES + 0.5);
        int number = (quarters(width) * SIZES + quarters(height)) * PLACES * PLACES
                + (placeY & PLACES - 1) * PLACES
                + (placeX & PLACES - 1);
        int[] stamp = drawn.get(number);
        if (stamp == null) {
            stamp = draw(number);
            drawn.set(number, stamp);
        }
        copy(stamp, canvas, Math.floorDiv(placeX, PLACES) - MIDDLE, Math.floorDiv(placeY, PLACES) - MIDDLE);
    }

    private static int quarters(double size) {
        return (int) Math.max(0, Math.min(SIZES - 1, Math.round(size * QUARTERS) - 1));
    }

    private int[] draw(int number) {
        int place = number % (PLACES * PLACES);
        int size = number / (PLACES * PLACES);
        double width = (size / SIZES + 1.0) / QUARTERS;
        double height = (size % SIZES + 1.0) / QUARTERS;
        Rectangle2D box = new Rectangle2D.Double(
                MIDDLE + (double) (place % PLACES) / PLACES - width / 2,
                MIDDLE + (double) (place / PLACES) / PLACES - height / 2,
                width,
                height);
        Canvas sheet = new Canvas(EDGE, EDGE);
        Graphics2D graphics = Brush.graphics(sheet.image());
        for (Ink.Layer layer : ink.layers()) {
            if (layer.area() != null) {
                graphics.setColor(layer.area());
                graphics.fill(box);
            }
            if (layer.pen() != null) {
                graphics.setColor(layer.pen().color());
                graphics.setStroke(layer.pen().line());
                graphics.draw(box);
            }
        }
        graphics.dispose();
        return packed(sheet.pixels());
    }

    private static int[] packed(int[] pixels) {
        int[] packed = new int[2 * pixels.length];
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != 0) {
                packed[count++] = i / EDGE << 8 | i % EDGE;
                packed[count++] = pixels[i];
            }
        }
        return Arrays.copyOf(packed, count);
    }

    private static void copy(int[] stamp, Canvas canvas, int left, int top) {
        int width = canvas.width();
        int height = canvas.height();
        int[] pixels = canvas.pixels();
        for (int i = 0; i < stamp.length; i += 2) {
            int x = left + (stamp[i] & 0xFF);
            int y = top + (stamp[i] >> 8);
            if (x >= 0 && y >= 0 && x < width && y < height) {
                int at = y * width + x;
                pixels[at] = Canvas.over(stamp[i + 1], pixels[at]);
            }
        }
    }
}
