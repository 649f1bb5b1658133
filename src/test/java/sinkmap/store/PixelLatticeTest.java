package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;

/** Interpolated places against the exact transformation of every pixel centre. */
class PixelLatticeTest {

    /** Shandong with its seas in degrees, pixels of the size given. */
    private static Window degrees(double pixel) {
        return new Window(
                "EPSG:4490", new Envelope(114, 123, 33, 41), (int) Math.round(8 / pixel), (int) Math.round(9 / pixel));
    }

    private static PixelLattice lattice(Window window, Window source, int first, int rows) {
        return PixelLattice.of(
                window, source, new RasterFile.Level(0, source.rows(), source.columns(), 1), first, rows);
    }

    /** The largest distance from the exact places, in pixels of the source. */
    private static double worst(PixelLattice lattice, Window window, Window source, int first, int rows) {
        double worst = 0;
        double[] x = new double[window.columns()];
        double[] y = new double[window.columns()];
        double width = window.envelope().getWidth() / window.columns();
        double height = window.envelope().getHeight() / window.rows();
        double scaleX = source.columns() / source.envelope().getWidth();
        double scaleY = source.rows() / source.envelope().getHeight();
        for (int row = 0; row < rows; row++) {
            lattice.row(row, x, y);
            for (int column = 0; column < window.columns(); column++) {
                double[] exact = {
                    window.envelope().getMinX() + (column + 0.5) * width,
                    window.envelope().getMaxY() - (first + row + 0.5) * height
                };
                Crs.of(source.crs()).transform(exact, 1, Crs.of(window.crs()));
                worst = Math.max(worst, Math.abs((exact[0] - source.envelope().getMinX()) * scaleX - x[column]));
                worst = Math.max(worst, Math.abs((source.envelope().getMaxY() - exact[1]) * scaleY - y[column]));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({
        // cell size of the window, pixel of the source in degrees, distance of nodes
        "100,  0.01,   16",
        "30,   0.0003, 16",
        "1000, 0.01,   16",
        "2500, 0.001,  2"
    })
    void placesAreRightToAHundredthOfAPixel(double cell, double pixel, int step) {
        Window window = new Window(
                RasterStoreContract.ALBERS,
                new Envelope(-300_000, -300_000 + 230 * cell, 100_000 - 50 * cell, 100_000),
                50,
                230);
        Window source = degrees(pixel);
        PixelLattice lattice = lattice(window, source, 16, 30);

        assertThat(worst(lattice, window, source, 16, 30)).isLessThan(PixelLattice.TOLERANCE_pixels);
        assertThat(lattice.step()).isEqualTo(step);
    }

    @Test
    void aLatticeIsMadeNarrowerWhereTheMapBends() {
        // a world map in Web Mercator at 150 km a pixel, of degrees at 0.1
        Window window = new Window("EPSG:3857", new Envelope(-19e6, 19e6, -15e6, 15e6), 200, 253);
        Window source = new Window("EPSG:4326", new Envelope(-180, 180, -90, 90), 1800, 3600);
        PixelLattice lattice = lattice(window, source, 0, 100);

        assertThat(lattice.step()).isLessThan(PixelLattice.WIDEST);
        assertThat(worst(lattice, window, source, 0, 100)).isLessThan(PixelLattice.TOLERANCE_pixels);
    }
}
