package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerText;

/** The collections and what is told of each (OGC 17-069r4, 7.13 and 7.14). */
@Controller
class CollectionController {

    private static final String COLLECTION = ApiHeaders.ROOT + "/collections/{id}";
    private static final List<Media> DOCUMENT = List.of(Media.JSON, Media.HTML);
    private static final List<Media> SCHEMA = List.of(Media.SCHEMA, Media.HTML);

    private final Collections collections;
    private final CollectionJson json;
    private final ApiEdge edge;

    CollectionController(Collections collections, ApiEdge edge) {
        this.collections = collections;
        this.json = new CollectionJson(collections);
        this.edge = edge;
    }

    @GetMapping(ApiHeaders.ROOT + "/collections")
    void list(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        ApiRequest request = edge.request(servlet, DOCUMENT);
        ApiResponse answer = edge.answer(servlet, response);
        String tags = collections.list().stream()
                .map(layer -> collections.version(layer).tag())
                .collect(Collectors.joining());
        if (answer.stillRight(ApiResponse.weakTag(Integer.toHexString(tags.hashCode()), request), null)) {
            return;
        }
        List<Link> selves = request.selves(Media.JSON, Media.HTML);
        answer.links(selves);
        if (request.html()) {
            answer.html(out -> listPage(out, new HtmlPage(request)));
            return;
        }
        JsonObject document = new JsonObject()
                .with("links", selves.stream().map(Link::json).toList())
                .with("crs", CrsUri.offered(collections.region()))
                .with(
                        "collections",
                        collections.list().stream()
                                .map(layer -> json.json(layer, request, List.of(self(layer, request))))
                                .toList());
        answer.document(request, document, out -> {});
    }

    private static Link self(FeatureLayer layer, ApiRequest request) {
        return Link.of("self", Media.JSON, "This collection", request.at("/collections/" + layer.id() + "?f=json"));
    }

    private void listPage(HtmlOut out, HtmlPage page) {
        page.write(out, page.say("图层（要素集）", "Collections"), List.of(), "json", body -> {
            body.open("table").open("thead").open("tr");
            body.element("th", page.say("图层", "Collection")).element("th", page.say("说明", "About"));
            body.close().close().open("tbody");
            for (FeatureLayer layer : collections.list()) {
                body.open("tr").open("td");
                body.element(
                        "a",
                        layer.title().in(page.request().language()),
                        "href",
                        page.page("/collections/" + layer.id()));
                body.single("br").element("code", layer.id()).close();
                body.element("td", summary(layer, page)).close();
            }
            body.close().close();
        });
    }

    private static String summary(Layer layer, HtmlPage page) {
        String text = layer.about().summary() == null
                ? ""
                : layer.about().summary().in(page.request().language()) + " ";
        return text + "("
                + LayerText.quality(layer.about().quality()).in(page.request().language()) + ")";
    }

    @GetMapping(COLLECTION)
    void collection(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        ApiRequest request = edge.request(servlet, DOCUMENT);
        ApiResponse answer = edge.answer(servlet, response);
        if (answer.stillRight(ApiResponse.weakTag(collections.version(layer).tag() + "-c", request), null)) {
            return;
        }
        JsonObject document = json.json(layer, request, request.selves(Media.JSON, Media.HTML));
        answer.document(request, document, out -> collectionPage(out, layer, new HtmlPage(request)));
    }

    private void collectionPage(HtmlOut out, FeatureLayer layer, HtmlPage page) {
        String at = "/collections/" + layer.id();
        page.write(out, layer.title().in(page.request().language()), way(page), "json", body -> {
            body.element("p", summary(layer, page));
            page.links(
                    body,
                    List.of(
                            new HtmlPage.Step(page.say("浏览要素", "Browse the items"), page.page(at + "/items")),
                            new HtmlPage.Step(page.say("可过滤的属性", "Queryables"), page.page(at + "/queryables")),
                            new HtmlPage.Step(page.say("要素结构", "Schema"), page.page(at + "/schema")),
                            new HtmlPage.Step(page.say("矢量瓦片", "Vector tiles"), page.page(at + "/tiles"))));
            page.map(body, null, CollectionJson.box(collections.lonLat(layer)), picture(layer));
            page.facts(body, facts(layer, page));
        });
    }

    private String picture(FeatureLayer layer) {
        List<String> layers = new ArrayList<>(
                collections.backdrop().stream().map(Layer::id).limit(1).toList());
        layers.remove(layer.id());
        layers.add(layer.id());
        return String.join(",", layers);
    }

    private Map<String, String> facts(FeatureLayer layer, HtmlPage page) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("id", layer.id());
        facts.put(page.say("来源", "Source"), layer.about().source());
        facts.put(page.say("许可", "Licence"), layer.about().licence());
        facts.put(page.say("日期", "Date"), layer.about().date());
        facts.put(
                page.say("更新", "Updated"), collections.version(layer).changed().toString());
        facts.put(
                page.say("可编辑", "Editable"),
                EditController.editable(layer) ? page.say("是", "yes") : page.say("否", "no"));
        facts.put("CRS", String.join(" ", CrsUri.offered(layer, collections.region())));
        return facts;
    }

    private static List<HtmlPage.Step> way(HtmlPage page) {
        return List.of(new HtmlPage.Step(page.say("图层", "Collections"), page.page("/collections")));
    }

    @GetMapping(COLLECTION + "/queryables")
    void queryables(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        schema(id, Schemas::queryables, servlet, response);
    }

    @GetMapping(COLLECTION + "/sortables")
    void sortables(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        schema(id, Schemas::sortables, servlet, response);
    }

    @GetMapping(COLLECTION + "/schema")
    void schema(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        schema(id, Schemas::item, servlet, response);
    }

    private void schema(
            String id,
            BiFunction<FeatureLayer, ApiRequest, JsonObject> schema,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        ApiRequest request = edge.request(servlet, SCHEMA);
        ApiResponse answer = edge.answer(servlet, response);
        if (answer.stillRight(ApiResponse.weakTag("schema-" + request.language(), request), null)) {
            return;
        }
        JsonObject document = schema.apply(layer, request);
        answer.document(request, document, out -> schemaPage(out, layer, document, new HtmlPage(request)));
    }

    private static void schemaPage(HtmlOut out, FeatureLayer layer, JsonObject schema, HtmlPage page) {
        List<HtmlPage.Step> way = new ArrayList<>(way(page));
        String title = layer.title().in(page.request().language());
        way.add(new HtmlPage.Step(title, page.page("/collections/" + layer.id())));
        page.write(out, title + " - " + page.request().path().replaceFirst(".*/", ""), way, "json", body -> {
            body.open("table").open("thead").open("tr");
            body.element("th", page.say("名称", "Name")).element("th", page.say("标题", "Title"));
            body.element("th", page.say("类型", "Type")).element("th", page.say("取值", "Values"));
            body.close().close().open("tbody");
            ((Map<?, ?>) schema.get("properties")).forEach((name, value) -> {
                Map<?, ?> described = (Map<?, ?>) value;
                body.open("tr").open("td").element("code", name.toString()).close();
                for (String member : List.of("title", "type", "description")) {
                    Object text = described.get(member);
                    body.element("td", text == null ? "" : text.toString());
                }
                body.close();
            });
            body.close().close();
        });
    }
}
