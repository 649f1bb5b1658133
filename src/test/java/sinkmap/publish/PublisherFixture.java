package sinkmap.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Band;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Description;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Quality;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Role;
import sinkmap.catalog.Text;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.publish.PublishReport.Action;
import sinkmap.publish.PublishReport.Step;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreFixture;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;
import tools.jackson.databind.node.ObjectNode;

/** A stand-in for a GeoServer, a real PostGIS and a small catalog to publish. */
abstract class PublisherFixture {

    static final String TYPES = "/workspaces/sinkmap/datastores/postgis/featuretypes/";
    static final FeatureLayer MEADOW = features("meadow", Role.SINK, true);
    static final FeatureLayer PORT = features("port", Role.INFRASTRUCTURE, false);
    static final FeatureLayer SITE = features("site", Role.DERIVED, false);
    static final RasterLayer SCORE = new RasterLayer(
            about("score", Role.DERIVED), new Band("1", 0.0, 1.0, Interpolation.NEAREST, List.of()), "EPSG:4490");

    final List<Region.Group> groups = new ArrayList<>();
    /** How the GeoServer signs in to the database; as the service does. */
    PublishSettings.DatabaseAccess access =
            new PublishSettings.DatabaseAccess("", "", "", "test_publisher_views", "", "");

    Duration timeout = Duration.ofSeconds(10);
    Path folder;
    StoreSettings settings;
    FakeGeoServer geoServer;

    static Description about(String id, Role role) {
        return new Description(
                id,
                new Text("图层" + id, "Layer " + id),
                new Text("说明", "Summary"),
                List.of(new Text("蓝碳", "blue carbon")),
                "theme",
                role,
                "a source",
                "a licence",
                "2026",
                Quality.ILLUSTRATIVE,
                id,
                null,
                null);
    }

    static FeatureLayer features(String id, Role role, boolean editable) {
        Attribute code =
                new Attribute("code", AttributeType.TEXT, null, new Text("编号", "Code"), null, null, List.of(), false);
        return new FeatureLayer(about(id, role), GeometryType.POLYGON, "EPSG:4490", List.of(code), null, editable);
    }

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        this.folder = folder;
        settings = StoreFixture.postgis(folder.resolve("data"), "test_publisher");
        try (Connection connection =
                        DriverManager.getConnection(settings.database().url());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS test_publisher_views CASCADE");
        }
        Files.createDirectories(folder.resolve("styles"));
        for (String style : List.of("meadow", "port", "site", "score")) {
            Files.writeString(style(style), "<StyledLayerDescriptor><!-- " + style + " --></StyledLayerDescriptor>\n");
        }
        geoServer = new FakeGeoServer();
    }

    @AfterEach
    void close() {
        if (geoServer != null) {
            geoServer.close();
        }
    }

    Path style(String name) {
        return folder.resolve("styles").resolve(name + ".sld");
    }

    Catalog catalog(Layer... layers) {
        Region region = new Region(
                "test",
                new Text("试验", "Test"),
                "EPSG:4527",
                100,
                new Envelope(114, 124, 34, 39),
                List.of(),
                List.of("EPSG:4490"),
                new Region.Contact(new Text("局", "Bureau"), "map@example.org"),
                null,
                null,
                groups);
        return new Catalog(folder, folder.resolve("styles"), region, List.of(layers), List.of());
    }

    PublishSettings target() {
        return new PublishSettings(
                geoServer.url() + "/",
                "admin",
                FakeGeoServer.PASSWORD,
                "sinkmap",
                access,
                "/srv/sinkmap",
                "",
                false,
                false,
                3,
                Duration.ofMillis(5),
                timeout,
                new PublishSettings.Again(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ZERO),
                new PublishSettings.Limits(1000, 65536, 30, 600));
    }

    Publisher publisher(Store store, Catalog catalog) {
        return new Publisher(
                new Sources(
                        catalog,
                        settings,
                        store.features(),
                        store.rasters(),
                        store.publishedViews(),
                        store.publishedRasters(),
                        store.publishedUsers()),
                target());
    }

    PublishReport publish(Layer... layers) {
        return publish(false, layers);
    }

    PublishReport publish(boolean dryRun, Layer... layers) {
        Catalog catalog = catalog(layers);
        try (Store store = Store.open(settings, catalog)) {
            for (Layer layer : layers) {
                if (layer instanceof FeatureLayer features) {
                    geoServer.counts.put(layer.id(), store.features().count(sinkmap.store.FeatureQuery.of(features)));
                }
            }
            return publisher(store, catalog).publish(dryRun, step -> {});
        }
    }

    void load(FeatureLayer layer, double x) {
        try (Store store = Store.open(settings, catalog(MEADOW, PORT, SITE, SCORE));
                FeatureWriter writer = store.features().write(layer, Mode.REPLACE)) {
            writer.add(new Feature(0, square(x, 37), Map.of("code", "A")));
            writer.commit();
        }
    }

    void score(String run, float value) {
        try (Store store = Store.open(settings, catalog(MEADOW, PORT, SITE, SCORE))) {
            store.runs()
                    .add(new StoredRun(
                            run,
                            "siting",
                            "wind",
                            "{}",
                            StoredRun.State.QUEUED,
                            0,
                            "queued",
                            OffsetDateTime.parse("2026-02-03T04:05:06Z"),
                            null,
                            null,
                            null,
                            null,
                            false));
            Grid grid = new Grid("EPSG:4527", 39_500_000, 4_150_000, 100, 2, 3);
            store.rasters().write(SCORE, run, new Raster(grid, new float[] {value, 0, 1, 1, 0, value}, "1"));
            store.runs().complete(run, "{}");
        }
    }

    static Geometry square(double x, double y) {
        GeometryFactory factory = new GeometryFactory();
        return factory.createMultiPolygon(
                new Polygon[] {(Polygon) factory.toGeometry(new Envelope(x, x + 1, y, y + 0.5))});
    }

    static List<String> lines(List<Step> steps) {
        return steps.stream().map(Step::line).toList();
    }

    static List<String> lines(PublishReport report, Action action) {
        return lines(
                report.steps().stream().filter(step -> step.action() == action).toList());
    }

    ObjectNode type(String layer) {
        return (ObjectNode) geoServer.documents.get(TYPES + layer).get("featureType");
    }
}
