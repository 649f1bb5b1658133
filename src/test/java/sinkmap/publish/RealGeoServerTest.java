package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.publish.PublishReport.Action;
import sinkmap.publish.PublishReport.Step;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import sinkmap.users.UserRole;
import sinkmap.users.Users;

/**
 * Publishes the layers of the shipped catalog to a real GeoServer and edits one through it. Runs where {@code GEOSERVER_URL}
 * is set, with {@code GEOSERVER_USER} and {@code GEOSERVER_PASSWORD} (admin and geoserver); both servers must be on this
 * machine. It publishes into the workspace {@code sinkmap-test} and leaves it there.
 */
class RealGeoServerTest {

    private static final String WORKSPACE = "sinkmap-test";

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static void skipUnless(boolean there, String what) {
        if (!there) {
            String message = "NOT TESTED ON A REAL GEOSERVER: set " + what;
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    private static PublishSettings target(String url, String databasePassword) {
        return new PublishSettings(
                url,
                variable("GEOSERVER_USER", "admin"),
                variable("GEOSERVER_PASSWORD", "geoserver"),
                WORKSPACE,
                new PublishSettings.DatabaseAccess(
                        "", "", "", "test_geoserver_views", "test_geoserver_reader", databasePassword),
                "",
                "",
                false,
                true,
                3,
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                PublishSettings.Again.DEFAULT,
                new PublishSettings.Limits(100_000, 65536, 60, 600));
    }

    private static StoreSettings database(Path folder) throws Exception {
        String url = variable("SINKMAP_TEST_POSTGIS", "");
        skipUnless(!url.isEmpty(), "SINKMAP_TEST_POSTGIS");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS test_geoserver CASCADE");
            statement.execute("DROP SCHEMA IF EXISTS test_geoserver_views CASCADE");
            statement.execute("CREATE SCHEMA test_geoserver");
            statement.execute("DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'test_geoserver_reader')"
                    + " THEN EXECUTE 'DROP OWNED BY test_geoserver_reader'; EXECUTE 'DROP ROLE test_geoserver_reader';"
                    + " END IF; END $$");
        }
        return StoreSettings.of(folder, url + (url.contains("?") ? "&" : "?") + "currentSchema=test_geoserver,public");
    }

    private static Geometry geometry(GeometryType type, int number) {
        GeometryFactory factory = new GeometryFactory();
        Envelope box = new Envelope(118 + 0.01 * number, 118.3 + 0.01 * number, 37, 37.1);
        Polygon polygon = (Polygon) factory.toGeometry(box);
        return switch (type) {
            case POINT -> polygon.getCentroid();
            case LINE ->
                factory.createMultiLineString(new org.locationtech.jts.geom.LineString[] {polygon.getExteriorRing()});
            case POLYGON -> factory.createMultiPolygon(new Polygon[] {polygon});
        };
    }

    private static Map<String, Object> values(FeatureLayer layer) {
        Map<String, Object> values = new LinkedHashMap<>();
        layer.attributes().forEach(attribute -> {
            if (!attribute.classes().isEmpty()) {
                values.put(attribute.name(), attribute.classes().get(0).code());
            } else if (attribute.type() == AttributeType.TEXT) {
                values.put(attribute.name(), "东营 " + attribute.name());
            } else if (attribute.type() == AttributeType.REAL) {
                values.put(attribute.name(), attribute.minimum() == null ? 1.5 : attribute.minimum());
            }
        });
        return values;
    }

    private static void fill(Store store, Catalog catalog) {
        int number = 0;
        for (Layer layer : catalog.listLayers()) {
            number++;
            if (layer instanceof FeatureLayer features && !layer.derived()) {
                try (FeatureWriter writer = store.features().write(features, Mode.REPLACE)) {
                    writer.add(new Feature(0, geometry(features.geometryType(), number), values(features)));
                    writer.commit();
                }
            } else if (layer instanceof RasterLayer raster && !layer.derived()) {
                float[] cells = new float[200 * 300];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = i % 50;
                }
                Grid grid = new Grid("EPSG:4527", 39_500_000, 4_150_000, 500, 200, 300);
                store.rasters()
                        .replace(raster, new Raster(grid, cells, raster.band().unit()));
            }
        }
    }

    private static List<String> failures(PublishReport report) {
        return report.failures().stream().map(Step::line).toList();
    }

