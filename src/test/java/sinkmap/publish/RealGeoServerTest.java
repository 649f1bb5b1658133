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
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

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

    private static PublishSettings target(String url) {
        return new PublishSettings(
                url,
                variable("GEOSERVER_USER", "admin"),
                variable("GEOSERVER_PASSWORD", "geoserver"),
                WORKSPACE,
                new PublishSettings.DatabaseAccess(
                        "", "", "", "test_geoserver_views", "test_geoserver_reader", "reader of the test"),
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
            Publisher publisher = new Publisher(
                    new Sources(
                            catalog,
                            settings,
                            store.features(),
                            store.rasters(),
                            store.publishedViews(),
                            store.publishedRasters(),
                            store.publishedUsers()),
                    target(url));

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
            assertThat(transact(url, target(url))).contains("totalInserted>1<");
            assertThat(store.features().count(FeatureQuery.of(marsh))).isEqualTo(before + 1);
            PublishReport edited = publisher.publish(false, step -> {});
            assertThat(failures(edited)).isEmpty();
            assertThat(edited.steps())
                    .anyMatch(step ->
                            step.action() == Action.EMPTIED && step.name().equals("salt-marsh"));
        }
    }

    /** Inserts a marsh in the axis order of the URN, north first; the status and the answer. */
    private static String transact(String url, PublishSettings user) {
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
            String credentials = user.user() + ":" + user.password();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
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
