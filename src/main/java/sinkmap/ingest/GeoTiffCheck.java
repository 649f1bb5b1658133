package sinkmap.ingest;

import it.geosolutions.jaiext.range.NoDataContainer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geotools.api.geometry.Bounds;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.grid.SinkmapException;

/**
 * Looks through a GeoTIFF, tile by tile: whether it has one band, states its CRS and lies in the region, and how many of
 * its cells hold data that the band may hold.
 */
final class GeoTiffCheck implements AutoCloseable {

    private final SourceFile file;
    private final RasterLayer layer;
    private final RasterValues values;
    private final GeoTiffReader reader;
    private final GridCoverage2D coverage;
    private final Crs crs;
    private final double nodata;
    private long outOfRange;
    private Path cleaned;

    GeoTiffCheck(SourceFile file, RasterLayer layer, Region region) {
        this.file = file;
        this.layer = layer;
        this.values = RasterValues.of(layer.band());
        TiffLayout.check(file);
        try {
            reader = new GeoTiffReader(file.path().toFile());
            coverage = reader.read(null);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
        NoDataContainer declared = CoverageUtilities.getNoDataProperty(coverage);
        nodata = declared == null ? Double.NaN : declared.getAsSingleValue();
        crs = readCrs();
        checkBands();
        checkPlace(region);
    }

    private Crs readCrs() {
        CoordinateReferenceSystem stated = coverage.getCoordinateReferenceSystem2D();
        try {
            return Crs.of(stated);
        } catch (SinkmapException | NullPointerException e) {
            throw new IngestException(
                    file.name() + " does not state a usable coordinate reference system"
                            + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
                            + "; write one into it, for example with gdal_edit.py -a_srs EPSG:4490",
                    e);
        }
    }

    private void checkBands() {
        int bands = coverage.getNumSampleDimensions();
        if (bands != 1) {
            throw new IngestException(file.name() + " has " + bands + " bands, layer " + layer.id()
                    + " one; take the right one out, for example with gdal_translate -b 1");
        }
    }

    private void checkPlace(Region region) {
        Bounds bounds = coverage.getEnvelope();
        Envelope envelope =
                new Envelope(bounds.getMinimum(0), bounds.getMaximum(0), bounds.getMinimum(1), bounds.getMaximum(1));
        String fault = new Place(region, crs, 0).fault(envelope);
        if (fault != null) {
            throw new IngestException(file.name() + " " + fault);
        }
    }

    /** Definition of the CRS that the file states. */
    String crs() {
        return crs.definition();
    }

    /** Counts cells, those with data and those whose value the band may not hold. */
    Findings count(Ticker ticker) {
        RenderedImage image = coverage.getRenderedImage();
        Findings findings = new Findings(0);
        long data = 0;
        try {
            int tiles = image.getNumXTiles() * image.getNumYTiles();
            for (int i = 0; i < tiles; i++) {
                int x = image.getMinTileX() + i % image.getNumXTiles();
                int y = image.getMinTileY() + i / image.getNumXTiles();
                data += count(image, image.getTile(x, y));
                ticker.at((i + 1.0) / tiles);
            }
        } catch (java.util.concurrent.CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
        findings.cells((long) image.getWidth() * image.getHeight(), data, outOfRange);
        findings.count(values.codes().isEmpty() ? "value-range" : "value-class", outOfRange);
        if (data == 0) {
            throw new IngestException(file.name() + " has no cell with a value that layer " + layer.id() + " allows, "
                    + values.words() + " (" + outOfRange + " cells hold other values, the rest is nodata)");
        }
        return findings;
    }

    private long count(RenderedImage image, Raster tile) {
        int maxX = Math.min(tile.getMinX() + tile.getWidth(), image.getMinX() + image.getWidth());
        int maxY = Math.min(tile.getMinY() + tile.getHeight(), image.getMinY() + image.getHeight());
        int width = maxX - tile.getMinX();
        float[] row = new float[width];
        long data = 0;
        for (int y = tile.getMinY(); y < maxY; y++) {
            tile.getSamples(tile.getMinX(), y, width, 1, 0, row);
            for (float value : row) {
                if (!empty(value)) {
                    boolean plausible = values.plausible(value);
                    data += plausible ? 1 : 0;
                    outOfRange += plausible ? 0 : 1;
                }
            }
        }
        return data;
    }

    private boolean empty(float value) {
        return Float.isNaN(value) || value == (float) nodata;
    }

    /** The file, or a copy of it in which values that the band may not hold are nodata. */
    Path plausible() {
        if (outOfRange == 0) {
            return file.path();
        }
        try {
            cleaned = Files.createTempFile("sinkmap-raster", ".tif");
            RenderedImage image =
                    new CleanedImage(coverage.getRenderedImage(), value -> !empty(value) && values.plausible(value));
            GridCoverage2D copy = new GridCoverageFactory().create(layer.id(), image, coverage.getEnvelope());
            GeoTiffWriter writer = new GeoTiffWriter(cleaned.toFile());
            writer.write(copy, null);
            writer.dispose();
            return cleaned;
        } catch (IOException e) {
            throw new IngestException(
                    file.name() + ": no copy without the implausible values could be written: " + e.getMessage(), e);
        }
    }

    private IngestException damaged(Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new IngestException(file.name() + " is not a sound GeoTIFF (cut off or damaged?): " + reason, e);
    }

    @Override
    public void close() {
        coverage.dispose(true);
        reader.dispose();
        if (cleaned != null) {
            try {
                Files.deleteIfExists(cleaned);
            } catch (IOException e) {
                cleaned.toFile().deleteOnExit();
            }
        }
    }
}
