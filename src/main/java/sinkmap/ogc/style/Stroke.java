package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.util.List;

/**
 * How a line is drawn. Defaults are those of SLD: black, one pixel, butt caps and mitred joins.
 *
 * @param color colour
 * @param opacity 0 to 1
 * @param width width
 * @param dashes lengths of dashes and gaps; empty for a solid line
 * @param dashOffset where in the pattern the line starts
 * @param cap a constant of {@link BasicStroke}
 * @param join a constant of {@link BasicStroke}
 * @param texture what the line is filled with instead of a colour ({@code GraphicFill}), or null
 * @param along graphics along the line instead of a stroke ({@code GraphicStroke}), or null
 */
record Stroke(
        Expression color,
        Expression opacity,
        Measure width,
        List<Measure> dashes,
        Measure dashOffset,
        int cap,
        int join,
        Fill texture,
        Along along) {

    static final Stroke BLACK = new Stroke(
            Expression.of(java.awt.Color.BLACK),
            Expression.of(1.0),
            Measure.pixels(1),
            List.of(),
            Measure.pixels(0),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            null,
            null);

    /** Where along a line graphics stand. */
    enum Placement {
        REPEATED,
        VERTICES,
        FIRST_POINT,
        LAST_POINT,
        CENTRAL_POINT
    }

    /**
     * Graphics along a line.
     *
     * @param graphic the graphic
     * @param gap room between two graphics, or null for none
     * @param initialGap room before the first, or null for half a graphic
     * @param placement where they stand
     */
    record Along(Graphic graphic, Measure gap, Measure initialGap, Placement placement) {}

    /** Whether it looks the same whatever the feature. */
    boolean constant() {
        return color.constant()
                && opacity.constant()
                && width.constant()
                && dashOffset.constant()
                && dashes.stream().allMatch(Measure::constant);
    }

    /** Whether it is a line of one colour and width whatever the feature, without dashes. */
    boolean plain() {
        return constant() && dashes.isEmpty() && texture == null && along == null;
    }

    /** How far it reaches beyond its line, in pixels, as far as that is known. */
    double reach() {
        double reach = width.constantOr(10);
        return along == null ? reach : Math.max(reach, along.graphic().reach());
    }
}
