package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.style.Styles;

/** Styles that come with a request. */
class UserStylesTest {

    private static final String MAP = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png"
            + "&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=200&HEIGHT=100";
    private static final int RED = 0xFFCC0000;
    private static final int YELLOW = 0xFFFFEE00;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wms(
            region.catalog,
            Styles.load(region.catalog),
            region.features,
            region.rasters,
            region.runs,
            OgcServer.SETTINGS));

    private static String sld(String layers) {
        return "<StyledLayerDescriptor version='1.0.0' xmlns='http://www.opengis.net/sld'"
                + " xmlns:ogc='http://www.opengis.net/ogc'>" + layers + "</StyledLayerDescriptor>";
    }

    private static String userStyle(String name, String color) {
        return "<UserStyle><Name>" + name + "</Name><FeatureTypeStyle><Rule><PolygonSymbolizer><Fill>"
                + "<CssParameter name='fill'>" + color + "</CssParameter></Fill></PolygonSymbolizer></Rule>"
                + "</FeatureTypeStyle></UserStyle>";
    }

    private static String layer(String name, String content) {
        return "<NamedLayer><Name>" + name + "</Name>" + content + "</NamedLayer>";
    }

    private static BufferedImage image(MockHttpServletResponse response) {
        assertThat(response.getContentType()).as(OgcServer.text(response)).isEqualTo("image/png");
        try {
            return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage map(String parameters, String sld) {
        return image(server.get("/wms", MAP + parameters + "&SLD_BODY=" + sld));
    }

    private String refusal(String sld) {
        MockHttpServletResponse response = server.get("/wms", MAP + "&LAYERS=marsh&STYLES=&SLD_BODY=" + sld);
        assertThat(response.getStatus()).isEqualTo(400);
        return OgcServer.text(response);
    }

    @Test
    void besideLayersTheDocumentIsALibrary() {
        String sld = sld(layer("marsh", userStyle("yellow", "#ffee00") + userStyle("black", "#000000")));
        assertThat(map("&LAYERS=marsh&STYLES=black", sld).getRGB(40, 80)).isEqualTo(BLACK);
        assertThat(map("&LAYERS=marsh&STYLES=", sld).getRGB(40, 80)).isEqualTo(YELLOW);
        String other = sld(layer("port", userStyle("black", "#000000")));
        assertThat(map("&LAYERS=marsh&STYLES=", other).getRGB(40, 80)).isEqualTo(RED);
    }

    @Test
    void theDefaultStyleOfTheLibraryIsTheOneThatSaysSo() {
        String preferred = userStyle("black", "#000000").replace("</Name>", "</Name><IsDefault>1</IsDefault>");
        String sld = sld(layer("marsh", userStyle("yellow", "#ffee00") + preferred));
        assertThat(map("&LAYERS=marsh&STYLES=", sld).getRGB(40, 80)).isEqualTo(BLACK);
    }

    @Test
    void withoutLayersTheDocumentSaysWhatIsDrawn() {
        BufferedImage image = map(
                "",
                sld(layer("marsh", userStyle("yellow", "#ffee00"))
                        + layer("port", "<NamedStyle>" + "<Name>default</Name></NamedStyle>")));
        assertThat(image.getRGB(40, 80)).isEqualTo(YELLOW);
        assertThat(image.getRGB(100, 50)).isEqualTo(0xFF00AA00);
    }

    @Test
    void constraintsOfTheDocumentFilterFeatures() {
        String constraint = "<LayerFeatureConstraints><FeatureTypeConstraint><ogc:Filter><ogc:PropertyIsEqualTo>"
                + "<ogc:PropertyName>rank</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo>"
                + "</ogc:Filter></FeatureTypeConstraint></LayerFeatureConstraints>";
        BufferedImage image = map("", sld(layer("marsh", constraint + userStyle("yellow", "#ffee00"))));
        assertThat(image.getRGB(40, 80)).isEqualTo(WHITE);
        assertThat(image.getRGB(170, 30)).isEqualTo(YELLOW);
    }

    @Test
    void aPostedMapIsDrawnLikeOneInTheAddress() {
        String document = """
                <ogc:GetMap xmlns:ogc="http://www.opengis.net/ows" xmlns:gml="http://www.opengis.net/gml" version="1.2.0"
                    service="WMS">%s
                  <BoundingBox srsName="http://www.opengis.net/gml/srs/epsg.xml#4490">
                    <gml:coord><gml:X>118</gml:X><gml:Y>37</gml:Y></gml:coord>
                    <gml:coord><gml:X>120</gml:X><gml:Y>38</gml:Y></gml:coord>
                  </BoundingBox>
                  <Output><Format>image/png</Format><Transparent>false</Transparent><BGcolor>112233</BGcolor>
                    <Size><Width>200</Width><Height>100</Height></Size></Output>
                </ogc:GetMap>""".formatted(sld(layer("marsh", userStyle("yellow", "#ffee00"))));
        BufferedImage image = image(server.post("/wms", document));
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getRGB(40, 80)).isEqualTo(YELLOW);
        assertThat(image.getRGB(100, 5)).isEqualTo(0xFF112233);
    }

    @Test
    void aDocumentMayBePostedBesideParameters() {
        String sld = sld(layer("marsh", userStyle("yellow", "#ffee00")));
        assertThat(image(server.post("/wms?" + MAP + "&LAYERS=marsh&STYLES=", sld))
                        .getRGB(40, 80))
                .isEqualTo(YELLOW);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String bomb = "<!DOCTYPE a [<!ENTITY x 'yyyyyyyy'><!ENTITY z '&x;&x;&x;&x;'>]>" + sld("&z;");
        // '&' separates parameters in this test, so the bomb is posted
        assertThat(OgcServer.text(server.post("/wms?" + MAP + "&LAYERS=marsh&STYLES=", bomb)))
                .contains("document type definition is not allowed");
        assertThat(refusal("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>" + sld("")))
                .contains("document type definition is not allowed");
    }

    @Test
    void nothingIsFetchedFromTheAddressesInADocument() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(300);
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/a";
            MockHttpServletResponse sld = server.get("/wms", MAP + "&LAYERS=marsh&STYLES=&SLD=" + address);
            assertThat(OgcServer.text(sld)).contains("locator=\"SLD\"", "not fetched");
            String graphic = "<UserStyle><FeatureTypeStyle><Rule><PointSymbolizer><Graphic><ExternalGraphic>"
                    + "<OnlineResource xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='" + address
                    + "'/><Format>image/svg+xml</Format></ExternalGraphic></Graphic></PointSymbolizer></Rule>"
                    + "</FeatureTypeStyle></UserStyle>";
            assertThat(refusal(sld(layer("marsh", graphic)))).contains("SLD_BODY");
            String remote = "<UserLayer><Name>marsh</Name><RemoteOWS><Service>WFS</Service><OnlineResource"
                    + " xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='" + address
                    + "'/></RemoteOWS></UserLayer>";
            assertThat(refusal(sld(remote))).contains("RemoteOWS");
            assertThatCode(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<UserStyle><FeatureTypeStyle><Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle"
                        + "</WellKnownName></Mark><Size>2000000000</Size></Graphic></PointSymbolizer></Rule>"
                        + "</FeatureTypeStyle></UserStyle>",
                "<UserStyle><FeatureTypeStyle><Rule><LineSymbolizer><Stroke><CssParameter name='stroke-width'>"
                        + "<ogc:Literal>1e9</ogc:Literal></CssParameter></Stroke></LineSymbolizer></Rule>"
                        + "</FeatureTypeStyle></UserStyle>"
            })
    void hugeSymbolsAreRefused(String style) {
        assertThat(refusal(sld(layer("marsh", style)))).contains("must not exceed 1000");
    }

    @Test
    void stylesOfUnknownLayersAttributesAndElementsAreNamed() {
        assertThat(refusal("<a/>")).contains("must be a StyledLayerDescriptor, not a a");
        assertThat(refusal("<a")).contains("not well-formed");
        assertThat(refusal("<a>".repeat(5000) + "</a>".repeat(5000))).contains("nested deeper");
        assertThat(refusal(sld("<!--" + "x".repeat(200_000) + "-->"))).contains("longer than 200000");
        assertThat(refusal(sld(layer("marsh", "<UserStyle><FeatureTypeStyle><Blink/></FeatureTypeStyle></UserStyle>"))))
                .contains("Blink");
        String label = "<UserStyle><FeatureTypeStyle><Rule><TextSymbolizer><Label><ogc:PropertyName>password"
                + "</ogc:PropertyName></Label></TextSymbolizer></Rule></FeatureTypeStyle></UserStyle>";
        assertThat(refusal(sld(layer("marsh", label))))
                .contains("no attribute &apos;password&apos;".replace("&apos;", "'"));
        MockHttpServletResponse unknown = server.get("/wms", MAP + "&SLD_BODY=" + sld(layer("marsch", "")));
        assertThat(OgcServer.text(unknown)).contains("LayerNotDefined", "did you mean 'marsh'");
    }
}
