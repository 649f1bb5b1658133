package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.ServiceText;

/** The definition of the API in OpenAPI 3.0: every resource of every collection, with its parameters. */
final class OpenApi {

    private final Collections collections;
    private final OpenApiParts parts;
    private final ApiRequest request;

    OpenApi(Collections collections, ApiSettings settings, ApiRequest request) {
        this.collections = collections;
        this.parts = new OpenApiParts(collections.region(), settings);
        this.request = request;
    }

    JsonObject document(ServiceText service) {
        return new JsonObject()
                .with("openapi", "3.0.3")
                .with("info", info(service))
                .with("servers", List.of(new JsonObject().with("url", request.root())))
                .with("tags", List.of(tag("service"), tag("data"), tag("edit"), tag("tiles")))
                .with("paths", paths())
                .with("components", parts.components());
    }

    private JsonObject info(ServiceText service) {
        JsonObject contact = new JsonObject()
                .with("name", service.organisation().isBlank() ? null : service.organisation())
                .with("email", service.email().contains("@") ? service.email() : null);
        return new JsonObject()
                .with("title", collections.region().title().in(request.language()) + " - sinkmap OGC API")
                .with("description", ServiceText.SUMMARY)
                .with("version", "1.0")
                .with("contact", contact.isEmpty() ? null : contact);
    }

    private static JsonObject tag(String name) {
        return new JsonObject().with("name", name);
    }

    private JsonObject paths() {
        JsonObject paths = new JsonObject();
        paths.put("/", read("service", "landing", "The landing page", Media.JSON));
        paths.put("/conformance", read("service", "conformance", "Conformance classes", Media.JSON));
        paths.put("/api", read("service", "api", "This definition", Media.OPENAPI));
        paths.put("/collections", read("data", "collections", "The collections", Media.JSON));
        paths.put("/tileMatrixSets", read("tiles", "tileMatrixSets", "The tile matrix sets", Media.JSON));
        for (TileMatrixSet set : TileMatrixSet.values()) {
            paths.put(
                    "/tileMatrixSets/" + set.name(),
                    get("tiles", "tileMatrixSet." + set, "The tile matrix set " + set, List.of(Media.JSON), List.of()));
        }
        collections.list().forEach(layer -> collection(layer, paths));
        return paths;
    }

    private void collection(FeatureLayer layer, JsonObject paths) {
        String id = layer.id();
        String title = layer.title().in(request.language());
        String at = "/collections/" + id;
        paths.put(at, read("data", "collection." + id, title, Media.JSON));
        paths.put(at + "/queryables", read("data", "queryables." + id, title + ": queryables", Media.SCHEMA));
        paths.put(at + "/sortables", read("data", "sortables." + id, title + ": sortables", Media.SCHEMA));
        paths.put(at + "/schema", read("data", "schema." + id, title + ": schema", Media.SCHEMA));
        JsonObject items = get(
                "data",
                "items." + id,
                title + ": items",
                List.of(Media.GEOJSON, Media.HTML),
                parts.itemsParameters(layer, request.language()));
        JsonObject item = get(
                "data",
                "item." + id,
                title + ": one item",
                List.of(Media.GEOJSON, Media.HTML),
                List.of(OpenApiParts.reference("parameters", "fid"), OpenApiParts.reference("parameters", "crs")));
        if (EditController.editable(layer)) {
            items.put("post", edit("create." + id, title + ": add an item", "201", "application/geo+json", false));
            item.put("put", edit("replace." + id, title + ": replace an item", "204", "application/geo+json", true));
            item.put(
                    "patch",
                    edit("update." + id, title + ": change an item", "204", "application/merge-patch+json", true));
            item.put("delete", edit("delete." + id, title + ": delete an item", "204", null, true));
        }
        paths.put(at + "/items", items);
        paths.put(at + "/items/{fid}", item);
        tiles(id, title, paths);
    }

    private void tiles(String id, String title, JsonObject paths) {
        String at = "/collections/" + id + "/tiles";
        paths.put(at, read("tiles", "tilesets." + id, title + ": tilesets", Media.JSON));
        for (TileMatrixSet set : TileMatrixSet.values()) {
            String name = set.name() + "." + id;
            paths.put(
                    at + "/" + set.name(),
                    get("tiles", "tileset." + name, title + ": tileset " + set, List.of(Media.JSON), List.of()));
            paths.put(
                    at + "/" + set.name() + "/{tileMatrix}/{tileRow}/{tileCol}",
                    get(
                            "tiles",
                            "tile." + name,
                            title + ": a tile of " + set,
                            List.of(Media.TILE),
                            List.of(
                                    OpenApiParts.reference("parameters", "tileMatrix"),
                                    OpenApiParts.reference("parameters", "tileRow"),
                                    OpenApiParts.reference("parameters", "tileCol"))));
        }
    }

    private JsonObject read(String tag, String operation, String summary, Media json) {
        return get(tag, operation, summary, List.of(json, Media.HTML), List.of());
    }

    private JsonObject get(String tag, String operation, String summary, List<Media> forms, List<JsonObject> own) {
        List<Object> parameters = new ArrayList<>(own);
        parameters.add(parts.form(forms));
        parameters.add(OpenApiParts.reference("parameters", "lang"));
        JsonObject content = new JsonObject();
        forms.forEach(form -> content.put(form.type(), new JsonObject().with("schema", OpenApiParts.schemaOf(form))));
        JsonObject responses = new JsonObject()
                .with("200", new JsonObject().with("description", summary).with("content", content));
        if (forms.contains(Media.TILE)) {
            responses.put("204", new JsonObject().with("description", "No feature meets the tile"));
        }
        responses.put("304", new JsonObject().with("description", "The client's copy is still right"));
        for (String error : List.of("400", "404", "406", "500")) {
            responses.put(error, OpenApiParts.reference("responses", "problem"));
        }
        return new JsonObject()
                .with(
                        "get",
                        new JsonObject()
                                .with("tags", List.of(tag))
                                .with("summary", summary)
                                .with("operationId", operation)
                                .with("parameters", parameters)
                                .with("responses", responses));
    }

    private static JsonObject edit(String operation, String summary, String success, String body, boolean item) {
        List<JsonObject> parameters = new ArrayList<>();
        if (item) {
            parameters.add(OpenApiParts.reference("parameters", "fid"));
            parameters.add(OpenApiParts.reference("parameters", "If-Match"));
        }
        parameters.add(OpenApiParts.reference("parameters", "Content-Crs"));
        JsonObject responses =
                new JsonObject().with(success, new JsonObject().with("description", "The change is made"));
        for (String error : List.of("400", "401", "403", "404", "412", "415", "422", "423", "428", "503")) {
            responses.put(error, OpenApiParts.reference("responses", "problem"));
        }
        return new JsonObject()
                .with("tags", List.of("edit"))
                .with("summary", summary)
                .with("operationId", operation)
                .with("security", List.of(Map.of("basic", List.of())))
                .with("parameters", parameters)
                .with(
                        "requestBody",
                        body == null
                                ? null
                                : new JsonObject()
                                        .with("required", true)
                                        .with(
                                                "content",
                                                Map.of(
                                                        body,
                                                        new JsonObject()
                                                                .with(
                                                                        "schema",
                                                                        new JsonObject().with("type", "object")))))
                .with("responses", responses);
    }
}
