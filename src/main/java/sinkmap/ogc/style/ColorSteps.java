package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The colours of a raster in at most 256 steps, so that a picture of it needs a byte a pixel only. Step 0 is nodata and what no
 * entry covers. Classes have a step each and keep their colours. A ramp is cut where its colours change: nowhere is it wrong
 * by more than half of what 256 steps over all of its changes make.
 */
public final class ColorSteps {

    private static final int MOST = 256;

    private final Symbolizer.Coverage style;
    private final int[] argb;
    private final RampSteps ramp;

    private ColorSteps(Symbolizer.Coverage style, int[] argb, RampSteps ramp) {
        this.style = style;
        this.argb = argb;
        this.ramp = ramp;
    }

    /**
     * The steps of a style; empty when it has too many entries.
     *
     * @param exact whether every colour must be kept, which ramps do not
     */
    public static Optional<ColorSteps> of(Symbolizer.Coverage style, boolean exact) {
        ColorMap map = style.colors();
        if (map.type() != ColorMap.Type.RAMP) {
            return map.entries().size() < MOST ? Optional.of(classes(style)) : Optional.empty();
        }
        if (exact || map.entries().size() > MOST / 2) {
            return Optional.empty();
        }
        RampSteps steps = RampSteps.of(map, MOST);
        return Optional.of(new ColorSteps(style, steps.colors(), steps));
    }

    private static ColorSteps classes(Symbolizer.Coverage style) {
        List<ColorMap.Entry> entries = style.colors().entries();
        int[] argb = IntStream.rangeClosed(0, entries.size())
                .map(step -> step == 0 ? 0 : entries.get(step - 1).color().getRGB())
                .toArray();
        return new ColorSteps(style, argb, null);
    }

    /** The steps of values. */
    public byte[] index(float[] values) {
        byte[] steps = new byte[values.length];
        if (ramp != null) {
            ramp.index(values, steps);
            return steps;
        }
        float before = Float.NaN;
        byte step = 0;
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value != before) {
                step = (byte) (1 + style.colors().index(value));
                before = value;
            }
            steps[i] = step;
        }
        return steps;
    }

    /**
     * The colour of each step as a map shows it: non-premultiplied ARGB.
     *
     * @param ground colour below the raster; null for none
     */
    public int[] colors(Color ground) {
        Canvas canvas = new Canvas(argb.length, 1);
        if (ground != null) {
            canvas.fill(ground);
        }
        BufferedImage sheet = new BufferedImage(argb.length, 1, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        System.arraycopy(argb, 0, pixels, 0, argb.length);
        canvas.lay(sheet, (float) style.opacity());
        int[] shown = ((DataBufferInt) canvas.plain().getRaster().getDataBuffer()).getData();
        return Arrays.copyOf(shown, argb.length);
    }
}
