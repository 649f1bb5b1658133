package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;

/**
 * JSON schemas (draft 2020-12) of a collection: what a filter may name ({@code queryables}, OGC 19-079r2, 6.2), what items can
 * be sorted by, and what an item holds ({@code schema}, part 5, 23-058).
 */
final class Schemas {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    static JsonObject queryables(FeatureLayer layer, ApiRequest request) {
        JsonObject properties = properties(layer, layer.attributes(), request.language());
        properties.put(FeatureLayer.GEOMETRY, geometry(layer, request.language()));
        return document(layer, request).with("properties", properties).with("additionalProperties", false);
    }

    static JsonObject sortables(FeatureLayer layer, ApiRequest request) {
        return document(layer, request)
                .with("properties", properties(layer, Collections.sortables(layer), request.language()))
                .with("additionalProperties", false);
    }

    static JsonObject item(FeatureLayer layer, ApiRequest request) {
        JsonObject properties = new JsonObject();
        properties.put(
                "id",
                new JsonObject()
                        .with("title", new Text("编号", "Id").in(request.language()))
                        .with("type", "integer")
                        .with("readOnly", true)
                        .with("x-ogc-role", "id"));
        properties.put(FeatureLayer.GEOMETRY, geometry(layer, request.language()));
        properties.putAll(properties(layer, layer.attributes(), request.language()));
        List<String> required = new ArrayList<>(List.of(FeatureLayer.GEOMETRY));
        layer.attributes().stream()
                .filter(Attribute::required)
                .map(Attribute::name)
                .forEach(required::add);
        return document(layer, request)
                .with("properties", properties)
                .with("required", required)
                .with("additionalProperties", false);
    }

    private static JsonObject document(FeatureLayer layer, ApiRequest request) {
        return new JsonObject()
                .with("$schema", DRAFT)
                .with("$id", request.root() + request.path())
                .with("type", "object")
                .with("title", layer.title().in(request.language()));
    }

    private static JsonObject properties(FeatureLayer layer, List<Attribute> attributes, String language) {
        JsonObject properties = new JsonObject();
        for (Attribute attribute : attributes) {
            JsonObject schema = value(attribute, language);
            if (attribute.name().equals(layer.timeAttribute())) {
                schema.put("x-ogc-role", "primary-instant");
            }
            properties.put(attribute.name(), schema);
        }
        return properties;
    }

    /** The schema of an attribute's value. */
    static JsonObject value(Attribute attribute, String language) {
        JsonObject schema = new JsonObject();
        schema.with(
                "title", attribute.title() == null ? null : attribute.title().in(language));
        schema.with("type", type(attribute)).with("format", format(attribute));
        schema.with("minimum", attribute.minimum()).with("maximum", attribute.maximum());
        schema.with("x-ogc-unit", attribute.unit());
        if (!attribute.classes().isEmpty()) {
            schema.with("enum", codes(attribute));
            schema.with("description", meanings(attribute, language));
        }
        return schema;
    }

    private static String type(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT, DATE, TIMESTAMP -> "string";
            case INTEGER -> "integer";
            case REAL -> "number";
            case BOOLEAN -> "boolean";
            case JSON -> null;
        };
    }

    private static String format(Attribute attribute) {
        return switch (attribute.type()) {
            case DATE -> "date";
            case TIMESTAMP -> "date-time";
            default -> null;
        };
    }

    private static List<Object> codes(Attribute attribute) {
        List<Object> codes = new ArrayList<>();
        for (ClassValue value : attribute.classes()) {
            codes.add(
                    switch (attribute.type()) {
                        case INTEGER -> Long.valueOf(value.code());
                        case REAL -> Double.valueOf(value.code());
                        default -> value.code();
                    });
        }
        return codes;
    }

    private static String meanings(Attribute attribute, String language) {
        List<String> meanings = new ArrayList<>();
        attribute
                .classes()
                .forEach(value ->
                        meanings.add(value.code() + ": " + value.title().in(language)));
        return String.join("; ", meanings);
    }

    private static JsonObject geometry(FeatureLayer layer, String language) {
        String type =
                switch (layer.geometryType()) {
                    case POINT -> "point";
                    case LINE -> "multilinestring";
                    case POLYGON -> "multipolygon";
                };
        return new JsonObject()
                .with("title", new Text("几何", "Geometry").in(language))
                .with("format", "geometry-" + type.toLowerCase(Locale.ROOT))
                .with("x-ogc-role", "primary-geometry");
    }
}
