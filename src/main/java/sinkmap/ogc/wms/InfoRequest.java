package sinkmap.ogc.wms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.filter.FilterXml;

/**
 * What GetFeatureInfo asks of a map.
 *
 * @param x column of the pixel in the map, at its middle
 * @param y row of the pixel in the map, at its middle
 * @param most most features of a layer
 * @param buffer radius around the point in pixels; negative for the one of the service
 * @param layers what of which layers
 */
record InfoRequest(double x, double y, int most, double buffer, List<Asked> layers) {

    private static final int MOST_BUFFER = 200;

    /**
     * A layer to look at.
     *
     * @param part the layer in the map
     * @param attributes attributes that are wanted; null for all
     */
    record Asked(MapRequest.Part part, List<String> attributes) {}

    static InfoRequest read(Kvp kvp, MapRequest map, Catalog catalog, OgcSettings settings) {
        double x = position(kvp, "I", "X", map.screen().width()) + 0.5;
        double y = position(kvp, "J", "Y", map.screen().height()) + 0.5;
        int most = kvp.getInt("FEATURE_COUNT", 1);
        if (most < 1) {
            throw OwsException.invalid("FEATURE_COUNT", "FEATURE_COUNT must be 1 or more, not " + most);
        }
        int buffer = kvp.getInt("BUFFER", -1);
        if (buffer > MOST_BUFFER || buffer < -1) {
            throw OwsException.invalid("BUFFER", "BUFFER must lie between 0 and 200 pixels, not " + buffer);
        }
        return new InfoRequest(x, y, Math.min(most, settings.maxFeatureInfo()), buffer, asked(kvp, map, catalog));
    }

    private static int position(Kvp kvp, String name, String oldName, int size) {
        String given = kvp.find(name).isPresent() ? name : oldName;
        int position = kvp.find(given).isPresent() ? kvp.getInt(given) : kvp.getInt(name);
        if (position < 0 || position >= size) {
            throw new OwsException(
                    "InvalidPoint", given, given + " must lie between 0 and " + (size - 1) + ", not " + position, 400);
        }
        return position;
    }

    private static List<Asked> asked(Kvp kvp, MapRequest map, Catalog catalog) {
        kvp.get("QUERY_LAYERS");
        List<String> names = kvp.list("QUERY_LAYERS");
        List<List<String>> properties = properties(kvp, names.size());
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            MapReader.layer(name, catalog, "QUERY_LAYERS");
            MapRequest.Part part = map.layers().stream()
                    .filter(p -> p.layer().id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new OwsException(
                            "LayerNotDefined",
                            "QUERY_LAYERS",
                            "layer " + name + " is not among the LAYERS of the map",
                            400));
            List<String> attributes = properties.isEmpty() ? null : properties.get(i);
            if (attributes != null && part.layer() instanceof FeatureLayer layer) {
                check(attributes, layer);
            }
            asked.add(new Asked(part, attributes));
        }
        return asked;
    }

    /** Lists of names in parentheses, one a layer, or one list without. */
    private static List<List<String>> properties(Kvp kvp, int layers) {
        String text = kvp.get("PROPERTYNAME", "");
        if (text.isEmpty()) {
            return List.of();
        }
        List<List<String>> lists = Arrays.stream(
                        text.replaceAll("^\\(|\\)$", "").split("\\)\\s*\\(", -1))
                .map(list -> Arrays.stream(list.split(","))
                        .map(FilterXml::localName)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .toList();
        if (lists.size() != layers) {
            throw OwsException.invalid(
                    "PROPERTYNAME",
                    "PROPERTYNAME must hold one list in parentheses a layer (" + layers + "), not " + lists.size());
        }
        return lists;
    }

    private static void check(List<String> attributes, FeatureLayer layer) {
        List<String> known = layer.attributes().stream().map(Attribute::name).toList();
        for (String name : attributes) {
            if (!known.contains(name)) {
                throw OwsException.invalid(
                        "PROPERTYNAME",
                        "layer " + layer.id() + " has no attribute '" + name + "'" + Suggestion.among(name, known));
            }
        }
    }
}
