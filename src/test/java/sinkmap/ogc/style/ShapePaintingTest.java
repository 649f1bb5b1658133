package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.style.StyleFixture.METRES;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.store.Feature;
import sinkmap.store.ShapeLevel;

/** Generalised shapes give the picture of the features, which Java2D draws one by one. */
class ShapePaintingTest {

    private static final String SITES = rule("0", "0.5", "#FCE2A6", "#C08A2A") + rule("0.5", "1", "#C2255C", "#84123A");

    private static String rule(String low, String high, String fill, String stroke) {
        return """
                <Rule><ogc:Filter><ogc:And>
                <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>score</ogc:PropertyName><ogc:Literal>%s</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
                <ogc:PropertyIsLessThan><ogc:PropertyName>score</ogc:PropertyName><ogc:Literal>%s</ogc:Literal></ogc:PropertyIsLessThan>
                </ogc:And></ogc:Filter><PolygonSymbolizer>
                <Fill><CssParameter name="fill">%s</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">%s</CssParameter><CssParameter name="stroke-width">0.9</CssParameter></Stroke>
                </PolygonSymbolizer></Rule>
                """.formatted(low, high, fill, stroke);
    }

    /** Star-shaped polygons of 8 to 20 vertices in a square of 256 m. */
    private static List<Feature> polygons(int count, double least, double most) {
        Random random = new Random(11);
        GeometryFactory geometries = new GeometryFactory();
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 256 * random.nextDouble();
            double y = 256 * random.nextDouble();
            double radius = least + (most - least) * random.nextDouble();
            Coordinate[] ring = new Coordinate[9 + random.nextInt(13)];
            for (int k = 0; k < ring.length - 1; k++) {
                double angle = 2 * Math.PI * (k + 0.6 * random.nextDouble()) / (ring.length - 1);
                double reach = radius * (0.6 + 0.4 * random.nextDouble());
                ring[k] = new Coordinate(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
            }
            ring[ring.length - 1] = ring[0];
            Polygon polygon = geometries.createPolygon(ring);
            features.add(new Feature(i, polygon, Map.of("score", random.nextDouble())));
        }
        return features;
    }

    private static Screen screen(double pixel) {
        // off the grid of pixels, so that no place within them is favoured
        return new Screen(METRES, new Envelope(0.37, 0.37 + 256 * pixel, 0.61, 0.61 + 256 * pixel), 256, 256);
    }

    private static BufferedImage exact(List<Feature> features, Style style, Screen screen) {
        MapPainter painter = new MapPainter(screen, java.awt.Color.WHITE);
        painter.paint(features.iterator(), METRES, style);
        return painter.finish();
    }

    private static BufferedImage generalised(List<Feature> features, Style style, Screen screen) {
        double pixel = screen.bounds().getWidth() / screen.width();
        double resolution = Math.scalb(1.0, Math.getExponent(pixel));
        MapPainter painter = new MapPainter(screen, java.awt.Color.WHITE);
        painter.paint(ShapeLevel.of(features.iterator(), METRES, METRES, resolution), style);
        return painter.finish();
    }

