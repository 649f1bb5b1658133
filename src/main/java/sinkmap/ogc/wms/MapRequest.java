package sinkmap.ogc.wms;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.filter.Cql;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Style;
import sinkmap.ogc.style.Styles;

/**
 * The map that GetMap and GetFeatureInfo are about.
 *
 * @param layers layers, bottom first
 * @param screen what part of the world, and how large
 * @param background colour of the ground; null for a transparent picture
 */
record MapRequest(List<Part> layers, Screen screen, Color background) {

    /**
     * A layer of the map.
     *
     * @param layer the layer
     * @param style how it is drawn
     * @param filter which of its features
     */
    record Part(Layer layer, Style style, Filter filter) {

        /** Whether the layer shows at a scale. */
        boolean shows(double scale) {
            Double most = layer.about().maxScaleDenominator();
            return (most == null || scale <= most) && style.visibleAt(scale);
        }
    }

    static MapRequest read(Kvp kvp, Catalog catalog, Styles styles, OgcSettings settings) {
        return new MapRequest(parts(kvp, catalog, styles), screen(kvp, settings), background(kvp));
    }

    private static List<Part> parts(Kvp kvp, Catalog catalog, Styles styles) {
        kvp.get("LAYERS");
        List<String> names = kvp.list("LAYERS");
        List<String> wanted = kvp.list("STYLES");
        List<String> filters = kvp.find("CQL_FILTER").map(MapRequest::split).orElse(List.of());
        if (!wanted.isEmpty() && wanted.size() != names.size()) {
            throw OwsException.invalid(
                    "STYLES", "STYLES must name one style a layer (" + names.size() + "), not " + wanted.size());
        }
        if (!filters.isEmpty() && filters.size() != names.size()) {
            throw OwsException.invalid(
                    "CQL_FILTER",
                    "CQL_FILTER must hold one filter a layer (" + names.size() + "), separated by semicolons, not "
                            + filters.size() + "; write INCLUDE for a layer without filter");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Layer layer = layer(names.get(i), catalog, "LAYERS");
            Style style = styles.get(layer, wanted.isEmpty() ? "" : wanted.get(i));
            parts.add(new Part(layer, style, filters.isEmpty() ? Filter.INCLUDE : filter(filters.get(i), layer)));
        }
        return parts;
    }

    static Layer layer(String name, Catalog catalog, String parameter) {
        return catalog.findLayer(name)
                .orElseThrow(() -> new OwsException(
                        "LayerNotDefined",
                        parameter,
                        "there is no layer '" + name + "'"
                                + Suggestion.among(
                                        name,
                                        catalog.listLayers().stream()
                                                .map(Layer::id)
                                                .toList()),
                        400));
    }

    private static Filter filter(String text, Layer layer) {
        if (text.isEmpty() || text.equalsIgnoreCase("INCLUDE")) {
            return Filter.INCLUDE;
        }
        if (layer instanceof FeatureLayer features) {
            return Cql.parse(text, features, "CQL_FILTER");
        }
        throw OwsException.invalid("CQL_FILTER", "layer " + layer.id() + " is a raster and takes no filter");
    }

    /** The parts between semicolons that do not stand in quotes. */
    private static List<String> split(String filters) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : filters.toCharArray()) {
            quoted ^= c == '\'';
            if (c == ';' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private static Screen screen(Kvp kvp, OgcSettings settings) {
        CrsAxes crs = crs(kvp);
        kvp.get("BBOX");
        Envelope bounds = crs.envelope(CrsAxes.numbers(kvp.list("BBOX")));
        if (!(bounds.getWidth() > 0) || !(bounds.getHeight() > 0)) {
            throw OwsException.invalid("BBOX", "BBOX must have a width and a height above 0");
        }
        return new Screen(crs.crs(), bounds, size(kvp, "WIDTH", settings), size(kvp, "HEIGHT", settings));
    }

    private static CrsAxes crs(Kvp kvp) {
        boolean old = WmsVersion.of(kvp) == WmsVersion.V1_1_1;
        String name = old ? "SRS" : "CRS";
        String notation = kvp.findAny(name, "CRS", "SRS").orElseThrow(() -> OwsException.missing(name));
        try {
            return old ? CrsAxes.of(notation) : CrsAxes.ofWms13(notation);
        } catch (OwsException e) {
            throw new OwsException(old ? "InvalidSRS" : "InvalidCRS", name, e.getMessage(), 400);
        }
    }

    private static int size(Kvp kvp, String name, OgcSettings settings) {
        int size = kvp.getInt(name);
        if (size < 1 || size > settings.maxSize()) {
            throw OwsException.invalid(name, name + " must lie between 1 and " + settings.maxSize() + ", not " + size);
        }
        return size;
    }

    private static Color background(Kvp kvp) {
        if (kvp.getBoolean("TRANSPARENT")) {
            return null;
        }
        String color = kvp.get("BGCOLOR", "0xFFFFFF");
        if (!color.matches("(0x|0X|#)[0-9a-fA-F]{6}")) {
            throw OwsException.invalid("BGCOLOR", "BGCOLOR must be a colour like 0xFFFFFF, not '" + color + "'");
        }
        return Color.decode(color.replace("#", "0x"));
    }
}
