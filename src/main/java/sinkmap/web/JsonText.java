package sinkmap.web;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is stored as text, such as the result of a run, on its way into an answer. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /** The document, or null where there is none. A text that is no JSON is passed on as a string. */
    static JsonNode parse(String json) {
        if (json == null || json.isBlank()) {
            return null;
        }
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MAPPER.getNodeFactory().stringNode(json);
        }
    }
}
