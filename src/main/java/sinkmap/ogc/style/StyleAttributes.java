package sinkmap.ogc.style;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the attributes that the parts of a style depend on. */
final class StyleAttributes {

    private StyleAttributes() {}

    static Set<String> of(List<Rule> rules) {
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : rules) {
            rule.condition().collect(names);
            rule.symbolizers().forEach(symbolizer -> symbolizer(symbolizer, names));
        }
        return names;
    }

    static void symbolizer(Symbolizer symbolizer, Set<String> names) {
        if (symbolizer instanceof Symbolizer.Area area) {
            fill(area.fill(), names);
            stroke(area.stroke(), names);
        } else if (symbolizer instanceof Symbolizer.Line line) {
            stroke(line.stroke(), names);
            measures(names, line.offset());
        } else if (symbolizer instanceof Symbolizer.Point point) {
            graphic(point.graphic(), names);
        } else if (symbolizer instanceof Label label) {
            label(label, names);
        }
    }

    private static void label(Label label, Set<String> names) {
        expressions(
                names,
                label.text(),
                label.priority(),
                label.font().style(),
                label.font().weight());
        measures(names, label.font().size());
        fill(label.fill(), names);
        if (label.halo() != null) {
            fill(label.halo().fill(), names);
            measures(names, label.halo().radius());
        }
        if (label.placement() instanceof Label.PointPlacement at) {
            expressions(names, at.anchorX(), at.anchorY(), at.rotation());
            measures(names, at.shiftX(), at.shiftY());
        } else if (label.placement() instanceof Label.LinePlacement along) {
            measures(names, along.offset());
        }
        graphic(label.shield(), names);
    }

    private static void fill(Fill fill, Set<String> names) {
        if (fill != null) {
            expressions(names, fill.color(), fill.opacity());
            graphic(fill.pattern(), names);
        }
    }

    private static void stroke(Stroke stroke, Set<String> names) {
        if (stroke != null) {
            expressions(names, stroke.color(), stroke.opacity());
            measures(names, stroke.width(), stroke.dashOffset());
            stroke.dashes().forEach(dash -> measures(names, dash));
            fill(stroke.texture(), names);
            if (stroke.along() != null) {
                graphic(stroke.along().graphic(), names);
                measures(names, stroke.along().gap(), stroke.along().initialGap());
            }
        }
    }

    static void graphic(Graphic graphic, Set<String> names) {
        if (graphic != null) {
            expressions(names, graphic.rotation(), graphic.opacity(), graphic.anchorX(), graphic.anchorY());
            measures(names, graphic.size(), graphic.shiftX(), graphic.shiftY());
            if (graphic.symbol() instanceof Graphic.MarkSymbol mark) {
                fill(mark.fill(), names);
                stroke(mark.stroke(), names);
            }
        }
    }

    private static void expressions(Set<String> names, Expression... expressions) {
        Stream.of(expressions).forEach(expression -> expression.collect(names));
    }

    private static void measures(Set<String> names, Measure... measures) {
        for (Measure measure : measures) {
            if (measure != null) {
                measure.value().collect(names);
            }
        }
    }
}
