package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sinkmap.ogc.XmlElement;

/** Reads the symbolizers of an SLD document. Defaults are those of OGC 02-070. */
final class SldSymbols {

    private SldSymbols() {}

    static Symbolizer symbolizer(XmlElement e) {
        return switch (e.name()) {
            case "PolygonSymbolizer" -> area(e);
            case "LineSymbolizer" -> {
                check(e, "Stroke", "Geometry", "Name", "Title");
                yield new Symbolizer.Line(
                        e.findChild("Stroke").map(SldSymbols::stroke).orElse(stroke(e)));
            }
            case "PointSymbolizer" -> {
                check(e, "Graphic", "Name", "Title");
                yield graphic(required(e, "Graphic"));
            }
            case "TextSymbolizer" -> SldLabel.read(e);
            case "RasterSymbolizer" -> coverage(e);
            default -> throw Sld.fault(e, "is not a symbolizer that is understood here");
        };
    }

    private static Symbolizer.Area area(XmlElement e) {
        check(e, "Fill", "Stroke", "Name", "Title");
        return new Symbolizer.Area(
                e.findChild("Fill").map(SldSymbols::fill).orElse(null),
                e.findChild("Stroke").map(SldSymbols::stroke).orElse(null));
    }

    private static Symbolizer.Fill fill(XmlElement e) {
        check(e, "CssParameter", "GraphicFill");
        return e.findChild("GraphicFill")
                .map(g -> new Symbolizer.Fill(null, graphic(required(g, "Graphic"))))
                .orElseGet(() -> new Symbolizer.Fill(fillColor(e), null));
    }

    static Color fillColor(XmlElement e) {
        Map<String, XmlElement> css = css(e, Set.of("fill", "fill-opacity"));
        return color(css, "fill", "#808080");
    }

    private static Symbolizer.Stroke stroke(XmlElement e) {
        if (e.name().equals("Stroke")) {
            check(e, "CssParameter");
        }
        Map<String, XmlElement> css = css(
                e,
                Set.of(
                        "stroke",
                        "stroke-opacity",
                        "stroke-width",
                        "stroke-dasharray",
                        "stroke-dashoffset",
                        "stroke-linecap",
                        "stroke-linejoin"));
        float width = css.containsKey("stroke-width") ? (float) Sld.number(css.get("stroke-width")) : 1;
        float[] dashes = css.containsKey("stroke-dasharray") ? Sld.numbers(css.get("stroke-dasharray")) : new float[0];
        checkDashes(css.get("stroke-dasharray"), dashes);
        float offset = css.containsKey("stroke-dashoffset") ? (float) Sld.number(css.get("stroke-dashoffset")) : 0;
        return new Symbolizer.Stroke(
                color(css, "stroke", "#000000"), Math.max(0, width), dashes, Math.max(0, offset), cap(css), join(css));
    }

    private static void checkDashes(XmlElement e, float[] dashes) {
        float sum = 0;
        for (float dash : dashes) {
            if (!(dash >= 0)) {
                throw Sld.fault(e, "must not hold negative lengths");
            }
            sum += dash;
        }
        if (e != null && !(sum > 0)) {
            throw Sld.fault(e, "must hold a length above 0");
        }
    }

    private static int cap(Map<String, XmlElement> css) {
        return switch (text(css, "stroke-linecap", "butt")) {
            case "butt" -> BasicStroke.CAP_BUTT;
            case "round" -> BasicStroke.CAP_ROUND;
            case "square" -> BasicStroke.CAP_SQUARE;
            default -> throw Sld.fault(css.get("stroke-linecap"), "must be butt, round or square");
        };
    }

    private static int join(Map<String, XmlElement> css) {
        return switch (text(css, "stroke-linejoin", "round")) {
            case "mitre", "miter" -> BasicStroke.JOIN_MITER;
            case "round" -> BasicStroke.JOIN_ROUND;
            case "bevel" -> BasicStroke.JOIN_BEVEL;
            default -> throw Sld.fault(css.get("stroke-linejoin"), "must be mitre, round or bevel");
        };
    }

    private static Symbolizer.Point graphic(XmlElement e) {
        check(e, "Mark", "Size", "Rotation", "Opacity");
        XmlElement mark = required(e, "Mark");
        check(mark, "WellKnownName", "Fill", "Stroke");
        XmlElement name = mark.findChild("WellKnownName").orElse(null);
        Mark shape = name == null
                ? Mark.SQUARE
                : Mark.find(name.text())
                        .orElseThrow(
                                () -> Sld.fault(
                                        name,
                                        "'" + name.text()
                                                + "' is not known; take square, circle, triangle, star, cross, x or shape://slash"));
        double opacity = e.findChild("Opacity").map(Sld::number).orElse(1.0);
        Color fill = mark.findChild("Fill").map(SldSymbols::fillColor).orElse(null);
        Symbolizer.Stroke stroke =
                mark.findChild("Stroke").map(SldSymbols::stroke).orElse(null);
        return new Symbolizer.Point(
                shape,
                fill == null ? null : fade(fill, opacity),
                stroke == null ? null : fade(stroke, opacity),
                e.findChild("Size").map(Sld::number).orElse(6.0),
                e.findChild("Rotation").map(Sld::number).orElse(0.0));
    }

