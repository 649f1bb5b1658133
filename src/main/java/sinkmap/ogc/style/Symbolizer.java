package sinkmap.ogc.style;

/** What a rule paints. */
public sealed interface Symbolizer
        permits Symbolizer.Area, Symbolizer.Line, Symbolizer.Point, Label, Symbolizer.Coverage {

    /**
     * Areas.
     *
     * @param fill fill, or null
     * @param stroke outline, or null
     * @param part the part of the geometry that is painted
     */
    record Area(Fill fill, Stroke stroke, GeometryPart part) implements Symbolizer {}

    /**
     * Lines, and the outlines of areas.
     *
     * @param stroke stroke
     * @param offset how far to the right of its direction the line is drawn, or null
     * @param part the part of the geometry that is painted
     */
    record Line(Stroke stroke, Measure offset, GeometryPart part) implements Symbolizer {}

    /**
     * Points; of lines and areas the point in their middle.
     *
     * @param graphic symbol
     * @param part the part of the geometry that is painted
     */
    record Point(Graphic graphic, GeometryPart part) implements Symbolizer {}

    /**
     * Rasters.
     *
     * @param opacity 0 to 1
     * @param colors colours of values
     */
    record Coverage(double opacity, ColorMap colors) implements Symbolizer {}
}
