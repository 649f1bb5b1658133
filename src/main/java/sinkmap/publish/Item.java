package sinkmap.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that a GeoServer is to hold.
 *
 * @param kind what it is, in words
 * @param name its name
 * @param shown address under which it is shown, below {@code /rest}
 * @param made address to which it is posted when it is not there; null where it is put in any case
 * @param changed address to which changes are put
 * @param wanted what it must hold, under the tag of its kind
 * @param sent what is sent to make or change it: {@code wanted} and what is never shown, such as passwords
 * @param marked whether it carries our mark, and is left alone without
 */
record Item(
        String kind,
        String name,
        String shown,
        String made,
        String changed,
        JsonNode wanted,
        JsonNode sent,
        boolean marked) {

    /** Key of the mark in the metadata of what was made here. */
    static final String MARK = "sinkmap.made";

    /** An item that comes with something else and is only changed. */
    static Item setting(String kind, String name, String shown, String changed, Map<String, ?> wanted) {
        JsonNode tree = tree(wanted);
        return new Item(kind, name, shown, null, changed, tree, tree, false);
    }

    /** An item that is made where it is missing and carries our mark, which {@code wanted} must hold. */
    static Item marked(String kind, String name, String collection, Map<String, ?> wanted) {
        JsonNode tree = tree(wanted);
        String path = collection + "/" + name;
        return new Item(kind, name, path + ".json", collection, path, tree, tree, true);
    }

    Item sending(Map<String, ?> all) {
        return new Item(kind, name, shown, made, changed, wanted, tree(all), marked);
    }

    /** Whether what is shown was made here. */
    static boolean isMarked(JsonNode shown) {
        for (JsonNode content : shown) {
            for (JsonNode entry : Difference.list(content.path("metadata").get("entry"))) {
                if (MARK.equals(entry.path("@key").asString(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Metadata as GeoServer writes them: the mark, then others. */
    static Map<String, Object> metadata(List<Map<String, Object>> others) {
        List<Map<String, Object>> entries = new ArrayList<>(List.of(entry(MARK, "yes")));
        entries.addAll(others);
        return Map.of("entry", entries);
    }

    /** An entry of a map as GeoServer writes it. */
    static Map<String, Object> entry(String key, Object value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("@key", key);
        entry.put("$", value);
        return entry;
    }

    static JsonNode tree(Map<String, ?> content) {
        return JsonMapper.shared().valueToTree(content);
    }
}
