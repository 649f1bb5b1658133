package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sinkmap.ogc.XmlElement;

/** Reads the function elements of SE (OGC 05-077r4, 11.6). */
final class SeFunctionXml {

    private SeFunctionXml() {}

    static Expression function(XmlElement e) {
        return switch (e.name()) {
            case "Concatenate", "StringConcatenate" -> concatenate(e);
            case "Substring" -> {
                SldSymbols.check(e, "StringValue", "Position", "Length");
                List<Expression> arguments = new ArrayList<>();
                arguments.add(part(e, "StringValue"));
                arguments.add(
                        e.findChild("Position").map(ExpressionXml::content).orElse(Expression.of(1.0)));
                e.findChild("Length").map(ExpressionXml::content).ifPresent(arguments::add);
                yield Expression.call(TextFunctions::seSubstring, arguments);
            }
            case "StringLength" -> Expression.call(TextFunctions::length, List.of(part(e, "StringValue")));
            case "StringPosition" ->
                Expression.call(
                        TextFunctions.position(
                                attribute(e, "searchDirection", "frontToBack").equals("backToFront")),
                        List.of(part(e, "LookupString"), part(e, "StringValue")));
            case "ChangeCase" ->
                Expression.call(
                        TextFunctions.changeCase(
                                !attribute(e, "direction", "toUpper").equals("toLower")),
                        List.of(part(e, "StringValue")));
            case "Trim" ->
                Expression.call(
                        TextFunctions.trim(
                                attribute(e, "stripOffPosition", "leading"),
                                attribute(e, "stripOffChar", " ").charAt(0)),
                        List.of(part(e, "StringValue")));
            case "FormatNumber" -> formatNumber(e);
            case "FormatDate" ->
                Expression.call(
                        a -> TextFunctions.formatDate(
                                Values.text(a[1]).replace('Y', 'y').replace('D', 'd'), a[0]),
                        List.of(part(e, "DateValue"), part(e, "Pattern")));
            case "Categorize" -> categorize(e);
            case "Recode" -> recode(e);
            case "Interpolate" -> interpolate(e);
            default -> throw Sld.fault(e, "is not an expression that is understood here");
        };
    }

    private static Expression part(XmlElement e, String name) {
        return ExpressionXml.content(SldSymbols.required(e, name));
    }

    private static String attribute(XmlElement e, String name, String fallback) {
        return e.findAttribute(name).orElse(fallback);
    }

    private static Expression concatenate(XmlElement e) {
        SldSymbols.check(e, "StringValue");
        return Expression.call(
                TextFunctions::concatenate,
                e.children().stream().map(SeFunctionXml::keepingBlanks).toList());
    }

    /** Text keeps its blanks here: it is what stands between the values. */
    private static Expression keepingBlanks(XmlElement e) {
        if (!e.children().isEmpty()) {
            return ExpressionXml.content(e);
        }
        StringBuilder text = new StringBuilder();
        e.content().forEach(text::append);
        return Expression.of(text.toString());
    }

    private static Expression formatNumber(XmlElement e) {
        SldSymbols.check(e, "NumericValue", "Pattern", "NegativePattern");
        String pattern = SldSymbols.required(e, "Pattern").text();
        String negative = e.findText("NegativePattern").map(text -> ";" + text).orElse("");
        return Expression.call(
                a -> TextFunctions.formatNumber(pattern + negative, a[0]), List.of(part(e, "NumericValue")));
    }

    private static Expression categorize(XmlElement e) {
        SldSymbols.check(e, "LookupValue", "Value", "Threshold");
        List<Expression> arguments = new ArrayList<>();
        arguments.add(part(e, "LookupValue"));
        for (XmlElement child : e.children()) {
            if (!child.name().equals("LookupValue")) {
                boolean value = child.name().equals("Value");
                if (value == (arguments.size() % 2 == 0)) {
                    throw Sld.fault(child, "is out of turn: values and thresholds alternate, values at both ends");
                }
                arguments.add(ExpressionXml.content(child));
            }
        }
        if (arguments.size() % 2 == 1) {
            throw Sld.fault(e, "must end with a Value");
        }
        arguments.add(Expression.of(belongsTo(e)));
        return Expression.call(ChoiceFunctions.CATEGORIZE, arguments);
    }

    /** The class that a threshold itself belongs to; both spellings occur. */
    private static String belongsTo(XmlElement e) {
        String word = e.findAttribute("thresholdBelongsTo")
                .or(() -> e.findAttribute("thresholdsBelongTo"))
                .orElse("succeeding");
        if (!Set.of("succeeding", "preceding").contains(word)) {
            throw Sld.fault(e, "thresholdBelongsTo must be succeeding or preceding, not '" + word + "'");
        }
        return word;
    }

    private static Expression recode(XmlElement e) {
        SldSymbols.check(e, "LookupValue", "MapItem");
        List<Expression> arguments = new ArrayList<>();
        arguments.add(part(e, "LookupValue"));
        for (XmlElement item : e.children("MapItem")) {
            arguments.add(part(item, "Data"));
            arguments.add(part(item, "Value"));
        }
        return Expression.call(ChoiceFunctions.RECODE, arguments);
    }

    private static Expression interpolate(XmlElement e) {
        SldSymbols.check(e, "LookupValue", "InterpolationPoint");
        List<Expression> arguments = new ArrayList<>();
        arguments.add(part(e, "LookupValue"));
        for (XmlElement point : e.children("InterpolationPoint")) {
            arguments.add(part(point, "Data"));
            arguments.add(part(point, "Value"));
        }
        String mode = attribute(e, "mode", "linear");
        if (!mode.equals("linear") && !mode.equals("cosine")) {
            throw Sld.fault(e, "mode must be linear or cosine, not '" + mode + "'");
        }
        if (arguments.size() < 3) {
            throw Sld.fault(e, "lacks InterpolationPoint");
        }
        arguments.add(Expression.of(mode));
        return Expression.call(ChoiceFunctions.INTERPOLATE, arguments);
    }
}
