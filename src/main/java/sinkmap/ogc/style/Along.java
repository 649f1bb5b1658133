package sinkmap.ogc.style;

import java.awt.Shape;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Draws graphics along lines. */
final class Along {

    private final Stroke.Along style;
    private final Map<String, Object> attributes;
    private final Brush brush;

    private Along(Stroke.Along style, Map<String, Object> attributes, Brush brush) {
        this.style = style;
        this.attributes = attributes;
        this.brush = brush;
    }

    /**
     * Draws along the parts of a shape.
     *
     * @param dashes lengths of dashes and gaps in pixels: graphics stand along the dashes only; empty for everywhere
     * @param offset where in the pattern of dashes a line begins
     */
    static void draw(
            Stroke.Along style,
            float[] dashes,
            double offset,
            Shape shape,
            Map<String, Object> attributes,
            Brush brush) {
        Along along = new Along(style, attributes, brush);
        for (Coordinate[] line : Lines.of(shape)) {
            Lines.dashed(line, dashes, offset).forEach(along::draw);
        }
    }

    private void draw(Coordinate[] line) {
        switch (style.placement()) {
            case REPEATED -> repeat(line);
            case VERTICES -> {
                for (int i = 0; i < line.length; i++) {
                    int other = i == 0 ? 1 : i - 1;
                    put(line[i], i == 0 ? angle(line[0], line[other]) : angle(line[other], line[i]));
                }
            }
            case FIRST_POINT -> put(line[0], angle(line[0], line[1]));
            case LAST_POINT -> put(line[line.length - 1], angle(line[line.length - 2], line[line.length - 1]));
            case CENTRAL_POINT -> Lines.at(line, Lines.length(line) / 2).ifPresent(p -> put(p.point(), p.angle()));
        }
    }

    /** One graphic after the other, with the gap between them; the first begins at the line's start or after its gap. */
    private void repeat(Coordinate[] line) {
        double width = Brush.width(style.graphic(), brush.height(style.graphic(), attributes));
        double gap = style.gap() == null ? 0 : Math.max(0, style.gap().pixels(attributes, brush.scale()));
        double initial =
                style.initialGap() == null ? 0 : Math.max(0, style.initialGap().pixels(attributes, brush.scale()));
        double step = width + gap;
        if (!(step >= 1)) {
            return;
        }
        double next = initial + width / 2;
        double done = 0;
        for (int i = 1; i < line.length; i++) {
            double length = line[i].distance(line[i - 1]);
            double angle = angle(line[i - 1], line[i]);
            for (; next < done + length; next += step) {
                double share = (next - done) / length;
                put(
                        new Coordinate(
                                line[i - 1].x + share * (line[i].x - line[i - 1].x),
                                line[i - 1].y + share * (line[i].y - line[i - 1].y)),
                        angle);
            }
            done += length;
        }
    }

    private void put(Coordinate point, double angle) {
        brush.graphic(style.graphic(), point.x, point.y, angle, attributes);
    }

    private static double angle(Coordinate a, Coordinate b) {
        return Math.atan2(b.y - a.y, b.x - a.x);
    }
}
