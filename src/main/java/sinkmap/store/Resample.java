package sinkmap.store;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Arrays;
import sinkmap.catalog.Crs;
import sinkmap.catalog.Interpolation;

/**
 * Reads a raster file at the pixel centres of a window in any CRS. Centres are transformed exactly on a lattice of every
 * 16th pixel and interpolated linearly between; over 16 pixels the curvature of a map projection stays far below a pixel.
 * Bilinear values leave out neighbours without data and renormalise; where the nearest cell has no data there is none.
 */
final class Resample {

    private static final int LATTICE = 16;
    /** Rows read at a time, a multiple of the lattice. */
    private static final int STRIP = 256;

    private final RasterFile file;
    private final RasterFile.Level level;
    private final Window window;
    private final boolean bilinear;
    private final float[] values;

    private Resample(RasterFile file, RasterFile.Level level, Window window, boolean bilinear) {
        this.file = file;
        this.level = level;
        this.window = window;
        this.bilinear = bilinear;
        this.values = new float[Math.multiplyExact(window.rows(), window.columns())];
    }

    /**
     * Reads a window.
     *
     * @param full whether to read at full resolution even where the window's pixels are larger
     * @return rows x columns, row 0 in the north; NaN outside the file and where it has no data
     */
    static float[] read(RasterFile file, Window window, Interpolation interpolation, boolean full) throws IOException {
        RasterFile.Level level = full ? file.full() : file.level(pixel(file, window));
        Resample resample = new Resample(file, level, window, interpolation == Interpolation.BILINEAR);
        for (int row = 0; row < window.rows(); row += STRIP) {
            resample.strip(row, Math.min(STRIP, window.rows() - row));
        }
        return resample.values;
    }

    /** Size of a pixel of the window in the file's CRS. */
    private static double pixel(RasterFile file, Window window) {
        Crs from = Crs.of(window.crs());
        Crs to = Crs.of(file.window().crs());
        return window.envelope().getWidth() / window.columns() * from.metresPerUnit() / to.metresPerUnit();
    }

    private void strip(int first, int rows) throws IOException {
        Lattice lattice = new Lattice(first, rows);
        Rectangle part = lattice.part();
        int from = first * window.columns();
        if (part.isEmpty()) {
            Arrays.fill(values, from, from + rows * window.columns(), Float.NaN);
            return;
        }
        float[] source = file.read(level, part);
        double[] at = new double[2];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < window.columns(); column++) {
                lattice.at(row, column, at);
                values[from + row * window.columns() + column] =
                        bilinear ? bilinear(source, part, at[0], at[1]) : nearest(source, part, at[0], at[1]);
            }
        }
    }

    private static float nearest(float[] source, Rectangle part, double x, double y) {
        double column = Math.floor(x) - part.x;
        double row = Math.floor(y) - part.y;
        // written so that NaN falls out too
        if (!(column >= 0 && row >= 0 && column < part.width && row < part.height)) {
            return Float.NaN;
        }
        return source[(int) row * part.width + (int) column];
    }

    private static float bilinear(float[] source, Rectangle part, double x, double y) {
        float centre = nearest(source, part, x, y);
        if (Float.isNaN(centre)) {
            return Float.NaN;
        }
        double left = Math.floor(x - 0.5);
        double top = Math.floor(y - 0.5);
        double right = x - 0.5 - left;
        double below = y - 0.5 - top;
        double sum = 0;
        double weights = 0;
        for (int dy = 0; dy <= 1; dy++) {
            for (int dx = 0; dx <= 1; dx++) {
                double weight = (dx == 0 ? 1 - right : right) * (dy == 0 ? 1 - below : below);
                float value = weight == 0 ? Float.NaN : nearest(source, part, left + dx, top + dy);
                if (!Float.isNaN(value)) {
                    sum += weight * value;
                    weights += weight;
                }
            }
        }
        return weights == 0 ? centre : (float) (sum / weights);
    }

    /** Pixel coordinates in the level for a strip of the window: x to the east, y to the south, corner-anchored. */
    private final class Lattice {

        private final int nodesX;
        private final double[] xy;

        Lattice(int first, int rows) {
            this.nodesX = (window.columns() + LATTICE - 1) / LATTICE + 1;
            int nodesY = (rows + LATTICE - 1) / LATTICE + 1;
            this.xy = new double[2 * nodesX * nodesY];
            double pixelX = window.envelope().getWidth() / window.columns();
            double pixelY = window.envelope().getHeight() / window.rows();
            for (int j = 0; j < nodesY; j++) {
                for (int i = 0; i < nodesX; i++) {
                    int node = 2 * (j * nodesX + i);
                    xy[node] = window.envelope().getMinX() + (i * LATTICE + 0.5) * pixelX;
                    xy[node + 1] = window.envelope().getMaxY() - (first + j * LATTICE + 0.5) * pixelY;
                }
            }
            Window source = file.window();
            Crs.of(source.crs()).transform(xy, xy.length / 2, Crs.of(window.crs()));
            double perX = (double) source.columns()
                    / level.factor()
                    / source.envelope().getWidth();
            double perY =
                    (double) source.rows() / level.factor() / source.envelope().getHeight();
            for (int node = 0; node < xy.length; node += 2) {
                xy[node] = (xy[node] - source.envelope().getMinX()) * perX;
                xy[node + 1] = (source.envelope().getMaxY() - xy[node + 1]) * perY;
            }
        }

        void at(int row, int column, double[] at) {
            int node = 2 * (row / LATTICE * nodesX + column / LATTICE);
            double u = (double) (column % LATTICE) / LATTICE;
            double v = (double) (row % LATTICE) / LATTICE;
            int below = node + 2 * nodesX;
            at[0] = mix(mix(xy[node], xy[node + 2], u), mix(xy[below], xy[below + 2], u), v);
            at[1] = mix(mix(xy[node + 1], xy[node + 3], u), mix(xy[below + 1], xy[below + 3], u), v);
        }

        /** The part of the level that the strip needs, a pixel more on every side; empty when it misses the file. */
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

    private static double mix(double a, double b, double share) {
        return share == 0 ? a : a + (b - a) * share;
    }
}