    @Test
    void theShippedLayersArePublishedKeptAndEditedThroughARealGeoServer(@TempDir Path folder) throws Exception {
        String url = variable("GEOSERVER_URL", "");
        skipUnless(!url.isEmpty(), "GEOSERVER_URL");
        StoreSettings settings = database(folder);
        Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
        try (Store store = Store.open(settings, catalog)) {
            fill(store, catalog);
            Sources sources = new Sources(
                    catalog,
                    settings,
                    store.features(),
                    store.rasters(),
                    store.publishedViews(),
                    store.publishedRasters(),
                    store.publishedUsers());
            Publisher publisher = new Publisher(sources, target(url, "reader of the test"));

            assertThat(failures(publisher.publish(false, step -> {}))).isEmpty();
            PublishReport again = publisher.publish(false, step -> {});
            assertThat(failures(again)).isEmpty();
            assertThat(again.steps())
                    .allMatch(step -> step.action() == Action.KEPT
                            || step.action() == Action.VERIFIED
                            || step.action() == Action.NOTED);

            FeatureLayer marsh = (FeatureLayer) catalog.getLayer("salt-marsh");
            long before = store.features().count(FeatureQuery.of(marsh));
            assertThat(transact(url, null)).contains("401");
            String admin = variable("GEOSERVER_USER", "admin") + ":" + variable("GEOSERVER_PASSWORD", "geoserver");
            assertThat(transact(url, admin)).contains("totalInserted>1<");
            assertThat(store.features().count(FeatureQuery.of(marsh))).isEqualTo(before + 1);
            PublishReport edited = publisher.publish(false, step -> {});
            assertThat(failures(edited)).isEmpty();
            assertThat(edited.steps())
                    .anyMatch(step ->
                            step.action() == Action.EMPTIED && step.name().equals("salt-marsh"));
            surveyorsEditWithTheirOwnPassword(url, store, publisher, marsh);
            aNewPasswordOfTheDatabaseIsTakenOver(url, sources);
            whoMayNoLongerEditIsShutOut(url, settings, publisher);
        }
    }

    private static void whoMayNoLongerEditIsShutOut(String url, StoreSettings settings, Publisher publisher)
            throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.database().url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE service_user SET role = 'planner'");
        }
        assertThat(publisher.publish(false, step -> {}).steps())
                .anyMatch(step -> step.action() == Action.REMOVED && step.name().equals("li.wei@test"));
        assertThat(transact(url, "li.wei@test:tidal flat 潮滩 7")).contains("401");
    }

    private static void surveyorsEditWithTheirOwnPassword(
            String url, Store store, Publisher publisher, FeatureLayer marsh) {
        new Users(store.users()).add("li.wei@test", UserRole.SURVEYOR, "sea grass 海草 26");
        PublishReport report = publisher.publish(false, step -> {});
        assertThat(failures(report)).isEmpty();
        assertThat(report.steps()).anyMatch(step -> step.line().equals("made  user li.wei@test"));

        assertThat(transact(url, "li.wei@test:another word")).contains("401");
        assertThat(transact(url, "li.wei@test:sea grass 海草 26")).contains("totalInserted>1<");
        long last = lastMarsh(store, marsh);
        assertThat(store.edits().listVersions(marsh, last))
                .singleElement()
                .satisfies(version -> assertThat(version.by()).isEqualTo("li.wei@test"));

        new Users(store.users()).setPassword("li.wei@test", "tidal flat 潮滩 7");
        assertThat(failures(publisher.publish(false, step -> {}))).isEmpty();
        assertThat(transact(url, "li.wei@test:sea grass 海草 26")).contains("401");
        assertThat(transact(url, "li.wei@test:tidal flat 潮滩 7")).contains("totalInserted>1<");
    }

    private static long lastMarsh(Store store, FeatureLayer marsh) {
        long last = 0;
        try (FeatureCursor marshes = store.features().open(FeatureQuery.of(marsh))) {
            while (marshes.hasNext()) {
                last = Math.max(last, marshes.next().id());
            }
        }
        return last;
    }

    /** Verification asks GeoServer for every layer, which the old password no longer lets it read. */
    private static void aNewPasswordOfTheDatabaseIsTakenOver(String url, Sources sources) {
        PublishReport report =
                new Publisher(sources, target(url, "another one of the test")).publish(false, step -> {});

        assertThat(failures(report)).isEmpty();
        assertThat(report.steps())
                .anyMatch(step -> step.action() == Action.CHANGED && step.name().equals("postgis"));
        assertThat(report.count(Action.VERIFIED)).isGreaterThan(20);
        new Publisher(sources, target(url, "reader of the test")).publish(false, step -> {});
    }

    /** Inserts a marsh in the axis order of the URN, north first, as a user ({@code name:password}); status and answer. */
    private static String transact(String url, String user) {
        String insert = "<wfs:Transaction service='WFS' version='1.1.0' xmlns:wfs='http://www.opengis.net/wfs'"
                + " xmlns:gml='http://www.opengis.net/gml' xmlns:s='urn:" + WORKSPACE
                + "'><wfs:Insert><s:salt-marsh><s:geom>"
                + "<gml:MultiSurface srsName='urn:ogc:def:crs:EPSG::4490'><gml:surfaceMember><gml:Polygon><gml:exterior>"
                + "<gml:LinearRing><gml:posList>37.5 119.1 37.52 119.2 37.63 119.15 37.5 119.1</gml:posList>"
                + "</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></s:geom>"
                + "<s:code>GS-1</s:code></s:salt-marsh></wfs:Insert></wfs:Transaction>";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/" + WORKSPACE + "/wfs"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(insert));
        if (user != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
