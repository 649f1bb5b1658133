package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;

/** Rasters in 256 colours against the same rasters as they are painted. */
class ColorStepsTest {

    private static final float N = Float.NaN;

    private static ColorMap.Entry entry(double quantity, int argb) {
        return new ColorMap.Entry(quantity, new Color(argb, true), null);
    }

    private static int[] inSteps(float[] values, Symbolizer.Coverage style, Color ground) {
        ColorSteps steps = ColorSteps.of(style, false).orElseThrow();
        int[] colors = steps.colors(ground);
        assertThat(colors.length).isLessThanOrEqualTo(256);
        byte[] index = steps.index(values);
        int[] argb = new int[values.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = colors[index[i] & 0xFF];
        }
        return argb;
    }

    private static int[] painted(float[] values, Symbolizer.Coverage style, Color ground) {
        Screen screen = new Screen(Crs.of("EPSG:3857"), new Envelope(0, values.length, 0, 1), values.length, 1);
        MapPainter painter = new MapPainter(screen, ground);
        painter.paint(values, style);
        return painter.finish().getRGB(0, 0, values.length, 1, null, 0, values.length);
    }

    private static int difference(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            most = Math.max(most, Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)));
        }
        return most;
    }

    @Test
    void classesKeepTheirColours() {
        List<ColorMap.Entry> entries =
                List.of(entry(-10, 0xFF102030), entry(10, 0x80FF0000), entry(30, 0xFF00FF00), entry(31, 0xFFABCDEF));
        float[] values = {-99, -10, -9, 9.99f, 10, N, 29, 30, 30.5f, 31, 77};
        for (ColorMap.Type type : List.of(ColorMap.Type.INTERVALS, ColorMap.Type.VALUES)) {
            for (Color ground : new Color[] {null, Color.WHITE, new Color(0x336699)}) {
                Symbolizer.Coverage style = new Symbolizer.Coverage(0.6, new ColorMap(type, entries));
                assertThat(inSteps(values, style, ground)).isEqualTo(painted(values, style, ground));
            }
        }
    }

    /** The colours change by 0x4A + 0x42 + 0x49 + 0x41 + 0x57 = 377 in all, which 250 steps cut into 1.5 each. */
    @Test
    void aRampOfSixColoursIsWrongByTwoAtMost() {
        ColorMap map = new ColorMap(
                ColorMap.Type.RAMP,
                List.of(
                        entry(0, 0xFF30204F),
                        entry(0.2, 0xFF7A2F6B),
                        entry(0.4, 0xFFBC4A5C),
                        entry(0.6, 0xFFE8813F),
                        entry(0.8, 0xFFF9C24A),
                        entry(1, 0xFFFCF3A1)));
        Symbolizer.Coverage style = new Symbolizer.Coverage(1, map);
        float[] values = new float[3001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 500) / 2000f;
        }
        values[777] = N;
        int[] inSteps = inSteps(values, style, null);
        int[] painted = painted(values, style, null);
        for (int i = 0; i < values.length; i++) {
            assertThat(difference(inSteps[i], painted[i])).isLessThanOrEqualTo(2);
        }
        assertThat(inSteps[777]).isZero();
    }

    /** Each step is as wide as its share of all changes: half of it, and a rounding of either colour, is the most. */
    @Property(tries = 200)
    void noRampIsWrongByMoreThanHalfAStep(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<ColorMap.Entry> entries = new ArrayList<>();
        double quantity = -random.nextInt(50);
        int changes = 0;
        for (int i = 0; i < count; i++) {
            // as uneven as logarithms
            quantity += Math.pow(10, random.nextInt(5) - 2);
            entries.add(entry(quantity, random.nextInt()));
            if (i > 0) {
                changes += difference(
                        entries.get(i).color().getRGB(),
                        entries.get(i - 1).color().getRGB());
            }
        }
        ColorMap map = new ColorMap(ColorMap.Type.RAMP, entries);
        ColorSteps steps = ColorSteps.of(new Symbolizer.Coverage(1, map), false).orElseThrow();
        RampSteps ramp = RampSteps.of(map, 256);
        double allowed = 0.5 * Math.max(1, changes / (254.0 - count)) + 1.01;
        double from = entries.get(0).quantity() - 1;
        for (int i = 0; i <= 500; i++) {
            float value = (float) (from + (quantity + 1 - from) * i / 500);
            byte step = steps.index(new float[] {value})[0];
            int shown = ramp.colors()[step & 0xFF];
            assertThat((double) difference(shown, map.argb(value)))
                    .as("value " + value)
                    .isLessThanOrEqualTo(allowed);
        }
    }

    @Test
    void stylesOfTooManyColoursAreLeftToOthers() {
        List<ColorMap.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            entries.add(entry(i, 0xFF000000 | i * 7919));
        }
        for (ColorMap.Type type : ColorMap.Type.values()) {
            assertThat(ColorSteps.of(new Symbolizer.Coverage(1, new ColorMap(type, entries)), false))
                    .isEmpty();
        }
        ColorMap ramp = new ColorMap(ColorMap.Type.RAMP, entries.subList(0, 2));
        assertThat(ColorSteps.of(new Symbolizer.Coverage(1, ramp), true)).isEmpty();
    }
}
