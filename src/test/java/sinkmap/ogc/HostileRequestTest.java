package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.LiveService.query;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is nested without end, expands without end, or sends the service elsewhere. */
class HostileRequestTest extends HostileTest {

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
}
