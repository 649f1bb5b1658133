package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes of a rule whose colours or sizes come from a lookup of one attribute: Categorize, Recode, Interpolate. */
final class LegendClasses {

    private LegendClasses() {}

    /**
     * A class.
     *
     * @param title values that belong to it
     * @param attributes an attribute with a value of the class
     */
    record Sample(String title, Map<String, Object> attributes) {}

    /** The classes; a single one without title when the rule looks nothing up. */
    static List<Sample> of(Rule rule) {
        Set<Expression> expressions = new LinkedHashSet<>();
        rule.symbolizers().forEach(symbolizer -> collect(symbolizer, expressions));
        return expressions.stream()
                .flatMap(e -> find(e).stream())
                .findFirst()
                .orElse(List.of(new Sample("", Map.of())));
    }

    private static void collect(Symbolizer symbolizer, Set<Expression> expressions) {
        if (symbolizer instanceof Symbolizer.Area area) {
            fill(area.fill(), expressions);
            stroke(area.stroke(), expressions);
        } else if (symbolizer instanceof Symbolizer.Line line) {
            stroke(line.stroke(), expressions);
        } else if (symbolizer instanceof Symbolizer.Point point) {
            graphic(point.graphic(), expressions);
        }
    }

    private static void graphic(Graphic graphic, Set<Expression> expressions) {
        if (graphic.symbol() instanceof Graphic.MarkSymbol mark) {
            fill(mark.fill(), expressions);
            stroke(mark.stroke(), expressions);
        }
        if (graphic.size() != null) {
            expressions.add(graphic.size().value());
        }
    }

    private static void fill(Fill fill, Set<Expression> expressions) {
        if (fill != null) {
            expressions.add(fill.color());
            if (fill.pattern() != null) {
                graphic(fill.pattern(), expressions);
            }
        }
    }

    private static void stroke(Stroke stroke, Set<Expression> expressions) {
        if (stroke != null) {
            expressions.add(stroke.color());
            expressions.add(stroke.width().value());
        }
    }

    private static Optional<List<Sample>> find(Expression expression) {
        if (!(expression instanceof Expression.Call call)
                || call.arguments().size() < 3
                || !(call.arguments().get(0) instanceof Expression.Property property)) {
            return Optional.empty();
        }
        if (call.function() == ChoiceFunctions.CATEGORIZE) {
            return Optional.of(categories(property.name(), call.arguments()));
        }
        if (call.function() == ChoiceFunctions.RECODE || call.function() == ChoiceFunctions.INTERPOLATE) {
            return Optional.of(points(property.name(), call.arguments()));
        }
        return Optional.empty();
    }

    private static List<Sample> categories(String property, List<Expression> arguments) {
        List<Double> thresholds = new ArrayList<>();
        for (int i = 2; i + 1 < arguments.size(); i += 2) {
            thresholds.add(Values.number(arguments.get(i).value(Map.of()), 0));
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= thresholds.size(); i++) {
            Double low = i == 0 ? null : thresholds.get(i - 1);
            Double high = i == thresholds.size() ? null : thresholds.get(i);
            double value = low == null ? high - 1 : high == null ? low + 1 : (low + high) / 2;
            String title = low == null
                    ? "< " + Values.text(high)
                    : high == null ? "≥ " + Values.text(low) : Values.text(low) + " – " + Values.text(high);
            samples.add(new Sample(title, Map.of(property, value)));
        }
        return samples;
    }

    private static List<Sample> points(String property, List<Expression> arguments) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            Object value = arguments.get(i).value(Map.of());
            if (value != null) {
                samples.add(new Sample(Values.text(value), Map.of(property, value)));
            }
        }
        return samples;
    }
}
