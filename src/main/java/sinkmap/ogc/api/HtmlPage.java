package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sinkmap.catalog.Text;

/** The frame of every page: head, way up, language, other forms. In Chinese or English, as the request wants. */
record HtmlPage(ApiRequest request) {

    /** OpenLayers, as the service ships it. */
    static final String OPENLAYERS = "/webjars/ol/10.7.0/";

    /**
     * A step on the way from the landing page to a page.
     *
     * @param title what the page there is called
     * @param href its address
     */
    record Step(String title, String href) {}

    String say(String zh, String en) {
        return new Text(zh, en).in(request.language());
    }

    /** Address of a page below the landing page, in the language of this one. */
    String page(String below) {
        return request.at(below) + "?f=html&lang=" + request.language();
    }

    /**
     * Writes a page.
     *
     * @param title its title
     * @param way the pages above it but the landing page
     * @param other key of the other form of this resource, or null
     * @param content what stands in it
     */
    void write(HtmlOut out, String title, List<Step> way, String other, Consumer<HtmlOut> content) {
        out.open("html", "lang", request.language().equals("zh") ? "zh-CN" : "en");
        head(out, title);
        out.open("body");
        out.open("header").open("nav", "class", "way", "aria-label", say("位置", "Where you are"));
        out.element("a", "sinkmap OGC API", "href", page(""));
        way.forEach(step -> out.element("a", step.title(), "href", step.href()));
        out.close().open("nav", "class", "forms");
        if (other != null) {
            out.element("a", "JSON", "href", request.self(Map.of("f", other)), "rel", "alternate");
        }
        String language = request.language().equals("zh") ? "en" : "zh";
        out.element(
                "a",
                language.equals("zh") ? "中文" : "English",
                "href",
                request.self(Map.of("lang", language, "f", "html")),
                "hreflang",
                language);
        out.element("a", say("地图", "Map"), "href", "/");
        out.close().close();
        out.open("main").element("h1", title);
        content.accept(out);
        out.close().close().close();
    }

    private static void head(HtmlOut out, String title) {
        out.open("head").single("meta", "charset", "utf-8");
        out.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", title + " - sinkmap");
        out.single("link", "rel", "icon", "href", "/img/mark.svg", "type", "image/svg+xml");
        out.single("link", "rel", "stylesheet", "href", OPENLAYERS + "ol.css");
        out.single("link", "rel", "stylesheet", "href", "/css/features.css");
        out.element("script", "", "src", OPENLAYERS + "dist/ol.js", "defer", "");
        out.element("script", "", "src", "/js/features.js", "type", "module");
        out.close();
    }

    /**
     * A map, which the page's script fills.
     *
     * @param features address of the GeoJSON to show, or null
     * @param box longitude and latitude bounds to begin with: west, south, east, north
     * @param picture layers of the map service to show below, comma-separated; empty for none
     */
    void map(HtmlOut out, String features, List<Double> box, String picture) {
        mapOf(out, box, "data-features", features, "data-picture", picture);
    }

    /**
     * A map of vector tiles.
     *
     * @param tile address of a tile in WebMercatorQuad, with {z}, {y} and {x}
     */
    void tiles(HtmlOut out, String tile, List<Double> box) {
        mapOf(out, box, "data-tiles", tile);
    }

    private void mapOf(HtmlOut out, List<Double> box, String... content) {
        List<String> attributes = new ArrayList<>(List.of("class", "map", "role", "application", "tabindex", "0"));
        attributes.addAll(List.of("aria-label", say("地图", "Map")));
        attributes.addAll(List.of("data-box", box.toString().replaceAll("[\\[\\] ]", "")));
        attributes.addAll(Arrays.asList(content));
        out.element("div", "", attributes.toArray(String[]::new));
    }

    /** Rows of a name and a value; a value that is null is left out. */
    void facts(HtmlOut out, Map<String, String> facts) {
        out.open("dl");
        facts.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                out.element("dt", name).element("dd", value);
            }
        });
        out.close();
    }

    void links(HtmlOut out, List<Step> links) {
        out.open("ul", "class", "links");
        links.forEach(link ->
                out.open("li").element("a", link.title(), "href", link.href()).close());
        out.close();
    }
}
