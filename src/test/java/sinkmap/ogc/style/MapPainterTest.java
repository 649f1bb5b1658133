package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.style.StyleFixture.METRES;
import static sinkmap.ogc.style.StyleFixture.at;
import static sinkmap.ogc.style.StyleFixture.document;
import static sinkmap.ogc.style.StyleFixture.feature;
import static sinkmap.ogc.style.StyleFixture.paint;
import static sinkmap.ogc.style.StyleFixture.painted;
import static sinkmap.ogc.style.StyleFixture.rules;
import static sinkmap.ogc.style.StyleFixture.symbols;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MapPainterTest {

    private static final String RED =
            "<PolygonSymbolizer><Fill><CssParameter name='fill'>#FF0000</CssParameter></Fill></PolygonSymbolizer>";
    private static final String BLACK =
            "<LineSymbolizer><Stroke><CssParameter name='stroke-width'>1.5</CssParameter></Stroke></LineSymbolizer>";

    @Test
    void areasCoverTheirPixelsAndHolesStayOpen() {
        BufferedImage image =
                paint(symbols(RED), "POLYGON ((10 5, 50 5, 50 30, 10 30, 10 5), (20 10, 20 20, 40 20, 40 10, 20 10))");
        assertThat(painted(image)).isEqualTo(40 * 25 - 20 * 10);
        assertThat(at(image, 12, 7)).isEqualTo(Color.RED);
        assertThat(at(image, 30, 15).getAlpha()).isZero();
    }

    @Test
    void anAreaSmallerThanAPixelStillShows() {
        assertThat(painted(paint(symbols(RED), "POLYGON ((10.4 5.4, 10.6 5.4, 10.6 5.6, 10.4 5.6, 10.4 5.4))")))
                .isEqualTo(1);
    }

    @Test
    void whatReachesFarOutsideIsCutNotLost() {
        assertThat(painted(paint(symbols(RED), "POLYGON ((-9e8 -9e8, 9e8 -9e8, 9e8 20, -9e8 20, -9e8 -9e8))")))
                .isEqualTo(60 * 20);
        assertThat(painted(paint(symbols(BLACK), "LINESTRING (-9e8 21, 9e8 21)")))
                .isEqualTo(60 * 2);
    }

    @Test
    void laterPassesLieAboveEarlierOnesOfEveryFeature() {
        Style both = document(
                "<FeatureTypeStyle><Rule>" + BLACK + "</Rule></FeatureTypeStyle><FeatureTypeStyle><Rule>" + RED
                        + "</Rule></FeatureTypeStyle>",
                null);
        BufferedImage image = paint(
                both, "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))", "POLYGON ((20 10, 30 10, 30 20, 20 20, 20 10))");
        assertThat(IntStream.range(12, 28)
                        .map(x -> at(image, x, 15).getRGB())
                        .distinct()
                        .toArray())
                .containsExactly(Color.RED.getRGB());
    }

    @Test
    void withinAPassFeaturesCoverEarlierOnes() {
        BufferedImage image = paint(
                symbols(RED + BLACK),
                "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))",
                "POLYGON ((15 5, 30 5, 30 25, 15 25, 15 5))");
        assertThat(at(image, 19, 15)).as("the first outline is covered").isEqualTo(Color.RED);
        assertThat(at(image, 14, 15)).as("the second outline").isEqualTo(Color.BLACK);
    }

    @Test
    void theFirstRuleThatFitsIsEnoughWhenTheStyleSaysSo() {
        String two = "<Rule>" + RED + "</Rule><Rule>" + BLACK + "</Rule>";
        String area = "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))";
        assertThat(at(paint(rules(two), area), 10, 15)).isEqualTo(Color.BLACK);
        assertThat(at(paint(rules("<VendorOption name='ruleEvaluation'>first</VendorOption>" + two), area), 10, 15))
                .isEqualTo(Color.RED);
    }

    @Test
    void symbolsGrowWithTheResolutionOfThePictureAndScalesStay() {
        Screen fine = new Screen(METRES, new Envelope(0, 60, 0, 40), 120, 80, 2);
        assertThat(fine.scaleDenominator()).isEqualTo(StyleFixture.SCREEN.scaleDenominator());
        BufferedImage image = paint(fine, symbols(BLACK), feature("LINESTRING (0 20, 60 20)"));
        assertThat(painted(image)).isEqualTo(120 * 4);
    }

    @Test
    void metresAndFeetOnTheGroundBecomePixels() {
        String line = "<LineSymbolizer uom='http://www.opengeospatial.org/se/units/%s'><Stroke>"
                + "<CssParameter name='stroke-width'>%s</CssParameter></Stroke></LineSymbolizer>";
        assertThat(painted(paint(symbols(line.formatted("metre", 6)), "LINESTRING (0 20, 60 20)")))
                .isEqualTo(60 * 6);
        // 23 feet are 7.01 m; with half a pixel more 3.755 to either side
        BufferedImage feet = paint(symbols(line.formatted("foot", 23)), "LINESTRING (0 20, 60 20)");
        assertThat(at(feet, 30, 22).getAlpha()).isEqualTo(255);
        assertThat(at(feet, 30, 23).getAlpha()).isBetween(180, 205);
        assertThat(painted(paint(symbols(line.formatted("pixel", "4m")), "LINESTRING (0 20, 60 20)")))
                .isEqualTo(60 * 4);
    }
}
