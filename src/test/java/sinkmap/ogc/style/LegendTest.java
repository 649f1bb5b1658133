package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.GeometryType;

class LegendTest {

    private static final LegendLook LOOK = new LegendLook(20, 20, Double.NaN, null);

    private static final String FILL =
            "<PolygonSymbolizer><Fill><CssParameter name='fill'>%s</CssParameter></Fill></PolygonSymbolizer>";

    private static BufferedImage paint(Style style, GeometryType geometry, double scale) {
        return Legend.paint(style, geometry, "en", new LegendLook(20, 20, scale, null));
    }

    /** Colours in the middle of the swatches from top to bottom, a line of 24 pixels each. */
    private static Color swatch(BufferedImage image, int line) {
        return new Color(image.getRGB(14, 4 + 24 * line + 10), true);
    }

    @Test
    void aLinePerRuleThatHoldsAtTheScale() {
        Style style = StyleFixture.rules("<Rule><Title>红 / Red</Title>" + FILL.formatted("#FF0000")
                + "<MaxScaleDenominator>1000</MaxScaleDenominator></Rule><Rule><Title>蓝 / Blue</Title>"
                + FILL.formatted("#0000FF") + "</Rule>");
        BufferedImage all = paint(style, GeometryType.POLYGON, Double.NaN);
        assertThat(all.getHeight()).isEqualTo(4 + 2 * 24);
        assertThat(swatch(all, 0)).isEqualTo(Color.RED);
        assertThat(swatch(all, 1)).isEqualTo(Color.BLUE);
        BufferedImage small = paint(style, GeometryType.POLYGON, 5000);
        assertThat(small.getHeight()).isEqualTo(4 + 24);
        assertThat(swatch(small, 0)).isEqualTo(Color.BLUE);
    }

    @Test
    void titlesAreInTheLanguageThatIsAskedFor() {
        Style style =
                StyleFixture.rules("<Rule><Title>水 / Water is wet</Title>" + FILL.formatted("#0000FF") + "</Rule>");
        int chinese = Legend.size(style, GeometryType.POLYGON, "zh-CN", LOOK).width;
        int english = Legend.size(style, GeometryType.POLYGON, "en", LOOK).width;
        assertThat(english).isGreaterThan(chinese + 30);
    }

    @Test
    void aRampIsOneBarThatRunsThroughItsColours() {
        Style ramp = StyleFixture.symbols("<RasterSymbolizer><ColorMap><ColorMapEntry color='#000000' quantity='0'/>"
                + "<ColorMapEntry color='#C80000' quantity='5' label='five'/><ColorMapEntry color='#C8C800' quantity='90'/>"
                + "</ColorMap></RasterSymbolizer>");
        BufferedImage image = paint(ramp, null, Double.NaN);
        assertThat(image.getHeight()).isEqualTo(4 + 3 * 24);
        assertThat(swatch(image, 0).getRed()).isLessThan(8);
        assertThat(swatch(image, 1).getRed()).isBetween(194, 200);
        assertThat(swatch(image, 2).getGreen()).isBetween(194, 200);
        Color halfway = new Color(image.getRGB(14, 4 + 22), true);
        assertThat(halfway.getRed()).as("between two colours").isBetween(90, 110);
        assertThat(halfway.getAlpha()).isEqualTo(255);
    }

    @Test
    void intervalsAreSwatches() {
        Style intervals = StyleFixture.symbols("<RasterSymbolizer><ColorMap><Categorize><LookupValue>Rasterdata"
                + "</LookupValue><Value>#FF0000</Value><Threshold>5</Threshold><Value>#0000FF</Value></Categorize>"
                + "</ColorMap></RasterSymbolizer>");
        BufferedImage image = paint(intervals, null, Double.NaN);
        assertThat(swatch(image, 0)).isEqualTo(Color.RED);
        assertThat(swatch(image, 1)).isEqualTo(Color.BLUE);
    }

    @Test
    void classesOfALookupAreShownOneByOne() {
        Style style = StyleFixture.symbols("<PolygonSymbolizer><Fill><CssParameter name='fill'>"
                + "<ogc:Function name='Categorize'><ogc:PropertyName>mw</ogc:PropertyName><ogc:Literal>#FF0000</ogc:Literal>"
                + "<ogc:Literal>10</ogc:Literal><ogc:Literal>#00FF00</ogc:Literal><ogc:Literal>50</ogc:Literal>"
                + "<ogc:Literal>#0000FF</ogc:Literal></ogc:Function></CssParameter></Fill></PolygonSymbolizer>");
        BufferedImage image = paint(style, GeometryType.POLYGON, Double.NaN);
        assertThat(List.of(swatch(image, 0), swatch(image, 1), swatch(image, 2)))
                .containsExactly(Color.RED, Color.GREEN, Color.BLUE);
    }

    @Test
    void patternsLinesAndMarksAreShownAsOnTheMap() {
        Style style = StyleFixture.rules("<Rule><PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>"
                + "shape://vertline</WellKnownName><Stroke/></Mark><Size>4</Size></Graphic></GraphicFill></Fill>"
                + "</PolygonSymbolizer></Rule><Rule><LineSymbolizer/></Rule><Rule><PointSymbolizer><Graphic><Mark/>"
                + "<Size>80</Size></Graphic></PointSymbolizer></Rule><Rule><TextSymbolizer><Label>no</Label>"
                + "</TextSymbolizer></Rule>");
        BufferedImage image = paint(style, GeometryType.LINE, Double.NaN);
        assertThat(image.getHeight()).as("labels have no line").isEqualTo(4 + 3 * 24);
        int hatched = 0;
        for (int x = 5; x < 23; x++) {
            hatched += new Color(image.getRGB(x, 14), true).getAlpha() > 100 ? 1 : 0;
        }
        assertThat(hatched).isBetween(4, 10);
    }

    @Test
    void theLegendAsDataNamesWhatIsPainted() {
        Style style = StyleFixture.rules("<Rule><Name>r</Name><Title>红 / Red</Title>" + FILL.formatted("#FF0000")
                + "<MaxScaleDenominator>1000</MaxScaleDenominator></Rule>");
        Map<String, Object> rule = Legend.describe(style, "zh", LOOK).get(0);
        assertThat(rule).containsEntry("title", "红").containsEntry("MaxScaleDenominator", 1000.0);
        assertThat(rule.get("symbolizers"))
                .isEqualTo(List.of(Map.of("Polygon", Map.of("fill", "#ff0000", "fill-opacity", 1.0))));
        assertThat(Legend.describe(style, "zh", new LegendLook(20, 20, 2000, null)))
                .isEmpty();
    }
}
