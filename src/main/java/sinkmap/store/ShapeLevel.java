package sinkmap.store;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;

/**
 * The features of a layer in memory, in the CRS of a map, generalised for pictures whose pixels are as large as the
 * resolution or up to twice that. Shapes keep the order of the features. What no picture of that size can show is left out:
 * bends within a fifth of the resolution, holes within half of it. An area whose bounds are smaller than the resolution is
 * a {@link Kind#DOT}, of which only the bounds are kept. Immutable.
 */
public final class ShapeLevel {

    /** Steps of the stored coordinates in a length of the resolution. */
    static final int STEPS = 16;

    private static final int MOST_KEPT = 32;

    /** What a shape is. */
    public enum Kind {
        /** An area smaller than a pixel. */
        DOT,
        POINT,
        LINE,
        AREA
    }

    private final Crs crs;
    private final double resolution;
    private final double originX;
    private final double originY;
    private final ShapeArrays arrays;
    private final ShapeIndex index;
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    ShapeLevel(Crs crs, double resolution, double originX, double originY, ShapeArrays arrays) {
        this.crs = crs;
        this.resolution = resolution;
        this.originX = originX;
        this.originY = originY;
        this.arrays = arrays;
        this.index = new ShapeIndex(arrays);
    }

    /**
     * Generalises features.
     *
     * @param features features in paint order; those without geometry, or without an image in the map's CRS, are left out
     * @param from CRS of the features
     * @param crs CRS of the map
     * @param resolution smallest size of a pixel, in units of the map's CRS
     */
    public static ShapeLevel of(Iterator<Feature> features, Crs from, Crs crs, double resolution) {
        ShapeBuilder builder = new ShapeBuilder(from, crs, resolution, Long.MAX_VALUE);
        features.forEachRemaining(builder::add);
        return builder.level();
    }

    public Crs crs() {
        return crs;
    }

    /** Smallest size of a pixel that it is made for, in units of the CRS. */
    public double resolution() {
        return resolution;
    }

    /** Number of shapes. */
    public int size() {
        return arrays.size();
    }

    /** Attributes of a shape's feature. */
    public Map<String, Object> attributes(int shape) {
        return arrays.attributes(shape);
    }

    public Kind kind(int shape) {
        return arrays.kind(shape);
    }

    /** Shapes whose bounds meet an envelope, in paint order. */
    public int[] find(Envelope envelope) {
        return index.find(
                steps(envelope.getMinX() - originX),
                steps(envelope.getMinY() - originY),
                steps(envelope.getMaxX() - originX),
                steps(envelope.getMaxY() - originY));
    }

    private double steps(double length) {
        return length / resolution * STEPS;
    }

    /** Writes the bounds of a shape in units of the CRS: least x, least y, greatest x, greatest y. */
    public void box(int shape, double[] into) {
        double unit = resolution / STEPS;
        into[0] = originX + arrays.minX(shape) * unit;
        into[1] = originY + arrays.minY(shape) * unit;
        into[2] = originX + arrays.maxX(shape) * unit;
        into[3] = originY + arrays.maxY(shape) * unit;
    }

    /** Share of a shape's bounds that an area covers, 0 to 1; 0 for points and lines. */
    public double solidity(int shape) {
        return arrays.solidity(shape);
    }

    /** Number of the first part of a shape; the first of the next shape ends it. Parts of areas are rings, closed. */
    public int firstPart(int shape) {
        return arrays.firstPart(shape);
    }

    /** Number of points of a part. */
    public int points(int part) {
        return arrays.points(part);
    }

    /**
     * Writes the points of a part as pixels: x0, y0, x1, y1, ...
     *
     * @param scaleX pixels in a unit of the CRS, to the right
     * @param scaleY pixels in a unit of the CRS, downward
     * @param west x of the left edge of the picture
     * @param north y of its upper edge
     */
    public void pixels(int part, double scaleX, double scaleY, double west, double north, double[] into) {
        double unit = resolution / STEPS;
        double stepX = unit * scaleX;
        double stepY = -unit * scaleY;
        double shiftX = (originX - west) * scaleX;
        double shiftY = (north - originY) * scaleY;
        int from = arrays.firstPoint(part);
        int count = arrays.points(part);
        int[] xy = arrays.xy();
        for (int i = 0, at = 2 * from; i < 2 * count; i += 2, at += 2) {
            into[i] = xy[at] * stepX + shiftX;
            into[i + 1] = xy[at + 1] * stepY + shiftY;
        }
    }

    /** A shape as a geometry in the CRS; a dot as its bounds. Rings that turn like the first one are areas, others holes. */
    public Geometry geometry(int shape) {
        return new ShapeGeometry(this).of(shape);
    }

    /** What somebody has worked out of this level, made once; a few things at most are kept. */
    @SuppressWarnings("unchecked")
    public <T> T keep(Object key, Function<ShapeLevel, T> make) {
        Object known = kept.get(key);
        if (known == null) {
            known = make.apply(this);
            if (kept.size() < MOST_KEPT) {
                kept.put(key, known);
            }
        }
        return (T) known;
    }

    /** Roughly what it takes in memory. */
    long bytes() {
        return arrays.bytes() + index.bytes();
    }
}
