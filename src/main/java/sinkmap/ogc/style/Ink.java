package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sinkmap.store.ShapeLevel;

/**
 * Rules that paint nothing but plain areas and thin plain lines, the same for every feature.
 *
 * @param layers what is painted, bottom first
 */
record Ink(List<Layer> layers) {

    /**
     * An area and its outline.
     *
     * @param area colour; null for none
     * @param fill the same colour, premultiplied; 0 for none
     * @param line premultiplied colour of the outline; 0 for none
     * @param pen the outline; null for none
     */
    record Layer(Color area, int fill, int line, Pen pen) {

        /** Width of the outline, in pixels. */
        double width() {
            return pen == null ? 0 : pen.line().getLineWidth();
        }
    }

    /** The ink of rules for shapes of a kind; none when they need more than that. */
    static Optional<Ink> of(List<Rule> rules, ShapeLevel.Kind kind, Brush brush) {
        List<Layer> layers = new ArrayList<>();
        for (Rule rule : rules) {
            for (Symbolizer symbolizer : rule.symbolizers()) {
                Optional<Layer> layer = layer(symbolizer, kind, brush);
                if (layer.isEmpty()) {
                    return Optional.empty();
                }
                layers.add(layer.get());
            }
        }
        return Optional.of(new Ink(layers));
    }

    private static Optional<Layer> layer(Symbolizer symbolizer, ShapeLevel.Kind kind, Brush brush) {
        boolean area = kind == ShapeLevel.Kind.AREA || kind == ShapeLevel.Kind.DOT;
        if (symbolizer instanceof Symbolizer.Area a && area && a.part() == GeometryPart.ALL) {
            return layer(a.fill(), a.stroke(), brush);
        }
        boolean butt = symbolizer instanceof Symbolizer.Line l && l.stroke().cap() == BasicStroke.CAP_BUTT;
        if (symbolizer instanceof Symbolizer.Line line
                && line.part() == GeometryPart.ALL
                && line.offset() == null
                && (area || kind == ShapeLevel.Kind.LINE && butt)) {
            return layer(null, line.stroke(), brush);
        }
        return Optional.empty();
    }

    private static Optional<Layer> layer(Fill fill, Stroke stroke, Brush brush) {
        if (fill != null && !fill.plain() || stroke != null && !stroke.plain()) {
            return Optional.empty();
        }
        Color area = fill != null && brush.paint(fill, Map.of()) instanceof Color color ? color : null;
        int premultiplied = area == null ? 0 : Canvas.premultiplied(area);
        Pen pen = stroke == null ? null : brush.pen(stroke, Map.of());
        if (pen == null) {
            return Optional.of(new Layer(area, premultiplied, 0, null));
        }
        return pen.line().getLineWidth() > SmallRaster.WIDEST
                ? Optional.empty()
                : Optional.of(new Layer(area, premultiplied, Canvas.premultiplied(pen.color()), pen));
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }
}
