package sinkmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.DrawnShape;
import sinkmap.ogc.DrawnShape.Kind;
import sinkmap.ogc.DrawnShape.Notation;
import tools.jackson.databind.JsonNode;

/** What is created, moved and asked for through the OGC API comes back in its place, in every CRS that it offers. */
class RoundTripItemsTest {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/cite");
    private static final Notation LON_LAT = new Notation("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false);
    private static final String GEOJSON = "application/geo+json";
    private static ApiServer server;

    @BeforeContainer
    static void open() throws IOException {
        server = ApiServer.empty(LAYERS, Files.createTempDirectory("items"));
    }

    @AfterContainer
    static void close() {
        server.close();
    }

    /** The notations that part 2 knows: URIs of definitions. */
    @Provide
    Arbitrary<Notation> uris() {
        return Arbitraries.of(DrawnShape.notations().stream()
                .filter(notation -> notation.text().startsWith("http://www.opengis.net/def/"))
                .toList());
    }

    @Property(tries = 200)
    void whatIsCreatedMovedAndReadIsInItsPlace(@ForAll Kind kind, @ForAll("uris") Notation crs, @ForAll long seed) {
        String items = "/collections/" + kind.layer + "/items";
        DrawnShape shape = DrawnShape.random(kind, seed);
        String header = "<" + crs.text() + ">";

        MockHttpServletResponse created =
                server.change(HttpMethod.POST, items, GEOJSON, feature(shape.geoJson(crs)), "Content-Crs", header);
        assertThat(created.getStatus()).as(ApiServer.text(created)).isEqualTo(201);
        String location = created.getHeader("Location");
        String item = location.substring(location.indexOf(items));
        assertInPlace(item, shape, crs);

        DrawnShape moved = shape.moved(0.3);
        String patch = "{\"geometry\":" + moved.geoJson(crs) + "}";
        assertThat(server.change(HttpMethod.PATCH, item, "application/merge-patch+json", patch, "Content-Crs", header)
                        .getStatus())
                .isEqualTo(204);
        assertInPlace(item, moved, crs);

        assertFound(item, server.json(items, "limit", "50", "bbox", moved.box(crs), "bbox-crs", crs.text()));
        assertFound(
                item,
                server.json(
                        items,
                        "limit",
                        "50",
                        "filter",
                        "S_INTERSECTS(geom, " + moved.boxText(crs) + ")",
                        "filter-crs",
                        crs.text()));
        assertThat(server.change(HttpMethod.DELETE, item, GEOJSON, "").getStatus())
                .isEqualTo(204);
    }

    private static String feature(String geometry) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{\"label\":\"L\"}}";
    }

    private static void assertInPlace(String item, DrawnShape shape, Notation crs) {
        assertThat(apart(server.json(item, "crs", crs.text()), shape, crs)).isLessThan(DrawnShape.centimetre(crs));
        assertThat(apart(server.json(item), shape, LON_LAT)).isLessThan(DrawnShape.centimetre(LON_LAT));
    }

    private static double apart(JsonNode item, DrawnShape shape, Notation notation) {
        String numbers = item.get("geometry").get("coordinates").toString().replaceAll("[\\[\\],]+", " ");
        return DrawnShape.apart(DrawnShape.positionsOf("<gml:pos>" + numbers + "<"), shape.positions(notation));
    }

    private static void assertFound(String item, JsonNode page) {
        String id = item.replaceFirst(".*/", "");
        boolean found = false;
        for (JsonNode feature : page.get("features")) {
            found |= feature.get("id").asString().equals(id);
        }
        assertThat(found).as("%s in %s", id, page).isTrue();
    }
}
