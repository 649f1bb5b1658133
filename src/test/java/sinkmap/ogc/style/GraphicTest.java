package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.style.StyleFixture.at;
import static sinkmap.ogc.style.StyleFixture.document;
import static sinkmap.ogc.style.StyleFixture.feature;
import static sinkmap.ogc.style.StyleFixture.paint;
import static sinkmap.ogc.style.StyleFixture.painted;
import static sinkmap.ogc.style.StyleFixture.symbols;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Marks, pictures and patterns; points lie at (30, 20). */
class GraphicTest {

    private static final String POINT = "POINT (30 20)";

    @TempDir
    Path folder;

    private static String point(String graphic) {
        return "<PointSymbolizer><Graphic>" + graphic + "</Graphic></PointSymbolizer>";
    }

    private static String mark(String name) {
        return "<Mark><WellKnownName>" + name
                + "</WellKnownName><Fill><CssParameter name='fill'>#0000FF</CssParameter></Fill></Mark>";
    }

    @Test
    void marksLieOnTheirPoint() {
        BufferedImage image = paint(symbols(point(mark("square") + "<Size>4</Size>")), POINT);
        assertThat(painted(image)).isEqualTo(16);
        assertThat(at(image, 28, 18)).isEqualTo(Color.BLUE);
        assertThat(at(image, 31, 21)).isEqualTo(Color.BLUE);
    }

    @Test
    void aGraphicWithoutMarkIsAGreySquareWithABlackLineAsLargeAsInGeoServer() {
        BufferedImage image = paint(symbols(point("")), POINT);
        assertThat(at(image, 30, 20)).isEqualTo(new Color(0x808080));
        assertThat(painted(image)).isBetween(16L * 16, 17L * 17);
    }

    /** Areas of the shapes at a size of 30, by the usual formulas, to 4 %. */
    @ParameterizedTest
    @CsvSource({
        "circle, 706.9",
        "triangle, 292.3",
        "cross, 393.8",
        "x, 393.8",
        "diamond, 450",
        "pentagon, 535",
        "hexagon, 584.6",
        "octagon, 636.4",
        "qgis://triangle, 350.7",
        "half_square, 450",
        "quarter_square, 225",
        "diagonal_half_square, 450",
        "semi_circle, 353.4",
        "third_circle, 235.6",
        "quarter_circle, 176.7",
        "shape://ccarrow, 750",
        "filled_arrowhead, 180"
    })
    void marksHaveTheAreaOfTheirShape(String name, double area) {
        BufferedImage image = paint(symbols(point(mark(name) + "<Size>30</Size>")), POINT);
        double covered = 0;
        for (int pixel : image.getRGB(0, 0, 60, 40, null, 0, 60)) {
            covered += (pixel >>> 24) / 255.0;
        }
        assertThat(covered).isBetween(area * 0.96, area * 1.04);
    }

    @ParameterizedTest
    @CsvSource({
        "triangle, 30, 24",
        "star, 30, 32",
        "quarter_square, 24, 26",
        "semi_circle, 30, 30",
        "qgis://arrow, 35, 30"
    })
    void marksPointUpward(String name, int x, int y) {
        BufferedImage image = paint(symbols(point(mark(name) + "<Size>30</Size>")), POINT);
        assertThat(at(image, x, y).getAlpha() > 127).isTrue();
        assertThat(at(image, x, 39 - y).getAlpha() > 127 && !name.equals("triangle") && !name.equals("star"))
                .isFalse();
    }

    @Test
    void rotationIsClockwiseAndSizeMayComeFromAnAttribute() {
        Style style = symbols(point(
                mark("half_square") + "<Size><ogc:PropertyName>mw</ogc:PropertyName></Size><Rotation>90</Rotation>"));
        BufferedImage image = paint(style, feature(POINT, "mw", 20L));
        // the left half, turned clockwise, is the upper half
        assertThat(at(image, 30, 25)).isEqualTo(Color.BLUE);
        assertThat(at(image, 30, 15).getAlpha()).isZero();
        assertThat(painted(image)).isEqualTo(200);
    }

