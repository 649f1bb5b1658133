package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import sinkmap.grid.SinkmapException;
import sinkmap.publish.PublishReport.Action;
import sinkmap.publish.PublishReport.Step;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;
import tools.jackson.databind.node.ObjectNode;

/** What publishing does to a GeoServer, on a stand-in for one and a real PostGIS. */
class PublisherTest {

    private static final String TYPES = "/workspaces/sinkmap/datastores/postgis/featuretypes/";
    private static final FeatureLayer MEADOW = features("meadow", Role.SINK, true);
    private static final FeatureLayer PORT = features("port", Role.INFRASTRUCTURE, false);
    private static final FeatureLayer SITE = features("site", Role.DERIVED, false);
    private static final RasterLayer SCORE = new RasterLayer(
            about("score", Role.DERIVED), new Band("1", 0.0, 1.0, Interpolation.NEAREST, List.of()), "EPSG:4490");

    private final List<Region.Group> groups = new ArrayList<>();
    private Path folder;
    private StoreSettings settings;
    private FakeGeoServer geoServer;

    private static Description about(String id, Role role) {
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

    private static FeatureLayer features(String id, Role role, boolean editable) {
        Attribute code =
                new Attribute("code", AttributeType.TEXT, null, new Text("编号", "Code"), null, null, List.of(), false);
        return new FeatureLayer(about(id, role), GeometryType.POLYGON, "EPSG:4490", List.of(code), null, editable);
    }

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        String url = System.getenv("SINKMAP_TEST_POSTGIS");
        if (url == null || url.isBlank()) {
            String message = "NOT TESTED: publishing needs a PostGIS (SINKMAP_TEST_POSTGIS)";
            System.err.println(message);
            Assumptions.abort(message);
        }
        this.folder = folder;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS test_publisher CASCADE");
            statement.execute("DROP SCHEMA IF EXISTS test_publisher_views CASCADE");
            statement.execute("CREATE SCHEMA test_publisher");
        }
        settings = StoreSettings.of(
                folder.resolve("data"), url + (url.contains("?") ? "&" : "?") + "currentSchema=test_publisher,public");
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

    private Path style(String name) {
        return folder.resolve("styles").resolve(name + ".sld");
    }

