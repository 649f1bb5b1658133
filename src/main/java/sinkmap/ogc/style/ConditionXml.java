package sinkmap.ogc.style;

import java.util.List;
import java.util.Optional;
import sinkmap.ogc.XmlElement;

/**
 * Reads the filters of rules: Filter Encoding 1.0, 1.1 and FES 2.0, elements told apart by their local names. Conditions on
 * geometry are refused: a rule looks at attributes.
 */
final class ConditionXml {

    private ConditionXml() {}

    static Condition filter(XmlElement e) {
        if (e.children().size() != 1) {
            throw Sld.fault(e, "must hold one condition; join several by And or Or");
        }
        return condition(e.children().get(0));
    }

    private static Condition condition(XmlElement e) {
        return switch (e.name()) {
            case "And" -> new Condition.All(several(e));
            case "Or" -> new Condition.Any(several(e));
            case "Not" -> new Condition.Not(filter(e));
            case "PropertyIsLike" -> like(e);
            case "PropertyIsNull", "PropertyIsNil" -> new Condition.Missing(operand(e, 0));
            case "PropertyIsBetween" ->
                new Condition.All(List.of(
                        new Condition.Comparison(
                                Condition.Order.GREATER_OR_EQUAL, operand(e, 0), bound(e, "LowerBoundary"), true),
                        new Condition.Comparison(
                                Condition.Order.LESS_OR_EQUAL, operand(e, 0), bound(e, "UpperBoundary"), true)));
            case "Function" -> new Condition.Truth(ExpressionXml.expression(e));
            default ->
                order(e.name())
                        .map(order ->
                                (Condition) new Condition.Comparison(order, operand(e, 0), operand(e, 1), matchCase(e)))
                        .orElseThrow(() -> Sld.fault(e, "is not a condition that rules may use"));
        };
    }

    private static List<Condition> several(XmlElement e) {
        List<Condition> parts =
                e.children().stream().map(ConditionXml::condition).toList();
        if (parts.isEmpty()) {
            throw Sld.fault(e, "must hold conditions");
        }
        return parts;
    }

    private static Optional<Condition.Order> order(String name) {
        return switch (name) {
            case "PropertyIsEqualTo" -> Optional.of(Condition.Order.EQUAL);
            case "PropertyIsNotEqualTo" -> Optional.of(Condition.Order.NOT_EQUAL);
            case "PropertyIsLessThan" -> Optional.of(Condition.Order.LESS);
            case "PropertyIsLessThanOrEqualTo" -> Optional.of(Condition.Order.LESS_OR_EQUAL);
            case "PropertyIsGreaterThan" -> Optional.of(Condition.Order.GREATER);
            case "PropertyIsGreaterThanOrEqualTo" -> Optional.of(Condition.Order.GREATER_OR_EQUAL);
            default -> Optional.empty();
        };
    }

    private static Condition like(XmlElement e) {
        Expression pattern = operand(e, 1);
        if (!pattern.constant()) {
            throw Sld.fault(e, "must have a literal as its pattern");
        }
        return new Condition.Like(
                operand(e, 0),
                new TextPattern(
                        Values.text(pattern.value(java.util.Map.of())),
                        e.findAttribute("wildCard").orElse("*"),
                        e.findAttribute("singleChar").orElse("."),
                        e.findAttribute("escapeChar")
                                .or(() -> e.findAttribute("escape"))
                                .orElse("!"),
                        matchCase(e)));
    }

    private static Expression operand(XmlElement parent, int index) {
        if (parent.children().size() <= index) {
            throw Sld.fault(parent, "lacks an operand");
        }
        return ExpressionXml.expression(parent.children().get(index));
    }

    private static Expression bound(XmlElement e, String name) {
        return ExpressionXml.content(SldSymbols.required(e, name));
    }

    private static boolean matchCase(XmlElement e) {
        return !e.findAttribute("matchCase").orElse("true").equals("false");
    }
}
