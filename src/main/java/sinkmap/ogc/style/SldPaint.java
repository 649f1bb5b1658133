package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.ogc.XmlElement;

/** Reads fills, strokes and graphics; lengths are in the unit of their symbolizer. */
final class SldPaint {

    private static final Set<String> FILL = Set.of("fill", "fill-opacity");
    private static final Set<String> STROKE = Set.of(
            "stroke",
            "stroke-opacity",
            "stroke-width",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin");

    private final Pictures pictures;
    private final Measure.Unit unit;

    SldPaint(Pictures pictures, Measure.Unit unit) {
        this.pictures = pictures;
        this.unit = unit;
    }

    /** A length; one that ends in {@code px}, {@code m} or {@code ft} has its own unit. */
    Measure measure(XmlElement e) {
        String text = e.children().isEmpty() ? e.text() : "";
        for (Map.Entry<String, Measure.Unit> suffix : Map.of(
                        "px", Measure.Unit.PIXEL, "m", Measure.Unit.METRE, "ft", Measure.Unit.FOOT)
                .entrySet()) {
            if (text.matches("[-+.0-9]+" + suffix.getKey())) {
                String number =
                        text.substring(0, text.length() - suffix.getKey().length());
                return new Measure(Expression.of(Values.number(number)), suffix.getValue());
            }
        }
        return new Measure(ExpressionXml.number(e), unit);
    }

    Fill fill(XmlElement e, List<Double> margins) {
        SldSymbols.check(e, "CssParameter", "SvgParameter", "GraphicFill");
        Map<String, XmlElement> css = css(e, FILL);
        Graphic pattern = e.findChild("GraphicFill")
                .map(g -> graphic(SldSymbols.required(g, "Graphic")))
                .orElse(null);
        return new Fill(
                css.containsKey("fill") ? ExpressionXml.color(css.get("fill")) : Fill.GREY.color(),
                number(css, "fill-opacity", 1),
                pattern,
                margins);
    }

    /** A plain fill. */
    Fill fill(XmlElement e) {
        return fill(e, List.of());
    }

    Stroke stroke(XmlElement e, Stroke.Placement placement) {
        SldSymbols.check(e, "CssParameter", "SvgParameter", "GraphicFill", "GraphicStroke");
        Map<String, XmlElement> css = css(e, STROKE);
        Fill texture = e.findChild("GraphicFill")
                .map(g -> new Fill(
                        Fill.GREY.color(), Expression.of(1.0), graphic(SldSymbols.required(g, "Graphic")), List.of()))
                .orElse(null);
        return new Stroke(
                css.containsKey("stroke") ? ExpressionXml.color(css.get("stroke")) : Stroke.BLACK.color(),
                number(css, "stroke-opacity", 1),
                css.containsKey("stroke-width") ? measure(css.get("stroke-width")) : Measure.pixels(1),
                css.containsKey("stroke-dasharray") ? dashes(css.get("stroke-dasharray")) : List.of(),
                css.containsKey("stroke-dashoffset") ? measure(css.get("stroke-dashoffset")) : Measure.pixels(0),
                cap(css.get("stroke-linecap")),
                join(css.get("stroke-linejoin")),
                texture,
                e.findChild("GraphicStroke").map(g -> along(g, placement)).orElse(null));
    }

    private Stroke.Along along(XmlElement e, Stroke.Placement placement) {
        SldSymbols.check(e, "Graphic", "Gap", "InitialGap");
        XmlElement graphic = SldSymbols.required(e, "Graphic");
        // QGIS writes the gaps into the graphic
        XmlElement gap = e.findChild("Gap").or(() -> graphic.findChild("Gap")).orElse(null);
        XmlElement initial = e.findChild("InitialGap")
                .or(() -> graphic.findChild("InitialGap"))
                .orElse(null);
        return new Stroke.Along(
                graphic(graphic),
                gap == null ? null : measure(gap),
                initial == null ? null : measure(initial),
                placement);
    }

    private List<Measure> dashes(XmlElement e) {
        if (!e.children().isEmpty() && e.text().isEmpty()) {
            List<Measure> lengths = new ArrayList<>();
            for (XmlElement part : e.children()) {
                if (part.name().equals("Literal")) {
                    lengths.addAll(lengths(part));
                } else {
                    lengths.add(new Measure(ExpressionXml.expression(part), unit));
                }
            }
            return lengths;
        }
        return lengths(e);
    }

    private List<Measure> lengths(XmlElement e) {
        List<Measure> lengths = new ArrayList<>();
        double sum = 0;
        for (String text : e.text().split("[\\s,]+")) {
            Double length = Values.number(text);
            if (length == null || length < 0) {
                throw Sld.fault(e, "must hold lengths of 0 or more, not '" + text + "'");
            }
            sum += length;
            lengths.add(new Measure(Expression.of(length), unit));
        }
        if (!(sum > 0)) {
            throw Sld.fault(e, "must hold a length above 0");
        }
        return lengths;
    }

    private static int cap(XmlElement e) {
        return switch (e == null ? "butt" : ExpressionXml.word(e, "butt", "round", "square")) {
            case "round" -> BasicStroke.CAP_ROUND;
            case "square" -> BasicStroke.CAP_SQUARE;
            default -> BasicStroke.CAP_BUTT;
        };
    }

    private static int join(XmlElement e) {
        return switch (e == null ? "mitre" : ExpressionXml.word(e, "mitre", "miter", "round", "bevel")) {
            case "round" -> BasicStroke.JOIN_ROUND;
            case "bevel" -> BasicStroke.JOIN_BEVEL;
            default -> BasicStroke.JOIN_MITER;
        };
    }

    Graphic graphic(XmlElement e) {
        SldSymbols.check(
                e,
                "Mark",
                "ExternalGraphic",
                "Size",
                "Rotation",
                "Opacity",
                "AnchorPoint",
                "Displacement",
                "Gap",
                "InitialGap");
        XmlElement anchor = e.findChild("AnchorPoint").orElse(null);
        XmlElement shift = e.findChild("Displacement").orElse(null);
        return new Graphic(
                symbol(e),
                e.findChild("Size").map(this::measure).orElse(null),
                number(e, "Rotation", 0),
                number(e, "Opacity", 1),
                number(anchor, "AnchorPointX", 0.5),
                number(anchor, "AnchorPointY", 0.5),
                measure(shift, "DisplacementX"),
                measure(shift, "DisplacementY"));
    }

    /** The first symbol: later ones are alternatives for who cannot show it (OGC 05-077r4, 11.3.1). */
    private Graphic.Symbol symbol(XmlElement e) {
        for (XmlElement part : e.children()) {
            if (part.name().equals("Mark")) {
                return mark(part);
            }
            if (part.name().equals("ExternalGraphic")) {
                return pictures.read(part);
            }
        }
        return new Graphic.MarkSymbol(Mark.find("square").orElseThrow(), Fill.GREY, Stroke.BLACK);
    }

    private Graphic.MarkSymbol mark(XmlElement e) {
        SldSymbols.check(e, "WellKnownName", "OnlineResource", "Format", "MarkIndex", "Fill", "Stroke");
        return new Graphic.MarkSymbol(
                shape(e),
                e.findChild("Fill").map(this::fill).orElse(null),
                e.findChild("Stroke")
                        .map(s -> stroke(s, Stroke.Placement.REPEATED))
                        .orElse(null));
    }

    private static Mark shape(XmlElement e) {
        XmlElement resource = e.findChild("OnlineResource").orElse(null);
        if (resource != null) {
            return glyph(e, resource);
        }
        XmlElement name = e.findChild("WellKnownName").orElse(null);
        String text = name == null || name.text().isEmpty() ? "square" : Values.text(literal(name));
        return Mark.find(text)
                .orElseThrow(() -> Sld.fault(
                        name,
                        "'" + text + "' is not known; known: ttf://font#code, "
                                + String.join(", ", MarkShapes.names())));
    }

    private static Object literal(XmlElement e) {
        Expression expression = ExpressionXml.content(e);
        if (!expression.constant()) {
            throw Sld.fault(e, "must be a name, not an expression");
        }
        return expression.value(Map.of());
    }

    private static Mark glyph(XmlElement mark, XmlElement resource) {
        String href = resource.findAttribute("href").orElse("");
        String family = href.startsWith("ttf://") ? href.substring("ttf://".length()) : "";
        int code = (int) ExpressionXml.constant(SldSymbols.required(mark, "MarkIndex"));
        return Mark.glyph(family, code)
                .orElseThrow(() -> Sld.fault(
                        resource,
                        "'" + href + "' with mark " + code
                                + " is no glyph of an installed font; write ttf:// and the font's name"));
    }

    /** The {@code CssParameter} or {@code SvgParameter} children by name; an unknown name is an error. */
    static Map<String, XmlElement> css(XmlElement e, Set<String> names) {
        Map<String, XmlElement> parameters = new HashMap<>();
        for (XmlElement parameter : e.children()) {
            if (parameter.name().equals("CssParameter") || parameter.name().equals("SvgParameter")) {
                String name = parameter.findAttribute("name").orElse("");
                if (!names.contains(name)) {
                    throw Sld.fault(
                            parameter,
                            "'" + name + "' is not understood here; known: "
                                    + String.join(", ", names.stream().sorted().toList()));
                }
                parameters.put(name, parameter);
            }
        }
        return parameters;
    }

    private static Expression number(Map<String, XmlElement> css, String name, double fallback) {
        return css.containsKey(name) ? ExpressionXml.number(css.get(name)) : Expression.of(fallback);
    }

    static Expression number(XmlElement e, String name, double fallback) {
        return e == null
                ? Expression.of(fallback)
                : e.findChild(name).map(ExpressionXml::number).orElse(Expression.of(fallback));
    }

    Measure measure(XmlElement e, String name) {
        return e == null
                ? Measure.pixels(0)
                : e.findChild(name).map(this::measure).orElse(Measure.pixels(0));
    }
}
