package sinkmap.ogc.wms;

import java.awt.Color;
import java.awt.Dimension;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Layer;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.style.Legend;
import sinkmap.ogc.style.LegendLook;
import sinkmap.ogc.style.Style;
import sinkmap.ogc.style.Styles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Legends of styles (OGC 02-070, clause 12; OGC 05-078r4, clause 10), as a picture or as JSON in GeoServer's structure. The
 * vendor parameter {@code LEGEND_OPTIONS} takes what GeoServer's clients use: {@code fontSize}, {@code fontColor}, {@code
 * bgColor}, {@code forceLabels}, {@code dpi}; others are ignored.
 */
final class GetLegendGraphic {

    /** Memory for legends. */
    private static final long KEPT_bytes = 4L << 20;

    private static final int MOST_SIDE_PX = 8192;
    private static final int USUAL_SWATCH = 20;
    private static final double STANDARD_dpi = 25.4 / 0.28;
    private static final String JSON = "application/json";

    private final Catalog catalog;
    private final Styles styles;
    private final RecentAnswers<Asked> made = new RecentAnswers<>(KEPT_bytes);

    GetLegendGraphic(Catalog catalog, Styles styles) {
        this.catalog = catalog;
        this.styles = styles;
    }

    /** A legend that depends on nothing but these. */
    private record Asked(String layer, String style, String format, String language, LegendLook look) {}

    static List<String> listFormats() {
        return List.of("image/png", "image/png8", "image/jpeg", JSON);
    }

    void answer(Kvp kvp, String language, OwsResponse response) throws IOException {
        String name = kvp.findAny("LAYER", "LAYERS").orElseThrow(() -> OwsException.missing("LAYER"));
        Layer layer = MapReader.layer(name, catalog, "LAYER");
        String named = kvp.findAny("STYLE", "STYLES").orElse("");
        Optional<Style> own = UserStyles.of(kvp, Optional.empty()).find(layer, named);
        String format = kvp.get("FORMAT", "image/png");
        LegendLook look = look(kvp, format);
        byte[] legend;
        if (own.isPresent()) {
            legend = make(layer, own.get(), format, language, look);
        } else {
            Style style = styles.get(layer, named);
            legend = made.get(
                    new Asked(layer.id(), style.name(), format, language, look),
                    "",
                    () -> make(layer, style, format, language, look));
        }
        String type =
                format.equalsIgnoreCase(JSON) ? JSON : MapFormat.of(format).type();
        try (var out = new BufferedOutputStream(response.bytes(type, 200))) {
            out.write(legend);
        }
    }

    private static byte[] make(Layer layer, Style style, String format, String language, LegendLook look) {
        if (format.equalsIgnoreCase(JSON)) {
            Map<String, Object> legend = Map.of(
                    "Legend",
                    List.of(Map.of(
                            "layerName",
                            layer.id(),
                            "title",
                            layer.title().in(language),
                            "rules",
                            Legend.describe(style, language, look))));
            return JsonMapper.shared().writeValueAsString(legend).getBytes(StandardCharsets.UTF_8);
        }
        GeometryType geometry = layer instanceof FeatureLayer features ? features.geometryType() : null;
        Dimension size = Legend.size(style, geometry, language, look);
        if (size.width > MOST_SIDE_PX || size.height > MOST_SIDE_PX) {
            throw OwsException.invalid(
                    "LEGEND_OPTIONS",
                    "the legend would be " + size.width + " x " + size.height + " pixels; ask for less");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MapFormat.of(format).write(Legend.paint(style, geometry, language, look), look.background() == null, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static LegendLook look(Kvp kvp, String format) {
        Map<String, String> options = options(kvp);
        Color white = format.equalsIgnoreCase(JSON) || !MapFormat.of(format).transparent()
                ? Color.WHITE
                : MapScreen.background(kvp);
        return new LegendLook(
                swatch(kvp, "WIDTH"),
                swatch(kvp, "HEIGHT"),
                kvp.find("SCALE").map(text -> number("SCALE", text, 1e-9, 1e15)).orElse(Double.NaN),
                kvp.find("RULE").orElse(null),
                options.containsKey("bgcolor") ? color("bgColor", options.get("bgcolor")) : white,
                options.containsKey("fontsize") ? number("fontSize", options.get("fontsize"), 4, 100) : 12,
                options.containsKey("fontcolor") ? color("fontColor", options.get("fontcolor")) : Color.BLACK,
                !options.getOrDefault("forcelabels", "on").equalsIgnoreCase("off"),
                options.containsKey("dpi") ? number("dpi", options.get("dpi"), 10, 2400) / STANDARD_dpi : 1);
    }

    private static Map<String, String> options(Kvp kvp) {
        return Arrays.stream(kvp.get("LEGEND_OPTIONS", "").split(";"))
                .map(option -> option.split(":", 2))
                .filter(option -> option.length == 2)
                .collect(Collectors.toMap(
                        option -> option[0].strip().toLowerCase(Locale.ROOT),
                        option -> option[1].strip(),
                        (first, second) -> second));
    }

    private static int swatch(Kvp kvp, String name) {
        int size = kvp.getInt(name, USUAL_SWATCH);
        if (size < 4 || size > 200) {
            throw OwsException.invalid(name, name + " of a legend's swatch must lie between 4 and 200, not " + size);
        }
        return size;
    }

    private static double number(String name, String text, double least, double most) {
        double number = Kvp.number(text).orElse(Double.NaN);
        if (!(number >= least && number <= most)) {
            throw OwsException.invalid(
                    name.equals("SCALE") ? name : "LEGEND_OPTIONS",
                    name + " must be a number between " + least + " and " + most + ", not '" + text + "'");
        }
        return number;
    }

    private static Color color(String name, String text) {
        return MapScreen.color("LEGEND_OPTIONS", name, text);
    }
}
