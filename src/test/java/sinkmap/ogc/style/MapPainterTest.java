package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.catalog.Crs;
import sinkmap.store.Feature;

/** Painting on a picture of 60 x 40 pixels, one unit a pixel, origin at the lower left. */
class MapPainterTest {

    private static final Crs METRES = Crs.of("EPSG:32650");
    private static final Screen SCREEN = new Screen(METRES, new Envelope(0, 60, 0, 40), 60, 40);
    private static final Symbolizer.Stroke THIN =
            new Symbolizer.Stroke(Color.BLACK, 2, new float[0], 0, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final Symbolizer AREA = new Symbolizer.Area(new Symbolizer.Fill(Color.RED, null), null);

    private static Feature feature(String wkt) {
        try {
            return new Feature(1, new WKTReader().read(wkt), Map.of("name", "场址"));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Style style(Symbolizer... symbolizers) {
        Rule rule = new Rule("", "", Filter.INCLUDE, false, 0, Double.POSITIVE_INFINITY, List.of(symbolizers));
        return new Style("test", "", "", List.of(new Style.Pass(List.of(rule))));
    }

    private static BufferedImage paint(Style style, String... wkt) {
        MapPainter painter = new MapPainter(SCREEN, null);
        painter.paint(Stream.of(wkt).map(MapPainterTest::feature).iterator(), METRES, style);
        return painter.finish();
    }

    private static long painted(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(pixel -> pixel >>> 24 > 127).count();
    }

    @Test
    void areasCoverTheirPixelsAndHolesStayOpen() {
        BufferedImage image =
                paint(style(AREA), "POLYGON ((10 5, 50 5, 50 30, 10 30, 10 5), (20 10, 20 20, 40 20, 40 10, 20 10))");
        assertThat(painted(image)).isEqualTo(40 * 25 - 20 * 10);
        assertThat(image.getRGB(12, 40 - 7)).isEqualTo(Color.RED.getRGB());
        assertThat(image.getRGB(30, 40 - 15)).isZero();
    }

    @Test
    void anAreaSmallerThanAPixelStillShows() {
        assertThat(painted(paint(style(AREA), "POLYGON ((10.4 5.4, 10.6 5.4, 10.6 5.6, 10.4 5.6, 10.4 5.4))")))
                .isEqualTo(1);
    }

    @Test
    void whatReachesFarOutsideIsCutNotLost() {
        assertThat(painted(paint(style(AREA), "POLYGON ((-9e8 -9e8, 9e8 -9e8, 9e8 20, -9e8 20, -9e8 -9e8))")))
                .isEqualTo(60 * 20);
        BufferedImage line = paint(style(new Symbolizer.Line(THIN)), "LINESTRING (-9e8 21, 9e8 21)");
        assertThat(painted(line)).isEqualTo(60 * 2);
    }

    @Test
    void marksLieOnTheirPoint() {
        Symbolizer mark = new Symbolizer.Point(Mark.SQUARE, Color.BLUE, null, 4, 0);
        BufferedImage image = paint(style(mark), "POINT (30 10)");
        assertThat(painted(image)).isEqualTo(16);
        assertThat(image.getRGB(28, 28)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void onlyOneOfTwoLabelsAtOnePlaceIsPainted() {
        Symbolizer label = new Symbolizer.Label(
                List.of(new Symbolizer.LabelPart("name", true)),
                new Font(Font.SANS_SERIF, Font.PLAIN, 12),
                Color.BLACK,
                Color.WHITE,
                1,
                0.5,
                0.5,
                0,
                0,
                0,
                false);
        long one = painted(paint(style(label), "POINT (30 20)"));
        assertThat(one).isPositive();
        assertThat(painted(paint(style(label), "POINT (30 20)", "POINT (33 22)")))
                .isEqualTo(one);
    }

    @Test
    void laterPassesLieAboveEarlierOnesOfEveryFeature() {
        Style fill = style(AREA);
        Style casing = style(new Symbolizer.Line(THIN));
        Style both = new Style(
                "both", "", "", List.of(casing.passes().get(0), fill.passes().get(0)));
        BufferedImage image = paint(
                both, "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))", "POLYGON ((20 10, 30 10, 30 20, 20 20, 20 10))");
        assertThat(IntStream.range(12, 28)
                        .map(x -> image.getRGB(x, 25))
                        .distinct()
                        .toArray())
                .containsExactly(Color.RED.getRGB());
    }
}
