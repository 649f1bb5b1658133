package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static sinkmap.ingest.Loading.DEPTH;
import static sinkmap.ingest.Loading.MARSH;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.catalog.Crs;
import sinkmap.catalog.RasterLayer;
import sinkmap.ingest.LoadReport.Issue;

class GeoTiffLoadTest {

    private static final float NAN = Float.NaN;

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    /** A raster of 1,000 m cells whose upper left corner lies at 118.5 E, 37.25 N, in UTM zone 50. */
    private Path geotiff(String name, Double nodata, float[][] rows) throws IOException {
        double west = 633_030;
        double north = 4_123_660;
        ReferencedEnvelope bounds = new ReferencedEnvelope(
                west,
                west + 1000 * rows[0].length,
                north - 1000 * rows.length,
                north,
                Crs.of("EPSG:32650").geotools());
        GridCoverageFactory factory = new GridCoverageFactory();
        GridCoverage2D coverage = factory.create("test", rows, bounds);
        if (nodata != null) {
            Map<String, Object> properties = new HashMap<>();
            CoverageUtilities.setNoDataProperty(properties, nodata);
            coverage = factory.create("test", coverage.getRenderedImage(), bounds, null, null, properties);
        }
        File file = folder.resolve(name).toFile();
        GeoTiffWriter writer = new GeoTiffWriter(file);
        writer.write(coverage, null);
        writer.dispose();
        return file.toPath();
    }

    private static float[] values(Path geotiff) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(geotiff.toFile());
        try {
            var image = reader.read(null).getRenderedImage();
            return image.getData().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (float[]) null);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void handsAPlausibleRasterOfAnotherCrsOnAsItIs() throws IOException {
        Path file = geotiff("depth.tif", -9999.0, new float[][] {{1, 2, NAN}, {4, -9999, 60}});

        LoadReport report = to.load(DEPTH, file);

        verify(to.rasters).replace(DEPTH, file);
        assertThat(report.crs()).isEqualTo("EPSG:32650");
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.rejected()).isZero();
        assertThat(to.records.get(0).layer()).isEqualTo("depth");
    }

    @Test
    void turnsImplausibleValuesIntoNodataAndCountsThem() throws IOException {
        Path file = geotiff("depth.tif", null, new float[][] {{1, -2, 3}, {4, 5000, NAN}});
        float[][] seen = new float[1][];
        doAnswer(call -> seen[0] = values(call.getArgument(1)))
                .when(to.rasters)
                .replace(any(RasterLayer.class), any(Path.class));

        LoadReport report = to.load(DEPTH, file);

        assertThat(seen[0]).containsExactly(1, NAN, 3, 4, NAN, NAN);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.counts()).containsEntry("value-range", 2L);
    }

    @Test
    void refusesARasterWithoutAnyUsableValue() throws IOException {
        Path file = geotiff("empty.tif", -9999.0, new float[][] {{-9999, NAN, -1}, {NAN, NAN, NAN}});

        assertThatThrownBy(() -> to.load(DEPTH, file))
                .hasMessageContaining("empty.tif has no cell with a value that layer depth allows, 0.0 to 200.0")
                .hasMessageContaining("1 cells hold other values");
        verify(to.rasters, never()).replace(any(), any(Path.class));
    }

    @Test
    void refusesAGeoTiffThatIsCutOff() throws IOException {
        float[][] rows = new float[300][200];
        for (float[] row : rows) {
            Arrays.fill(row, 7);
        }
        Path file = geotiff("cut.tif", null, rows);
        byte[] whole = Files.readAllBytes(file);
        for (int part = 1; part < 10; part++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * part / 10));
            assertThatThrownBy(() -> to.load(DEPTH, file))
                    .isInstanceOf(IngestException.class)
                    .hasMessageContaining("cut.tif");
        }
        verify(to.rasters, never()).replace(any(), any(Path.class));
    }

    @Test
    void survivesDamageInItsDirectory() throws IOException {
        Path file = geotiff("damaged.tif", null, new float[][] {{1, 2, 3}, {4, 5, 6}});
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            damaged[8 + random.nextInt(whole.length - 8)] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            try {
                to.load(DEPTH, file);
            } catch (IngestException e) {
                assertThat(e.getMessage()).contains("damaged.tif");
            }
        }
    }

    @Test
    void refusesATiffThatStatesNoPlaceOrNoCrs() throws IOException {
        Path file = folder.resolve("photo.tif");
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY), "tiff", file.toFile());

        assertThatThrownBy(() -> to.load(DEPTH, file))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("photo.tif");
    }

    @Test
    void refusesARasterForFeaturesAndRastersThatWouldBeAppended() throws IOException {
        Path file = geotiff("depth.tif", null, new float[][] {{1, 2, 3}});

        assertThatThrownBy(() -> to.load(MARSH, file)).hasMessageContaining("is a raster, but layer salt-marsh");
        assertThatThrownBy(() -> to.load(DEPTH, file, LoadOptions.append())).hasMessageContaining("mode replace");
    }

    @Test
    void reportsNoIssueByCell() throws IOException {
        LoadReport report = to.load(DEPTH, geotiff("depth.tif", null, new float[][] {{1, -2, 3}}));

        assertThat(report.issues()).extracting(Issue::kind).isEmpty();
    }
}
