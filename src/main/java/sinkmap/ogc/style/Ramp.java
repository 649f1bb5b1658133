package sinkmap.ogc.style;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** A colour ramp laid out for speed: neighbouring pixels mostly lie between the same two entries. */
final class Ramp {

    private final double[] quantities;
    private final Color[] colors;
    private final Segment[] segments;

    Ramp(ColorMap map) {
        List<ColorMap.Entry> entries = map.entries();
        this.quantities = entries.stream().mapToDouble(ColorMap.Entry::quantity).toArray();
        this.colors = entries.stream().map(ColorMap.Entry::color).toArray(Color[]::new);
        this.segments = new Segment[quantities.length + 1];
        Arrays.setAll(segments, Segment::new);
    }

    /** Colours of values as non-premultiplied ARGB; 0 for NaN. */
    void paint(float[] values, int[] argb) {
        int upper = 0;
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (Float.isNaN(value)) {
                argb[i] = 0;
                continue;
            }
            while (upper < quantities.length && quantities[upper] <= value) {
                upper++;
            }
            while (upper > 0 && quantities[upper - 1] > value) {
                upper--;
            }
            argb[i] = segments[upper].argb(value);
        }
    }

    /** The colours between two entries, or beyond an end, where one colour holds. */
    private final class Segment {

        private final double[] start = new double[4];
        private final double[] slope = new double[4];

        Segment(int upper) {
            double from = upper == 0 ? Double.NEGATIVE_INFINITY : quantities[upper - 1];
            double to = upper == quantities.length ? Double.POSITIVE_INFINITY : quantities[upper];
            int[] a = channels(colors[Math.max(0, upper - 1)]);
            int[] b = channels(colors[Math.min(colors.length - 1, upper)]);
            boolean blends = Double.isFinite(from) && Double.isFinite(to);
            for (int c = 0; c < 4; c++) {
                slope[c] = blends ? (b[c] - a[c]) / (to - from) : 0;
                start[c] = (upper == 0 ? b[c] : a[c]) - (blends ? slope[c] * from : 0) + 0.5;
            }
        }

        int argb(float value) {
            return (int) (start[0] + slope[0] * value) << 24
                    | (int) (start[1] + slope[1] * value) << 16
                    | (int) (start[2] + slope[2] * value) << 8
                    | (int) (start[3] + slope[3] * value);
        }

        private static int[] channels(Color color) {
            return new int[] {color.getAlpha(), color.getRed(), color.getGreen(), color.getBlue()};
        }
    }
}
