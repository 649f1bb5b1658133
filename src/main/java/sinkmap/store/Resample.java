package sinkmap.store;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import sinkmap.catalog.Crs;
import sinkmap.catalog.Interpolation;

/** Reads a raster file at the pixel centres of a window in any CRS, strip by strip on all cores. */
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
        RasterPart source;
        try {
            source = tiles == null ? RasterPart.of(part, file.read(level, part)) : tiles.read(file, level, part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[] x = new double[columns];
        double[] y = new double[columns];
        for (int row = 0; row < rows; row++) {
            lattice.row(row, x, y);
            int from = (first + row) * columns;
            for (int column = 0; column < columns; column++) {
                values[from + column] =
                        bilinear ? source.bilinear(x[column], y[column]) : source.nearest(x[column], y[column]);
            }
        }
    }
}
