package sinkmap.ogc.style;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import sinkmap.catalog.Crs;

/**
 * A map picture: which part of the world it shows, and how large. Pixels are counted from the upper left corner of the
 * picture, x to the right, y downward; pixel centres are at halves. Pixels need not be square.
 *
 * @param crs CRS of the map
 * @param bounds bounds of the picture in that CRS, x = east
 * @param width width, in pixels
 * @param height height, in pixels
 * @param ratio pixels of the picture in a pixel of 0.28 mm, by which symbols grow: 2 for a display or print of about 181 dpi
 */
public record Screen(Crs crs, Envelope bounds, int width, int height, double ratio) {

    /** Side of a standard pixel, in metres (OGC 06-042, 7.2.4.6.9). */
    private static final double PIXEL_M = 0.00028;

    /** A picture with pixels of 0.28 mm. */
    public Screen(Crs crs, Envelope bounds, int width, int height) {
        this(crs, bounds, width, height, 1);
    }

    /** Scale denominator, from the width of a pixel. */
    public double scaleDenominator() {
        return bounds.getWidth() / width * crs.metresPerUnit() / PIXEL_M * ratio;
    }

    /** How large symbols become. */
    SymbolScale symbolScale() {
        return new SymbolScale(
                ratio,
                1 / (scaleDenominator() * PIXEL_M) * ratio,
                -bounds.getMinX() / bounds.getWidth() * width,
                bounds.getMaxY() / bounds.getHeight() * height);
    }

    /** Bounds in the map's CRS with a margin in pixels. */
    public Envelope boundsWithMargin(double pixels) {
        Envelope wide = new Envelope(bounds);
        wide.expandBy(pixels * bounds.getWidth() / width, pixels * bounds.getHeight() / height);
        return wide;
    }

    /** Bounds of a rectangle around a pixel position, in the map's CRS. */
    public Envelope around(double x, double y, double pixels) {
        double stepX = bounds.getWidth() / width;
        double stepY = bounds.getHeight() / height;
        Envelope point = new Envelope(new Coordinate(bounds.getMinX() + x * stepX, bounds.getMaxY() - y * stepY));
        point.expandBy(pixels * stepX, pixels * stepY);
        return point;
    }

    /** Turns points of a CRS into pixels, in place: x0, y0, x1, y1, ... NaN where a point has no image. */
    public void toPixels(double[] xy, int count, Crs from) {
        crs.transform(xy, count, from);
        double scaleX = width / bounds.getWidth();
        double scaleY = height / bounds.getHeight();
        for (int i = 0; i < 2 * count; i += 2) {
            xy[i] = (xy[i] - bounds.getMinX()) * scaleX;
            xy[i + 1] = (bounds.getMaxY() - xy[i + 1]) * scaleY;
        }
    }

    /** A copy of a geometry in pixels. */
    public Geometry toPixels(Geometry geometry, Crs from) {
        Geometry copy = geometry.copy();
        copy.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString line) {
                toPixels(line.getCoordinateSequence(), from);
            } else if (part instanceof Point point) {
                toPixels(point.getCoordinateSequence(), from);
            }
        });
        copy.geometryChanged();
        return copy;
    }

    private void toPixels(CoordinateSequence sequence, Crs from) {
        double[] xy = numbers(sequence);
        toPixels(xy, sequence.size(), from);
        for (int i = 0; i < sequence.size(); i++) {
            sequence.setOrdinate(i, 0, xy[2 * i]);
            sequence.setOrdinate(i, 1, xy[2 * i + 1]);
        }
    }

    static double[] numbers(CoordinateSequence sequence) {
        double[] xy = new double[2 * sequence.size()];
        for (int i = 0; i < sequence.size(); i++) {
            xy[2 * i] = sequence.getX(i);
            xy[2 * i + 1] = sequence.getY(i);
        }
        return xy;
    }
}
