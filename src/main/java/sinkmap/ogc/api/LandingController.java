package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import sinkmap.ogc.ServiceText;

/** The landing page, what is kept, and the definition of the API (OGC 17-069r4, 7.2 to 7.4). */
@Controller
class LandingController {

    private static final List<Media> DOCUMENT = List.of(Media.JSON, Media.HTML);

    private final Collections collections;
    private final ApiEdge edge;
    private final ApiSettings settings;

    LandingController(Collections collections, ApiEdge edge, ApiSettings settings) {
        this.collections = collections;
        this.edge = edge;
        this.settings = settings;
    }

    @GetMapping({ApiHeaders.ROOT, ApiHeaders.ROOT + "/"})
    void landing(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        ApiRequest request = edge.request(servlet, DOCUMENT);
        ApiResponse answer = edge.answer(servlet, response);
        if (answer.stillRight(ApiResponse.weakTag("landing", request), null)) {
            return;
        }
        List<Link> links = links(request);
        answer.links(links);
        JsonObject json = new JsonObject()
                .with("title", title(request))
                .with("description", ServiceText.SUMMARY)
                .with(
                        "attribution",
                        ServiceText.of(collections.region(), edge.settings()).organisation())
                .with("links", links.stream().map(Link::json).toList());
        answer.document(request, json, out -> landingPage(out, new HtmlPage(request)));
    }

    private String title(ApiRequest request) {
        return collections.region().title().in(request.language()) + " - sinkmap OGC API";
    }

    private static List<Link> links(ApiRequest request) {
        List<Link> links = new ArrayList<>(request.selves(Media.JSON, Media.HTML));
        links.add(Link.of("service-desc", Media.OPENAPI, "Definition of the API", request.at("/api?f=json")));
        links.add(Link.of("service-doc", Media.HTML, "The API as a page", request.at("/api?f=html")));
        links.add(Link.of("conformance", Media.JSON, "Conformance classes", request.at("/conformance?f=json")));
        links.add(Link.of("data", Media.JSON, "Collections", request.at("/collections?f=json")));
        links.add(Link.of(
                Link.OGC + "tiling-schemes", Media.JSON, "Tile matrix sets", request.at("/tileMatrixSets?f=json")));
        return links;
    }

    private void landingPage(HtmlOut out, HtmlPage page) {
        page.write(out, title(page.request()), List.of(), "json", body -> {
            body.element("p", ServiceText.SUMMARY);
            page.links(
                    body,
                    List.of(
                            new HtmlPage.Step(page.say("图层（要素集）", "Collections"), page.page("/collections")),
                            new HtmlPage.Step(page.say("接口说明", "The API"), page.page("/api")),
                            new HtmlPage.Step(page.say("符合的标准类", "Conformance"), page.page("/conformance")),
                            new HtmlPage.Step(page.say("瓦片方案", "Tile matrix sets"), page.page("/tileMatrixSets"))));
            body.element("h2", page.say("怎样使用", "How to use it"));
            body.element(
                    "p",
                    page.say(
                            "在 QGIS 中：图层 > 添加 WFS / OGC API - Features 图层，地址如下。",
                            "In QGIS: Layer > Add WFS / OGC API - Features layer, with this address."));
            body.element("pre", page.request().root());
            page.facts(body, service(page));
        });
    }

    private Map<String, String> service(HtmlPage page) {
        ServiceText text = ServiceText.of(collections.region(), edge.settings());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(page.say("提供者", "Provider"), text.organisation());
        facts.put(page.say("联系", "Contact"), text.email());
        facts.put(page.say("费用", "Fees"), text.fees());
        facts.put(page.say("使用限制", "Constraints"), text.accessConstraints());
        return facts;
    }

    @GetMapping(ApiHeaders.ROOT + "/conformance")
    void conformance(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        ApiRequest request = edge.request(servlet, DOCUMENT);
        ApiResponse answer = edge.answer(servlet, response);
        if (answer.stillRight(ApiResponse.weakTag("conformance", request), null)) {
            return;
        }
        List<String> classes = Conformance.classes(editable());
        HtmlPage page = new HtmlPage(request);
        answer.document(
                request,
                new JsonObject()
                        .with("conformsTo", classes)
                        .with(
                                "links",
                                request.selves(Media.JSON, Media.HTML).stream()
                                        .map(Link::json)
                                        .toList()),
                out -> page.write(out, page.say("符合的标准类", "Conformance"), List.of(), "json", body -> {
                    body.open("ul");
                    classes.forEach(name -> body.element("li", name));
                    body.close();
                }));
    }

    private boolean editable() {
        return collections.list().stream().anyMatch(EditController::editable);
    }

    @GetMapping(ApiHeaders.ROOT + "/api")
    void api(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        ApiRequest request = edge.request(servlet, List.of(Media.OPENAPI, Media.HTML));
        ApiResponse answer = edge.answer(servlet, response);
        if (answer.stillRight(ApiResponse.weakTag("api-" + request.language(), request), null)) {
            return;
        }
        JsonObject definition = new OpenApi(collections, settings, request)
                .document(ServiceText.of(collections.region(), edge.settings()));
        answer.document(request, definition, out -> new ApiPage(new HtmlPage(request)).write(out, definition));
    }
}
