package sinkmap.store;

import it.geosolutions.jaiext.range.NoDataContainer;
import java.awt.Rectangle;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.geotools.api.geometry.Bounds;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;

/** A GeoTIFF that somebody brings, of any CRS, number type and layout, read in bands of rows. */
final class GeoTiffSource implements AutoCloseable {

    /** Values read at a time, as far as the rows of a tile allow. */
    private static final int MOST_values = 1 << 22;

    private final GeoTiffReader reader;
    private final GridCoverage2D coverage;
    private final RenderedImage image;

    GeoTiffSource(Path file) throws IOException {
        this.reader = new GeoTiffReader(file.toFile());
        this.coverage = reader.read(null);
        this.image = coverage.getRenderedImage();
    }

    /** CRS, bounds and size. */
    Window window() {
        Bounds bounds = coverage.getEnvelope();
        return new Window(
                Crs.of(coverage.getCoordinateReferenceSystem2D()).definition(),
                new Envelope(bounds.getMinimum(0), bounds.getMaximum(0), bounds.getMinimum(1), bounds.getMaximum(1)),
                image.getHeight(),
                image.getWidth());
    }

    /** Copies all values; what the file declares as nodata and what is infinite becomes NaN. */
    void copyTo(RasterWriter writer) {
        NoDataContainer declared = CoverageUtilities.getNoDataProperty(coverage);
        float nodata = declared == null ? Float.NaN : (float) declared.getAsSingleValue();
        int columns = image.getWidth();
        int band = Math.max(1, MOST_values / columns);
        for (int row = 0; row < image.getHeight(); row += band) {
            int rows = Math.min(band, image.getHeight() - row);
            Rectangle part = new Rectangle(image.getMinX(), image.getMinY() + row, columns, rows);
            float[] values = image.getData(part).getSamples(part.x, part.y, part.width, part.height, 0, (float[]) null);
            dropNodata(values, nodata);
            writer.write(values, row, 0, rows, columns);
        }
    }

    private static void dropNodata(float[] values, float nodata) {
        for (int cell = 0; cell < values.length; cell++) {
            if (values[cell] == nodata || Float.isInfinite(values[cell])) {
                values[cell] = Float.NaN;
            }
        }
    }

    @Override
    public void close() {
        coverage.dispose(true);
        reader.dispose();
    }
}
