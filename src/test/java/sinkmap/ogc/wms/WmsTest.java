package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Styles;

class WmsTest {

    private static final String MAP = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&STYLES=";
    private static final String NORTH_FIRST = "&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=200&HEIGHT=100";
    private static final int RED = 0xFFCC0000;
    private static final int BLUE = 0xFF0000CC;
    private static final int GREEN = 0xFF00AA00;

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wms(
            region.catalog,
            Styles.load(region.catalog),
            region.features,
            region.rasters,
            region.runs,
            OgcServer.SETTINGS));

    private BufferedImage map(String parameters) throws IOException {
        MockHttpServletResponse response = server.get("/wms", parameters);
        assertThat(response.getContentType()).as(OgcServer.text(response)).isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    private XmlElement error(String parameters) {
        MockHttpServletResponse response = server.get("/wms", parameters);
        assertThat(response.getStatus()).isEqualTo(400);
        XmlElement report = XmlElement.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(report.name()).isEqualTo("ServiceExceptionReport");
        return report.findChild("ServiceException").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VERSION=1.3.0|&CRS=EPSG:4490&BBOX=37,118,38,120",
                "VERSION=1.3.0|&CRS=EPSG:4326&BBOX=37,118,38,120",
                "VERSION=1.3.0|&CRS=CRS:84&BBOX=118,37,120,38",
                "VERSION=1.1.1|&SRS=EPSG:4490&BBOX=118,37,120,38",
                "VERSION=1.3.0|&CRS=EPSG:3857&BBOX=13135699.9,4439106.8,13358338.9,4579425.8",
                "VERSION=1.3.0|&CRS=EPSG:4549&BBOX=4096000,322000,4207000,500000"
            })
    void theRedMarshLiesInTheSouthWestInEveryCrs(String version, String crs) throws IOException {
        BufferedImage image =
                map("SERVICE=WMS&REQUEST=GetMap&FORMAT=image/png&LAYERS=marsh&STYLES=&WIDTH=200&HEIGHT=100&" + version
                        + crs);
        assertThat(image.getRGB(40, 80)).isEqualTo(RED);
        assertThat(image.getRGB(100, 10)).isEqualTo(0xFFFFFFFF);
        if (!crs.contains("4549")) {
            assertThat(image.getRGB(170, 30)).isEqualTo(BLUE);
        }
    }

    @Test
    void laterLayersLieAboveAndGroundsMayBeTransparent() throws IOException {
        BufferedImage image = map(MAP + "&TRANSPARENT=TRUE&LAYERS=marsh,port" + NORTH_FIRST);
        assertThat(image.getRGB(100, 50)).isEqualTo(GREEN);
        assertThat(image.getRGB(100, 5)).isZero();
    }

    @Test
    void rastersFollowTheirColourMapAndNodataShowsTheGround() throws IOException {
        BufferedImage image = map(MAP + "&BGCOLOR=0x112233&LAYERS=depth" + NORTH_FIRST);
        assertThat(image.getRGB(3, 0)).isEqualTo(0xFF112233);
        assertThat(image.getRGB(49, 50) & 0xFF).isBetween(125, 131);
    }

    @Test
    void filtersGoToTheStoreAndOnlyTheStylesAttributesAreFetched() throws IOException {
        BufferedImage image =
                map(MAP + "&LAYERS=port,marsh&CQL_FILTER=INCLUDE;rank = 1 AND code <> 'a;b'" + NORTH_FIRST);
        assertThat(image.getRGB(40, 80)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(170, 30)).isEqualTo(BLUE);
        assertThat(region.queries.get(1).attributes()).containsExactly("species");
    }

    @Test
    void layersBeyondTheirScaleAreNotDrawn() throws IOException {
        BufferedImage image = map(MAP + "&LAYERS=port&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=20&HEIGHT=10");
        assertThat(image.getRGB(10, 5)).isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAYERS=marsch" + NORTH_FIRST + "|LayerNotDefined|did you mean 'marsh'",
                "LAYERS=marsh&STYLES=nice" + NORTH_FIRST + "|StyleNotDefined|nice",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=100000&HEIGHT=1|InvalidParameterValue|4096",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=-5&HEIGHT=1|InvalidParameterValue|WIDTH",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=20000000000&HEIGHT=1|InvalidParameterValue|WIDTH",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,118,38&WIDTH=10&HEIGHT=10|InvalidParameterValue|BBOX",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,NaN,38,120&WIDTH=10&HEIGHT=10|InvalidParameterValue|BBOX",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,118,Infinity,120&WIDTH=10&HEIGHT=10|InvalidParameterValue|BBOX",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=38,118,37,120&WIDTH=10&HEIGHT=10|InvalidParameterValue|BBOX",
                "LAYERS=marsh&CRS=EPSG:4490&BBOX=37,118,37,118&WIDTH=10&HEIGHT=10|InvalidParameterValue|BBOX",
                "LAYERS=marsh&CRS=EPSG:1&BBOX=37,118,38,120&WIDTH=10&HEIGHT=10|InvalidCRS|EPSG:1",
                "LAYERS=marsh&CQL_FILTER=1=1; DROP TABLE marsh" + NORTH_FIRST + "|InvalidParameterValue|CQL_FILTER",
                "LAYERS=marsh&CQL_FILTER=code = 'a' OR fid IN (SELECT 1)" + NORTH_FIRST + "|InvalidParameterValue|CQL",
                "LAYERS=marsh&CQL_FILTER=password = 'x'" + NORTH_FIRST + "|InvalidParameterValue|password",
                "LAYERS=marsh&CQL_FILTER=strConcat(code, 'x') = 'y'" + NORTH_FIRST + "|InvalidParameterValue|strConcat",
                "LAYERS=depth&CQL_FILTER=a = 1" + NORTH_FIRST + "|InvalidParameterValue|raster"
            })
    void badRequestsAreAnsweredWithAReport(String parameters, String code, String message) {
        String map = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&FORMAT=image/png&";
        XmlElement exception = error(map + parameters);
        assertThat(exception.findAttribute("code")).contains(code);
        assertThat(exception.text()).contains(message);
    }

    @Test
    void aBoxInTheWrongAxisOrderIsNamedAsSuch() {
        assertThat(error(MAP + "&LAYERS=marsh&CRS=EPSG:4490&BBOX=118,37,120,38&WIDTH=20&HEIGHT=10")
                        .text())
                .contains("beyond the poles", "latitude comes first");
    }

    @Test
    void aMapOfMoreThanTheWorldIsFine() throws IOException {
        BufferedImage image = map(MAP + "&LAYERS=marsh&CRS=EPSG:4490&BBOX=-150,-300,150,300&WIDTH=200&HEIGHT=100");
        assertThat(image.getRGB(10, 10)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void otherFormatsAndOperationsAreRefused() {
        assertThat(error("REQUEST=GetMap&FORMAT=image/tiff&LAYERS=marsh" + NORTH_FIRST)
                        .findAttribute("code"))
                .contains("InvalidFormat");
        assertThat(error("REQUEST=PutMap").findAttribute("code")).contains("OperationNotSupported");
        assertThat(error("VERSION=1.1.1&SRS=EPSG:7&REQUEST=GetMap&FORMAT=image/png&LAYERS=marsh&BBOX=1,2,3,4")
                        .findAttribute("code"))
                .contains("InvalidSRS");
    }

    @Test
    void aFailureShowsNothingOfTheInside() {
        doThrow(new IllegalStateException("jdbc:postgresql://secret"))
                .when(region.features)
                .open(any());
        MockHttpServletResponse response = server.get("/wms", MAP + "&LAYERS=marsh" + NORTH_FIRST);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(OgcServer.text(response)).contains("NoApplicableCode").doesNotContain("secret", "jdbc");
    }
}
