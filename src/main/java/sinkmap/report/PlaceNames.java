package sinkmap.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;

/**
 * English names of places, from those inputs of an account that state both names. Results name places as the data do,
 * most often in Chinese alone; the English name is added for reading and never takes the place of the other.
 */
final class PlaceNames {

    private static final String CHINESE = "name_zh";
    private static final String ENGLISH = "name_en";
    private static final int MOST = 20_000;

    /** In a report in Chinese. */
    static final PlaceNames NONE = new PlaceNames(Map.of());

    private final Map<String, String> english;

    private PlaceNames(Map<String, String> english) {
        this.english = english;
    }

    static PlaceNames read(StoredAccount account, Catalog catalog, FeatureStore features) {
        Map<String, String> english = new HashMap<>();
        StoredAccount.list(account.result().path("inputs"))
                .map(input -> catalog.findLayer(input.path("layer").asString("")))
                .forEach(found -> {
                    if (found.orElse(null) instanceof FeatureLayer layer
                            && layer.findAttribute(CHINESE).isPresent()
                            && layer.findAttribute(ENGLISH).isPresent()) {
                        read(layer, features, english);
                    }
                });
        return new PlaceNames(english);
    }

    private static void read(FeatureLayer layer, FeatureStore features, Map<String, String> english) {
        FeatureQuery query = FeatureQuery.of(layer)
                .withAttributes(List.of(CHINESE, ENGLISH), false)
                .withPage(0, MOST);
        try (FeatureCursor cursor = features.open(query)) {
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                Object chinese = feature.attributes().get(CHINESE);
                Object name = feature.attributes().get(ENGLISH);
                if (chinese != null && name != null) {
                    english.putIfAbsent(chinese.toString(), name.toString());
                }
            }
        }
    }

    /** The name with the English one in front, where there is one. */
    String of(String name) {
        String found = english.get(name);
        return found == null || found.equals(name) ? name : found + " (" + name + ")";
    }
}
