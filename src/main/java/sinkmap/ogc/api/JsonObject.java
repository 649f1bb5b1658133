package sinkmap.ogc.api;

import java.util.LinkedHashMap;

/** A JSON object whose members keep their order; what has no value is left out. */
final class JsonObject extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    JsonObject with(String name, Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }
}
