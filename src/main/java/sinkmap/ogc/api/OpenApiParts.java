package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;

/** What the definition of the API uses in many places: parameters, schemas, the answer to an error. */
final class OpenApiParts {

    private final Region region;
    private final ApiSettings settings;

    OpenApiParts(Region region, ApiSettings settings) {
        this.region = region;
        this.settings = settings;
    }

    static JsonObject reference(String kind, String name) {
        return new JsonObject().with("$ref", "#/components/" + kind + "/" + name);
    }

    private static JsonObject type(String type) {
        return new JsonObject().with("type", type);
    }

    /** The schema of a form's content. */
    static JsonObject schemaOf(Media form) {
        return switch (form) {
            case HTML -> type("string");
            case TILE -> type("string").with("format", "binary");
            default -> type("object");
        };
    }

    private static JsonObject parameter(String in, String name, String description, JsonObject schema) {
        return new JsonObject()
                .with("name", name)
                .with("in", in)
                .with("description", description)
                .with("required", in.equals("path"))
                .with("schema", schema)
                .with("style", in.equals("query") ? "form" : null)
                .with("explode", in.equals("query") ? false : null);
    }

    private static JsonObject query(String name, String description, JsonObject schema) {
        return parameter("query", name, description, schema);
    }

    JsonObject form(List<Media> forms) {
        return query(
                "f",
                "Form of the answer; without it the Accept header decides",
                type("string")
                        .with("enum", forms.stream().map(Media::key).distinct().toList()));
    }

    /** Parameters of the items of a collection. */
    List<JsonObject> itemsParameters(FeatureLayer layer, String language) {
        List<JsonObject> parameters = new ArrayList<>();
        for (String name : ItemsQuery.PARAMETERS) {
            parameters.add(reference("parameters", name));
        }
        for (Attribute attribute : Collections.sortables(layer)) {
            if (!ItemsQuery.PARAMETERS.contains(attribute.name())) {
                JsonObject schema = Schemas.value(attribute, language);
                schema.remove("x-ogc-unit");
                parameters.add(query(attribute.name(), "Only items with this value of " + attribute.name(), schema));
            }
        }
        return parameters;
    }

    JsonObject components() {
        return new JsonObject()
                .with("parameters", parameters())
                .with(
                        "responses",
                        new JsonObject()
                                .with(
                                        "problem",
                                        new JsonObject()
                                                .with("description", "What is wrong, RFC 9457")
                                                .with(
                                                        "content",
                                                        Map.of(
                                                                "application/problem+json",
                                                                new JsonObject()
                                                                        .with(
                                                                                "schema",
                                                                                reference("schemas", "problem"))))))
                .with("schemas", new JsonObject().with("problem", problem()))
                .with(
                        "securitySchemes",
                        new JsonObject().with("basic", type("http").with("scheme", "basic")));
    }

    private static JsonObject problem() {
        return type("object")
                .with(
                        "properties",
                        new JsonObject()
                                .with("type", type("string"))
                                .with("title", type("string"))
                                .with("status", type("integer"))
                                .with("detail", type("string"))
                                .with("instance", type("string")));
    }

    private JsonObject parameters() {
        JsonObject all = new JsonObject();
        List<JsonObject> parameters = new ArrayList<>(paging());
        parameters.addAll(selecting());
        parameters.addAll(crs());
        parameters.addAll(addressing());
        parameters.forEach(parameter -> all.put(parameter.get("name").toString(), parameter));
        return all;
    }

    private List<JsonObject> paging() {
        return List.of(
                query("lang", "Language of texts", type("string").with("enum", List.of("zh", "en"))),
                query(
                        "limit",
                        "Most items of the page; more than the maximum gives the maximum",
                        type("integer")
                                .with("minimum", 1)
                                .with("maximum", settings.maxLimit())
                                .with("default", settings.limit())),
                query("start", "Where the page begins; take it from the links next and prev", type("string")),
                query(
                        "offset",
                        "Items to skip; links to further pages do without it",
                        type("integer").with("minimum", 0).with("default", 0)),
                query("sortby", "Names of sortables, each after + (rising) or - (falling)", list(type("string"))));
    }

    private static JsonObject list(JsonObject items) {
        return type("array").with("items", items);
    }

    private List<JsonObject> selecting() {
        return List.of(
                query(
                        "bbox",
                        "Only items that meet this rectangle: lower corner, upper corner",
                        list(type("number")).with("minItems", 4).with("maxItems", 6)),
                query(
                        "datetime",
                        "Only items of this time: an instant, or an interval like 2026-01-01/..",
                        type("string")),
                query("filter", "Only items that pass this filter, in CQL2", type("string")),
                query(
                        "filter-lang",
                        "Language of the filter",
                        type("string")
                                .with("enum", List.of("cql2-text", "cql2-json"))
                                .with("default", "cql2-text")),
                query("properties", "Names of the properties to send", list(type("string"))),
                query(
                        "skipGeometry",
                        "Whether to leave geometries out",
                        type("boolean").with("default", false)));
    }

    private List<JsonObject> crs() {
        JsonObject uri = type("string").with("format", "uri").with("default", CrsUri.CRS84);
        uri.with("example", CrsUri.offered(region).get(CrsUri.offered(region).size() - 1));
        return List.of(
                query("crs", "CRS of the answer", uri),
                query("bbox-crs", "CRS of the bbox", uri),
                query("filter-crs", "CRS of geometries in the filter", uri));
    }

    private static List<JsonObject> addressing() {
        JsonObject natural = type("integer").with("minimum", 0);
        return List.of(
                parameter("path", "fid", "Id of the item", natural),
                parameter(
                        "path",
                        "tileMatrix",
                        "Zoom level",
                        type("integer").with("minimum", 0).with("maximum", TileMatrixSet.DEEPEST)),
                parameter("path", "tileRow", "Row, from the north", natural),
                parameter("path", "tileCol", "Column, from the west", natural),
                parameter("header", "If-Match", "ETag of the item that the change was made from", type("string")),
                parameter("header", "Content-Crs", "CRS of the body's coordinates, in angle brackets", type("string")));
    }
}