    @Test
    void displacementAndAnchorMoveTheGraphic() {
        String moved = mark("square") + "<Size>4</Size><Displacement><DisplacementX>10</DisplacementX>"
                + "<DisplacementY>5</DisplacementY></Displacement>";
        BufferedImage image = paint(symbols(point(moved)), POINT);
        assertThat(at(image, 41, 16)).isEqualTo(Color.BLUE);
        assertThat(at(image, 38, 13)).isEqualTo(Color.BLUE);
        String anchored = mark("square") + "<Size>4</Size><AnchorPoint><AnchorPointX>0</AnchorPointX>"
                + "<AnchorPointY>0</AnchorPointY></AnchorPoint>";
        assertThat(at(paint(symbols(point(anchored)), POINT), 33, 23)).isEqualTo(Color.BLUE);
    }

    @Test
    void opacityOfTheGraphicFadesAllOfIt() {
        BufferedImage image = paint(symbols(point(mark("square") + "<Size>4</Size><Opacity>0.2</Opacity>")), POINT);
        assertThat(at(image, 30, 20).getAlpha()).isEqualTo(51);
    }

    @Test
    void linesAndAreasGetTheirMarkInTheMiddle() {
        Style style = symbols(point(mark("square") + "<Size>4</Size>"));
        assertThat(at(paint(style, "LINESTRING (0 10, 20 10, 20 30)"), 14, 14)).isEqualTo(Color.BLUE);
        assertThat(at(paint(style, "POLYGON ((10 0, 50 0, 50 40, 10 40, 10 0))"), 29, 19))
                .isEqualTo(Color.BLUE);
    }

    @ParameterizedTest
    @CsvSource({"startPoint, 10, 10", "endPoint, 50, 30", "vertices, 30, 10", "centroid, 35, 15", "envelope, 30, 20"})
    void aFunctionNamesThePartOfTheGeometryThatIsPainted(String function, int x, int y) {
        String style = "<PointSymbolizer><Geometry><ogc:Function name='" + function
                + "'><ogc:PropertyName>geom</ogc:PropertyName></ogc:Function></Geometry><Graphic>" + mark("square")
                + "<Size>4</Size></Graphic></PointSymbolizer>";
        String line =
                function.equals("centroid") ? "LINESTRING (20 10, 40 10, 40 30)" : "LINESTRING (10 10, 30 10, 50 30)";
        assertThat(at(paint(symbols(style), line), x, y)).isEqualTo(Color.BLUE);
    }

    private static String filled(String graphic, String options) {
        return "<PolygonSymbolizer><Fill><GraphicFill><Graphic>" + graphic + "</Graphic></GraphicFill></Fill>" + options
                + "</PolygonSymbolizer>";
    }

    private static final String ALL = "POLYGON ((0 0, 60 0, 60 40, 0 40, 0 0))";

    @Test
    void hatchesRunOnFromTileToTile() {
        String hatch = "<Mark><WellKnownName>shape://%s</WellKnownName><Stroke><CssParameter name='stroke-width'>2"
                + "</CssParameter></Stroke></Mark><Size>10</Size>";
        BufferedImage horizontal = paint(symbols(filled(hatch.formatted("horline"), "")), ALL);
        assertThat(painted(horizontal)).isEqualTo(60 * 40 / 5);
        BufferedImage slash = paint(symbols(filled(hatch.formatted("slash"), "")), ALL);
        for (int i = 0; i < 39; i++) {
            assertThat(at(slash, i, i).getAlpha()).as("on the diagonal").isGreaterThan(200);
        }
        BufferedImage backslash = paint(symbols(filled(hatch.formatted("backslash"), "")), ALL);
        assertThat(at(backslash, 15, 24).getAlpha()).isGreaterThan(200);
        assertThat(painted(paint(symbols(filled(hatch.formatted("plus"), "")), ALL)))
                .isEqualTo(60 * 40 * 36 / 100);
    }

