package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Styles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Formats and parameters of GetFeatureInfo. */
class InfoFormatsTest {

    private static final String INFO = "SERVICE=WMS&REQUEST=GetFeatureInfo&STYLES=&WIDTH=200&HEIGHT=100";
    private static final String NORTH_FIRST = INFO + "&VERSION=1.3.0&CRS=EPSG:4490&BBOX=37,118,38,120";
    private static final String SUAEDA = NORTH_FIRST + "&LAYERS=marsh&QUERY_LAYERS=marsh&I=40&J=80";

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wms(
            region.catalog,
            Styles.load(region.catalog),
            region.features,
            region.rasters,
            region.runs,
            OgcServer.SETTINGS));

    private String text(String parameters) {
        MockHttpServletResponse response = server.get("/wms", parameters);
        assertThat(response.getStatus()).as(OgcServer.text(response)).isEqualTo(200);
        return OgcServer.text(response);
    }

    private JsonNode json(String parameters) {
        return JsonMapper.shared().readTree(text(parameters));
    }

    private String refusal(String parameters) {
        MockHttpServletResponse response = server.get("/wms", parameters);
        assertThat(response.getStatus()).isEqualTo(400);
        return OgcServer.text(response);
    }

    private static double firstOrdinate(JsonNode answer) {
        JsonNode part = answer.get("features").get(0).get("geometry").get("coordinates");
        while (part.isArray()) {
            part = part.get(0);
        }
        return part.doubleValue();
    }

    @Test
    void jsonIsInTheCrsOfTheMapAndNamesIt() {
        JsonNode answer = json(SUAEDA + "&INFO_FORMAT=application/json");
        assertThat(firstOrdinate(answer)).isEqualTo(118.2);
        assertThat(answer.get("crs").get("properties").get("name").stringValue())
                .isEqualTo("urn:ogc:def:crs:EPSG::4490");
        String mercator = INFO + "&VERSION=1.3.0&CRS=EPSG:3857&BBOX=13135699.9,4439106.8,13358338.9,4579425.8"
                + "&LAYERS=marsh&QUERY_LAYERS=marsh&I=40&J=80&INFO_FORMAT=";
        // 118.2 degrees of a circle of 6378137 m
        assertThat(firstOrdinate(json(mercator + "application/json")))
                .isCloseTo(118.2 / 180 * Math.PI * 6378137, org.assertj.core.data.Offset.offset(0.01));
        JsonNode plain = json(mercator + "application/geo+json");
        assertThat(firstOrdinate(plain)).isCloseTo(118.2, org.assertj.core.data.Offset.offset(1e-7));
        assertThat(plain.has("crs")).isFalse();
    }

    @Test
    void gmlHoldsFeaturesAndValuesInXyOrder() {
        MockHttpServletResponse response = server.get(
                "/wms",
                NORTH_FIRST + "&LAYERS=marsh,depth&QUERY_LAYERS=marsh,depth&I=170&J=30&LANGUAGE=en"
                        + "&INFO_FORMAT=application/vnd.ogc.gml");
        assertThat(response.getContentType()).startsWith("application/vnd.ogc.gml");
        XmlElement root = XmlElement.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        XmlElement reed = root.children("featureMember").get(0).children().get(0);
        assertThat(reed.findAttribute("fid")).contains("marsh.7");
        assertThat(reed.findText("code")).contains("<b>B&2</b>");
        XmlElement geometry = reed.findChild("geom").orElseThrow().children().get(0);
        assertThat(geometry.findAttribute("srsName")).contains("EPSG:4490");
        assertThat(OgcServer.text(response)).contains("119.5,37.6 119.9,37.6 119.7,37.9 119.5,37.6");
        XmlElement depth = root.children("featureMember").get(1).children().get(0);
        assertThat(depth.findText("unit")).contains("m");
        assertThat(depth.findText("value")).contains("0.5");
    }

    @ParameterizedTest
    @CsvSource({"1.3.0, I, J", "1.3.0, X, Y", "1.1.1, X, Y"})
    void thePixelIsNamedInTheWordsOfEitherVersion(String version, String column, String row) {
        String place = version.equals("1.1.1") ? "&SRS=EPSG:4490&BBOX=118,37,120,38" : "&CRS=CRS:84&BBOX=118,37,120,38";
        assertThat(text(INFO + "&VERSION=" + version + place + "&LAYERS=marsh&QUERY_LAYERS=marsh&LANGUAGE=en"
                        + "&INFO_FORMAT=text/plain&" + column + "=170&" + row + "=30"))
                .contains("Reed");
    }

    @Test
    void onlyTheAttributesAskedForAreFetchedAndShown() {
        JsonNode properties = json(SUAEDA + "&INFO_FORMAT=application/json&PROPERTYNAME=(sinkmap:code,rank)")
                .get("features")
                .get(0)
                .get("properties");
        assertThat(region.queries.get(0).attributes()).containsExactly("code", "rank");
        assertThat(properties.has("code")).isTrue();
        assertThat(refusal(SUAEDA + "&PROPERTYNAME=code,password")).contains("PROPERTYNAME", "password");
        assertThat(refusal(SUAEDA + "&PROPERTYNAME=(code)(code)")).contains("one list in parentheses a layer (1)");
    }

    @Test
    void aBufferWidensTheSearch() {
        String port = NORTH_FIRST + "&LAYERS=port&QUERY_LAYERS=port&INFO_FORMAT=text/plain&J=50&I=";
        assertThat(text(port + 130)).isEmpty();
        assertThat(text(port + 130 + "&BUFFER=31")).contains("东营港");
        assertThat(text(port + 130 + "&BUFFER=28")).isEmpty();
        assertThat(text(port + 104 + "&BUFFER=0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FEATURE_COUNT=0",
                "FEATURE_COUNT=99999999999999",
                "FEATURE_COUNT=1e9",
                "BUFFER=100000",
                "BUFFER=-7",
                "INFO_FORMAT=text/javascript",
                "I=-1",
                "J=100",
                "I=NaN",
                "QUERY_LAYERS=marsch"
            })
    void absurdParametersAreNamed(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        String rest = SUAEDA.replaceAll("&" + name + "=[^&]*", "");
        assertThat(refusal(rest + "&" + parameter)).contains("locator=\"" + name + "\"");
    }

    @Test
    void aHugeFeatureCountIsCappedByTheService() {
        assertThat(json(SUAEDA + "&INFO_FORMAT=application/json&FEATURE_COUNT=2000000000")
                        .get("features"))
                .hasSize(1);
    }

    @Test
    void filtersApplyToInfoToo() {
        assertThat(json(SUAEDA + "&INFO_FORMAT=application/json&CQL_FILTER=rank=1")
                        .get("features"))
                .isEmpty();
    }
}
