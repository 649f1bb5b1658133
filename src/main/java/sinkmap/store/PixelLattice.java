package sinkmap.store;

import java.awt.Rectangle;
import java.util.function.IntToDoubleFunction;
import sinkmap.catalog.Crs;

/**
 * Where the pixel centres of some rows of a window lie in a raster file: x to the east, y to the south, in pixels of one of
 * the file's levels, corner-anchored. Centres are transformed exactly on a lattice of every 16th pixel and interpolated
 * linearly between. Where that could be wrong by a hundredth of a pixel the lattice is made narrower, down to every pixel.
 */
final class PixelLattice {

    /** Widest distance between nodes, in pixels; a power of two. */
    static final int WIDEST = 16;

    /** How wrong an interpolated place may be, in pixels of the file's level. */
    static final double TOLERANCE_pixels = 0.01;

    /** Every so many nodes the lattice is checked; curvature changes slowly. */
    private static final int CHECK = 4;

    private final Window window;
    private final Window source;
    private final RasterFile.Level level;
    private final int first;
    private final int step;
    private final int nodesX;
    private final int nodesY;
    private final double[] xy;

    private PixelLattice(Window window, Window source, RasterFile.Level level, int first, int rows, int step) {
        this.window = window;
        this.source = source;
        this.level = level;
        this.first = first;
        this.step = step;
        this.nodesX = (window.columns() + step - 1) / step + 1;
        this.nodesY = (rows + step - 1) / step + 1;
        this.xy = places(nodesX * nodesY, i -> (double) (i % nodesX) * step, i -> (double) (i / nodesX) * step);
    }

    /**
     * The places of the pixels of some rows.
     *
     * @param source CRS, bounds and size of the file's full image
     * @param first the first of the rows
     */
    static PixelLattice of(Window window, Window source, RasterFile.Level level, int first, int rows) {
        for (int step = WIDEST; ; step /= 2) {
            PixelLattice lattice = new PixelLattice(window, source, level, first, rows, step);
            if (step == 1 || lattice.error_pixels() <= TOLERANCE_pixels) {
                return lattice;
            }
        }
    }

    /** Exact places of points by their column and row, which need not be whole; the row counts from the first. */
    private double[] places(int count, IntToDoubleFunction column, IntToDoubleFunction row) {
        double[] places = new double[2 * count];
        double pixelX = window.envelope().getWidth() / window.columns();
        double pixelY = window.envelope().getHeight() / window.rows();
        for (int i = 0; i < count; i++) {
            places[2 * i] = window.envelope().getMinX() + (column.applyAsDouble(i) + 0.5) * pixelX;
            places[2 * i + 1] = window.envelope().getMaxY() - (first + row.applyAsDouble(i) + 0.5) * pixelY;
        }
        Crs.of(source.crs()).transform(places, count, Crs.of(window.crs()));
        double perX =
                (double) source.columns() / level.factor() / source.envelope().getWidth();
        double perY =
                (double) source.rows() / level.factor() / source.envelope().getHeight();
        for (int i = 0; i < places.length; i += 2) {
            places[i] = (places[i] - source.envelope().getMinX()) * perX;
            places[i + 1] = (source.envelope().getMaxY() - places[i + 1]) * perY;
        }
        return places;
    }

    /**
     * An upper bound of what linear interpolation is wrong by between nodes, as far as second derivatives go: the deviation
     * halfway along the upper edge of a mesh plus that halfway along its left edge. Their signs may differ, so that in the
     * middle of the mesh they would hide each other.
     */
    double error_pixels() {
        int meshesX = (nodesX - 1 + CHECK - 1) / CHECK;
        int meshesY = (nodesY - 1 + CHECK - 1) / CHECK;
        int count = meshesX * meshesY;
        double half = step / 2.0;
        double[] across = places(
                count, i -> (double) (i % meshesX) * CHECK * step + half, i -> (double) (i / meshesX) * CHECK * step);
        double[] down = places(
                count, i -> (double) (i % meshesX) * CHECK * step, i -> (double) (i / meshesX) * CHECK * step + half);
        double worst = 0;
        for (int i = 0; i < count; i++) {
            int node = 2 * (i / meshesX * CHECK * nodesX + i % meshesX * CHECK);
            for (int axis = 0; axis <= 1; axis++) {
                double corner = xy[node + axis];
                double error = Math.abs(across[2 * i + axis] - (corner + xy[node + 2 + axis]) / 2)
                        + Math.abs(down[2 * i + axis] - (corner + xy[node + 2 * nodesX + axis]) / 2);
                // NaN, outside the domain of a projection, is not worse than anything
                if (error > worst) {
                    worst = error;
                }
            }
        }
        return worst;
    }

    /** Distance between nodes, in pixels of the window. */
    int step() {
        return step;
    }

    /** Places of all pixels of a row, counted from the first of the lattice. */
    void row(int row, double[] x, double[] y) {
        int node = 2 * (row / step * nodesX);
        double v = (double) (row % step) / step;
        for (int column = 0; column < x.length; column += step, node += 2) {
            int below = node + 2 * nodesX;
            double x0 = mix(xy[node], xy[below], v);
            double y0 = mix(xy[node + 1], xy[below + 1], v);
            double stepX = (mix(xy[node + 2], xy[below + 2], v) - x0) / step;
            double stepY = (mix(xy[node + 3], xy[below + 3], v) - y0) / step;
            int end = Math.min(step, x.length - column);
            x[column] = x0;
            y[column] = y0;
            for (int k = 1; k < end; k++) {
                x[column + k] = x0 + k * stepX;
                y[column + k] = y0 + k * stepY;
            }
        }
    }

    /** The second number counts for nothing where its share is zero, even when it is NaN. */
    private static double mix(double a, double b, double share) {
        return share == 0 ? a : a + (b - a) * share;
    }

    /** The part of the level that the pixels need, a pixel more on every side; empty when they miss the file. */
    Rectangle part() {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int node = 0; node < xy.length; node += 2) {
            if (!Double.isNaN(xy[node]) && !Double.isNaN(xy[node + 1])) {
                minX = Math.min(minX, xy[node]);
                maxX = Math.max(maxX, xy[node]);
                minY = Math.min(minY, xy[node + 1]);
                maxY = Math.max(maxY, xy[node + 1]);
            }
        }
        if (minX > maxX) {
            return new Rectangle();
        }
        int left = (int) Math.max(0, Math.floor(minX) - 1);
        int top = (int) Math.max(0, Math.floor(minY) - 1);
        int right = (int) Math.min(level.columns(), Math.ceil(maxX) + 1);
        int bottom = (int) Math.min(level.rows(), Math.ceil(maxY) + 1);
        return new Rectangle(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
