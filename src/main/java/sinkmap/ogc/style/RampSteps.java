package sinkmap.ogc.style;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a {@link ColorSteps} that is a ramp: 0 for nodata, one below and one above the ramp, the others even between two entries. */
final class RampSteps {

    private final int[] colors;
    private final double[] quantities;
    /** Of the part below each entry, and of the one above the last: its first step, its steps, and how many to a unit. */
    private final int[] first;

    private final int[] steps;
    private final double[] perUnit;

    private RampSteps(ColorMap map, int[] steps) {
        List<ColorMap.Entry> entries = map.entries();
        this.quantities = entries.stream().mapToDouble(ColorMap.Entry::quantity).toArray();
        this.steps = steps;
        this.first = new int[steps.length];
        this.perUnit = new double[steps.length];
        this.colors = new int[1 + Arrays.stream(steps).sum()];
        int next = 1;
        for (int part = 0; part < steps.length; part++) {
            first[part] = next;
            double from = quantities[Math.max(0, part - 1)];
            double to = quantities[Math.min(part, quantities.length - 1)];
            perUnit[part] = to > from ? steps[part] / (to - from) : 0;
            for (int step = 0; step < steps[part]; step++) {
                colors[next++] = map.argb((float) (from + (to - from) * (step + 0.5) / steps[part]));
            }
        }
        colors[1] = entries.get(0).color().getRGB();
        colors[next - 1] = entries.get(entries.size() - 1).color().getRGB();
    }

    /** At most so many steps of a ramp, which must have fewer entries than that. */
    static RampSteps of(ColorMap map, int most) {
        List<ColorMap.Entry> entries = map.entries();
        int parts = entries.size() + 1;
        int[] wanted = IntStream.range(0, parts)
                .map(part -> part == 0 || part == parts - 1
                        ? 1
                        : Math.max(
                                1,
                                difference(
                                        entries.get(part - 1).color(),
                                        entries.get(part).color())))
                .toArray();
        int all = Arrays.stream(wanted).sum();
        int room = most - 1 - parts;
        int[] steps = all < most
                ? wanted
                : Arrays.stream(wanted)
                        .map(part -> part == 1 ? 1 : 1 + (int) ((long) part * room / all))
                        .toArray();
        return new RampSteps(map, steps);
    }

    /** How far two colours lie apart, in the channel in which they differ most. */
    private static int difference(Color a, Color b) {
        int most = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            most = Math.max(most, Math.abs((a.getRGB() >>> shift & 0xFF) - (b.getRGB() >>> shift & 0xFF)));
        }
        return most;
    }

    /** Colour of each step, non-premultiplied ARGB. */
    int[] colors() {
        return colors.clone();
    }

    /** Writes the steps of values. Neighbouring values mostly lie in the same part. */
    void index(float[] values, byte[] into) {
        int part = 0;
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (Float.isNaN(value)) {
                continue;
            }
            while (part < quantities.length && quantities[part] <= value) {
                part++;
            }
            while (part > 0 && quantities[part - 1] > value) {
                part--;
            }
            int step = part == 0 ? 0 : (int) ((value - quantities[part - 1]) * perUnit[part]);
            into[i] = (byte) (first[part] + Math.min(step, steps[part] - 1));
        }
    }
}
