package sinkmap.ogc.style;

import java.awt.Color;

/**
 * How a legend is painted.
 *
 * @param width width of a swatch, pixels of 0.28 mm
 * @param height height of a swatch, pixels of 0.28 mm
 * @param scale scale denominator that rules must hold at; NaN for all rules
 * @param rule name of the only rule that is shown; null for all
 * @param background colour of the ground; null for none
 * @param fontSize height of the font, pixels of 0.28 mm
 * @param fontColor colour of the texts
 * @param labels whether the swatches say what they mean
 * @param ratio pixels of the picture in a pixel of 0.28 mm
 */
public record LegendLook(
        int width,
        int height,
        double scale,
        String rule,
        Color background,
        double fontSize,
        Color fontColor,
        boolean labels,
        double ratio) {

    private static final double USUAL_FONT = 12;

    /** The usual look. */
    public LegendLook(int width, int height, double scale, Color background) {
        this(width, height, scale, null, background, USUAL_FONT, Color.BLACK, true, 1);
    }

    boolean shows(Rule wanted) {
        return (Double.isNaN(scale) || wanted.atScale(scale)) && (rule == null || rule.equals(wanted.name()));
    }
}
