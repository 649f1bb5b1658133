package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Styles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GetFeatureInfo, GetLegendGraphic and GetCapabilities. */
class WmsInfoTest {

    private static final String INFO = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=EPSG:4490"
            + "&BBOX=37,118,38,120&WIDTH=200&HEIGHT=100&FEATURE_COUNT=5";

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

    private XmlElement capabilities(String version) {
        MockHttpServletResponse response =
                server.get("/wms", "service=wms&request=GetCapabilities&LANGUAGE=en&version=" + version);
        return XmlElement.read(new java.io.StringReader(OgcServer.text(response).replaceFirst("<!DOCTYPE[^>]*>", "")));
    }

    @Test
    void htmlSpeaksTheLanguageAndEscapesWhatIsInTheData() {
        String north = INFO + "&LAYERS=marsh&QUERY_LAYERS=marsh&INFO_FORMAT=text/html&I=170&J=30";
        assertThat(text(north + "&LANGUAGE=en"))
                .contains("Dominant species", "Reed", "12.25 km2", "&lt;b&gt;B&amp;2&lt;/b&gt;", "Illustrative")
                .doesNotContain("<b>", "Suaeda");
        assertThat(text(north + "&LANGUAGE=zh-CN")).contains("优势种", "芦苇", "示意数据");
        assertThat(text(INFO + "&LAYERS=marsh&QUERY_LAYERS=marsh&I=3&J=3&LANGUAGE=en"))
                .contains("nothing here");
    }

    @Test
    void jsonHoldsFeaturesAndValuesWithUnit() {
        JsonNode json = JsonMapper.shared()
                .readTree(text(INFO + "&LAYERS=marsh,depth&QUERY_LAYERS=marsh,depth&I=40&J=80"
                        + "&INFO_FORMAT=application/json"));
        JsonNode marsh = json.get("features").get(0);
        assertThat(marsh.get("id").stringValue()).isEqualTo("marsh.1");
        assertThat(marsh.get("properties").get("parts").get("soil").get(1).intValue())
                .isEqualTo(2);
        assertThat(marsh.get("geometry")
                        .get("coordinates")
                        .get(0)
                        .get(0)
                        .get(0)
                        .get(0)
                        .doubleValue())
                .isEqualTo(118.2);
        JsonNode depth = json.get("features").get(1);
        assertThat(depth.get("properties").get("unit").stringValue()).isEqualTo("m");
        assertThat(depth.get("properties").get("value").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void aPointIsFoundWithinItsSymbolButNotBeyond() {
        String port = INFO + "&LAYERS=port&QUERY_LAYERS=port&INFO_FORMAT=text/plain&LANGUAGE=en&J=53&I=";
        assertThat(text(port + 104)).contains("东营港");
        assertThat(text(port + 120)).isEmpty();
    }

    @Test
    void pointsOutsideThePictureAndLayersOutsideTheMapAreErrors() {
        String outside = INFO + "&LAYERS=marsh&QUERY_LAYERS=marsh&I=200&J=0";
        assertThat(OgcServer.text(server.get("/wms", outside))).contains("InvalidPoint");
        String other = INFO + "&LAYERS=marsh&QUERY_LAYERS=port&I=2&J=0";
        assertThat(OgcServer.text(server.get("/wms", other))).contains("LayerNotDefined");
    }

    @Test
    void legendsShowARuleALine() throws IOException {
        BufferedImage legend = ImageIO.read(new ByteArrayInputStream(
                server.get("/wms", "REQUEST=GetLegendGraphic&LAYER=marsh&FORMAT=image/png&LANGUAGE=en")
                        .getContentAsByteArray()));
        assertThat(legend.getRGB(10, 10)).isEqualTo(0xFFCC0000);
        assertThat(legend.getRGB(10, 38)).isEqualTo(0xFF0000CC);
        assertThat(legend.getHeight()).isBetween(48, 60);
    }

    @Test
    void version13GivesBoundsInTheAuthoritysOrder() {
        XmlElement marsh = layer(capabilities("1.3.0"), "marsh");
        assertThat(marsh.children("BoundingBox"))
                .filteredOn(box -> box.attributes().get("CRS").equals("EPSG:4490"))
                .singleElement()
                .satisfies(box -> assertThat(box.attributes())
                        .containsEntry("minx", "37.1")
                        .containsEntry("miny", "118.2"));
        assertThat(marsh.findText("Title")).contains("Salt marsh");
        assertThat(marsh.findText("Abstract").orElseThrow()).contains("Marshes <for> tests", "Illustrative data");
        assertThat(marsh.findChild("Style").orElseThrow().findChild("LegendURL"))
                .isPresent();
        assertThat(layer(capabilities("1.3.0"), "port").findText("MaxScaleDenominator"))
                .contains("5000000.0");
    }

    @Test
    void version111GivesBoundsInXyOrderAndKnowsNoCrs84() {
        XmlElement root = capabilities("1.1.1");
        assertThat(root.name()).isEqualTo("WMT_MS_Capabilities");
        assertThat(layer(root, "marsh").children("BoundingBox"))
                .filteredOn(box -> box.attributes().get("SRS").equals("EPSG:4490"))
                .singleElement()
                .satisfies(box -> assertThat(box.attributes())
                        .containsEntry("minx", "118.2")
                        .containsEntry("miny", "37.1"));
        XmlElement top =
                root.findChild("Capability").orElseThrow().findChild("Layer").orElseThrow();
        assertThat(top.children("SRS"))
                .extracting(XmlElement::text)
                .doesNotContain("CRS:84")
                .contains("EPSG:4549");
    }

    private static XmlElement layer(XmlElement root, String name) {
        List<XmlElement> groups = root.findChild("Capability")
                .orElseThrow()
                .findChild("Layer")
                .orElseThrow()
                .children("Layer");
        return groups.stream()
                .flatMap(group -> group.children("Layer").stream())
                .filter(layer -> layer.findText("Name").orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
