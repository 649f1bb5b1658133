package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.ogc.style.StyleFixture.METRES;
import static sinkmap.ogc.style.StyleFixture.feature;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import sinkmap.store.Feature;

/** Labels on a picture of 400 x 300 pixels, one metre a pixel, origin at the lower left. */
class LabelsTest {

    private static final Screen SCREEN = new Screen(METRES, new Envelope(0, 400, 0, 300), 400, 300);
    private static final String FONT = "<Font><CssParameter name='font-size'>20</CssParameter></Font>";
    private static final String CENTRED =
            "<LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX>"
                    + "<AnchorPointY>0.5</AnchorPointY></AnchorPoint></PointPlacement></LabelPlacement>";

    private static Style label(String parts) {
        return StyleFixture.symbols("<TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label>" + parts
                + "</TextSymbolizer>");
    }

    private static String option(String name, Object value) {
        return "<VendorOption name='" + name + "'>" + value + "</VendorOption>";
    }

    private static BufferedImage paint(Style style, Feature... features) {
        return StyleFixture.paint(SCREEN, style, features);
    }

    private static Feature point(int x, int y, String name) {
        return feature("POINT (" + x + " " + y + ")", "name", name);
    }

    /** Bounds of what is covered, x and y from the lower left. */
    private static Rectangle ink(BufferedImage image) {
        Rectangle box = null;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 > 100) {
                    Rectangle pixel = new Rectangle(x, image.getHeight() - 1 - y, 1, 1);
                    box = box == null ? pixel : box.union(pixel);
                }
            }
        }
        return box;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "0.5, 0.5, 0, 0", "1, 1, 0, 0", "0, 0.5, 30, -40"})
    void anchorAndDisplacementPlaceTheBoxOfALabel(double anchorX, double anchorY, int shiftX, int shiftY) {
        String placement = "<LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>" + anchorX
                + "</AnchorPointX><AnchorPointY>" + anchorY + "</AnchorPointY></AnchorPoint><Displacement>"
                + "<DisplacementX>" + shiftX + "</DisplacementX><DisplacementY>" + shiftY
                + "</DisplacementY></Displacement></PointPlacement></LabelPlacement>";
        Rectangle ink = ink(paint(label(FONT + placement), point(200, 150, "HHH")));
        assertThat(ink.x + anchorX * ink.width).isBetween(198.5 + shiftX, 201.5 + shiftX);
        assertThat(ink.y + anchorY * ink.height).isBetween(148.5 + shiftY, 151.5 + shiftY);
    }

    @Test
    void rotationTurnsClockwiseAroundThePoint() {
        String placement = "<LabelPlacement><PointPlacement><Rotation>90</Rotation></PointPlacement></LabelPlacement>";
        Rectangle ink = ink(paint(label(FONT + placement), point(200, 150, "HHHH")));
        assertThat(ink.height).isGreaterThan(2 * ink.width);
        assertThat(ink.y + ink.height).as("begins at the point and runs down").isBetween(148, 152);
    }

    @Test
    void aHaloSurroundsTheLettersByItsRadius() {
        Rectangle bare = ink(paint(label(FONT + CENTRED), point(200, 150, "H")));
        BufferedImage image = paint(label(FONT + CENTRED + "<Halo><Radius>3</Radius></Halo>"), point(200, 150, "H"));
        Rectangle halo = ink(image);
        assertThat(halo.width - bare.width).isBetween(5, 7);
        assertThat(StyleFixture.at(image, bare.x - 2, 150)).isEqualTo(Color.WHITE);
    }

    @Test
    void chineseLettersAreShownWhateverTheFont() {
        String latin = "<Font><CssParameter name='font-family'>DejaVu Serif</CssParameter>"
                + "<CssParameter name='font-size'>40</CssParameter></Font>";
        BufferedImage dong = paint(label(latin + CENTRED), point(200, 150, "东"));
        BufferedImage ying = paint(label(latin + CENTRED), point(200, 150, "营"));
        assertThat(dong.getRGB(0, 0, 400, 300, null, 0, 400))
                .as("not both the box of a missing letter")
                .isNotEqualTo(ying.getRGB(0, 0, 400, 300, null, 0, 400));
        assertThat(ink(dong).width).isGreaterThan(25);
    }

    @Test
    void onlyOneOfTwoLabelsAtOnePlaceIsPaintedUnlessTheyMayOverlap() {
        Style style = label(FONT + CENTRED);
        Feature first = point(200, 150, "HHHH");
        Feature second = point(220, 155, "HHHH");
        assertThat(ink(paint(style, first, second))).isEqualTo(ink(paint(style, first)));
        Style overlap = label(FONT + CENTRED + option("conflictResolution", false));
        assertThat(ink(paint(overlap, first, second)).width).isGreaterThan(ink(paint(style, first)).width + 15);
    }

    @Test
    void theLabelWithTheHighestPriorityGetsTheRoom() {
        Style style = label(FONT + CENTRED + "<Priority><ogc:PropertyName>mw</ogc:PropertyName></Priority>");
        Feature small = feature("POINT (200 150)", "name", "HHHH", "mw", 10L);
        Feature large = feature("POINT (220 155)", "name", "HHHH", "mw", 200L);
        assertThat(ink(paint(style, small, large)))
                .isEqualTo(ink(paint(style, large)))
                .isEqualTo(ink(paint(style, large, small)));
    }

    @Test
    void spaceAroundKeepsLabelsApart() {
        Feature a = point(200, 150, "H");
        Feature b = point(230, 150, "H");
        assertThat(ink(paint(label(FONT + CENTRED), a, b)).width).isGreaterThan(30);
        assertThat(ink(paint(label(FONT + CENTRED + option("spaceAround", 30)), a, b)).width)
                .isLessThan(20);
    }

    @Test
    void aLabelMayMoveToFindRoom() {
        Feature a = point(200, 150, "HHHH");
        Feature b = point(201, 150, "HHHH");
        Rectangle one = ink(paint(label(FONT + CENTRED), a, b));
        Rectangle two = ink(paint(label(FONT + CENTRED + option("maxDisplacement", 60)), a, b));
        assertThat(two.width * two.height).isGreaterThan((int) (1.8 * one.width * one.height));
    }

    @Test
    void aLabelThatTheEdgeWouldCutIsLeftOutUnlessItMayBeCut() {
        assertThat(ink(paint(label(FONT + CENTRED), point(399, 150, "HHHH")))).isNull();
        assertThat(ink(paint(label(FONT + CENTRED + option("partials", true)), point(399, 150, "HHHH"))))
                .isNotNull();
    }

    @Test
    void neighbouringPicturesShowALabelWholeAndOnce() {
        Style style = label(FONT + CENTRED);
        Feature[] sites = {point(380, 150, "HHHHHH"), point(200, 150, "HHHHHH"), point(420, 40, "HHHHHH")};
        Screen east = new Screen(METRES, new Envelope(400, 800, 0, 300), 400, 300);
        BufferedImage left = paint(style, sites);
        BufferedImage right = StyleFixture.paint(east, style, sites);
        assertThat(ink(left).x + ink(left).width)
                .as("the label over the edge is in neither")
                .isLessThan(260);
        assertThat(ink(right)).isNull();
    }

    @Test
    void longTextsAreWrappedWhereTheStyleSaysSo() {
        String text = "Yellow River Delta Marsh";
        Rectangle one = ink(paint(label(FONT + CENTRED), point(200, 150, text)));
        Rectangle wrapped = ink(paint(label(FONT + CENTRED + option("autoWrap", 100)), point(200, 150, text)));
        assertThat(one.width).isGreaterThan(200);
        assertThat(wrapped.width).isLessThanOrEqualTo(102);
        assertThat(wrapped.height).isGreaterThan(2 * one.height);
    }

    private static String line() {
        return "<LabelPlacement><LinePlacement/></LabelPlacement>";
    }

    @Test
    void labelsOfLinesLieInTheirMiddleAndAreNeverUpsideDown() {
        Feature road = feature("LINESTRING (100 50, 300 250)", "name", "HHHH");
        Feature back = feature("LINESTRING (300 250, 100 50)", "name", "HHHH");
        BufferedImage image = paint(label(FONT + line()), road);
        Rectangle ink = ink(image);
        assertThat(ink.getCenterX()).isBetween(198.0, 202.0);
        assertThat(ink.getCenterY()).isBetween(148.0, 152.0);
        assertThat(ink.height).isGreaterThan(30);
        assertThat(paint(label(FONT + line()), back).getRGB(0, 0, 400, 300, null, 0, 400))
                .isEqualTo(image.getRGB(0, 0, 400, 300, null, 0, 400));
    }

    @Test
    void labelsRepeatAlongLines() {
        Feature road = feature("LINESTRING (0 150, 400 150)", "name", "HH");
        int one = ink(paint(label(FONT + line()), road)).width;
        Rectangle three = ink(paint(label(FONT + line() + option("repeat", 120)), road));
        assertThat(three.width).isBetween(238 + one, 242 + one);
        String gap = "<LabelPlacement><LinePlacement><IsRepeated>true</IsRepeated><Gap>120</Gap></LinePlacement>"
                + "</LabelPlacement>";
        assertThat(ink(paint(label(FONT + gap), road))).isEqualTo(three);
    }

    @Test
    void lettersFollowALineThatBendsGently() {
        Feature arc = feature(
                "LINESTRING (100 100, 130 150, 165 180, 200 190, 235 180, 270 150, 300 100)", "name", "HHHHHHHHHHHH");
        Rectangle straight = ink(paint(label(FONT + line()), feature("LINESTRING (0 150, 400 150)", "name", "HHHH")));
        Rectangle curved =
                ink(paint(label(FONT + line() + option("followLine", true) + option("maxAngleDelta", 45)), arc));
        assertThat(curved.height).isGreaterThan(straight.height + 15);
        Feature corner = feature("LINESTRING (100 50, 200 250, 210 50)", "name", "HHHHHHHHHHHH");
        assertThat(ink(paint(label(FONT + line() + option("followLine", true)), corner)))
                .as("a corner is too sharp for letters")
                .isNull();
    }

    @Test
    void aLabelLongerThanItsLineIsLeftOutWhereTheStyleForbidsIt() {
        Feature stub = feature("LINESTRING (195 150, 205 150)", "name", "HHHHHH");
        assertThat(ink(paint(label(FONT + line()), stub))).isNotNull();
        assertThat(ink(paint(label(FONT + line() + option("allowOverruns", false)), stub)))
                .isNull();
    }

    @Test
    void piecesOfOneRoadGetOneLabelWhenGrouped() {
        Feature west = feature("LINESTRING (20 150, 200 150)", "name", "HH");
        Feature east = feature("LINESTRING (200 150, 380 150)", "name", "HH");
        assertThat(ink(paint(label(FONT + line()), west, east)).width).isGreaterThan(150);
        Rectangle grouped = ink(paint(label(FONT + line() + option("group", "yes")), west, east));
        assertThat(grouped.width).isLessThan(60);
        assertThat(grouped.getCenterX()).isBetween(198.0, 202.0);
    }

    @Test
    void labelsOfAreasMustFitIntoThemWell() {
        Feature sliver = feature("POLYGON ((190 20, 210 20, 210 280, 190 280, 190 20))", "name", "HHHHHH");
        assertThat(ink(paint(label(FONT + CENTRED), sliver))).isNull();
        assertThat(ink(paint(label(FONT + CENTRED + option("goodnessOfFit", 0)), sliver)))
                .isNotNull();
        Rectangle upright = ink(paint(label(FONT + CENTRED + option("polygonAlign", "ortho")), sliver));
        assertThat(upright.height).isGreaterThan(2 * upright.width);
        Feature slanted = feature("POLYGON ((100 90, 110 80, 310 220, 300 230, 100 90))", "name", "HHHHHH");
        Rectangle along = ink(paint(label(FONT + CENTRED + option("polygonAlign", "mbr")), slanted));
        assertThat(along.height).isGreaterThan(35);
    }

    @Test
    void sameTextsKeepTheirDistance() {
        Style style = label(FONT + CENTRED + option("minGroupDistance", 200));
        Rectangle ink = ink(paint(style, point(100, 150, "H"), point(200, 150, "H"), point(350, 150, "H")));
        assertThat(ink.x).isBetween(85, 100);
        assertThat(ink.x + ink.width).isGreaterThan(350);
        assertThat(ink(paint(style, point(100, 150, "H"), point(200, 150, "H"))).width)
                .isLessThan(20);
    }

    @Test
    void aShieldIsStretchedAroundItsText() {
        String shield = "<Graphic><Mark><WellKnownName>square</WellKnownName><Fill><CssParameter name='fill'>#FFFF00"
                + "</CssParameter></Fill></Mark></Graphic>" + option("graphic-resize", "stretch")
                + option("graphic-margin", 5);
        Rectangle bare = ink(paint(label(FONT + CENTRED), point(200, 150, "HHH")));
        BufferedImage image = paint(label(FONT + CENTRED + shield), point(200, 150, "HHH"));
        Rectangle ink = ink(image);
        assertThat(ink.width - bare.width).isBetween(9, 11);
        assertThat(ink.height - bare.height).isBetween(9, 11);
        assertThat(StyleFixture.at(image, ink.x + 2, 150)).isEqualTo(Color.YELLOW);
    }

    @Test
    void underlinesAndLineThroughAreDrawn() {
        Rectangle bare = ink(paint(label(FONT + CENTRED), point(200, 150, "HHH")));
        assertThat(ink(paint(label(FONT + CENTRED + option("underlineText", true)), point(200, 150, "HHH"))).height)
                .isGreaterThan(bare.height + 1);
        BufferedImage through =
                paint(label(FONT + CENTRED + option("strikethroughText", true)), point(200, 150, "H H"));
        assertThat(ink(through)).isNotNull();
        int middle = 0;
        for (int y = 140; y < 160; y++) {
            middle += StyleFixture.at(through, 200, y).getAlpha() > 100 ? 1 : 0;
        }
        assertThat(middle).as("a line crosses the gap").isPositive();
    }

    @Test
    void lettersMayBeSpaced() {
        int narrow = ink(paint(label(FONT + CENTRED), point(200, 150, "HHHH"))).width;
        assertThat(ink(paint(label(FONT + CENTRED + option("charSpacing", 5)), point(200, 150, "HHHH"))).width)
                .isBetween(narrow + 13, narrow + 17);
    }

    @Test
    void labelsOfLayersAboveComeFirst() {
        Style style = label(FONT + CENTRED);
        MapPainter painter = new MapPainter(SCREEN, null);
        painter.paint(java.util.List.of(point(200, 150, "HHHH")).iterator(), METRES, style);
        painter.paint(java.util.List.of(point(230, 150, "HHHH")).iterator(), METRES, style);
        assertThat(ink(painter.finish())).isEqualTo(ink(paint(style, point(230, 150, "HHHH"))));
    }
}
