package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.LiveService.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
class HostileRequestTest {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/ogc/api/layers");
    private static final Path STYLES = Path.of("src/test/resources/sinkmap/ogc/layers/styles");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int DEEP = 10_000;
    private static final String ITEMS = "/ogc/features/collections/meadow/items";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** A pattern that takes an exponential number of steps where every way through the text is tried. */
    private static final String EXPLODING = "%a".repeat(40) + "%b";

    @TempDir
    static Path data;

    private static LiveService service;

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

    private static HttpResponse<String> soon(ThrowingSupplier<HttpResponse<String>> request) {
        return Assertions.assertTimeout(SOON, request);
    }

    /** Refused as the request's fault, in the form of the protocol and without a word of the inside. */
    private static void assertRefused(HttpResponse<String> answer) {
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

    private static String nested(String open, String core, String close) {
        return open.repeat(DEEP) + core + close.repeat(DEEP);
    }

    private static String wfs(String version, String filter) {
        boolean two = version.equals("2.0.0");
        return "<wfs:GetFeature service='WFS' version='" + version + "' xmlns:wfs='http://www.opengis.net/wfs"
                + (two ? "/2.0" : "") + "' xmlns:f='http://www.opengis.net/" + (two ? "fes/2.0" : "ogc") + "'>"
                + "<wfs:Query type" + (two ? "Names" : "Name") + "='meadow'><f:Filter>" + filter
                + "</f:Filter></wfs:Query></wfs:GetFeature>";
    }

    static Stream<String> deepXml() {
        String equal = "<f:PropertyIsEqualTo><f:%s>code</f:%s><f:Literal>A</f:Literal></f:PropertyIsEqualTo>";
        return Stream.of("1.0.0", "1.1.0", "2.0.0").flatMap(version -> {
            String name = version.equals("2.0.0") ? "ValueReference" : "PropertyName";
            String leaf = equal.formatted(name, name);
            String sum = "<f:PropertyIsEqualTo>"
                    + nested("<f:Add><f:Literal>1</f:Literal>", "<f:Literal>1</f:Literal>", "</f:Add>")
                    + "<f:Literal>1</f:Literal></f:PropertyIsEqualTo>";
            return Stream.of(
                            nested("<f:Not>", leaf, "</f:Not>"),
                            nested("<f:And>" + leaf, leaf, "</f:And>"),
                            nested("<f:Or>", leaf, "</f:Or>"),
                            sum)
                    .map(filter -> wfs(version, filter));
        });
    }

    @ParameterizedTest
    @MethodSource("deepXml")
    void bottomlessFiltersInXmlAreRefused(String body) {
        assertRefused(soon(() -> service.post("/wfs", "text/xml", body)));
    }

    static Stream<String> deepText() {
        return Stream.of(
                nested("(", "code = 'A'", ")"),
                nested("NOT (", "code = 'A'", ")"),
                "NOT ".repeat(DEEP) + "code = 'A'",
                "shoots = " + nested("(1 + ", "1", ")"),
                "shoots = " + "-".repeat(DEEP) + "1",
                "code = " + nested("lower(", "code", ")"),
                "code = 'A'" + " AND (code = 'A'".repeat(DEEP) + ")".repeat(DEEP));
    }

    @ParameterizedTest
    @MethodSource("deepText")
    void bottomlessFiltersInTextAreRefused(String filter) {
        String form = query(
                        "SERVICE",
                        "WFS",
                        "VERSION",
                        "2.0.0",
                        "REQUEST",
                        "GetFeature",
                        "TYPENAMES",
                        "meadow",
                        "CQL_FILTER",
                        filter)
                .substring(1);
        assertRefused(soon(() -> service.post("/wfs", FORM, form)));
        String map = query(
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
                        "9",
                        "HEIGHT",
                        "9",
                        "FORMAT",
                        "image/png",
                        "CQL_FILTER",
                        filter)
                .substring(1);
        assertRefused(soon(() -> service.post("/wms", FORM, map)));
        assertRefused(soon(() -> service.get(ITEMS + query("filter", filter, "filter-lang", "cql2-text"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1500, DEEP})
    void bottomlessFiltersInJsonAreRefused(int depth) {
        String leaf = "{\"op\":\"=\",\"args\":[{\"property\":\"code\"},\"A\"]}";
        for (String open : List.of("{\"op\":\"not\",\"args\":[", "{\"op\":\"and\",\"args\":[" + leaf + ",")) {
            String filter = open.repeat(depth) + leaf + "]}".repeat(depth);
            assertRefused(soon(() -> service.get(ITEMS + query("filter", filter, "filter-lang", "cql2-json"))));
        }
        String value = "{\"op\":\"=\",\"args\":[" + "[".repeat(depth) + "]".repeat(depth) + ",1]}";
        assertRefused(soon(() -> service.get(ITEMS + query("filter", value, "filter-lang", "cql2-json"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":%s}}",
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"Z\",\"parts\":%s},\"geometry\":null}"
            })
    void bottomlessFeaturesAreRefused(String feature) {
        String body = feature.formatted(nested("[", "1", "]"));
        assertRefused(soon(() -> service.change("POST", ITEMS, "application/geo+json", body)));
        assertRefused(soon(() -> service.change("PATCH", ITEMS + "/1", "application/merge-patch+json", body)));
    }

    private static String sld(String filter, String symbol) {
        return "<StyledLayerDescriptor version='1.0.0' xmlns='http://www.opengis.net/sld'"
                + " xmlns:ogc='http://www.opengis.net/ogc' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                + "<NamedLayer><Name>meadow</Name><UserStyle><FeatureTypeStyle><Rule>" + filter + symbol
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    }

    private static HttpResponse<String> map(String name, String value) throws IOException {
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

    @Test
    void bottomlessStylesAreRefused() {
        String leaf = "<ogc:PropertyIsNull><ogc:PropertyName>code</ogc:PropertyName></ogc:PropertyIsNull>";
        String filter = "<ogc:Filter>" + nested("<ogc:Not>", leaf, "</ogc:Not>") + "</ogc:Filter>";
        assertRefused(soon(() -> map("SLD_BODY", sld(filter, "<PolygonSymbolizer/>"))));
    }

    static Stream<String> bombs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1));
        }
        return Stream.of(
                laughs + "]>%s&a29;",
                "<!DOCTYPE x [<!ENTITY a '" + "ha".repeat(50_000) + "'>]>%s" + "&a;".repeat(10_000),
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>%s&a;",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:PORT/evil.dtd'> %p;]>%s",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:PORT/evil.dtd'>%s",
                "%s&undeclared;");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void entitiesAreNeverReadNorExpanded(String bomb) throws IOException {
        try (Listener listener = new Listener()) {
            String before = bomb.substring(0, bomb.indexOf("%s")).replace("PORT", listener.port());
            String entity = bomb.substring(bomb.indexOf("%s") + 2);
            String style = before + sld("<Name>" + entity + "</Name>", "<PolygonSymbolizer/>");
            String posted =
                    before + "<GetMap version='1.3.0'><StyledLayerDescriptor version='1.0.0'><NamedLayer><Name>meadow"
                            + entity + "</Name></NamedLayer></StyledLayerDescriptor><CRS>CRS:84</CRS></GetMap>";
            String features =
                    before + wfs("2.0.0", "<f:PropertyIsLike><f:Literal>" + entity + "</f:Literal></f:PropertyIsLike>");
            for (HttpResponse<String> answer : List.of(
                    soon(() -> map("SLD_BODY", style)),
                    soon(() -> service.post("/wms", "text/xml", posted)),
                    soon(() -> service.post("/wfs", "text/xml", features)),
                    soon(() -> service.change(
                            "POST", "/wfs", "text/xml", features.replace("GetFeature", "Transaction"))))) {
                assertRefused(answer);
                assertThat(answer.body()).doesNotContain("hahaha", "root:");
            }
            assertThat(listener.wasCalled()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "ftp", "jar:http", "file", "netdoc"})
    void noStyleMakesTheServiceCallAnother(String scheme) throws IOException {
        try (Listener listener = new Listener()) {
            String address =
                    scheme + "://127.0.0.1:" + listener.port() + "/x.svg" + (scheme.startsWith("jar") ? "!/x" : "");
            String graphic = "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href='" + address
                    + "'/><Format>image/svg+xml</Format></ExternalGraphic></Graphic></PointSymbolizer>";
            assertRefused(soon(() -> map("SLD_BODY", sld("", graphic))));
            assertRefused(soon(() -> map("SLD", address)));
            assertThat(listener.wasCalled()).isFalse();
        }
    }

    /** A port of this machine that nobody has a reason to call. */
    private static final class Listener implements AutoCloseable {

        private final ServerSocket socket;

        Listener() throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        }

        String port() {
            return Integer.toString(socket.getLocalPort());
        }

        boolean wasCalled() throws IOException {
            socket.setSoTimeout(100);
            try {
                socket.accept().close();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void patternsThatExplodeEndSoon() {
        String like =
                "<f:PropertyIsLike wildCard='%' singleChar='_' escapeChar='!'><f:ValueReference>code</f:ValueReference>"
                        + "<f:Literal>" + EXPLODING + "</f:Literal></f:PropertyIsLike>";
        String sldLike =
                "<ogc:Filter><ogc:PropertyIsLike wildCard='%' singleChar='_' escapeChar='!'><ogc:PropertyName>code"
                        + "</ogc:PropertyName><ogc:Literal>" + EXPLODING
                        + "</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>";
        for (HttpResponse<String> answer : List.of(
                soon(() -> service.post("/wfs", "text/xml", wfs("2.0.0", like))),
                soon(() -> map("CQL_FILTER", "code LIKE '" + EXPLODING + "'")),
                soon(() -> map("SLD_BODY", sld(sldLike, "<PolygonSymbolizer/>"))),
                soon(() -> service.get(ITEMS + query("filter", "code LIKE '" + EXPLODING + "'"))))) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("aaaaaaaa");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN,37,119,38",
                "118,NaN,119,38",
                "118,37,Infinity,38",
                "-Infinity,37,119,38",
                "118,37,1e999,38",
                "119,37,118,38",
                "118,38,119,37",
                "118,37,119",
                "118,37,119,38,1,2,3",
                "0x1p3,37,119,38",
                "1d,2d,3d,4d",
                ""
            })
    void boxesThatAreNoneAreRefused(String box) {
        assertRefused(soon(() -> map("BBOX", box)));
        assertRefused(soon(() -> service.get("/wfs"
                + query(
                        "SERVICE",
                        "WFS",
                        "VERSION",
                        "2.0.0",
                        "REQUEST",
                        "GetFeature",
                        "TYPENAMES",
                        "meadow",
                        "BBOX",
                        box.isEmpty() ? "," : box))));
        if (!box.startsWith("119,37") && !box.isEmpty()) {
            assertRefused(soon(() -> service.get(ITEMS + query("bbox", box))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "4097", "2147483648", "99999999999999999999", "1e3", "NaN", "0x10"})
    void picturesOfNoOrOfHugeSizeAreRefused(String size) {
        assertRefused(soon(() -> map("WIDTH", size)));
        assertRefused(soon(() -> map("HEIGHT", size)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code; DROP TABLE users",
                "code\" FROM users --",
                "1=1) OR (1=1",
                "(SELECT password FROM users)",
                "code' UNION SELECT '",
                "exec('id')",
                "java.lang.Runtime.getRuntime()",
                "${7*7}",
                "#{T(java.lang.System)}"
            })
    void namesAreNeverCode(String name) {
        String base = query("SERVICE", "WFS", "VERSION", "2.0.0", "REQUEST", "GetFeature", "TYPENAMES", "meadow");
        assertRefused(
                soon(() -> service.get("/wfs" + base + query("SORTBY", name).replace('?', '&'))));
        assertRefused(soon(
                () -> service.get("/wfs" + base + query("PROPERTYNAME", name).replace('?', '&'))));
        assertRefused(
                soon(() -> service.get("/wfs" + base + query("CQL_FILTER", name).replace('?', '&'))));
        assertRefused(soon(() -> service.get("/wfs" + base.replace("GetFeature", "GetPropertyValue")
                + query("VALUEREFERENCE", name).replace('?', '&'))));
        assertRefused(soon(() -> service.get(ITEMS + query("sortby", name))));
        assertRefused(soon(() -> service.get(ITEMS + query("properties", name))));
        assertRefused(soon(() -> service.get(ITEMS + query("filter", name))));
        assertRefused(soon(() -> service.get(ITEMS + query(name, "1"))));
        assertRefused(soon(() -> map("CQL_FILTER", name)));
    }
}
