package sinkmap.ogc.style;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sinkmap.ogc.XmlElement;

/** Reads raster symbolizers. */
final class SldRaster {

    private SldRaster() {}

    static Symbolizer.Coverage coverage(XmlElement e) {
        SldSymbols.checkSymbolizer(
                e, "Opacity", "ColorMap", "ChannelSelection", "ContrastEnhancement", "OverlapBehavior");
        e.findChild("OverlapBehavior").ifPresent(overlap -> {
            if (!overlap.children().isEmpty() || !overlap.text().isEmpty()) {
                throw Sld.fault(overlap, "is not supported: a layer is one raster");
            }
        });
        double opacity = e.findChild("Opacity").map(ExpressionXml::constant).orElse(1.0);
        Stretch stretch = e.findChild("ContrastEnhancement").map(Stretch::read).orElse(Stretch.NONE);
        XmlElement channels = e.findChild("ChannelSelection").orElse(null);
        if (channels != null) {
            stretch = channel(channels, stretch);
        }
        XmlElement map = e.findChild("ColorMap").orElse(null);
        ColorMap colors = map == null ? stretch.grey(e) : stretch.apply(colorMap(map), map);
        return new Symbolizer.Coverage(Math.min(1, Math.max(0, opacity)), colors);
    }

    private static Stretch channel(XmlElement e, Stretch before) {
        SldSymbols.check(e, "GrayChannel");
        XmlElement gray = SldSymbols.required(e, "GrayChannel");
        SldSymbols.check(gray, "SourceChannelName", "ContrastEnhancement");
        String name = gray.findText("SourceChannelName").orElse("1");
        if (!name.equals("1")) {
            throw Sld.fault(gray, "SourceChannelName must be 1, a layer has one band, not '" + name + "'");
        }
        return gray.findChild("ContrastEnhancement").map(Stretch::read).orElse(before);
    }

    private static ColorMap colorMap(XmlElement e) {
        XmlElement function =
                e.findChild("Categorize").or(() -> e.findChild("Interpolate")).orElse(null);
        if (function != null) {
            SldSymbols.check(e, "Categorize", "Interpolate");
            return function.name().equals("Categorize") ? categorize(function) : interpolate(function);
        }
        SldSymbols.check(e, "ColorMapEntry");
        ColorMap.Type type =
                switch (e.findAttribute("type").orElse("ramp").toLowerCase(Locale.ROOT)) {
                    case "ramp" -> ColorMap.Type.RAMP;
                    case "intervals" -> ColorMap.Type.INTERVALS;
                    case "values" -> ColorMap.Type.VALUES;
                    default -> throw Sld.fault(e, "type must be ramp, intervals or values");
                };
        List<ColorMap.Entry> entries = new ArrayList<>();
        for (XmlElement entry : e.children()) {
            add(entry, entry(entry), entries);
        }
        return colorMap(e, type, entries);
    }

    private static ColorMap colorMap(XmlElement e, ColorMap.Type type, List<ColorMap.Entry> entries) {
        if (entries.isEmpty()) {
            throw Sld.fault(e, "holds no colours");
        }
        return new ColorMap(type, entries);
    }

    private static void add(XmlElement e, ColorMap.Entry entry, List<ColorMap.Entry> entries) {
        if (!entries.isEmpty()
                && entry.quantity() <= entries.get(entries.size() - 1).quantity()) {
            throw Sld.fault(e, "must have a greater quantity than the entry before");
        }
        entries.add(entry);
    }

    private static ColorMap.Entry entry(XmlElement e) {
        double quantity = attribute(e, "quantity", Double.NaN);
        String text = e.findAttribute("color").orElseThrow(() -> Sld.fault(e, "lacks color"));
        Color color = Values.color(text);
        if (color == null) {
            throw Sld.fault(e, "color must be like #1a9850, not '" + text + "'");
        }
        return new ColorMap.Entry(
                quantity,
                Values.fade(color, attribute(e, "opacity", 1)),
                e.findAttribute("label").orElse(null));
    }

    private static double attribute(XmlElement e, String name, double fallback) {
        double number = e.findAttribute(name)
                .map(text -> Values.number((Object) text, Double.NaN))
                .orElse(fallback);
        if (Double.isNaN(number)) {
            throw Sld.fault(e, "must have a number as " + name);
        }
        return number;
    }

    /** Categorize (OGC 05-077r4, 11.6.2.1): a colour below each threshold, and one above the last. */
    private static ColorMap categorize(XmlElement e) {
        SldSymbols.check(e, "LookupValue", "Value", "Threshold");
        if (e.findAttribute("thresholdBelongsTo")
                .or(() -> e.findAttribute("thresholdsBelongTo"))
                .filter("preceding"::equals)
                .isPresent()) {
            throw Sld.fault(e, "with thresholds that belong to the preceding class is not supported for rasters");
        }
        List<ColorMap.Entry> entries = new ArrayList<>();
        Color color = null;
        for (XmlElement part : e.children()) {
            if (part.name().equals("Value")) {
                color = color(part);
            } else if (part.name().equals("Threshold")) {
                if (color == null) {
                    throw Sld.fault(part, "must follow a Value");
                }
                add(part, new ColorMap.Entry(ExpressionXml.constant(part), color, null), entries);
                color = null;
            }
        }
        if (color == null) {
            throw Sld.fault(e, "must end with a Value");
        }
        entries.add(new ColorMap.Entry(Double.POSITIVE_INFINITY, color, null));
        return colorMap(e, ColorMap.Type.INTERVALS, entries);
    }

    private static ColorMap interpolate(XmlElement e) {
        SldSymbols.check(e, "LookupValue", "InterpolationPoint");
        String mode = e.findAttribute("mode").orElse("linear");
        if (!mode.equals("linear")) {
            throw Sld.fault(e, "mode '" + mode + "' is not supported for rasters; take linear");
        }
        List<ColorMap.Entry> entries = new ArrayList<>();
        for (XmlElement point : e.children("InterpolationPoint")) {
            double quantity = ExpressionXml.constant(SldSymbols.required(point, "Data"));
            add(point, new ColorMap.Entry(quantity, color(SldSymbols.required(point, "Value")), null), entries);
        }
        return colorMap(e, ColorMap.Type.RAMP, entries);
    }

    private static Color color(XmlElement e) {
        Expression color = ExpressionXml.color(e);
        if (!color.constant()) {
            throw Sld.fault(e, "must be a colour, not an expression");
        }
        return (Color) color.value(Map.of());
    }
}