    private static Color fade(Color color, double opacity) {
        int alpha = (int) Math.round(color.getAlpha() * Math.min(1, Math.max(0, opacity)));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static Symbolizer.Stroke fade(Symbolizer.Stroke s, double opacity) {
        return new Symbolizer.Stroke(
                fade(s.color(), opacity), s.width(), s.dashes(), s.dashOffset(), s.cap(), s.join());
    }

    private static Symbolizer.Coverage coverage(XmlElement e) {
        check(e, "Opacity", "ColorMap", "Name", "Title", "ChannelSelection");
        double opacity = e.findChild("Opacity").map(Sld::number).orElse(1.0);
        return new Symbolizer.Coverage(Math.min(1, Math.max(0, opacity)), colorMap(required(e, "ColorMap")));
    }

    private static ColorMap colorMap(XmlElement e) {
        check(e, "ColorMapEntry");
        ColorMap.Type type =
                switch (e.findAttribute("type").orElse("ramp").toLowerCase(Locale.ROOT)) {
                    case "ramp" -> ColorMap.Type.RAMP;
                    case "intervals" -> ColorMap.Type.INTERVALS;
                    case "values" -> ColorMap.Type.VALUES;
                    default -> throw Sld.fault(e, "type must be ramp, intervals or values");
                };
        List<ColorMap.Entry> entries = new ArrayList<>();
        for (XmlElement entry : e.children()) {
            double quantity = attribute(entry, "quantity", Double.NaN);
            if (!entries.isEmpty()
                    && quantity <= entries.get(entries.size() - 1).quantity()) {
                throw Sld.fault(entry, "must have a greater quantity than the entry before");
            }
            String color = entry.findAttribute("color").orElseThrow(() -> Sld.fault(entry, "lacks color"));
            entries.add(new ColorMap.Entry(
                    quantity,
                    fade(color(entry, color), attribute(entry, "opacity", 1)),
                    entry.findAttribute("label").orElse(null)));
        }
        if (entries.isEmpty()) {
            throw Sld.fault(e, "holds no ColorMapEntry");
        }
        return new ColorMap(type, entries);
    }

    private static double attribute(XmlElement e, String name, double fallback) {
        try {
            double number = e.findAttribute(name).map(Double::parseDouble).orElse(fallback);
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException problem) {
            // said below
        }
        throw Sld.fault(e, "must have a number as " + name);
    }

    /** The {@code CssParameter} children by name; an unknown name is an error. */
    static Map<String, XmlElement> css(XmlElement e, Set<String> names) {
        Map<String, XmlElement> parameters = new HashMap<>();
        for (XmlElement parameter : e.children("CssParameter")) {
            String name = parameter.findAttribute("name").orElse("");
            if (!names.contains(name)) {
                throw Sld.fault(
                        parameter,
                        "'" + name + "' is not understood here; known: "
                                + String.join(", ", names.stream().sorted().toList()));
            }
            parameters.put(name, parameter);
        }
        return parameters;
    }

    static String text(Map<String, XmlElement> css, String name, String fallback) {
        return css.containsKey(name) ? Sld.value(css.get(name)) : fallback;
    }

    private static Color color(Map<String, XmlElement> css, String name, String fallback) {
        Color color = css.containsKey(name) ? color(css.get(name), Sld.value(css.get(name))) : Color.decode(fallback);
        return css.containsKey(name + "-opacity") ? fade(color, Sld.number(css.get(name + "-opacity"))) : color;
    }

    private static Color color(XmlElement e, String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw Sld.fault(e, "must be a colour like #1a9850, not '" + text + "'");
        }
        return Color.decode(text);
    }

    static Font font(Map<String, XmlElement> css) {
        int style = (text(css, "font-style", "normal").equals("normal") ? Font.PLAIN : Font.ITALIC)
                | (text(css, "font-weight", "normal").equals("bold") ? Font.BOLD : Font.PLAIN);
        float size = css.containsKey("font-size") ? (float) Sld.number(css.get("font-size")) : 10;
        return new Font(text(css, "font-family", Font.SANS_SERIF), style, 1).deriveFont(size);
    }

    static XmlElement required(XmlElement e, String name) {
        return e.findChild(name).orElseThrow(() -> Sld.fault(e, "lacks " + name));
    }

    static void check(XmlElement e, String... names) {
        Set<String> known = Set.of(names);
        e.children().forEach(child -> Sld.known(child, known));
    }
}
