package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Map;

/**
 * A stroke for one feature, in pixels.
 *
 * @param color colour with opacity
 * @param line width, dashes, caps and joins
 */
record Pen(Color color, BasicStroke line) {

    private static final float MITRE_LIMIT = 2;

    /** GeoServer draws the lines of features, not those of marks, half a pixel wider than the style says. */
    static final float MORE_PX = 0.5f;

    /**
     * The pen, or null when nothing is drawn.
     *
     * @param more what is added to the width, in pixels
     */
    static Pen of(Stroke stroke, Map<String, Object> attributes, SymbolScale scale, float more) {
        Color color = Values.color(stroke.color().value(attributes));
        float width = (float) stroke.width().pixels(attributes, scale);
        double opacity = Values.number(stroke.opacity().value(attributes), 1);
        if (color == null || !(width > 0) || !(opacity > 0)) {
            return null;
        }
        return new Pen(Values.fade(color, opacity), line(stroke, width + more, attributes, scale));
    }

    private static BasicStroke line(Stroke stroke, float width, Map<String, Object> attributes, SymbolScale scale) {
        float[] dashes = dashes(stroke, attributes, scale);
        float sum = 0;
        for (float dash : dashes) {
            sum += dash;
        }
        if (!(sum > 0)) {
            return new BasicStroke(width, stroke.cap(), stroke.join(), MITRE_LIMIT);
        }
        float offset = (float) stroke.dashOffset().pixels(attributes, scale);
        float period = dashes.length % 2 == 0 ? sum : 2 * sum;
        return new BasicStroke(
                width,
                stroke.cap(),
                stroke.join(),
                MITRE_LIMIT,
                dashes,
                offset < 0 ? offset % period + period : offset);
    }

    /** Lengths of dashes and gaps, in pixels. */
    static float[] dashes(Stroke stroke, Map<String, Object> attributes, SymbolScale scale) {
        float[] dashes = new float[stroke.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) Math.max(0, stroke.dashes().get(i).pixels(attributes, scale));
        }
        return dashes;
    }
}
