package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.FilterXml;

/** Reads expressions of Filter Encoding (OGC 02-059, OGC 04-095) and the functions of SE (OGC 05-077r4, 11.6). */
final class ExpressionXml {

    private ExpressionXml() {}

    /** The value of an element that holds text, an expression, or a mixture of both, which is joined. */
    static Expression content(XmlElement e) {
        List<Expression> parts = new ArrayList<>();
        for (Object part : e.content()) {
            if (part instanceof XmlElement child) {
                parts.add(expression(child));
            } else if (!part.toString().isBlank()) {
                parts.add(Expression.of(part.toString().strip().replaceAll("\\s+", " ")));
            }
        }
        if (parts.isEmpty()) {
            return Expression.of("");
        }
        return parts.size() == 1 ? parts.get(0) : Expression.call(TextFunctions::concatenate, parts);
    }

    /** One expression element. */
    static Expression expression(XmlElement e) {
        Functions.Function operator = NumberFunctions.operator(e.name());
        if (operator != null) {
            requireCount(e, 2, 2);
            return Expression.call(operator, all(e.children()));
        }
        return switch (e.name()) {
            case "PropertyName", "ValueReference" -> new Expression.Property(FilterXml.localName(e.text()));
            case "Literal" -> Expression.of(literal(e));
            case "Function" -> function(e);
            default -> SeFunctionXml.function(e);
        };
    }

    /** A literal keeps its blanks: they separate the parts of labels. */
    private static String literal(XmlElement e) {
        StringBuilder text = new StringBuilder();
        for (Object part : e.content()) {
            if (part instanceof XmlElement child) {
                throw Sld.fault(child, "is not understood in a Literal");
            }
            text.append(part);
        }
        return text.toString();
    }

    private static Expression function(XmlElement e) {
        String name = e.findAttribute("name").orElse("");
        Functions.Entry entry = Functions.find(name)
                .orElseThrow(() -> Sld.fault(
                        e,
                        "'" + name + "' is not among the functions that styles may call"
                                + Suggestion.among(name, List.copyOf(Functions.names()))));
        requireCount(e, entry.least(), entry.most());
        return Expression.call(entry.function(), all(e.children()));
    }

    static List<Expression> all(List<XmlElement> elements) {
        return elements.stream().map(ExpressionXml::expression).toList();
    }

    private static void requireCount(XmlElement e, int least, int most) {
        int count = e.children().size();
        if (count < least || count > most) {
            throw Sld.fault(
                    e,
                    e.findAttribute("name").map(n -> "'" + n + "' ").orElse("") + "takes "
                            + (least == most
                                    ? "" + least
                                    : least + (most == Functions.ANY ? " or more" : " to " + most))
                            + " arguments, not " + count);
        }
    }

    /** A number that stands in the document; an expression is an error. */
    static double constant(XmlElement e) {
        Expression expression = content(e);
        Double number = expression.constant() ? Values.number(expression.value(java.util.Map.of())) : null;
        if (number == null) {
            throw Sld.fault(e, "must be a number, not '" + e.text() + "'");
        }
        return number;
    }

    /** An expression that must be a number where it is a literal. */
    static Expression number(XmlElement e) {
        Expression expression = content(e);
        return expression.constant() ? Expression.of(constant(e)) : expression;
    }

    /** An expression that must be a colour where it is a literal. */
    static Expression color(XmlElement e) {
        Expression expression = content(e);
        if (!expression.constant()) {
            return expression;
        }
        Object value = expression.value(java.util.Map.of());
        java.awt.Color color = Values.color(value);
        if (color == null) {
            throw Sld.fault(e, "must be a colour like #1a9850, not '" + Values.text(value) + "'");
        }
        return Expression.of(color);
    }

    /** The text of an element, one of a few words. */
    static String word(XmlElement e, String... words) {
        Expression expression = content(e);
        String text = expression.constant() ? Values.text(expression.value(java.util.Map.of())) : "an expression";
        if (!Set.of(words).contains(text)) {
            throw Sld.fault(e, "must be " + String.join(", ", words) + ", not '" + text + "'");
        }
        return text;
    }
}
