package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.style.StyleFixture.at;
import static sinkmap.ogc.style.StyleFixture.feature;
import static sinkmap.ogc.style.StyleFixture.paint;
import static sinkmap.ogc.style.StyleFixture.painted;
import static sinkmap.ogc.style.StyleFixture.symbols;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strokes of 3.5 pixels, which are drawn half a pixel wider as GeoServer does, unless they say otherwise. */
class StrokeTest {

    private static String line(String parameters) {
        return "<LineSymbolizer><Stroke><CssParameter name='stroke-width'>3.5</CssParameter>" + parameters
                + "</Stroke></LineSymbolizer>";
    }

    private static String css(String name, String value) {
        return "<SvgParameter name='" + name + "'>" + value + "</SvgParameter>";
    }

    /** The row of pixels in the middle of the line, # where covered. */
    private static String row(BufferedImage image, int y, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(x -> at(image, x, y).getAlpha() > 127 ? "#" : ".")
                .collect(Collectors.joining());
    }

    @Test
    void aSymbolizerWithoutStrokeDrawsAThinBlackLine() {
        BufferedImage image = paint(symbols("<LineSymbolizer/>"), "LINESTRING (0 20.5, 60 20.5)");
        assertThat(painted(image)).isEqualTo(60);
        assertThat(at(image, 30, 20)).isEqualTo(Color.BLACK);
    }

    @Test
    void dashesBeginAtTheirOffset() {
        String dash = css("stroke-dasharray", "3 2");
        assertThat(row(paint(symbols(line(dash)), "LINESTRING (10 20, 24 20)"), 20, 10, 24))
                .isEqualTo("###..###..###.");
        assertThat(row(
                        paint(symbols(line(dash + css("stroke-dashoffset", "2"))), "LINESTRING (10 20, 24 20)"),
                        20,
                        10,
                        24))
                .isEqualTo("#..###..###..#");
    }

    @ParameterizedTest
    @CsvSource({"butt, ....######....", "square, ..##########..", "round, ..##########.."})
    void capsReachBeyondTheEnds(String cap, String row) {
        BufferedImage image = paint(symbols(line(css("stroke-linecap", cap))), "LINESTRING (20 20, 26 20)");
        assertThat(row(image, 20, 16, 30)).isEqualTo(row);
        // the corner pixel tells round from square
        assertThat(at(image, 18, 21).getAlpha() > 127).isEqualTo(cap.equals("square"));
    }

    @ParameterizedTest
    @CsvSource({"mitre, true", "round, false", "bevel, false"})
    void joinsDifferAtTheCorner(String join, boolean cornerCovered) {
        String style = line(css("stroke-width", "8") + css("stroke-linejoin", join));
        BufferedImage image = paint(symbols(style), "LINESTRING (10 10, 30 10, 30 30)");
        assertThat(at(image, 33, 6).getAlpha() > 127).isEqualTo(cornerCovered);
    }

    @Test
    void theJoinThatIsNotGivenIsAMitre() {
        BufferedImage image = paint(symbols(line("")), "LINESTRING (10 10, 30 10, 30 30)");
        assertThat(at(image, 31, 8).getAlpha()).isEqualTo(255);
    }

    @Test
    void opacityAndColourComeFromTheStyle() {
        BufferedImage image = paint(
                symbols(line(css("stroke", "#204060") + css("stroke-opacity", "0.4"))), "LINESTRING (0 20, 60 20)");
        Color color = at(image, 30, 20);
        assertThat(color.getAlpha()).isEqualTo(102);
        assertThat(color.getRed()).isBetween(0x1F, 0x21);
        assertThat(color.getBlue()).isBetween(0x5F, 0x61);
    }

    @Test
    void widthMayComeFromAnAttribute() {
        Style style = symbols(
                "<LineSymbolizer><Stroke><CssParameter name='stroke-width'><ogc:Mul><ogc:PropertyName>lanes"
                        + "</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:Mul></CssParameter></Stroke></LineSymbolizer>");
        assertThat(style.attributes()).containsExactly("lanes");
        assertThat(painted(paint(style, feature("LINESTRING (0 20, 60 20)", "lanes", 3L))))
                .isEqualTo(60 * 6);
        assertThat(painted(paint(style, feature("LINESTRING (0 20, 60 20)"))))
                .as("no value, no line")
                .isZero();
    }