    private Catalog catalog(Layer... layers) {
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

    private PublishSettings target() {
        return new PublishSettings(
                geoServer.url() + "/",
                "admin",
                FakeGeoServer.PASSWORD,
                "sinkmap",
                new PublishSettings.DatabaseAccess("", "", "", "test_publisher_views", "", ""),
                "/srv/sinkmap",
                "",
                false,
                false,
                3,
                Duration.ofMillis(5),
                Duration.ofSeconds(10),
                new PublishSettings.Limits(1000, 65536, 30, 600));
    }

    private Publisher publisher(Store store, Catalog catalog) {
        return new Publisher(
                new Sources(
                        catalog,
                        settings,
                        store.features(),
                        store.rasters(),
                        store.publishedViews(),
                        store.publishedRasters()),
                target());
    }

    private PublishReport publish(Layer... layers) {
        return publish(false, layers);
    }

    private PublishReport publish(boolean dryRun, Layer... layers) {
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

    private void load(FeatureLayer layer, double x) {
        try (Store store = Store.open(settings, catalog(MEADOW, PORT, SITE, SCORE));
                FeatureWriter writer = store.features().write(layer, Mode.REPLACE)) {
            writer.add(new Feature(0, square(x, 37), Map.of("code", "A")));
            writer.commit();
        }
    }

    private void score(String run, float value) {
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

    private static Geometry square(double x, double y) {
        GeometryFactory factory = new GeometryFactory();
        return factory.createMultiPolygon(
                new Polygon[] {(Polygon) factory.toGeometry(new Envelope(x, x + 1, y, y + 0.5))});
    }

    private static List<String> lines(List<Step> steps) {
        return steps.stream().map(Step::line).toList();
    }

    private static List<String> lines(PublishReport report, Action action) {
        return lines(
                report.steps().stream().filter(step -> step.action() == action).toList());
    }

    private ObjectNode type(String layer) {
        return (ObjectNode) geoServer.documents.get(TYPES + layer).get("featureType");
    }

    @Test
    void whatWasPublishedOnceIsKeptTheNextTime() {
        load(MEADOW, 119);
        score("r1", 0.5f);
        groups.add(new Region.Group("blue", new Text("蓝", "Blue"), List.of("port", "meadow")));

        PublishReport first = publish(MEADOW, PORT, SITE, SCORE);
        assertThat(lines(first.failures())).isEmpty();
        assertThat(first.count(Action.VERIFIED)).isEqualTo(4);
        int requests = geoServer.changes.size();

        PublishReport second = publish(MEADOW, PORT, SITE, SCORE);
        assertThat(lines(second.failures())).isEmpty();
        assertThat(second.steps()).allMatch(step -> step.action() == Action.KEPT || step.action() == Action.VERIFIED);
        assertThat(geoServer.changes).hasSize(requests);
    }

    @Test
    void aLayerIsDescribedAsTheCatalogDescribesIt() {
        load(MEADOW, 119.25);
        publish(MEADOW, SITE);

        ObjectNode meadow = type("meadow");
        assertThat(meadow.get("title").asString()).isEqualTo("图层meadow / Layer meadow");
        assertThat(meadow.get("internationalTitle").get("zh").asString()).isEqualTo("图层meadow");
        assertThat(meadow.get("nativeName").asString()).isEqualTo("meadow");
        assertThat(meadow.get("abstract").asString()).contains("说明", "Summary", "示意数据", "a licence");
        assertThat(meadow.get("nativeBoundingBox").get("minx").asDouble()).isEqualTo(119.25);
        assertThat(meadow.get("nativeBoundingBox").get("maxy").asDouble()).isEqualTo(37.5);
        assertThat(type("site").get("metadata").toString())
                .contains(
                        "JDBC_VIRTUAL_TABLE",
                        "\\\"test_publisher_views\\\".\\\"site\\\"",
                        "run_current",
                        "^[0-9a-z-]*$");
        assertThat(geoServer.files.get("/workspaces/sinkmap/styles/meadow.sld"))
                .asString()
                .contains("<!-- meadow -->");
    }

    @Test
    void aDryRunChangesNothingAndSaysWhatItWould() {
        PublishReport report = publish(true, MEADOW, PORT);

        assertThat(geoServer.changes).isEmpty();
        assertThat(lines(report, Action.MADE))
                .contains("made  workspace sinkmap", "made  store postgis", "made  layer meadow", "made  layer port");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsPutRight() {
        publish(MEADOW, PORT);
        type("port").put("title", "My port");

        PublishReport report = publish(MEADOW, PORT);

        assertThat(lines(report, Action.CHANGED)).containsExactly("changed  layer port: featureType.title");
        assertThat(type("port").get("title").asString()).isEqualTo("图层port / Layer port");
    }

    @Test
    void whatSinkmapDidNotMakeIsNeitherChangedNorRemoved() {
        publish(PORT);
        geoServer.documents.put(
                TYPES + "meadow", FakeGeoServer.object("{'featureType': {'name': 'meadow', 'title': 'x'}}"));
        geoServer.documents.put(TYPES + "foreign", FakeGeoServer.object("{'featureType': {'name': 'foreign'}}"));

        PublishReport report = publish(MEADOW, PORT, SITE);

        assertThat(lines(report.failures()))
                .singleElement()
                .asString()
                .startsWith("failed  layer meadow")
                .contains("was not made by sinkmap");
        assertThat(type("meadow").get("title").asString()).isEqualTo("x");
        assertThat(geoServer.documents).containsKeys(TYPES + "foreign", TYPES + "site");
    }

    @Test
    void aLayerThatLeavesTheCatalogLeavesTheGeoServerToo() {
        score("r1", 0.5f);
        publish(MEADOW, PORT, SCORE);

        PublishReport report = publish(PORT);

        assertThat(lines(report, Action.REMOVED))
                .containsExactlyInAnyOrder(
                        "removed  layer meadow: the catalog no longer has it",
                        "removed  raster file score: the catalog no longer has it",
                        "removed  style meadow: the catalog no longer has it",
                        "removed  style score: the catalog no longer has it",
                        "removed  rule sinkmap.meadow.w: the layer is no longer editable");
        assertThat(folder.resolve("data/published/score")).isEmptyDirectory();
    }

    @Test
    void aNewRunPointsTheSameLayerAtItsFile() throws IOException {
        score("r1", 0.25f);
        publish(PORT, SCORE);
        ObjectNode store = (ObjectNode) geoServer
                .documents
                .get("/workspaces/sinkmap/coveragestores/score")
                .get("coverageStore");
        String before = store.get("url").asString();
        int layers = geoServer.documents.size();
        geoServer.emptied.clear();

        score("r2", 0.75f);
        PublishReport report = publish(PORT, SCORE);

        String after = store.get("url").asString();
        assertThat(after).isNotEqualTo(before).matches("file:///srv/sinkmap/published/score/[0-9a-f]{16}/score.tif");
        assertThat(geoServer.documents).hasSize(layers);
        assertThat(geoServer.emptied).containsExactly("score");
        assertThat(lines(report, Action.CHANGED))
                .containsExactly(
                        "changed  raster file score: coverageStore.url",
                        "changed  drawing score: layer.metadata.entry.sinkmap.content.$");
        Path published = folder.resolve("data" + after.substring("file:///srv/sinkmap".length()));
        assertThat(published).exists();
        try (var versions = Files.list(published.getParent().getParent())) {
            assertThat(versions).hasSize(1);
        }
    }

    @Test
    void anAnswerOf500IsTriedAgain() {
        geoServer.fails = number -> number % 3 != 0;

        PublishReport report = publish(PORT);

        assertThat(lines(report.failures())).isEmpty();
    }

    @Test
    void aGeoServerThatDiesInTheMiddleIsCompletedTheNextTime() {
        for (int last : new int[] {0, 2, 5, 8, 10}) {
            int from = geoServer.changes.size();
            geoServer.fails = number -> number > from + last;
            try {
                assertThat(publish(MEADOW, PORT, SITE).failures()).isNotEmpty();
            } catch (GeoServerException e) {
                assertThat(e).hasMessageContaining("answers 500 out of order, 3 times");
            }
        }
        geoServer.fails = number -> false;

        assertThat(lines(publish(MEADOW, PORT, SITE).failures())).isEmpty();
        assertThat(publish(MEADOW, PORT, SITE).count(Action.MADE)).isZero();
    }

    @Test
    void aStyleWithAnErrorDoesNotTakeThePlaceOfAGoodOne() throws IOException {
        publish(MEADOW, PORT);
        Files.writeString(style("port"), "<Broken");

        PublishReport report = publish(MEADOW, PORT);

        assertThat(lines(report.failures()))
                .anyMatch(line -> line.startsWith("failed  style port: GeoServer cannot read the style"))
                .anyMatch(line -> line.startsWith("failed  layer port: its style port failed"));
        assertThat(geoServer.files.get("/workspaces/sinkmap/styles/port.sld"))
                .asString()
                .contains("<!-- port -->");
        assertThat(lines(report, Action.VERIFIED)).contains("verified  layer meadow");
    }

    @Test
    void aBlankMapAndAWrongCountAreFound() {
        load(MEADOW, 119);
        publish(MEADOW);
        geoServer.blankMaps = true;
        assertThat(lines(publish(MEADOW).failures())).singleElement().asString().contains("are blank");

        geoServer.blankMaps = false;
        try (Store store = Store.open(settings, catalog(MEADOW))) {
            geoServer.counts.put("meadow", 7L);
            PublishReport report = publisher(store, catalog(MEADOW)).publish(false, step -> {});
            assertThat(lines(report.failures()))
                    .singleElement()
                    .asString()
                    .contains("counts 7 features, the store holds 1");
        }
    }

    @Test
    void editableLayersAreWrittenBySurveyorsOnly() {
        publish(MEADOW, PORT);

        assertThat(geoServer.documents.get("/security/roles").toString()).contains("SURVEYOR");
        assertThat(geoServer.documents.get("/security/acl/layers").toString())
                .contains(
                        "\"sinkmap.*.r\":\"*\"", "\"sinkmap.*.w\":\"ADMIN\"", "\"sinkmap.meadow.w\":\"ADMIN,SURVEYOR\"")
                .doesNotContain("sinkmap.port");
        assertThat(geoServer.documents.get("/security/acl/services").toString()).contains("wfs.Transaction");
    }

    @Test
    void aRuleThatHoldsForOtherWorkspacesTooIsLeftAloneAndReported() {
        geoServer.documents.put("/security/acl/services", FakeGeoServer.object("{'wfs.Transaction': 'EDITORS'}"));

        PublishReport report = publish(MEADOW);

        assertThat(lines(report, Action.NOTED))
                .singleElement()
                .asString()
                .startsWith("noted  rule wfs.Transaction: is EDITORS; left alone");
        assertThat(geoServer
                        .documents
                        .get("/security/acl/services")
                        .get("wfs.Transaction")
                        .asString())
                .isEqualTo("EDITORS");
    }

    @Test
    void theShippedPasswordIsRefused() {
        geoServer.shippedPassword = true;

        assertThatThrownBy(() -> publish(PORT))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("the password that every GeoServer is shipped with");
        assertThat(geoServer.changes).isEmpty();
    }

    @Test
    void aSecondPublisherIsToldAndChangesNothing() {
        Catalog catalog = catalog(PORT);
        try (Store store = Store.open(settings, catalog);
                var turn = store.publishedViews()
                        .takeTurn(geoServer.url() + " sinkmap")
                        .orElseThrow()) {
            assertThat(turn).isNotNull();
            assertThatThrownBy(() -> publisher(store, catalog).publish(false, step -> {}))
                    .hasMessageContaining("another process is publishing");
        }
        assertThat(geoServer.changes).isEmpty();
    }

    @Test
    void aGeoServerThatIsDownIsNamedWithItsAddress() {
        geoServer.close();

        assertThatThrownBy(() -> publish(PORT))
                .isInstanceOf(GeoServerException.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining(geoServer.url());
    }

    @Test
    void theEmbeddedDatabaseCannotBePublished() {
        StoreSettings embedded = StoreSettings.embedded(folder.resolve("embedded"));
        Catalog catalog = catalog(PORT);
        try (Store store = Store.open(embedded, catalog)) {
            assertThatThrownBy(() -> publisher(store, catalog).publish(false, step -> {}))
                    .hasMessageContaining("publishing needs PostgreSQL with PostGIS");
        }
    }
}
