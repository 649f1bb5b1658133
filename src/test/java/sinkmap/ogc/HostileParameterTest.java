package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.LiveService.query;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that no honest client sends. */
class HostileParameterTest extends HostileTest {

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
