package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** What a rule paints. Sizes and widths are pixels. */
public sealed interface Symbolizer {

    /**
     * How a line is drawn.
     *
     * @param color colour with opacity
     * @param width width
     * @param dashes lengths of dashes and gaps; empty for a solid line
     * @param dashOffset where in the pattern the line starts
     * @param cap a constant of {@link java.awt.BasicStroke}
     * @param join a constant of {@link java.awt.BasicStroke}
     */
    record Stroke(Color color, float width, float[] dashes, float dashOffset, int cap, int join) {}

    /**
     * How an area is filled: with a colour, or with a mark repeated over it.
     *
     * @param color colour with opacity; null for a pattern
     * @param pattern the repeated mark, or null
     */
    record Fill(Color color, Point pattern) {}

    /**
     * Areas.
     *
     * @param fill fill, or null
     * @param stroke outline, or null
     */
    record Area(Fill fill, Stroke stroke) implements Symbolizer {}

    /** Lines, and the outlines of areas. */
    record Line(Stroke stroke) implements Symbolizer {}

    /**
     * Points; of lines and areas the point in their middle.
     *
     * @param mark shape
     * @param fill fill, or null
     * @param stroke outline, or null
     * @param size height and width
     * @param rotation clockwise, degrees
     */
    record Point(Mark mark, Color fill, Stroke stroke, double size, double rotation) implements Symbolizer {}

    /** Labels. */
    record Label(
            List<LabelPart> parts,
            Font font,
            Color color,
            Color halo,
            float haloRadius,
            double anchorX,
            double anchorY,
            double shiftX,
            double shiftY,
            double rotation,
            boolean alongLine)
            implements Symbolizer {}

    /**
     * A part of a label.
     *
     * @param text an attribute's name or a literal
     * @param property whether it is an attribute's name
     */
    record LabelPart(String text, boolean property) {}

    /**
     * Rasters.
     *
     * @param opacity 0 to 1
     * @param colors colours of values
     */
    record Coverage(double opacity, ColorMap colors) implements Symbolizer {}
}
