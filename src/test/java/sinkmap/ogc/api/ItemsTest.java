package sinkmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemsTest {

    private static final String ITEMS = "/collections/meadow/items";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private ApiServer server;

    @BeforeAll
    void open(@TempDir Path data) {
        server = new ApiServer(data);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @BeforeEach
    void fill() {
        server.fill();
    }

    private String codes(String... parameters) {
        String[] all = java.util.Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = "limit";
        all[parameters.length + 1] = "50";
        return String.join("", ApiServer.codes(server.json(ITEMS, all)));
    }

    @Test
    void pagesFollowTheirLinksForwardsAndBackToTheWhole() {
        JsonNode page = server.json(ITEMS, "limit", "2", "sortby", "-shoots");
        List<String> forwards = new ArrayList<>();
        List<JsonNode> pages = new ArrayList<>();
        while (page != null) {
            forwards.addAll(ApiServer.codes(page));
            pages.add(page);
            assertThat(page.get("numberMatched").intValue()).isEqualTo(7);
            assertThat(page.get("numberReturned").intValue())
                    .isEqualTo(page.get("features").size());
            page = ApiServer.link(page, "next") == null ? null : server.follow(page, "next");
        }
        assertThat(forwards).containsExactly("A", "D", "E", "C", "G", "B", "F");
        for (int i = pages.size() - 1; i > 0; i--) {
            assertThat(ApiServer.codes(server.follow(pages.get(i), "prev")))
                    .isEqualTo(ApiServer.codes(pages.get(i - 1)));
        }
        assertThat(ApiServer.link(pages.get(0), "prev")).isNull();
    }

    @Test
    void aPageKeepsItsPlaceWhenItemsBeforeItGo() {
        JsonNode first = server.json(ITEMS, "limit", "2");
        server.change(
                HttpMethod.DELETE,
                ITEMS + "/" + first.get("features").get(0).get("id").asLong(),
                "application/json",
                "");
        assertThat(ApiServer.codes(server.follow(first, "next"))).containsExactly("C", "D");
    }

    @ParameterizedTest
    @CsvSource({
        "118.26 37.12 118.27 37.13, B",
        "118.16 37.1 118.24 37.2, ''",
        "118.26 37.12 0 118.5 37.13 9, BC",
        "118.9 37.1 118.3 37.15, ABEFG",
        "-180 -90 180 90, ABCDEFG"
    })
    void bboxGivesWhatMeetsTheRectangleAlsoAcrossTheAntimeridian(String corners, String expected) {
        assertThat(codes("bbox", corners.replace(' ', ','))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4490,37.12 118.26 37.13 118.5",
        "4326,37.12 118.26 37.13 118.5",
        "3857,13164642.98 4457000 13191359.6 4460000"
    })
    void bboxIsReadInTheAxisOrderOfItsCrs(String code, String corners) {
        assertThat(codes("bbox", corners.replace(' ', ','), "bbox-crs", EPSG + code))
                .isEqualTo("BC");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-01, B",
        "2021-06-01T12:30:00Z, B",
        "2021-06-02/2023-06-01, CD",
        "../2021-06-01, AB",
        "2024-01-01/.., EF",
        "2024-01-01/, EF"
    })
    void datetimeGivesWhatWasObservedThen(String datetime, String expected) {
        assertThat(codes("datetime", datetime)).isEqualTo(expected);
    }

    @Test
    void datetimeDoesNotNarrowACollectionWithoutTimes() {
        assertThat(server.json("/collections/station/items", "datetime", "1999-01-01")
                        .get("numberMatched")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void propertiesAndFiltersInBothFormsOfCql2Narrow() {
        assertThat(codes("species", "ruppia")).isEqualTo("BDF");
        assertThat(codes("species", "ruppia", "shoots", "30")).isEqualTo("D");
        assertThat(codes("filter", "shoots > 10 AND species = 'zostera'")).isEqualTo("AE");
        assertThat(codes("filter", "shoots IS NULL OR code LIKE 'C%'")).isEqualTo("BCF");
        assertThat(codes(
                        "filter",
                        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geom\"},{\"type\":\"Point\",\"coordinates\":[118.3,37.15]}]}",
                        "filter-lang",
                        "cql2-json"))
                .isEqualTo("B");
        assertThat(codes("filter", "S_INTERSECTS(geom, POINT(37.15 118.3))", "filter-crs", EPSG + "4490"))
                .isEqualTo("B");
    }

    @Test
    void coordinatesComeInTheAxisOrderOfTheCrsAsked() {
        double[] lonLat = corner(server.json(ITEMS, "code", "A"));
        double[] north = corner(server.json(ITEMS, "code", "A", "crs", EPSG + "4490"));
        double[] metres = corner(server.json(ITEMS, "code", "A", "crs", EPSG + "3857"));
        assertThat(lonLat).containsExactly(118.05, 37.1);
        assertThat(north).containsExactly(37.1, 118.05);
        // x = 6378137 lon, y = 6378137 ln tan(pi/4 + lat/2)
        assertThat(metres[0]).isCloseTo(6378137 * Math.toRadians(118.05), within(0.001));
        assertThat(metres[1])
                .isCloseTo(6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(37.1) / 2)), within(0.001));
        assertThat(server.get(ITEMS, "crs", EPSG + "4490").getHeader("Content-Crs"))
                .isEqualTo("<" + EPSG + "4490>");
        assertThat(server.get(ITEMS).getHeader("Content-Crs"))
                .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    }

    private static double[] corner(JsonNode collection) {
        JsonNode first = collection
                .get("features")
                .get(0)
                .get("geometry")
                .get("coordinates")
                .get(0)
                .get(0)
                .get(0);
        return new double[] {first.get(0).doubleValue(), first.get(1).doubleValue()};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=ten",
                "offset=-5",
                "bbox=1,2,3",
                "bbox=1,2,3,x",
                "bbox=NaN,1,2,3",
                "bbox=-Infinity,1,2,3",
                "bbox=118,38,119,37",
                "bbox=118,91,119,92",
                "bbox=1e300,1,2,3",
                "bbox-crs=EPSG:4490",
                "crs=http://www.opengis.net/def/crs/EPSG/0/27700",
                "crs=../../etc/passwd",
                "datetime=yesterday",
                "datetime=2022-01-01/2021-01-01",
                "datetime=2022-02-30",
                "datetime=..",
                "filter=shoots >",
                "filter=nothing = 1",
                "filter=env('user.home') = 1",
                "filter-lang=sql",
                "sortby=parts",
                "sortby=shoots; DROP TABLE meadow",
                "properties=none",
                "skipGeometry=perhaps",
                "start=AAAA",
                "start=WzEsMiwzXQ",
                "shoots=many",
                "f=gml",
                "lang=fr",
                "colour=red",
                "LIMIT=2"
            })
    void aParameterAtFaultIsNamedInAProblemDocument(String query) {
        String[] parts = query.split("=", 2);
        MockHttpServletResponse response = server.get(ITEMS, parts[0], parts[1]);
        assertThat(response.getStatus()).as(ApiServer.text(response)).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        JsonNode problem = ApiServer.read(response);
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        String word = parts[0].equals("start") ? "page" : parts[0].equals("shoots") ? "many" : parts[0];
        assertThat(problem.get("detail").asString()).contains(word).doesNotContain("sinkmap.");
    }

    @Test
    void hugeNumbersAreTakenAtTheirLimits() {
        String many = "9".repeat(60);
        assertThat(server.json(ITEMS, "limit", many).get("numberReturned").intValue())
                .isEqualTo(7);
        JsonNode beyond = server.json(ITEMS, "offset", many);
        assertThat(beyond.get("features").isEmpty()).isTrue();
        assertThat(beyond.get("numberMatched").intValue()).isEqualTo(7);
        assertThat(ApiServer.codes(server.follow(beyond, "prev"))).containsExactly("E", "F", "G");
        assertThat(ApiServer.codes(server.json(ITEMS, "offset", "5"))).containsExactly("F", "G");
    }

    @Test
    void filtersNestedTooDeepAreRefused() {
        String deep = "{\"op\":\"not\",\"args\":[".repeat(3000) + "true" + "]}".repeat(3000);
        assertThat(server.get(ITEMS, "filter-lang", "cql2-json", "filter", deep).getStatus())
                .isEqualTo(400);
        assertThat(server.get(ITEMS, "filter", "(".repeat(5000) + "shoots=1" + ")".repeat(5000))
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/collections/nowhere",
                "/collections/nowhere/items",
                "/collections/meadow/items/999999",
                "/collections/meadow/items/x",
                "/collections/station/items/station.1",
                "/collections/meadow/items/1%27%20OR%201=1",
                "/collections/%2e%2e%2fmeadow/items",
                "/collections/meadow/tiles/Nowhere",
                "/tileMatrixSets/Nowhere"
            })
    void whatIsNotThereIs404(String path) {
        MockHttpServletResponse response = server.get(path);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(ApiServer.read(response).get("status").intValue()).isEqualTo(404);
    }

    @Test
    void onlyWantedPropertiesAreSent() {
        JsonNode feature = server.json(ITEMS, "properties", "species", "skipGeometry", "true")
                .get("features")
                .get(0);
        assertThat(feature.get("geometry").isNull()).isTrue();
        assertThat(feature.get("properties").propertyNames()).containsExactly("species");
    }

    @Test
    void anUnchangedPageIsNotSentAgainUntilTheLayerChanges() {
        String tag = server.get(ITEMS).getHeader("ETag");
        assertThat(again(tag).getStatus()).isEqualTo(304);
        assertThat(again(tag).getContentAsByteArray()).isEmpty();
        long id = server.json(ITEMS).get("features").get(0).get("id").asLong();
        server.change(HttpMethod.DELETE, ITEMS + "/" + id, "application/json", "");
        assertThat(again(tag).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse again(String tag) {
        return server.send(HttpMethod.GET, ITEMS, r -> r.header("If-None-Match", tag));
    }

    @Test
    void pagesInHtmlEscapeWhatIsStored() {
        MockHttpServletResponse response = server.get("/collections/station/items", "f", "html", "lang", "en");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(ApiServer.text(response))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .contains("<html lang=\"en\">")
                .contains("1 items");
        long id = server.json("/collections/station/items")
                .get("features")
                .get(0)
                .get("id")
                .asLong();
        assertThat(ApiServer.text(server.get("/collections/station/items/" + id, "f", "html")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .contains("名称");
        assertThat(ApiServer.text(server.get(ITEMS, "f", "html", "code", "\"><script>x</script>")))
                .doesNotContain("<script>x");
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, 200, text/html",
        "'text/html,application/xhtml+xml,*/*;q=0.8', 200, text/html",
        "application/geo+json, 200, application/geo+json",
        "application/json, 200, application/geo+json",
        "'application/geo+json;q=0.1,text/html;q=0.2', 200, text/html",
        "*/*, 200, application/geo+json",
        "image/png, 406, application/problem+json"
    })
    void theFormFollowsTheAcceptHeader(String accept, int status, String type) {
        MockHttpServletResponse response = server.send(HttpMethod.GET, ITEMS, r -> r.header("Accept", accept));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith(type);
        assertThat(response.getHeader("Vary")).contains("Accept");
    }

    @Test
    void headTellsTypeAndTagWithoutReadingItems() {
        MockHttpServletResponse response = server.send(HttpMethod.HEAD, ITEMS, r -> r);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/geo+json");
        assertThat(response.getHeader("ETag")).isEqualTo(server.get(ITEMS).getHeader("ETag"));
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void pagesOfOtherSitesMayReadAndNothingElse() {
        assertThat(server.get(ITEMS).getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        MockHttpServletResponse preflight = server.send(
                HttpMethod.OPTIONS,
                ITEMS,
                r -> r.header("Origin", "https://example.org").header("Access-Control-Request-Method", "DELETE"));
        assertThat(preflight.getHeader("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(preflight.getHeader("Access-Control-Allow-Credentials")).isNull();
    }
}
