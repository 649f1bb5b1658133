package sinkmap.ogc.style;

import java.util.Arrays;

/**
 * Draws small areas and their thin outlines by the share of each pixel that they cover. For shapes of some ten pixels this is
 * several times as fast as Java2D, whose cost is mostly the same however small a shape. Outlines are taken as wide as
 * they are across the nearer axis, without special joins, which shows only in strokes wider than {@link #WIDEST}.
 */
final class SmallRaster {

    /** Widest stroke that it draws, in pixels. */
    static final double WIDEST = 2;

    /** Largest shape that it draws, in pixels. */
    static final int LARGEST = 64;

    private static final int EDGE = LARGEST + 6;

    /** Shares of a pixel beyond these cannot be told from nothing and all. */
    private static final float LEAST = 0.002f;

    private static final float MOST = 0.998f;

    /** From this slope on a step along an outline is cut in two. */
    private static final double STEEP = 0.6;

    /** Half of a stroke across an axis, at its steepest, in parts of its width. */
    private static final double DIAGONAL = 0.71;

    private final Canvas canvas;
    private final float[] fill = new float[EDGE * EDGE + 2];
    private final float[] stroke = new float[EDGE * EDGE + 2];
    private int left;
    private int top;
    private int columns;
    private int rows;

    SmallRaster(Canvas canvas) {
        this.canvas = canvas;
    }

    /** Begins a shape with these bounds and this width of its outline, in pixels. */
    void begin(double minX, double minY, double maxX, double maxY, double width) {
        double margin = width * DIAGONAL + 0.05;
        left = (int) Math.floor(minX - margin);
        top = (int) Math.floor(minY - margin);
        columns = (int) Math.ceil(maxX + margin) + 1 - left;
        rows = (int) Math.ceil(maxY + margin) + 1 - top;
        Arrays.fill(fill, 0, columns * rows + 2, 0);
        Arrays.fill(stroke, 0, columns * rows + 2, 0);
    }

    /** Adds a ring, closed, to the filled area; holes turn the other way. */
    void fill(double[] xy, int count) {
        for (int i = 2; i < 2 * count; i += 2) {
            edge(xy[i - 2] - left, xy[i - 1] - top, xy[i] - left, xy[i + 1] - top);
        }
    }

    /** Adds what lies to the right of an edge: the share of its first pixel, and all of the others by a running sum. */
    private void edge(double fromX, double fromY, double toX, double toY) {
        if (fromY == toY) {
            return;
        }
        double direction = fromY < toY ? 1 : -1;
        double x = fromY < toY ? fromX : toX;
        double y = Math.min(fromY, toY);
        double end = Math.max(fromY, toY);
        double slope = (toX - fromX) / (toY - fromY);
        while (y < end) {
            int row = (int) y;
            double next = Math.min(row + 1, end);
            double nextX = x + slope * (next - y);
            span(row * columns, x, nextX, direction * (next - y));
            x = nextX;
            y = next;
        }
    }

    private void span(int line, double x, double nextX, double height) {
        double low = Math.min(x, nextX);
        double high = Math.max(x, nextX);
        int first = (int) low;
        if (high <= first + 1) {
            double right = height * ((low + high) / 2 - first);
            fill[line + first] += (float) (height - right);
            fill[line + first + 1] += (float) right;
            return;
        }
        double perPixel = height / (high - low);
        double before = 0;
        for (int column = first; column < high; column++) {
            // the area left of the pixel's right edge, under the part of the edge that lies there
            double until = Math.min(column + 1, high);
            double from = Math.max(column, low);
            double part = perPixel * (until - from);
            double area = part * (column + 1 - (until + from) / 2);
            fill[line + column] += (float) (before + area);
            before = part - area;
        }
        fill[line + (int) Math.ceil(high)] += (float) before;
    }

    /**
     * Adds a line to the outline. What two segments cover twice on the inner side of a corner makes up for what they leave out
     * on the outer side.
     */
    void stroke(double[] xy, int count, double width) {
        for (int i = 2; i < 2 * count; i += 2) {
            double fromX = xy[i - 2] - left;
            double fromY = xy[i - 1] - top;
            double toX = xy[i] - left;
            double toY = xy[i + 1] - top;
            if (Math.abs(toX - fromX) >= Math.abs(toY - fromY)) {
                segment(fromX, fromY, toX, toY, width, 1, columns);
            } else {
                segment(fromY, fromX, toY, toX, width, columns, 1);
            }
        }
    }

    /**
     * A segment that runs mostly along one axis.
     *
     * @param along how far neighbours on that axis lie apart in the array
     * @param across the same of the other axis
     */
    private void segment(double from, double fromV, double to, double toV, double width, int along, int across) {
        double start = Math.min(from, to);
        double end = Math.max(from, to);
        if (start == end) {
            return;
        }
        double slope = (toV - fromV) / (to - from);
        double v = from < to ? fromV : toV;
        double half = width / 2 * Math.sqrt(1 + slope * slope);
        boolean steep = Math.abs(slope) > STEEP;
        double at = start;
        for (int column = (int) start; at < end; column++) {
            double next = Math.min(end, column + 1);
            double length = next - at;
            double low = v + slope * (at - start) - half;
            if (steep) {
                band(column * along, low + slope * length / 4, low + slope * length / 4 + 2 * half, length / 2, across);
                band(
                        column * along,
                        low + slope * length * 0.75,
                        low + slope * length * 0.75 + 2 * half,
                        length / 2,
                        across);
            } else {
                band(column * along, low + slope * length / 2, low + slope * length / 2 + 2 * half, length, across);
            }
            at = next;
        }
    }

    private void band(int column, double low, double high, double share, int across) {
        int first = (int) low;
        int last = (int) high;
        int at = column + first * across;
        if (first == last) {
            stroke[at] += (float) ((high - low) * share);
            return;
        }
        stroke[at] += (float) ((first + 1 - low) * share);
        at += across;
        for (int row = first + 1; row < last; row++, at += across) {
            stroke[at] += (float) share;
        }
        stroke[at] += (float) ((high - last) * share);
    }

    /** Lays the shape on the picture: its area in one colour, then its outline in another, both premultiplied. */
    void paint(int area, int line) {
        int[] pixels = canvas.pixels();
        int from = Math.max(0, -left);
        int to = Math.min(columns, canvas.width() - left);
        for (int row = Math.max(0, -top); row < Math.min(rows, canvas.height() - top); row++) {
            int at = row * columns;
            int out = (top + row) * canvas.width() + left;
            float sum = 0;
            for (int column = 0; column < from; column++) {
                sum += fill[at + column];
            }
            int inside = pixel(area, Math.abs(sum));
            for (int column = from; column < to; column++) {
                float change = fill[at + column];
                if (change != 0) {
                    sum += change;
                    inside = pixel(area, Math.abs(sum));
                }
                int pixel = inside;
                float covered = stroke[at + column];
                if (covered > LEAST) {
                    pixel = Canvas.over(pixel(line, covered), pixel);
                }
                if (pixel != 0) {
                    pixels[out + column] = Canvas.over(pixel, pixels[out + column]);
                }
            }
        }
    }

    private static int pixel(int color, float share) {
        if (share >= MOST) {
            return color;
        }
        return share < LEAST ? 0 : Canvas.scaled(color, (int) (share * 255 + 0.5f));
    }
}
