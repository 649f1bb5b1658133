package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as data, in the structure of GeoServer's JSON legends. Values that depend on the feature are left out. */
final class LegendData {

    private LegendData() {}

    static Map<String, Object> rule(Rule rule, String language) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", rule.name());
        data.put("title", Legend.pick(rule.title(), language));
        if (rule.otherwise()) {
            data.put("ElseFilter", "true");
        }
        if (rule.minScale() > 0) {
            data.put("MinScaleDenominator", rule.minScale());
        }
        if (Double.isFinite(rule.maxScale())) {
            data.put("MaxScaleDenominator", rule.maxScale());
        }
        List<Map<String, Object>> symbolizers = new ArrayList<>();
        for (Symbolizer symbolizer : rule.symbolizers()) {
            symbolizers.add(symbolizer(symbolizer, language));
        }
        data.put("symbolizers", symbolizers);
        return data;
    }

    private static Map<String, Object> symbolizer(Symbolizer symbolizer, String language) {
        if (symbolizer instanceof Symbolizer.Area area) {
            Map<String, Object> data = new LinkedHashMap<>();
            fill(area.fill(), data);
            stroke(area.stroke(), data);
            return Map.of("Polygon", data);
        }
        if (symbolizer instanceof Symbolizer.Line line) {
            Map<String, Object> data = new LinkedHashMap<>();
            stroke(line.stroke(), data);
            return Map.of("Line", data);
        }
        if (symbolizer instanceof Symbolizer.Point point) {
            return Map.of("Point", graphic(point.graphic()));
        }
        if (symbolizer instanceof Symbolizer.Coverage coverage) {
            return Map.of("Raster", raster(coverage, language));
        }
        return Map.of("Text", text((Label) symbolizer));
    }

    private static Map<String, Object> text(Label label) {
        Map<String, Object> data = new LinkedHashMap<>();
        fill(label.fill(), data);
        data.put("font-family", label.font().families());
        put("font-size", label.font().size().value(), data);
        return data;
    }

    private static Map<String, Object> graphic(Graphic graphic) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(
                "size",
                graphic.size() == null
                        ? Expression.of(Graphic.MARK_PX)
                        : graphic.size().value(),
                data);
        put("opacity", graphic.opacity(), data);
        put("rotation", graphic.rotation(), data);
        if (graphic.symbol() instanceof Graphic.MarkSymbol mark) {
            Map<String, Object> inner = new LinkedHashMap<>();
            inner.put("mark", mark.mark().name());
            fill(mark.fill(), inner);
            stroke(mark.stroke(), inner);
            data.put("graphics", List.of(inner));
        }
        return data;
    }

    private static void fill(Fill fill, Map<String, Object> data) {
        if (fill == null) {
            return;
        }
        if (fill.pattern() == null) {
            put("fill", fill.color(), data);
        } else {
            data.put("graphic-fill", graphic(fill.pattern()));
        }
        put("fill-opacity", fill.opacity(), data);
    }

    private static void stroke(Stroke stroke, Map<String, Object> data) {
        if (stroke == null) {
            return;
        }
        put("stroke", stroke.color(), data);
        put("stroke-width", stroke.width().value(), data);
        put("stroke-opacity", stroke.opacity(), data);
        if (!stroke.dashes().isEmpty()) {
            data.put(
                    "stroke-dasharray",
                    stroke.dashes().stream().map(dash -> dash.constantOr(0)).toList());
        }
        if (stroke.along() != null) {
            data.put("graphic-stroke", graphic(stroke.along().graphic()));
        }
    }

    private static Map<String, Object> raster(Symbolizer.Coverage coverage, String language) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (ColorMap.Entry entry : coverage.colors().entries()) {
            Map<String, Object> data = new LinkedHashMap<>();
            if (entry.label() != null) {
                data.put("label", Legend.pick(entry.label(), language));
            }
            // the last interval has no upper bound
            if (Double.isFinite(entry.quantity())) {
                data.put("quantity", entry.quantity());
            }
            data.put("color", Values.hex(entry.color()));
            if (entry.color().getAlpha() < 255) {
                data.put("opacity", Math.round(entry.color().getAlpha() / 255.0 * 1000) / 1000.0);
            }
            entries.add(data);
        }
        String type = coverage.colors().type().name().toLowerCase(java.util.Locale.ROOT);
        return Map.of("opacity", coverage.opacity(), "colormap", Map.of("type", type, "entries", entries));
    }

    private static void put(String name, Expression value, Map<String, Object> data) {
        if (value.constant()) {
            Object constant = value.value(Map.of());
            data.put(name, constant instanceof java.awt.Color color ? Values.hex(color) : constant);
        }
    }
}