    /** A GeoServer 2.26 draws the lines of this hatch where y is 5 in every 10. */
    @Test
    void patternsBeginAtTheOriginOfTheWorldSoThatTheyRunOnFromPictureToPicture() {
        Style style = symbols(filled(
                "<Mark><WellKnownName>shape://horline</WellKnownName><Stroke><CssParameter name='stroke-width'>2"
                        + "</CssParameter></Stroke></Mark><Size>10</Size>",
                ""));
        for (int south : new int[] {0, 3, 17}) {
            Screen screen = new Screen(StyleFixture.METRES, new Envelope(0, 60, south, south + 40), 60, 40);
            BufferedImage image = paint(screen, style, feature("POLYGON ((0 0, 60 0, 60 80, 0 80, 0 0))"));
            for (int y = 0; y < 40; y++) {
                int inPeriod = (y + south) % 10;
                assertThat(at(image, 30, y).getAlpha() == 255).isEqualTo(inPeriod == 4 || inPeriod == 5);
            }
        }
    }

    @Test
    void aPatternHasRoomAroundItsGraphics() {
        String square = mark("square") + "<Size>4</Size>";
        assertThat(painted(paint(symbols(filled(square, "")), ALL))).isEqualTo(60 * 40);
        String margin = "<VendorOption name='graphic-margin'>2 4</VendorOption>";
        assertThat(painted(paint(symbols(filled(square, margin)), ALL))).isEqualTo(16 * 5 * 5);
        String distance = "<VendorOption name='distance'>12,8</VendorOption>";
        assertThat(painted(paint(symbols(filled(square, distance)), ALL))).isEqualTo(16 * 5 * 5);
    }

    @Test
    void drawingsAreScaledToTheirSize() throws IOException {
        Files.writeString(
                folder.resolve("flag.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>"
                        + "<rect width='20' height='10' fill='param(fill) #ff0000'/></svg>");
        String flag = "<FeatureTypeStyle><Rule><PointSymbolizer><Graphic><ExternalGraphic><OnlineResource"
                + " xlink:href='flag.svg%s'/><Format>image/svg+xml</Format></ExternalGraphic>%s</Graphic>"
                + "</PointSymbolizer></Rule></FeatureTypeStyle>";
        BufferedImage own = paint(document(flag.formatted("", ""), folder), POINT);
        assertThat(painted(own)).isEqualTo(20 * 10);
        assertThat(at(own, 21, 16)).isEqualTo(Color.RED);
        BufferedImage sized = paint(document(flag.formatted("?fill=%2300ff00", "<Size>4</Size>"), folder), POINT);
        assertThat(painted(sized)).isEqualTo(8 * 4);
        assertThat(at(sized, 30, 20)).isEqualTo(Color.GREEN);
    }

    @Test
    void aDrawingCannotFetchAnything() throws IOException {
        BufferedImage red = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        red.createGraphics().fillRect(0, 0, 10, 10);
        ImageIO.write(red, "png", folder.resolve("secret.png").toFile());
        Files.writeString(
                folder.resolve("spy.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' height='10'>"
                        + "<image width='10' height='10' xlink:href='"
                        + folder.resolve("secret.png").toUri()
                        + "'/></svg>");
        Style style = document(
                "<FeatureTypeStyle><Rule><PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href='spy.svg'/>"
                        + "</ExternalGraphic></Graphic></PointSymbolizer></Rule></FeatureTypeStyle>",
                folder);
        assertThat(painted(paint(style, POINT))).isZero();
    }

    @Test
    void imagesAreScaledToTheirSize() throws IOException {
        BufferedImage tile = new BufferedImage(8, 4, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 32; i++) {
            tile.setRGB(i % 8, i / 8, Color.MAGENTA.getRGB());
        }
        ImageIO.write(tile, "png", folder.resolve("tile.png").toFile());
        Style style = document(
                "<FeatureTypeStyle><Rule><PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xlink:href='tile.png'/>"
                        + "</ExternalGraphic><Size>8</Size></Graphic></PointSymbolizer></Rule></FeatureTypeStyle>",
                folder);
        BufferedImage image = paint(style, POINT);
        assertThat(at(image, 30, 20)).isEqualTo(Color.MAGENTA);
        assertThat(painted(image)).isEqualTo(16 * 8);
    }
}