    @Test
    void aPerpendicularOffsetMovesTheLineToItsRight() {
        String moved = "<LineSymbolizer><Stroke>" + css("stroke-width", "2")
                + "</Stroke><PerpendicularOffset>5</PerpendicularOffset></LineSymbolizer>";
        assertThat(at(paint(symbols(moved), "LINESTRING (0 20, 60 20)"), 30, 14).getAlpha())
                .isEqualTo(255);
        assertThat(at(paint(symbols(moved), "LINESTRING (60 20, 0 20)"), 30, 25).getAlpha())
                .isEqualTo(255);
    }

    @Test
    void graphicsStandAlongALineWithTheirGap() {
        String graphic = "<LineSymbolizer><Stroke><GraphicStroke><Graphic><Mark><WellKnownName>square</WellKnownName>"
                + "<Fill/></Mark><Size>4</Size>%s</Graphic></GraphicStroke></Stroke></LineSymbolizer>";
        assertThat(row(paint(symbols(graphic.formatted("<Gap>3</Gap>")), "LINESTRING (10 20, 31 20)"), 20, 10, 31))
                .isEqualTo("####...####...####...");
        assertThat(row(
                        paint(
                                symbols(graphic.formatted("<Gap>3</Gap><InitialGap>2</InitialGap>")),
                                "LINESTRING (10 20, 31 20)"),
                        20,
                        10,
                        31))
                .isEqualTo("..####...####...####.");
    }

    @Test
    void graphicsStandOnDashesOnly() {
        String dashed = "<LineSymbolizer><Stroke><GraphicStroke><Graphic><Mark><WellKnownName>square</WellKnownName>"
                + "<Fill/></Mark><Size>4</Size></Graphic></GraphicStroke>" + css("stroke-dasharray", "4 6")
                + "%s</Stroke>"
                + "</LineSymbolizer>";
        assertThat(row(paint(symbols(dashed.formatted("")), "LINESTRING (10 20, 34 20)"), 20, 10, 34))
                .isEqualTo("####......####......####");
        String later = dashed.formatted(css("stroke-dashoffset", "5"));
        assertThat(row(paint(symbols(later), "LINESTRING (10 20, 34 20)"), 20, 10, 34))
                .isEqualTo(".....####......####.....");
    }

    @Test
    void graphicsTurnWithTheLine() {
        String bars = "<LineSymbolizer><Stroke><GraphicStroke><Graphic><Mark><WellKnownName>shape://vertline"
                + "</WellKnownName><Stroke>" + css("stroke-width", "2")
                + "</Stroke></Mark><Size>10</Size></Graphic></GraphicStroke></Stroke></LineSymbolizer>";
        BufferedImage level = paint(symbols(bars), "LINESTRING (10 20, 20 20)");
        assertThat(at(level, 15, 24).getAlpha()).as("a bar across a level line").isEqualTo(255);
        BufferedImage upright = paint(symbols(bars), "LINESTRING (20 10, 20 20)");
        assertThat(at(upright, 24, 15).getAlpha())
                .as("a bar across an upright line")
                .isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({"points, 3", "firstPoint, 1", "lastPoint, 1", "centralPoint, 1"})
    void graphicsStandAtVerticesWhereQgisPutsThem(String placement, int count) {
        String graphic = "<LineSymbolizer><VendorOption name='placement'>" + placement
                + "</VendorOption><Stroke><GraphicStroke><Graphic><Mark><Fill/></Mark><Size>4</Size></Graphic>"
                + "</GraphicStroke></Stroke></LineSymbolizer>";
        assertThat(painted(paint(symbols(graphic), "LINESTRING (10 20, 30 20, 50 20)")))
                .isEqualTo(16L * count);
    }

    @Test
    void aLineMayBeFilledWithAPattern() {
        String pattern = "<LineSymbolizer><Stroke><GraphicFill><Graphic><Mark><Fill>" + css("fill", "#00FF00")
                + "</Fill></Mark><Size>2</Size></Graphic></GraphicFill>" + css("stroke-width", "6")
                + "</Stroke></LineSymbolizer>";
        assertThat(at(paint(symbols(pattern), "LINESTRING (0 20, 60 20)"), 30, 20))
                .isEqualTo(Color.GREEN);
    }
}
