package sinkmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.catalog.Crs;
import sinkmap.store.FeatureVersion;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditTest {

    private static final String ITEMS = "/collections/meadow/items";
    private static final String GEOJSON = "application/geo+json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @TempDir
    private Path data;

    private ApiServer server;

    @BeforeAll
    void open(@TempDir Path folder) {
        server = new ApiServer(folder);
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** A triangle at 119.1 E, 37.5 N, as coordinates in a CRS. */
    private static String triangle(String crs, boolean northFirst) {
        Geometry drawn = ApiServer.wkt("POLYGON ((119.1 37.5, 119.2 37.52, 119.15 37.63, 119.1 37.5))");
        StringBuilder ring = new StringBuilder();
        for (Coordinate c : Crs.of(crs).transform(drawn, Crs.of("EPSG:4490")).getCoordinates()) {
            ring.append(ring.isEmpty() ? "" : ",")
                    .append(northFirst ? "[" + c.y + "," + c.x + "]" : "[" + c.x + "," + c.y + "]");
        }
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}";
    }

    private static String feature(String code, String geometry) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{\"code\":\"" + code
                + "\",\"shoots\":5}}";
    }

    private String created(String code) {
        MockHttpServletResponse response =
                server.change(HttpMethod.POST, ITEMS, GEOJSON, feature(code, triangle("EPSG:4490", false)));
        assertThat(response.getStatus()).as(ApiServer.text(response)).isEqualTo(201);
        String location = response.getHeader("Location");
        return location.substring(location.indexOf(ITEMS));
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, http://www.opengis.net/def/crs/OGC/1.3/CRS84, false",
        "EPSG:4326, http://www.opengis.net/def/crs/EPSG/0/4326, true",
        "EPSG:4490, http://www.opengis.net/def/crs/EPSG/0/4490, true",
        "EPSG:4549, http://www.opengis.net/def/crs/EPSG/0/4549, true",
        "EPSG:3857, http://www.opengis.net/def/crs/EPSG/0/3857, false"
    })
    void whatIsCreatedMovedAndReadAgainIsInItsPlaceInEveryCrs(String crs, String uri, boolean northFirst) {
        MockHttpServletResponse response = server.change(
                HttpMethod.POST,
                ITEMS,
                GEOJSON,
                feature("new", triangle(crs, northFirst)),
                "Content-Crs",
                "<" + uri + ">");
        assertThat(response.getStatus()).as(ApiServer.text(response)).isEqualTo(201);
        String item = response.getHeader("Location")
                .substring(response.getHeader("Location").indexOf(ITEMS));
        assertPlace(server.json(item), 119.1, 37.5);
        JsonNode same = server.json(item, "crs", uri);
        String moved = same.get("geometry").toString();
        assertThat(server.change(
                                HttpMethod.PATCH,
                                item,
                                PATCH,
                                "{\"geometry\":" + moved + "}",
                                "Content-Crs",
                                "<" + uri + ">")
                        .getStatus())
                .isEqualTo(204);
        assertPlace(server.json(item), 119.1, 37.5);
        assertThat(server.change(HttpMethod.DELETE, item, GEOJSON, "").getStatus())
                .isEqualTo(204);
        assertThat(server.get(item).getStatus()).isEqualTo(404);
    }

    private static void assertPlace(JsonNode item, double lon, double lat) {
        boolean found = false;
        for (JsonNode c : item.get("geometry").get("coordinates").get(0).get(0)) {
            found |= Math.abs(c.get(0).doubleValue() - lon) < 1e-7
                    && Math.abs(c.get(1).doubleValue() - lat) < 1e-7;
        }
        assertThat(found)
                .as("a corner within a centimetre of %s, %s: %s", lon, lat, item)
                .isTrue();
    }

    @Test
    void patchChangesOnlyWhatItNamesAndPutEverything() {
        String item = created("P");
        server.change(HttpMethod.PATCH, item, PATCH, "{\"properties\":{\"species\":\"ruppia\",\"parts\":{\"a\":[1]}}}");
        JsonNode patched = server.json(item).get("properties");
        assertThat(patched.get("species").asString()).isEqualTo("ruppia");
        assertThat(patched.get("shoots").intValue()).isEqualTo(5);
        assertThat(patched.get("parts").get("a").get(0).intValue()).isEqualTo(1);
        server.change(HttpMethod.PATCH, item, PATCH, "{\"properties\":{\"shoots\":null}}");
        assertThat(server.json(item).get("properties").get("shoots").isNull()).isTrue();
        server.change(HttpMethod.PUT, item, GEOJSON, feature("Q", triangle("EPSG:4490", false)));
        JsonNode replaced = server.json(item).get("properties");
        assertThat(replaced.get("species").isNull()).isTrue();
        assertThat(replaced.get("code").asString()).isEqualTo("Q");
        long fid = Long.parseLong(item.replaceFirst(".*/", ""));
        List<FeatureVersion> history = server.store.edits().listVersions(server.layer("meadow"), fid);
        assertThat(history)
                .hasSize(4)
                .allSatisfy(version -> assertThat(version.by()).isEqualTo("li"));
    }

    @Test
    void aChangeBoundToAnOldVersionIsRefused() {
        String item = created("V");
        String tag = server.get(item).getHeader("ETag");
        assertThat(tag).doesNotStartWith("W/");
        String inOtherCrs = server.get(item, "crs", EPSG + "4490").getHeader("ETag");
        assertThat(inOtherCrs).isNotEqualTo(tag);
        assertThat(patch(item, 6, "If-Match", inOtherCrs)).isEqualTo(204);
        assertThat(patch(item, 7, "If-Match", tag)).isEqualTo(412);
        assertThat(patch(item, 7, "If-Match", "W/" + server.get(item).getHeader("ETag")))
                .isEqualTo(412);
        assertThat(patch(item, 7, "If-Match", "\"garbage\"")).isEqualTo(412);
        assertThat(server.json(item).get("properties").get("shoots").intValue()).isEqualTo(6);
        assertThat(patch(item, 8, "If-Match", "*")).isEqualTo(204);
        assertThat(server.change(HttpMethod.DELETE, item, GEOJSON, "", "If-Match", tag)
                        .getStatus())
                .isEqualTo(412);
    }

    private int patch(String item, int shoots, String... headers) {
        return server.change(HttpMethod.PATCH, item, PATCH, "{\"properties\":{\"shoots\":" + shoots + "}}", headers)
                .getStatus();
    }

    @Test
    void whereConfiguredAChangeMustStateItsVersion() {
        try (ApiServer strict = new ApiServer(data, new ApiSettings(3, 50, true, 4, 1))) {
            long id = strict.json(ITEMS).get("features").get(0).get("id").asLong();
            String item = ITEMS + "/" + id;
            assertThat(strict.change(HttpMethod.DELETE, item, GEOJSON, "").getStatus())
                    .isEqualTo(428);
            String tag = strict.get(item).getHeader("ETag");
            assertThat(strict.change(HttpMethod.DELETE, item, GEOJSON, "", "If-Match", tag)
                            .getStatus())
                    .isEqualTo(204);
        }
    }

    @Test
    void onlySurveyorsAndAdministratorsMayChange() {
        String body = feature("X", triangle("EPSG:4490", false));
        MockHttpServletResponse nobody =
                server.send(HttpMethod.POST, ITEMS, r -> r.contentType(GEOJSON).content(body));
        assertThat(nobody.getStatus()).isEqualTo(401);
        assertThat(nobody.getHeader("WWW-Authenticate")).startsWith("Basic");
        MockHttpServletResponse planner = server.send(
                HttpMethod.POST,
                ITEMS,
                r -> r.contentType(GEOJSON).content(body).with(request -> {
                    request.setRemoteUser("wang");
                    request.addUserRole("planner");
                    return request;
                }));
        assertThat(planner.getStatus()).isEqualTo(403);
    }

    @Test
    void optionsTellWhatCanBeDone() {
        assertThat(allowed(ITEMS)).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(allowed(ITEMS + "/1")).isEqualTo("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
        assertThat(allowed("/collections/station/items")).isEqualTo("GET, HEAD, OPTIONS");
        MockHttpServletResponse refused =
                server.change(HttpMethod.POST, "/collections/station/items", GEOJSON, feature("X", "{}"));
        assertThat(refused.getStatus()).isEqualTo(405);
        assertThat(refused.getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private String allowed(String path) {
        return server.send(HttpMethod.OPTIONS, path, r -> r).getHeader("Allow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"code\":\"X\"}} | 422 | geom",
                "{\"type\":\"Feature\",\"geometry\":G,\"properties\":{}} | 422 | code",
                "{\"type\":\"Feature\",\"geometry\":G,\"properties\":{\"code\":\"X\",\"kode\":1}} | 422 | kode",
                "{\"type\":\"Feature\",\"geometry\":G,\"properties\":{\"code\":\"X\",\"shoots\":-1}} | 422 | shoots",
                "{\"type\":\"Feature\",\"geometry\":G,\"properties\":{\"code\":\"X\",\"shoots\":[1]}} | 422 | shoots",
                "{\"type\":\"Feature\",\"geometry\":G,\"properties\":{\"code\":\"X\",\"species\":\"oak\"}} | 422 | species",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[119,37]},\"properties\":{\"code\":\"X\"}} | 422 | polygons",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4]]]},\"properties\":{\"code\":\"X\"}} | 422 | Polygon",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | 400 | FeatureCollection",
                "[] | 400 | Feature",
                "{\"type\":\"Feature\", | 400 | JSON"
            })
    void whatDoesNotFitIsRefusedByName(String body, int status, String named) {
        MockHttpServletResponse response =
                server.change(HttpMethod.POST, ITEMS, GEOJSON, body.replace("G", triangle("EPSG:4490", false)));
        assertThat(response.getStatus()).as(ApiServer.text(response)).isEqualTo(status);
        assertThat(ApiServer.read(response).get("detail").asString()).contains(named);
    }

    @Test
    void coordinatesInTheWrongOrderAreNoticed() {
        MockHttpServletResponse response =
                server.change(HttpMethod.POST, ITEMS, GEOJSON, feature("X", triangle("EPSG:4490", true)));
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "<http://www.opengis.net/def/crs/EPSG/0/27700>", "<>", "<file:///etc/passwd>"})
    void aCrsThatIsNotOfferedIsRefused(String crs) {
        assertThat(server.change(
                                HttpMethod.POST,
                                ITEMS,
                                GEOJSON,
                                feature("X", triangle("EPSG:4490", false)),
                                "Content-Crs",
                                crs)
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void hostileBodiesAreRefused() {
        assertThat(server.change(HttpMethod.POST, ITEMS, "text/xml", "<a/>").getStatus())
                .isEqualTo(415);
        String deep = "{\"properties\":{\"parts\":" + "[".repeat(5000) + "]".repeat(5000) + "}}";
        assertThat(server.change(HttpMethod.POST, ITEMS, GEOJSON, deep).getStatus())
                .isEqualTo(400);
        String large = "{\"properties\":{\"code\":\"" + "x".repeat(100_001) + "\"}}";
        assertThat(server.change(HttpMethod.POST, ITEMS, GEOJSON, large).getStatus())
                .isEqualTo(413);
        String item = created("H");
        assertThat(server.change(HttpMethod.PATCH, item, PATCH, "{\"id\":\"999\",\"properties\":{\"shoots\":1}}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(server.change(HttpMethod.DELETE, ITEMS + "/987654", GEOJSON, "")
                        .getStatus())
                .isEqualTo(404);
        assertThat(server.json(item).get("properties").get("shoots").doubleValue())
                .isCloseTo(5, within(0.0));
    }
}
