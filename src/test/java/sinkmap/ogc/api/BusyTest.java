package sinkmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.api.ApiServer.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.Gate;
import sinkmap.ogc.OgcServer;
import sinkmap.store.StoreSettings;
import tools.jackson.databind.JsonNode;

/** What the API answers while all places are taken and nobody may wait: there is one for maps and one for features. */
class BusyTest {

    @TempDir
    static Path folder;

    private static final Gate GATE = OgcServer.gate(1, 0);
    private static ApiServer server;

    @BeforeAll
    static void open() {
        server = new ApiServer(StoreSettings.embedded(folder), new ApiSettings(3, 50, false, 4, 1), GATE);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/collections/meadow/items", "/collections/meadow/items?f=html", "/collections/meadow/items/1"})
    void readersOfItemsAreToldToComeBackLater(String path) {
        try (Gate.Pass other = GATE.enter(Gate.Kind.FEATURES)) {
            assertBusy(server.send(HttpMethod.GET, path, r -> r));
        }
        assertThat(server.send(HttpMethod.GET, path, r -> r).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /collections/meadow/items",
        "PUT, /collections/meadow/items/1",
        "DELETE, /collections/meadow/items/1"
    })
    void editorsAreToldToComeBackLaterAndNothingIsChanged(String method, String path) {
        String feature = "{\"type\":\"Feature\",\"properties\":{\"code\":\"Z\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[118.1,37.1],[118.2,37.1],[118.2,37.2],[118.1,37.1]]]}}";
        JsonNode before = features();
        try (Gate.Pass other = GATE.enter(Gate.Kind.FEATURES)) {
            assertBusy(server.change(HttpMethod.valueOf(method), path, "application/geo+json", feature));
        }
        assertThat(features()).isEqualTo(before);
    }

    private static JsonNode features() {
        return server.json("/collections/meadow/items", "limit", "50").get("features");
    }

    @Test
    void tilesThatAreKeptAreGivenAllTheSame() {
        String kept = "/collections/meadow/tiles/WebMercatorQuad/5/12/26";
        String other = "/collections/meadow/tiles/WebMercatorQuad/6/24/52";
        assertThat(server.get(kept).getStatus()).isEqualTo(200);
        try (Gate.Pass map = GATE.enter(Gate.Kind.MAPS)) {
            assertThat(server.get(kept).getStatus()).isEqualTo(200);
            assertBusy(server.get(other));
        }
        assertThat(server.get(other).getStatus()).isEqualTo(200);
    }

    @Test
    void documentsNeedNoPlace() {
        try (Gate.Pass map = GATE.enter(Gate.Kind.MAPS);
                Gate.Pass features = GATE.enter(Gate.Kind.FEATURES)) {
            assertThat(server.get("/collections").getStatus()).isEqualTo(200);
        }
    }

    private static void assertBusy(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(text(response)).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(text(response)).contains("more requests than it can take on");
    }
}
