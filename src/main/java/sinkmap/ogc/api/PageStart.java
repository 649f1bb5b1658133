package sinkmap.ogc.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import sinkmap.store.Feature;
import sinkmap.store.FeatureQuery;
import sinkmap.store.RowKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a page begins, as the parameter {@code start} of links carries it: opaque to clients. */
final class PageStart {

    private static final int LONGEST = 4000;

    private PageStart() {}

    static String write(RowKey key) {
        List<Object> all = new ArrayList<>();
        key.values().forEach(value -> all.add(value instanceof Number || value == null ? value : value.toString()));
        all.add(key.fid());
        String json = JsonMapper.shared().writeValueAsString(all);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static RowKey read(String text) {
        if (text.length() <= LONGEST) {
            try {
                JsonNode all =
                        JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text));
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < all.size() - 1; i++) {
                    values.add(value(all.get(i)));
                }
                if (all.isArray() && !all.isEmpty() && all.get(all.size() - 1).canConvertToLong()) {
                    return new RowKey(values, all.get(all.size() - 1).longValue());
                }
            } catch (IllegalArgumentException | JacksonException e) {
                // said below
            }
        }
        throw ApiException.invalid("start", "is not one that this service gave; begin with the first page");
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isIntegralNumber()
                ? (Object) node.longValue()
                : node.isNumber() ? node.doubleValue() : node.asString();
    }

    /** The place of a feature in the order of a query. */
    static RowKey of(Feature feature, FeatureQuery query) {
        List<Object> values = new ArrayList<>();
        query.sort().forEach(sort -> values.add(feature.attributes().get(sort.attribute())));
        return new RowKey(values, feature.id());
    }
}
