package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColorMapTest {

    private static final List<ColorMap.Entry> ENTRIES = List.of(
            new ColorMap.Entry(-10, new Color(0, 0, 0, 255), null),
            new ColorMap.Entry(10, new Color(200, 100, 0, 255), null),
            new ColorMap.Entry(30, new Color(200, 0, 0, 55), null));

    @Test
    void nodataIsTransparentInEveryMap() {
        for (ColorMap.Type type : ColorMap.Type.values()) {
            assertThat(new ColorMap(type, ENTRIES).argb(Float.NaN)).isZero();
        }
    }

    @Test
    void rampsBlendNeighboursAndHoldTheirEnds() {
        ColorMap ramp = new ColorMap(ColorMap.Type.RAMP, ENTRIES);
        assertThat(new Color(ramp.argb(0), true)).isEqualTo(new Color(100, 50, 0, 255));
        assertThat(new Color(ramp.argb(20), true)).isEqualTo(new Color(200, 50, 0, 155));
        assertThat(ramp.argb(-99)).isEqualTo(ENTRIES.get(0).color().getRGB());
        assertThat(ramp.argb(99)).isEqualTo(ENTRIES.get(2).color().getRGB());
    }

    @Test
    void intervalsEndBelowTheirQuantity() {
        ColorMap intervals = new ColorMap(ColorMap.Type.INTERVALS, ENTRIES);
        assertThat(intervals.argb(9.99f)).isEqualTo(ENTRIES.get(1).color().getRGB());
        assertThat(intervals.argb(10)).isEqualTo(ENTRIES.get(2).color().getRGB());
        assertThat(intervals.argb(30)).isZero();
    }

    @Test
    void valuesMustBeEqual() {
        ColorMap values = new ColorMap(ColorMap.Type.VALUES, ENTRIES);
        assertThat(values.argb(10)).isEqualTo(ENTRIES.get(1).color().getRGB());
        assertThat(values.argb(10.5f)).isZero();
    }
}
