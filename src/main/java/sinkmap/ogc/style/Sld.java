package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.FilterXml;

/** Reads the structure of an SLD 1.0 document (OGC 02-070): layers, styles, passes and rules. */
final class Sld {

    private static final Set<String> DESCRIPTION = Set.of(
            "Name",
            "Title",
            "Abstract",
            "Description",
            "FeatureTypeName",
            "SemanticTypeIdentifier",
            "IsDefault",
            "LegendGraphic");

    private Sld() {}

    /** The styles of a document, the default one first; an element outside the subset is an error with its line. */
    static List<Style> read(XmlElement root) {
        if (!root.name().equals("StyledLayerDescriptor")) {
            throw fault(root, "is not an SLD document; StyledLayerDescriptor expected");
        }
        List<Style> styles = new ArrayList<>();
        for (XmlElement layer : root.children()) {
            if (layer.name().equals("NamedLayer") || layer.name().equals("UserLayer")) {
                for (XmlElement part : layer.children()) {
                    if (part.name().equals("UserStyle")) {
                        boolean preferred =
                                part.findText("IsDefault").map(Sld::truth).orElse(false);
                        styles.add(preferred ? 0 : styles.size(), style(part));
                    } else {
                        known(part, DESCRIPTION);
                    }
                }
            } else {
                known(layer, DESCRIPTION);
            }
        }
        if (styles.isEmpty()) {
            throw fault(root, "holds no UserStyle");
        }
        return styles;
    }

    private static boolean truth(String text) {
        return text.equals("1") || text.equals("true");
    }

    private static Style style(XmlElement e) {
        List<Style.Pass> passes = new ArrayList<>();
        for (XmlElement part : e.children()) {
            if (part.name().equals("FeatureTypeStyle")) {
                passes.add(pass(part));
            } else {
                known(part, DESCRIPTION);
            }
        }
        if (passes.isEmpty()) {
            throw fault(e, "holds no FeatureTypeStyle");
        }
        String title = e.findText("Title").orElse("");
        return new Style(
                e.findText("Name").orElse(""), title, e.findText("Abstract").orElse(""), passes);
    }

    private static Style.Pass pass(XmlElement e) {
        List<Rule> rules = new ArrayList<>();
        for (XmlElement part : e.children()) {
            if (part.name().equals("Rule")) {
                rules.add(rule(part));
            } else {
                known(part, DESCRIPTION);
            }
        }
        return new Style.Pass(rules);
    }

    private static Rule rule(XmlElement e) {
        Filter filter = Filter.INCLUDE;
        boolean otherwise = false;
        double minScale = 0;
        double maxScale = Double.POSITIVE_INFINITY;
        List<Symbolizer> symbolizers = new ArrayList<>();
        for (XmlElement part : e.children()) {
            switch (part.name()) {
                case "Filter" -> filter = FilterXml.readRule(part);
                case "ElseFilter" -> otherwise = true;
                case "MinScaleDenominator" -> minScale = number(part);
                case "MaxScaleDenominator" -> maxScale = number(part);
                default -> {
                    if (part.name().endsWith("Symbolizer")) {
                        symbolizers.add(SldSymbols.symbolizer(part));
                    } else {
                        known(part, DESCRIPTION);
                    }
                }
            }
        }
        String name = e.findText("Name").orElse("");
        String title = e.findText("Title").orElse(name);
        return new Rule(name, title, filter, otherwise, minScale, maxScale, symbolizers);
    }

    static double number(XmlElement e) {
        String text = value(e);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException problem) {
            // said below
        }
        throw fault(e, "must be a number, not '" + text + "'");
    }

    /** The text of an element that may wrap it in {@code ogc:Literal}; expressions are not understood. */
    static String value(XmlElement e) {
        for (XmlElement part : e.children()) {
            known(part, Set.of("Literal"));
            return part.text();
        }
        return e.text();
    }

    static void known(XmlElement e, Set<String> names) {
        if (!names.contains(e.name())) {
            throw fault(
                    e,
                    "is outside the subset of SLD that is understood here ("
                            + String.join(", ", names.stream().sorted().toList()) + ")");
        }
    }

    static SinkmapException fault(XmlElement e, String what) {
        return new SinkmapException("line " + e.line() + ": " + e.name() + " " + what);
    }

    static float[] numbers(XmlElement e) {
        try {
            double[] numbers = Arrays.stream(value(e).split("[\\s,]+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            float[] lengths = new float[numbers.length];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = (float) numbers[i];
            }
            return lengths;
        } catch (NumberFormatException problem) {
            throw fault(e, "must hold numbers, not '" + value(e) + "'");
        }
    }
}
