package sinkmap.ogc.style;

import java.util.List;

/**
 * A text symbolizer.
 *
 * @param text what it says
 * @param font font
 * @param fill colour of the text
 * @param halo halo, or null
 * @param placement where it goes
 * @param priority labels with a higher number are placed first
 * @param options how it behaves beside others
 * @param shield graphic behind the text, or null
 * @param part the part of the geometry that is labelled
 */
record Label(
        Expression text,
        FontStyle font,
        Fill fill,
        Halo halo,
        Placement placement,
        Expression priority,
        LabelOptions options,
        Graphic shield,
        GeometryPart part)
        implements Symbolizer {

    /**
     * A font.
     *
     * @param families families, the preferred first
     * @param style {@code normal}, {@code italic} or {@code oblique}
     * @param weight {@code normal} or {@code bold}
     * @param size height
     */
    record FontStyle(List<String> families, Expression style, Expression weight, Measure size) {}

    /** A band around the letters. */
    record Halo(Fill fill, Measure radius) {}

    /** Where a label goes. */
    sealed interface Placement permits PointPlacement, LinePlacement {}

    /**
     * At a point.
     *
     * @param anchorX what part of its width lies left of the point
     * @param anchorY what part of its height lies below the point
     * @param shiftX how far it is moved to the right
     * @param shiftY how far it is moved upward
     * @param rotation clockwise, degrees
     */
    record PointPlacement(Expression anchorX, Expression anchorY, Measure shiftX, Measure shiftY, Expression rotation)
            implements Placement {}

    /**
     * Along a line.
     *
     * @param offset how far beside the line, upward
     */
    record LinePlacement(Measure offset) implements Placement {}

    /** A label is itself alone: comparing all of its content takes long, and it serves as a key. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
