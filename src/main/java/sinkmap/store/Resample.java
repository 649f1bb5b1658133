package sinkmap.store;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import sinkmap.catalog.Crs;
import sinkmap.catalog.Interpolation;

/**
 * Reads a raster file at the pixel centres of a window in any CRS, strip by strip on all cores. Bilinear values leave out
 * neighbours without data and renormalise; where the nearest cell has no data there is none.
 */
final class Resample {

    /** Rows read at a time, a multiple of the lattice's steps. */
    private static final int STRIP = 256;

    private final RasterFile file;
    private final RasterFile.Level level;
    private final Window window;
    private final boolean bilinear;
    private final MapTiles tiles;
    private final float[] values;

    private Resample(RasterFile file, RasterFile.Level level, Window window, boolean bilinear, MapTiles tiles) {
        this.tiles = tiles;
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
     * @param tiles where pieces of the file are kept for the next time; null to keep none
     * @return rows x columns, row 0 in the north; NaN outside the file and where it has no data
     */
    static float[] read(RasterFile file, Window window, Interpolation interpolation, boolean full, MapTiles tiles)
            throws IOException {
        RasterFile.Level level = full ? file.full() : file.level(pixel(file, window));
        Resample resample = new Resample(file, level, window, interpolation == Interpolation.BILINEAR, tiles);
        int strips = (window.rows() + STRIP - 1) / STRIP;
        try {
            IntStream.range(0, strips).parallel().forEach(resample::strip);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return resample.values;
    }

    /** Size of a pixel of the window in the file's CRS. */
    private static double pixel(RasterFile file, Window window) {
        Crs from = Crs.of(window.crs());
        Crs to = Crs.of(file.window().crs());
        return window.envelope().getWidth() / window.columns() * from.metresPerUnit() / to.metresPerUnit();
    }

    private void strip(int number) {
        int first = number * STRIP;
        int rows = Math.min(STRIP, window.rows() - first);
        PixelLattice lattice = PixelLattice.of(window, file.window(), level, first, rows);
        Rectangle part = lattice.part();
        int columns = window.columns();
        if (part.isEmpty()) {
            Arrays.fill(values, first * columns, (first + rows) * columns, Float.NaN);
            return;
        }
        float[] source;
        try {
            source = tiles == null ? file.read(level, part) : tiles.read(file, level, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[] x = new double[columns];
        double[] y = new double[columns];
        for (int row = 0; row < rows; row++) {
            lattice.row(row, x, y);
            int from = (first + row) * columns;
            for (int column = 0; column < columns; column++) {
                values[from + column] = bilinear
                        ? bilinear(source, part, x[column], y[column])
                        : nearest(source, part, x[column], y[column]);
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
        double left = x - 0.5 - part.x;
        double top = y - 0.5 - part.y;
        if (left >= 0 && top >= 0 && left < part.width - 1 && top < part.height - 1) {
            int column = (int) left;
            int row = (int) top;
            int corner = row * part.width + column;
            double right = left - column;
            double upper = source[corner] + right * ((double) source[corner + 1] - source[corner]);
            int below = corner + part.width;
            double lower = source[below] + right * ((double) source[below + 1] - source[below]);
            float value = (float) (upper + (top - row) * (lower - upper));
            if (!Float.isNaN(value)) {
                return value;
            }
        }
        return weighted(source, part, x, y);
    }

    /** The mean of those of the four neighbours that hold data, by their weight. */
    private static float weighted(float[] source, Rectangle part, double x, double y) {
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
}
