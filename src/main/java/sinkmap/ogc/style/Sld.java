package sinkmap.ogc.style;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.XmlElement;

/**
 * Reads the structure of an SLD 1.0 document (OGC 02-070) or an SLD 1.1 document with SE 1.1 (OGC 05-077r4): layers, styles,
 * passes and rules. Elements are told apart by their local names. One that is not understood is an error with its line,
 * unless it says nothing about the picture.
 */
final class Sld {

    /** Says nothing about the picture. */
    private static final Set<String> DESCRIPTION = Set.of(
            "Name",
            "Title",
            "Abstract",
            "Description",
            "FeatureTypeName",
            "SemanticTypeIdentifier",
            "CoverageName",
            "IsDefault");

    private final SldSymbols symbols;

    private Sld(Path pictures) {
        this.symbols = new SldSymbols(new Pictures(pictures));
    }

    /**
     * The styles of a document, the default one first.
     *
     * @param pictures directory of external graphics; null when the document may name none
     */
    static List<Style> read(XmlElement root, Path pictures) {
        return new Sld(pictures).document(root);
    }

    /** The style of a {@code UserStyle} that may name no external graphics. */
    static Style read(XmlElement userStyle) {
        return new Sld(null).style(userStyle);
    }

    private List<Style> document(XmlElement root) {
        if (!root.name().equals("StyledLayerDescriptor")) {
            throw fault(root, "is not an SLD document; StyledLayerDescriptor expected");
        }
        List<Style> styles = new ArrayList<>();
        for (XmlElement layer : root.children()) {
            if (layer.name().equals("NamedLayer") || layer.name().equals("UserLayer")) {
                layer(layer, styles);
            } else {
                known(layer, DESCRIPTION);
            }
        }
        if (styles.isEmpty()) {
            throw fault(root, "holds no UserStyle");
        }
        return styles;
    }

    private void layer(XmlElement layer, List<Style> styles) {
        for (XmlElement part : layer.children()) {
            if (part.name().equals("UserStyle")) {
                boolean preferred = part.findText("IsDefault").map(Sld::truth).orElse(false);
                styles.add(preferred ? 0 : styles.size(), style(part));
            } else if (part.name().equals("LayerFeatureConstraints")) {
                // QGIS writes an empty one
                requireEmpty(part);
            } else {
                known(part, DESCRIPTION);
            }
        }
    }

    private static void requireEmpty(XmlElement e) {
        for (XmlElement part : e.children()) {
            known(part, Set.of("FeatureTypeConstraint"));
            if (!part.children().isEmpty()) {
                throw fault(part.children().get(0), "is not understood here; filters belong into rules");
            }
        }
    }

    static boolean truth(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes");
    }

    private Style style(XmlElement e) {
        List<Style.Pass> passes = new ArrayList<>();
        for (XmlElement part : e.children()) {
            if (part.name().equals("FeatureTypeStyle") || part.name().equals("CoverageStyle")) {
                passes.add(pass(part));
            } else {
                known(part, DESCRIPTION);
            }
        }
        if (passes.isEmpty()) {
            throw fault(e, "holds no FeatureTypeStyle");
        }
        return new Style(e.findText("Name").orElse(""), description(e, "Title"), description(e, "Abstract"), passes);
    }

    /** Title and abstract stand in {@code Description} since SE 1.1. */
    private static String description(XmlElement e, String name) {
        return e.findText(name)
                .or(() -> e.findChild("Description").flatMap(d -> d.findText(name)))
                .orElse("");
    }

    private Style.Pass pass(XmlElement e) {
        List<Rule> rules = new ArrayList<>();
        boolean firstMatch = false;
        for (XmlElement part : e.children()) {
            if (part.name().equals("Rule")) {
                rules.add(rule(part));
            } else if (part.name().equals("VendorOption")) {
                firstMatch = evaluation(part);
            } else {
                known(part, DESCRIPTION);
            }
        }
        return new Style.Pass(rules, firstMatch);
    }

    private static boolean evaluation(XmlElement e) {
        String name = e.findAttribute("name").orElse("");
        if (name.equals("ruleEvaluation")) {
            return ExpressionXml.word(e, "first", "all").equals("first");
        }
        throw fault(e, "'" + name + "' is not supported for a FeatureTypeStyle; known: ruleEvaluation");
    }

    private Rule rule(XmlElement e) {
        Condition condition = Condition.ALWAYS;
        boolean otherwise = false;
        double minScale = 0;
        double maxScale = Double.POSITIVE_INFINITY;
        List<Symbolizer> list = new ArrayList<>();
        for (XmlElement part : e.children()) {
            switch (part.name()) {
                case "Filter" -> condition = ConditionXml.filter(part);
                case "ElseFilter" -> otherwise = true;
                case "MinScaleDenominator" -> minScale = ExpressionXml.constant(part);
                case "MaxScaleDenominator" -> maxScale = ExpressionXml.constant(part);
                case "LegendGraphic" ->
                    throw fault(part, "is not supported: the legend is painted from the symbolizers");
                default -> {
                    if (part.name().endsWith("Symbolizer")) {
                        list.add(symbols.symbolizer(part));
                    } else {
                        known(part, DESCRIPTION);
                    }
                }
            }
        }
        if (!(minScale < maxScale)) {
            throw fault(
                    e,
                    "never applies: MinScaleDenominator " + minScale + " is not below MaxScaleDenominator " + maxScale);
        }
        String name = e.findText("Name").orElse("");
        String title = description(e, "Title");
        return new Rule(name, title.isEmpty() ? name : title, condition, otherwise, minScale, maxScale, list);
    }

    static void known(XmlElement e, Set<String> names) {
        if (!names.contains(e.name())) {
            throw fault(
                    e,
                    "is not supported here (supported: "
                            + String.join(", ", names.stream().sorted().toList()) + ")");
        }
    }

    static SinkmapException fault(XmlElement e, String what) {
        return new SinkmapException("line " + e.line() + ": " + e.name() + " " + what);
    }
}
