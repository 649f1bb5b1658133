package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Styles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Legends and styles. */
class GetLegendGraphicTest {

    private static final String LEGEND = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=marsh&LANGUAGE=en";
    private static final int RED = 0xFFCC0000;
    private static final int BLUE = 0xFF0000CC;

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wms(
            region.catalog,
            Styles.load(region.catalog),
            region.features,
            region.rasters,
            region.runs,
            OgcServer.SETTINGS));

    private BufferedImage legend(String parameters) throws IOException {
        MockHttpServletResponse response = server.get("/wms", LEGEND + parameters);
        assertThat(response.getContentType()).as(OgcServer.text(response)).startsWith("image/");
        return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    @Test
    void aSecondRequestGivesTheSameLegend() {
        byte[] first = server.get("/wms", LEGEND).getContentAsByteArray();
        assertThat(server.get("/wms", LEGEND).getContentAsByteArray()).isEqualTo(first);
        assertThat(server.get("/wms", LEGEND.replace("=en", "=zh")).getContentAsByteArray())
                .isNotEqualTo(first);
    }

    @Test
    void swatchesHaveTheSizeAskedFor() throws IOException {
        BufferedImage image = legend("&WIDTH=60&HEIGHT=30");
        assertThat(image.getRGB(60, 30)).isEqualTo(RED);
        assertThat(image.getRGB(60, 60)).isEqualTo(BLUE);
    }

    @Test
    void optionsChangeFontColourGroundAndResolution() throws IOException {
        BufferedImage plain = legend("");
        BufferedImage large = legend("&LEGEND_OPTIONS=fontSize:24;fontAntiAliasing:true");
        assertThat(large.getWidth()).isGreaterThan(plain.getWidth() + 20);
        BufferedImage bare = legend("&LEGEND_OPTIONS=forceLabels:off");
        assertThat(bare.getWidth()).isEqualTo(28);
        BufferedImage twice = legend("&LEGEND_OPTIONS=dpi:181.428571");
        assertThat(twice.getWidth()).isBetween(2 * plain.getWidth() - 1, 2 * plain.getWidth() + 1);
        assertThat(twice.getRGB(20, 20)).isEqualTo(RED);
        BufferedImage coloured = legend("&LEGEND_OPTIONS=bgColor:0x112233;fontColor:0x00FF00");
        assertThat(coloured.getRGB(1, 1)).isEqualTo(0xFF112233);
    }

    @Test
    void legendsMayBeTransparent() throws IOException {
        assertThat(legend("&TRANSPARENT=TRUE").getRGB(1, 1)).isZero();
        assertThat(legend("").getRGB(1, 1)).isEqualTo(0xFFFFFFFF);
        assertThat(legend("&FORMAT=image/jpeg&TRANSPARENT=TRUE").getRGB(1, 1) & 0xFF)
                .isGreaterThan(0xF0);
    }

    @Test
    void jsonListsTheRules() {
        MockHttpServletResponse response = server.get("/wms", LEGEND + "&FORMAT=application/json");
        assertThat(response.getContentType()).isEqualTo("application/json");
        JsonNode legend = JsonMapper.shared()
                .readTree(OgcServer.text(response))
                .get("Legend")
                .get(0);
        assertThat(legend.get("layerName").stringValue()).isEqualTo("marsh");
        assertThat(legend.get("rules")).hasSize(2);
        assertThat(legend.get("rules").get(0).get("title").stringValue()).isEqualTo("Suaeda");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&LEGEND_OPTIONS=fontSize:1e9",
                "&LEGEND_OPTIONS=dpi:NaN",
                "&LEGEND_OPTIONS=fontColor:red",
                "&LEGEND_OPTIONS=dpi:2400;fontSize:100&HEIGHT=200&WIDTH=200",
                "&WIDTH=5000",
                "&SCALE=-1",
                "&STYLE=nice",
                "&FORMAT=image/gif"
            })
    void absurdOptionsAreRefused(String parameters) {
        assertThat(server.get("/wms", LEGEND + parameters).getStatus()).isEqualTo(400);
    }

    @Test
    void stylesComeBackAsADocumentThatTheServiceTakes() throws IOException {
        MockHttpServletResponse response =
                server.get("/wms", "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=marsh,port");
        XmlElement root = XmlElement.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(root.children("NamedLayer"))
                .extracting(layer -> layer.findText("Name").orElse(""))
                .containsExactly("marsh", "port");
        String map = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&CRS=EPSG:4490&BBOX=37,118,38,120"
                + "&WIDTH=200&HEIGHT=100";
        MockHttpServletResponse drawn = server.post("/wms?" + map, OgcServer.text(response));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn.getContentAsByteArray()));
        assertThat(image.getRGB(40, 80)).isEqualTo(RED);
        assertThat(image.getRGB(100, 50)).isEqualTo(0xFF00AA00);
    }
}
