package sinkmap.ogc.style;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * Colours of raster values. NaN is transparent.
 *
 * @param type how values between the entries are coloured
 * @param entries entries, quantities rising
 */
public record ColorMap(Type type, List<Entry> entries) {

    /**
     * How values between the entries are coloured: {@code RAMP} blends neighbours and holds the end colours beyond the
     * ends; {@code INTERVALS} gives an entry's colour to values below its quantity and not below the one before; {@code
     * VALUES} colours equal values only. What no entry covers is transparent.
     */
    public enum Type {
        RAMP,
        INTERVALS,
        VALUES
    }

    /**
     * A colour.
     *
     * @param quantity value
     * @param color colour with opacity
     * @param label what the legend says, or null
     */
    public record Entry(double quantity, Color color, String label) {}

    /** Colour of a value as non-premultiplied ARGB. */
    public int argb(float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        if (type == Type.RAMP) {
            return ramp(value);
        }
        int index = index(value);
        return index < 0 ? 0 : entries.get(index).color().getRGB();
    }

    /** Index of the entry whose colour a value has in a map of classes; -1 for none. */
    int index(float value) {
        if (Float.isNaN(value)) {
            return -1;
        }
        if (type == Type.VALUES) {
            return equal(value);
        }
        int above = above(value);
        return above < entries.size() ? above : -1;
    }

    /** The entry that a value falls on (of a ramp the nearest one below), as GetFeatureInfo names it. */
    public Optional<Entry> findEntry(float value) {
        int index = type == Type.RAMP ? -1 : index(value);
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    private int equal(float value) {
        for (int i = 0; i < entries.size(); i++) {
            if (Math.abs(entries.get(i).quantity() - value) < 1e-6 * Math.max(1, Math.abs(value))) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first entry whose quantity is greater than the value. */
    private int above(float value) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).quantity() > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int ramp(float value) {
        int i = above(value);
        return i == 0 || i == entries.size()
                ? entries.get(Math.max(0, i - 1)).color().getRGB()
                : blend(i, value);
    }

    /** The colour of a value between the entry before and that one. */
    private int blend(int i, float value) {
        Entry a = entries.get(i - 1);
        Entry b = entries.get(i);
        double share = (value - a.quantity()) / (b.quantity() - a.quantity());
        return Values.blend(a.color(), b.color(), share).getRGB();
    }

    /** Colours of many values as non-premultiplied ARGB. */
    void paint(float[] values, int[] argb) {
        if (type == Type.RAMP) {
            new Ramp(this).paint(values, argb);
            return;
        }
        float before = Float.NaN;
        int color = 0;
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value != before) {
                color = argb(value);
                before = value;
            }
            argb[i] = color;
        }
    }
}
