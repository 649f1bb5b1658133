package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.LiveService.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests of those who mean harm, over HTTP to the whole service: each gets a report of its protocol that says nothing of
 * the inside, soon, and the service lives on.
 */
abstract class HostileTest {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/ogc/api/layers");
    private static final Path STYLES = Path.of("src/test/resources/sinkmap/ogc/layers/styles");
    private static final Duration SOON = Duration.ofSeconds(20);
    static final int DEEP = 10_000;
    static final String ITEMS = "/ogc/features/collections/meadow/items";
    static final String FORM = "application/x-www-form-urlencoded";

    /** A pattern that takes an exponential number of steps where every way through the text is tried. */
    static final String EXPLODING = "%a".repeat(40) + "%b";

    @TempDir
    static Path data;

    static LiveService service;

    @BeforeAll
    static void start() throws Exception {
        Catalog catalog = Catalog.read(LAYERS, STYLES);
        FeatureLayer meadow = (FeatureLayer) catalog.getLayer("meadow");
        try (Store store = Store.open(StoreSettings.embedded(data), catalog);
                FeatureWriter writer = store.features().write(meadow, FeatureStore.Mode.REPLACE)) {
            var square = new WKTReader().read("MULTIPOLYGON (((118 37, 119 37, 119 38, 118 38, 118 37)))");
            writer.add(new Feature(0, square, Map.of("code", "a".repeat(2000), "species", "ruppia")));
            writer.commit();
        }
        service = new LiveService(192, LAYERS, STYLES, data);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @AfterEach
    void isAliveAndWell() throws IOException {
        assertThat(service.alive()).as(service.log()).isTrue();
        HttpResponse<String> items = service.get(ITEMS);
        assertThat(items.statusCode()).isEqualTo(200);
        assertThat(items.body()).contains("\"numberMatched\":1");
        assertThat(service.log()).doesNotContain("OutOfMemory").doesNotContain("StackOverflow");
    }

    static HttpResponse<String> soon(ThrowingSupplier<HttpResponse<String>> request) {
        return Assertions.assertTimeout(SOON, request);
    }

    /** Refused as the request's fault, in the form of the protocol and without a word of the inside. */
    static void assertRefused(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body())
                .doesNotContain(
                        "\tat ", "Exception:", "NullPointer", "org.h2", "org.geotools", "sinkmap.ogc", "FROM \"");
        if (type.contains("json")) {
            assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString())
                    .isNotBlank();
        } else if (type.contains("xml")) {
            assertThat(root(answer.body())).isIn("ServiceExceptionReport", "ExceptionReport");
        } else {
            // the head of the request is longer than any may be
            assertThat(answer.statusCode()).isIn(400, 414, 431);
        }
    }

    private static String root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement()
                    .getLocalName();
        } catch (Exception e) {
            throw new AssertionError(xml, e);
        }
    }

    static String nested(String open, String core, String close) {
        return open.repeat(DEEP) + core + close.repeat(DEEP);
    }

    static String wfs(String version, String filter) {
        boolean two = version.equals("2.0.0");
        return "<wfs:GetFeature service='WFS' version='" + version + "' xmlns:wfs='http://www.opengis.net/wfs"
                + (two ? "/2.0" : "") + "' xmlns:f='http://www.opengis.net/" + (two ? "fes/2.0" : "ogc") + "'>"
                + "<wfs:Query type" + (two ? "Names" : "Name") + "='meadow'><f:Filter>" + filter
                + "</f:Filter></wfs:Query></wfs:GetFeature>";
    }

    static String sld(String filter, String symbol) {
        return "<StyledLayerDescriptor version='1.0.0' xmlns='http://www.opengis.net/sld'"
                + " xmlns:ogc='http://www.opengis.net/ogc' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                + "<NamedLayer><Name>meadow</Name><UserStyle><FeatureTypeStyle><Rule>" + filter + symbol
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    }

    static HttpResponse<String> map(String name, String value) throws IOException {
        String form = query(
                        "SERVICE",
                        "WMS",
                        "VERSION",
                        "1.3.0",
                        "REQUEST",
                        "GetMap",
                        "LAYERS",
                        "meadow",
                        "STYLES",
                        "",
                        "CRS",
                        "CRS:84",
                        "BBOX",
                        "118,37,119,38",
                        "WIDTH",
                        "90",
                        "HEIGHT",
                        "90",
                        "FORMAT",
                        "image/png",
                        name,
                        value)
                .substring(1);
        return service.post("/wms", FORM, form);
    }
}
