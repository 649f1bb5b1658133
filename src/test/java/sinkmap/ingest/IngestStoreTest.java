package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static sinkmap.ingest.Loading.DEPTH;
import static sinkmap.ingest.Loading.MARSH;
import static sinkmap.ingest.Loading.PORT;
import static sinkmap.ingest.Loading.write;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.LoadRecord;
import sinkmap.store.Progress;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import sinkmap.store.Window;

/** Loads into the embedded database: what is there after a load, and that nothing changes after a failure. */
class IngestStoreTest {

    private static final String PORTS = "code,lon,lat,name_zh\nA,119,37,东营港\nB,120.5,36,青岛港\n";

    @TempDir
    private Path folder;

    private Store store;
    private Ingest ingest;

    @BeforeEach
    void open() {
        Catalog catalog = new Catalog(folder, folder, Loading.region(), List.of(MARSH, PORT, DEPTH), List.of());
        store = Store.open(StoreSettings.embedded(folder.resolve("data")), catalog);
        ingest = new Ingest(catalog, store.features(), store.rasters(), store.loads(), IngestSettings.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Object> codes() {
        List<Object> codes = new ArrayList<>();
        try (FeatureCursor cursor = store.features().open(FeatureQuery.of(PORT))) {
            cursor.forEachRemaining(f -> codes.add(f.attributes().get("code")));
        }
        return codes;
    }

    private LoadReport load(String name, String content, LoadOptions options) throws IOException {
        return ingest.load(PORT, write(folder, name, content), options, Progress.NONE);
    }

    @Test
    void replacesOrAppendsAsAsked() throws IOException {
        load("ports.csv", PORTS, LoadOptions.replace());
        load("more.csv", "code,lon,lat\nC,121,37\n", LoadOptions.append());
        assertThat(codes()).containsExactly("A", "B", "C");
        assertThat(store.loads().listCurrent("port"))
                .extracting(LoadRecord::file)
                .containsExactly("ports.csv", "more.csv");

        load("again.csv", PORTS, LoadOptions.replace());
        assertThat(codes()).containsExactly("A", "B");
        assertThat(store.loads().listCurrent("port"))
                .extracting(LoadRecord::file)
                .containsExactly("again.csv");
    }

    @Test
    void staysAsItWasAfterEveryKindOfFailure() throws IOException {
        load("ports.csv", PORTS, LoadOptions.replace());
        String feature = "{\"type\":\"Feature\",\"properties\":{\"code\":\"Z\"},\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[119,37]}}";

        for (LoadOptions options : new LoadOptions[] {LoadOptions.replace(), LoadOptions.append()}) {
            for (String content : new String[] {
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "," + feature.substring(0, 70),
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature.replace("119,37", "37,119") + "]}",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "",
                "<html><body>Not found</body></html>"
            }) {
                assertThatThrownBy(() -> load("bad.geojson", content, options)).isInstanceOf(IngestException.class);
            }
        }

        assertThat(codes()).containsExactly("A", "B");
        assertThat(store.loads().listCurrent("port")).hasSize(1);
    }

    @Test
    void staysAsItWasWhenTheLoadIsCancelled() throws IOException {
        load("ports.csv", PORTS, LoadOptions.replace());
        Path file = write(folder, "other.csv", "code,lon,lat\nC,121,37\n");

        assertThatThrownBy(() -> ingest.load(PORT, file, LoadOptions.replace(), (stage, share) -> {
                    if (stage.startsWith("storing")) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(codes()).containsExactly("A", "B");
    }

    @Test
    void storesARasterOfAnotherCrsWithNodataAndNan() throws IOException {
        float[][] depths = new float[40][60];
        for (int row = 0; row < depths.length; row++) {
            for (int column = 0; column < depths[0].length; column++) {
                depths[row][column] = row < 20 ? 12 : column < 30 ? Float.NaN : 5000;
            }
        }
        ReferencedEnvelope bounds = new ReferencedEnvelope(
                633_000, 693_000, 4_083_000, 4_123_000, Crs.of("EPSG:32650").geotools());
        File file = folder.resolve("depth.tif").toFile();
        GeoTiffWriter writer = new GeoTiffWriter(file);
        writer.write(new GridCoverageFactory().create("depth", depths, bounds), null);
        writer.dispose();

        LoadReport report = ingest.load(DEPTH, file.toPath(), LoadOptions.replace(), Progress.NONE);

        assertThat(report.counts()).containsEntry("value-range", 600L);
        Envelope here = new Envelope(118.79, 118.81, 37.14, 37.16);
        Envelope southWest = new Envelope(118.6, 118.62, 36.94, 36.96);
        Envelope southEast = new Envelope(119.0, 119.02, 36.94, 36.96);
        assertThat(read(here)).isCloseTo(12f, within(1e-4f));
        assertThat(read(southWest)).isNaN();
        assertThat(read(southEast)).isNaN();
    }

    private float read(Envelope degrees) {
        return store.rasters().read(DEPTH, new Window("EPSG:4490", degrees, 1, 1))[0];
    }

    @Test
    void makesASurfaceThatCanBeReadBack() throws IOException {
        Path anchors = write(folder, "depth.csv", "lon,lat,value\n118,36,10\n118,39,40\n");
        Surface surface = new Surface(Surface.Method.IDW, 2, 0, 0.1, null);

        ingest.load(DEPTH, anchors, LoadOptions.replace().withSurface(surface), Progress.NONE);

        assertThat(read(new Envelope(117.99, 118.01, 37.49, 37.51))).isCloseTo(25f, within(0.5f));
    }
}
