package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class RasterStyleTest {

    private static Symbolizer.Coverage coverage(String parts) {
        return StyleFixture.symbols("<RasterSymbolizer>" + parts + "</RasterSymbolizer>")
                .findCoverage(1)
                .orElseThrow();
    }

    private static Color color(String parts, double value) {
        return new Color(coverage(parts).colors().argb((float) value), true);
    }

    private static final String ENTRIES = "<ColorMapEntry color='#000000' quantity='-10' label='low'/>"
            + "<ColorMapEntry color='#C86400' quantity='10'/><ColorMapEntry color='#C80000' quantity='30' opacity='0.5'/>";

    @Test
    void aColorMapIsARampUnlessItSaysOtherwise() {
        String map = "<ColorMap>" + ENTRIES + "</ColorMap>";
        assertThat(color(map, 0)).isEqualTo(new Color(100, 50, 0));
        assertThat(color(map, 20)).isEqualTo(new Color(200, 50, 0, 192));
        assertThat(color(map, 99)).isEqualTo(new Color(200, 0, 0, 128));
    }

    @Test
    void categoriesOfSymbologyEncodingAreIntervals() {
        String map = "<ColorMap><Categorize fallbackValue='#000000'><LookupValue>Rasterdata</LookupValue>"
                + "<Value>#111111</Value><Threshold>5</Threshold><Value>#222222</Value><Threshold>8</Threshold>"
                + "<Value>#333333</Value></Categorize></ColorMap>";
        assertThat(color(map, 4.9)).isEqualTo(new Color(0x111111));
        assertThat(color(map, 5)).isEqualTo(new Color(0x222222));
        assertThat(color(map, 1e6)).isEqualTo(new Color(0x333333));
    }

    @Test
    void interpolationOfSymbologyEncodingIsARamp() {
        String map = "<ColorMap><Interpolate><LookupValue>Rasterdata</LookupValue><InterpolationPoint><Data>0</Data>"
                + "<Value>#000000</Value></InterpolationPoint><InterpolationPoint><Data>10</Data><Value>#64C832</Value>"
                + "</InterpolationPoint></Interpolate></ColorMap>";
        assertThat(color(map, 5)).isEqualTo(new Color(50, 100, 25));
    }

    @Test
    void aStretchBetweenGivenValuesIsTheGreyOfQgis() {
        String stretch = "<ChannelSelection><GrayChannel><SourceChannelName>1</SourceChannelName><ContrastEnhancement>"
                + "<Normalize><VendorOption name='algorithm'>StretchToMinimumMaximum</VendorOption>"
                + "<VendorOption name='minValue'>100</VendorOption><VendorOption name='maxValue'>300</VendorOption>"
                + "</Normalize></ContrastEnhancement></GrayChannel></ChannelSelection>";
        assertThat(color(stretch, 200)).isEqualTo(new Color(128, 128, 128));
        String inverted = stretch + "<ColorMap><ColorMapEntry color='#FFFFFF' quantity='0'/>"
                + "<ColorMapEntry color='#000000' quantity='255'/></ColorMap>";
        assertThat(color(inverted, 100)).isEqualTo(Color.WHITE);
        assertThat(color(inverted, 150)).isEqualTo(new Color(191, 191, 191));
    }

    @Test
    void quantitiesMustRise() {
        assertThatThrownBy(() -> coverage("<ColorMap><ColorMapEntry color='#000000' quantity='5'/>"
                        + "<ColorMapEntry color='#000000' quantity='5'/></ColorMap>"))
                .hasMessageContaining("must have a greater quantity");
    }

    /** The fast way of whole pictures gives the colours of single values. */
    @ParameterizedTest
    @CsvSource({"ramp", "intervals", "values"})
    void picturesHaveTheColoursOfTheirValues(String type) {
        ColorMap colors = coverage("<ColorMap type='" + type + "'>" + ENTRIES + "</ColorMap>")
                .colors();
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 == 0 ? Float.NaN : i % 5 == 0 ? 10 : (i * 7919 % 1000) / 20f - 15;
        }
        int[] argb = new int[values.length];
        colors.paint(values, argb);
        for (int i = 0; i < values.length; i++) {
            assertThat(argb[i]).as("value %s", values[i]).isEqualTo(colors.argb(values[i]));
        }
    }

    @Test
    void opacityFadesTheWholeRaster() {
        MapPainter painter =
                new MapPainter(new Screen(StyleFixture.METRES, new Envelope(0, 2, 0, 1), 2, 1), Color.WHITE);
        painter.paint(
                new float[] {1, Float.NaN},
                coverage("<Opacity>0.25</Opacity><ColorMap type='values'><ColorMapEntry color='#000000' quantity='1'/>"
                        + "</ColorMap>"));
        BufferedImage image = painter.finish();
        assertThat(StyleFixture.at(image, 0, 0).getRed()).isBetween(190, 192);
        assertThat(StyleFixture.at(image, 1, 0)).isEqualTo(Color.WHITE);
    }
}