    /** Differences of channels: their mean, and the share of pixels that differ by a quarter of the range or more. */
    private static double[] difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        int far = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int most = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int of = Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF));
                    sum += of;
                    most = Math.max(most, of);
                }
                far += most >= 64 ? 1 : 0;
            }
        }
        int pixels = a.getHeight() * a.getWidth();
        return new double[] {sum / 3.0 / pixels, (double) far / pixels};
    }

    /** Sizes in pixels, and what may differ. */
    @ParameterizedTest
    @CsvSource({
        "12, 6, 40, 1.0, 0.2, 0.001",
        "300, 1, 8, 1.0, 2, 0.009",
        "300, 1, 8, 1.9, 2.5, 0.011",
        "4000, 0.1, 0.9, 1.0, 4.5, 0.007",
        "4000, 0.1, 0.9, 1.9, 3, 0.004"
    })
    void thePictureIsTheSameWithinASmallTolerance(
            int count, double least, double most, double pixel, double mean, double far) {
        Style style = StyleFixture.rules(SITES);
        List<Feature> features = polygons(count, least, most);
        Screen screen = screen(pixel);
        BufferedImage exact = exact(features, style, screen);
        double[] difference = difference(exact, generalised(features, style, screen));
        double[] blank = difference(exact, exact(List.of(), style, screen));
        assertThat(blank[0]).as("there is something to see").isGreaterThan(3 * mean);
        assertThat(difference[0]).as("mean of 255").isLessThan(mean);
        assertThat(difference[1]).as("share of pixels far off").isLessThan(far);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><Fill/></Mark><Size>3</Size></Graphic></GraphicFill></Fill></PolygonSymbolizer>",
                "<LineSymbolizer><Stroke><CssParameter name='stroke-width'>3</CssParameter></Stroke></LineSymbolizer>",
                "<LineSymbolizer><Stroke><CssParameter name='stroke-dasharray'>4 2</CssParameter></Stroke></LineSymbolizer>",
                "<PointSymbolizer><Graphic><Mark><Fill/></Mark></Graphic></PointSymbolizer>",
                "<PointSymbolizer><Geometry><ogc:Function name='startPoint'><ogc:PropertyName>geom</ogc:PropertyName>"
                        + "</ogc:Function></Geometry><Graphic><Mark><Fill/></Mark></Graphic></PointSymbolizer>",
                "<PolygonSymbolizer><Fill><CssParameter name='fill'><ogc:Function name='Interpolate'>"
                        + "<ogc:PropertyName>score</ogc:PropertyName><ogc:Literal>0</ogc:Literal><ogc:Literal>#000000"
                        + "</ogc:Literal><ogc:Literal>1</ogc:Literal><ogc:Literal>#FF0000</ogc:Literal></ogc:Function>"
                        + "</CssParameter></Fill></PolygonSymbolizer>"
            })
    void whatNeedsMoreThanPlainColoursIsPaintedAllTheSame(String symbolizer) {
        Style style = StyleFixture.symbols(symbolizer);
        List<Feature> features = polygons(60, 5, 20);
        double[] difference = difference(exact(features, style, screen(1)), generalised(features, style, screen(1)));
        assertThat(difference[0]).isLessThan(2.5);
        assertThat(difference(exact(features, style, screen(1)), exact(List.of(), style, screen(1)))[0])
                .isGreaterThan(3);
    }

    @Test
    void aHoleStaysOpenHoweverItsRingTurns() {
        Style style = StyleFixture.rules(rule("0", "1", "#C2255C", "#84123A"));
        for (String hole : List.of("90 90, 110 90, 110 110, 90 110, 90 90", "90 90, 90 110, 110 110, 110 90, 90 90")) {
            Feature feature = StyleFixture.feature(
                    "POLYGON ((80 80, 120 80, 120 120, 80 120, 80 80), (" + hole + "))", "score", 0.7);
            BufferedImage image = generalised(List.of(feature), style, screen(1));
            assertThat(StyleFixture.at(image, 99, 99)).isEqualTo(java.awt.Color.WHITE);
            assertThat(StyleFixture.at(image, 84, 99)).isNotEqualTo(java.awt.Color.WHITE);
        }
    }

    @Test
    void pictureEdgesCutShapesWithoutAnError() {
        Style style = StyleFixture.rules(SITES);
        List<Feature> features = polygons(400, 0.2, 30);
        for (double shift : new double[] {-250, -20, 100, 251}) {
            Screen screen = new Screen(METRES, new Envelope(shift, shift + 64, -shift, 64 - shift), 64, 64);
            assertThat(difference(exact(features, style, screen), generalised(features, style, screen))[0])
                    .isLessThan(2.5);
        }
    }

    @Test
    void rulesThatHoldAtAnotherScaleDoNotShow() {
        Style style = StyleFixture.rules(
                "<Rule><MaxScaleDenominator>3000</MaxScaleDenominator><PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule>");
        List<Feature> features = polygons(20, 5, 20);
        ShapeLevel level = ShapeLevel.of(features.iterator(), METRES, METRES, 1);
        Map<Double, Double> shown = new HashMap<>();
        for (double pixel : new double[] {0.8, 1.2, 0.8}) {
            MapPainter painter = new MapPainter(screen(pixel), java.awt.Color.WHITE);
            painter.paint(level, style);
            shown.merge(pixel, difference(painter.finish(), exact(List.of(), style, screen(pixel)))[0], Math::min);
        }
        assertThat(shown.get(0.8)).as("scale 2857").isGreaterThan(1);
        assertThat(shown.get(1.2)).as("scale 4286").isZero();
    }
}
