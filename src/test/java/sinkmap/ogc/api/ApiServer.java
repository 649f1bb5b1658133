package sinkmap.ogc.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Gate;
import sinkmap.ogc.OgcServer;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API over an embedded database. The meadows are squares of 0.1 degrees whose south-western corners lie on a line from
 * 118.05 E, 37.1 N eastwards by 0.2 degrees each; the station lies at 119 E, 37.5 N.
 */
final class ApiServer implements AutoCloseable {

    static final String ROOT = "/ogc/features";
    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/ogc/api/layers");
    private static final Path STYLES = Path.of("src/test/resources/sinkmap/ogc/layers/styles");

    final Catalog catalog;
    final Store store;
    final VectorTiles tiles;
    private final MockMvc mvc;

    ApiServer(Path data) {
        this(data, new ApiSettings(3, 50, false, 4, 1));
    }

    ApiServer(Path data, ApiSettings settings) {
        this(StoreSettings.embedded(data), settings, OgcServer.GATE);
    }

    ApiServer(StoreSettings where, ApiSettings settings, Gate gate) {
        this(Catalog.read(LAYERS, STYLES), where, settings, gate);
        fill();
    }

    /** Other layers, with nothing in them. */
    static ApiServer empty(Path layers, Path data) {
        return new ApiServer(
                Catalog.read(layers, layers.resolve("styles")),
                StoreSettings.embedded(data),
                new ApiSettings(3, 50, false, 4, 1),
                OgcServer.GATE);
    }

    private ApiServer(Catalog catalog, StoreSettings where, ApiSettings settings, Gate gate) {
        this.catalog = catalog;
        store = Store.open(where, catalog);
        Collections collections =
                new Collections(catalog, store.features(), new Extents(catalog, store.features(), store.rasters()));
        tiles = new VectorTiles(collections, store.features(), settings, gate);
        ApiEdge edge = new ApiEdge(OgcServer.SETTINGS, gate);
        mvc = MockMvcBuilders.standaloneSetup(
                        new LandingController(collections, edge, settings),
                        new CollectionController(collections, edge),
                        new ItemsController(collections, store.features(), store.edits(), edge, settings),
                        new EditController(collections, store.edits(), edge, settings),
                        new TileController(collections, tiles, edge))
                .setControllerAdvice(new ApiProblems())
                .addFilters(new ApiHeaders())
                .build();
    }

    FeatureLayer layer(String id) {
        return (FeatureLayer) catalog.getLayer(id);
    }

    /** Seven meadows A to G, with shoots 30, none, 10, 30, 20, none, 10; and a station. */
    void fill() {
        Long[] shoots = {30L, null, 10L, 30L, 20L, null, 10L};
        try (FeatureWriter writer = store.features().write(layer("meadow"), FeatureStore.Mode.REPLACE)) {
            for (int i = 0; i < shoots.length; i++) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("code", String.valueOf((char) ('A' + i)));
                values.put("species", i % 2 == 0 ? "zostera" : "ruppia");
                values.put("shoots", shoots[i]);
                values.put("area_km2", 0.5 * i);
                values.put("observed", i == 6 ? null : LocalDate.of(2020 + i, 6, 1));
                writer.add(new Feature(0, square(118.05 + 0.2 * i, 37.1, 0.1), values));
            }
            writer.commit();
        }
        try (FeatureWriter writer = store.features().write(layer("station"), FeatureStore.Mode.REPLACE)) {
            Geometry place = wkt("POINT (119 37.5)");
            writer.add(new Feature(
                    0,
                    sinkmap.catalog.Crs.of("EPSG:4549").transform(place, sinkmap.catalog.Crs.of("EPSG:4490")),
                    Map.of("name_zh", "<script>alert(1)</script>")));
            writer.commit();
        }
    }

    static Geometry square(double x, double y, double size) {
        return wkt("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
                .formatted(x, y, x + size, y, x + size, y + size, x, y + size, x, y));
    }

    static Geometry wkt(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** Answers a request; parameters are given decoded, name and value in turn. */
    MockHttpServletResponse get(String path, String... parameters) {
        return send(HttpMethod.GET, path, request -> {
            for (int i = 0; i < parameters.length; i += 2) {
                request.param(parameters[i], parameters[i + 1]);
            }
            return request;
        });
    }

    MockHttpServletResponse send(HttpMethod method, String path, UnaryOperator<MockHttpServletRequestBuilder> more) {
        try {
            return mvc.perform(more.apply(MockMvcRequestBuilders.request(method, java.net.URI.create(ROOT + path))))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a change of a signed-in surveyor. */
    MockHttpServletResponse change(HttpMethod method, String path, String type, String body, String... headers) {
        return send(method, path, request -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return request.contentType(type).content(body).with(ApiServer::surveyor);
        });
    }

    static org.springframework.mock.web.MockHttpServletRequest surveyor(
            org.springframework.mock.web.MockHttpServletRequest request) {
        request.setRemoteUser("li");
        request.addUserRole("surveyor");
        return request;
    }

    JsonNode json(String path, String... parameters) {
        MockHttpServletResponse response = get(path, parameters);
        if (response.getStatus() != 200) {
            throw new AssertionError(response.getStatus() + " " + text(response));
        }
        return read(response);
    }

    static JsonNode read(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Follows a link of a document: its path below the landing page and its query, as a client would. */
    JsonNode follow(JsonNode document, String rel) {
        String href = link(document, rel);
        return read(send(HttpMethod.GET, href.substring(href.indexOf(ROOT) + ROOT.length()), r -> r));
    }

    /** Address of a link, or null. */
    static String link(JsonNode document, String rel) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString();
            }
        }
        return null;
    }

    static List<String> codes(JsonNode collection) {
        return java.util.stream.StreamSupport.stream(collection.get("features").spliterator(), false)
                .map(f -> f.get("properties").get("code").asString())
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
