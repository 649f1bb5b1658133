package sinkmap.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where what a GeoServer shows differs from what is wanted. Only what is wanted is compared; GeoServer may hold more. A list
 * of one may be shown as its element, entries of a map are found by their {@code @key}, numbers count by value, texts
 * without the blanks around them and in any order.
 */
final class Difference {

    private static final double SAME_DEG = 1e-9;

    private final List<String> places = new ArrayList<>();

    private Difference() {}

    /** The places that differ, such as {@code featureType.title}; none when everything is as wanted. */
    static List<String> of(JsonNode wanted, JsonNode shown) {
        Difference difference = new Difference();
        difference.compare("", wanted, shown);
        return difference.places;
    }

    private void compare(String place, JsonNode wanted, JsonNode shown) {
        if (wanted.isObject()) {
            fields(place, wanted, shown);
        } else if (wanted.isArray()) {
            elements(place, wanted, list(shown));
        } else if (!same(wanted, shown)) {
            places.add(place);
        }
    }

    private void fields(String place, JsonNode wanted, JsonNode shown) {
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            JsonNode other = shown == null ? null : shown.get(field.getKey());
            compare(place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue(), other);
        }
    }

    private void elements(String place, JsonNode wanted, List<JsonNode> shown) {
        boolean keyed = !wanted.isEmpty() && wanted.get(0).has("@key");
        if (!keyed
                && (wanted.size() != shown.size()
                        || isTexts(wanted) && !texts(list(wanted)).equals(texts(shown)))) {
            places.add(place);
            return;
        }
        if (isTexts(wanted)) {
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode element = wanted.get(i);
            JsonNode other = keyed ? byKey(shown, element.get("@key").asString()) : shown.get(i);
            compare(place + (keyed ? "." + element.get("@key").asString() : "[" + i + "]"), element, other);
        }
    }

    /** Lists of texts, such as keywords, have no order. */
    private static boolean isTexts(JsonNode wanted) {
        return !wanted.isEmpty() && wanted.get(0).isString();
    }

    private static List<String> texts(List<JsonNode> elements) {
        return elements.stream()
                .map(element -> element.asString("").strip())
                .sorted()
                .toList();
    }

    private static JsonNode byKey(List<JsonNode> entries, String key) {
        return entries.stream()
                .filter(entry ->
                        entry.has("@key") && entry.get("@key").asString().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Elements of a list, also of one that is shown as its only element. */
    static List<JsonNode> list(JsonNode shown) {
        if (shown == null
                || shown.isNull()
                || shown.isString() && shown.asString().isEmpty()) {
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>();
        if (shown.isArray()) {
            shown.forEach(elements::add);
        } else {
            elements.add(shown);
        }
        return elements;
    }

    private static boolean same(JsonNode wanted, JsonNode shown) {
        if (shown == null || shown.isNull()) {
            return wanted.isNull() || wanted.isString() && wanted.asString().isEmpty();
        }
        if (wanted.isNumber() && (shown.isNumber() || shown.isString())) {
            return sameNumber(wanted.doubleValue(), shown.asString());
        }
        return wanted.asString().strip().equals(shown.asString().strip());
    }

    private static boolean sameNumber(double wanted, String shown) {
        try {
            double number = Double.parseDouble(shown);
            return Math.abs(number - wanted) <= SAME_DEG * Math.max(1, Math.abs(wanted));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
