package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.style.Styles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Formats, resolutions, filters and reports of GetMap. */
class MapParametersTest {

    private static final String MAP = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=";
    private static final String NORTH_FIRST = "&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=200&HEIGHT=100";
    private static final int RED = 0xFFCC0000;
    private static final int GREEN = 0xFF00AA00;
    private static final int WHITE = 0xFFFFFFFF;

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wms(
            region.catalog,
            Styles.load(region.catalog),
            region.features,
            region.rasters,
            region.runs,
            OgcServer.SETTINGS));

    private MockHttpServletResponse get(String parameters) {
        return server.get("/wms", MAP + parameters);
    }

    private static BufferedImage image(MockHttpServletResponse response) throws IOException {
        assertThat(response.getContentType()).as(OgcServer.text(response)).startsWith("image/");
        return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "image/png; mode=8bit, image/png",
        "image/png8, image/png",
        "image/jpeg, image/jpeg",
        "IMAGE/JPG, image/jpeg"
    })
    void everyFormatShowsTheSameMap(String format, String type) throws IOException {
        MockHttpServletResponse response = get("&LAYERS=marsh&FORMAT=" + format + NORTH_FIRST);
        assertThat(response.getContentType()).isEqualTo(type);
        int red = image(response).getRGB(40, 80);
        assertThat(red >> 16 & 255).isBetween(0xC8, 0xD0);
        assertThat(red & 0xFFFF).isLessThan(0x0505);
    }

    @Test
    void aTransparentJpegShowsTheBackgroundColour() throws IOException {
        BufferedImage image =
                image(get("&LAYERS=marsh&FORMAT=image/jpeg&TRANSPARENT=TRUE&BGCOLOR=0x102030" + NORTH_FIRST));
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        int ground = image.getRGB(100, 5);
        assertThat(ground >> 16 & 255).isBetween(0x0C, 0x14);
        assertThat(ground & 255).isBetween(0x2C, 0x34);
    }

    @Test
    void aGeoTiffHoldsValuesWithNodataAndPlace(@TempDir Path folder)
            throws IOException, org.geotools.api.referencing.FactoryException {
        MockHttpServletResponse response = get("&LAYERS=depth&FORMAT=image/tiff" + NORTH_FIRST);
        assertThat(response.getContentType()).isEqualTo("image/tiff");
        Path file = folder.resolve("depth.tif");
        Files.write(file, response.getContentAsByteArray());
        var reader = new org.geotools.gce.geotiff.GeoTiffReader(file.toFile());
        var coverage = reader.read(null);
        assertThat(coverage.getEnvelope().getMinimum(0)).isEqualTo(118);
        assertThat(coverage.getEnvelope().getMaximum(1)).isEqualTo(38);
        assertThat(org.geotools.referencing.CRS.lookupEpsgCode(coverage.getCoordinateReferenceSystem2D(), false))
                .isEqualTo(4490);
        var values = coverage.getRenderedImage().getData();
        assertThat(values.getSampleFloat(10, 0, 0)).isNaN();
        // 100 m a degree: the middle of column 10 lies 10.5 hundredths of a degree from the left
        assertThat(values.getSampleFloat(10, 99, 0)).isEqualTo(10.5f);
        coverage.dispose(true);
        reader.dispose();
    }

    @Test
    void aGeoTiffOfFeaturesOrSeveralLayersIsRefused() {
        assertThat(OgcServer.text(get("&LAYERS=marsh&FORMAT=image/tiff" + NORTH_FIRST)))
                .contains("InvalidFormat", "one raster layer");
        assertThat(OgcServer.text(get("&LAYERS=depth,depth&FORMAT=image/geotiff" + NORTH_FIRST)))
                .contains("InvalidFormat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DPI=181.4285714", "MAP_RESOLUTION=181.4285714", "FORMAT_OPTIONS=antialias:on;dpi:181.4285714"})
    void symbolsGrowWithTheResolution(String resolution) throws IOException {
        String ports = "&LAYERS=port&FORMAT=image/png&CRS=EPSG:4490&BBOX=37.25,118.5,37.75,119.5&WIDTH=200&HEIGHT=100";
        assertThat(image(get(ports)).getRGB(107, 50)).isEqualTo(WHITE);
        assertThat(image(get(ports + "&" + resolution)).getRGB(107, 50)).isEqualTo(GREEN);
    }

    @Test
    void scaleDenominatorsFollowTheResolution() throws IOException {
        // the port shows to 1 : 5,000,000; 2 degrees on 200 pixels are 1 : 3,975,000 at 90.7 pixels an inch
        String ports = "&LAYERS=port&FORMAT=image/png" + NORTH_FIRST;
        for (String parameter : List.of("&DPI=", "&MAP_RESOLUTION=", "&FORMAT_OPTIONS=antialias:on;dpi:")) {
            assertThat(image(get(ports + parameter + 110)).getRGB(100, 50)).isEqualTo(GREEN);
            assertThat(image(get(ports + parameter + 120)).getRGB(100, 50)).isEqualTo(WHITE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-90", "1e9", "NaN", "Infinity", "many"})
    void absurdResolutionsAreRefused(String dpi) {
        assertThat(OgcServer.text(get("&LAYERS=port&FORMAT=image/png&DPI=" + dpi + NORTH_FIRST)))
                .contains("InvalidParameterValue", "between 10 and 2400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "0xFFFFF", "0xGGGGGG", "#12345678", "<script>"})
    void whatIsNoColourIsRefused(String color) {
        assertThat(OgcServer.text(get("&LAYERS=port&FORMAT=image/png&BGCOLOR=" + color + NORTH_FIRST)))
                .contains("InvalidParameterValue", "BGCOLOR")
                .doesNotContain("<script>");
    }

    @Test
    void filtersInXmlComeOneALayerInParentheses() throws IOException {
        String rank = "<Filter xmlns='http://www.opengis.net/ogc'><PropertyIsEqualTo><PropertyName>rank"
                + "</PropertyName><Literal>1</Literal></PropertyIsEqualTo></Filter>";
        BufferedImage image = image(get("&LAYERS=port,marsh&FORMAT=image/png&FILTER=()(" + rank + ")" + NORTH_FIRST));
        assertThat(image.getRGB(40, 80)).isEqualTo(WHITE);
        assertThat(image.getRGB(100, 50)).isEqualTo(GREEN);
        assertThat(OgcServer.text(get("&LAYERS=port,marsh&FORMAT=image/png&FILTER=" + rank + NORTH_FIRST)))
                .contains("InvalidParameterValue", "one filter a layer (2)");
        assertThat(OgcServer.text(get("&LAYERS=marsh&FORMAT=image/png&CQL_FILTER=rank=1&FILTER=" + rank + NORTH_FIRST)))
                .contains("exclude each other");
        assertThat(OgcServer.text(get(
                        "&LAYERS=marsh&FORMAT=image/png&FILTER=" + rank.replace(">rank<", ">password<") + NORTH_FIRST)))
                .contains("no property 'password'");
    }

    @Test
    void errorsInPicturesHaveTheSizeAndFormatAskedFor() throws IOException {
        String wrong = "&LAYERS=marsch&FORMAT=image/jpeg&EXCEPTIONS=" + "%s" + NORTH_FIRST;
        BufferedImage written = image(get(wrong.formatted("INIMAGE")));
        assertThat(written.getWidth()).isEqualTo(200);
        assertThat(darkPixels(written)).isGreaterThan(100);
        assertThat(darkPixels(image(get(wrong.formatted("application/vnd.ogc.se_inimage")))))
                .isGreaterThan(100);
        BufferedImage blank = image(get(wrong.formatted("BLANK")));
        assertThat(blank.getHeight()).isEqualTo(100);
        assertThat(darkPixels(blank)).isZero();
    }

    private static int darkPixels(BufferedImage image) {
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dark += (image.getRGB(x, y) & 255) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void aBlankPictureOfAnAbsurdSizeIsSmall() throws IOException {
        BufferedImage image = image(get("&LAYERS=marsh&FORMAT=image/png&EXCEPTIONS=BLANK&TRANSPARENT=TRUE"
                + "&CRS=EPSG:4490&BBOX=37,118,38,120&WIDTH=1000000000&HEIGHT=junk"));
        assertThat(image.getWidth()).isEqualTo(4096);
        assertThat(image.getHeight()).isEqualTo(256);
        assertThat(image.getRGB(3, 3)).isZero();
    }

    @Test
    void reportsMayBeJson() {
        MockHttpServletResponse response =
                get("&LAYERS=marsch&FORMAT=image/png&EXCEPTIONS=application/json" + NORTH_FIRST);
        assertThat(response.getStatus()).isEqualTo(400);
        JsonNode report = JsonMapper.shared().readTree(OgcServer.text(response));
        assertThat(report.get("exceptions").get(0).get("code").stringValue()).isEqualTo("LayerNotDefined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CRS=CRS:84&BBOX=170,-20,190,20",
                "CRS=EPSG:4326&BBOX=-89.9,-180,89.9,180",
                "CRS=EPSG:3857&BBOX=-20037508,-20037508,20037508,20037508",
                "CRS=EPSG:3857&BBOX=19000000,0,21000000,2000000",
                "CRS=EPSG:4549&BBOX=-9000000,-9000000,9000000,9000000",
                "CRS=CRS:84&BBOX=0,0,1e-300,1e-300",
                "CRS=EPSG:32650&BBOX=1e11,1e11,2e11,2e11"
            })
    void mapsFarFromTheDataAreWholePictures(String place) throws IOException {
        BufferedImage image = image(get("&LAYERS=marsh,depth&FORMAT=image/png&WIDTH=64&HEIGHT=64&" + place));
        assertThat(image.getWidth()).isEqualTo(64);
    }
}
