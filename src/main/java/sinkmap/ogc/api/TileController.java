package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.LayerVersion;

/** Vector tiles (OGC 20-057). */
@Controller
class TileController {

    private static final String TILES = ApiHeaders.ROOT + "/collections/{id}/tiles";
    private static final String SETS = ApiHeaders.ROOT + "/tileMatrixSets";
    private static final List<Media> DOCUMENT = List.of(Media.JSON, Media.HTML);

    private final Collections collections;
    private final VectorTiles tiles;
    private final ApiEdge edge;

    TileController(Collections collections, VectorTiles tiles, ApiEdge edge) {
        this.collections = collections;
        this.tiles = tiles;
        this.edge = edge;
    }

    @GetMapping(SETS)
    void sets(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        ApiRequest request = edge.request(servlet, DOCUMENT);
        List<JsonObject> sets = Arrays.stream(TileMatrixSet.values())
                .map(set -> new JsonObject()
                        .with("id", set.name())
                        .with("title", set.name())
                        .with("uri", set.uri())
                        .with("crs", set.crsUri())
                        .with("links", List.of(setLink("self", set, request).json())))
                .toList();
        JsonObject document = new JsonObject()
                .with("tileMatrixSets", sets)
                .with(
                        "links",
                        request.selves(Media.JSON, Media.HTML).stream()
                                .map(Link::json)
                                .toList());
        HtmlPage page = new HtmlPage(request);
        edge.answer(servlet, response)
                .document(
                        request,
                        document,
                        out -> page.write(
                                out,
                                page.say("瓦片方案", "Tile matrix sets"),
                                List.of(),
                                "json",
                                body -> page.links(
                                        body,
                                        Arrays.stream(TileMatrixSet.values())
                                                .map(set -> new HtmlPage.Step(
                                                        set.name(), request.at("/tileMatrixSets/" + set.name())))
                                                .toList())));
    }

    @GetMapping(SETS + "/{set}")
    void set(@PathVariable("set") String set, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        TileMatrixSet known = TileMatrixSet.of(set);
        ApiRequest request = edge.request(servlet, List.of(Media.JSON));
        edge.answer(servlet, response).document(request, known.json(), out -> {});
    }

    private static Link setLink(String rel, TileMatrixSet set, ApiRequest request) {
        return Link.of(rel, Media.JSON, set.name(), request.at("/tileMatrixSets/" + set.name() + "?f=json"));
    }

    @GetMapping(TILES)
    void tilesets(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        ApiRequest request = edge.request(servlet, DOCUMENT);
        TilesetJson json = new TilesetJson(collections, tiles);
        JsonObject document = new JsonObject()
                .with(
                        "links",
                        request.selves(Media.JSON, Media.HTML).stream()
                                .map(Link::json)
                                .toList())
                .with(
                        "tilesets",
                        Arrays.stream(TileMatrixSet.values())
                                .map(set -> json.item(layer, set, request))
                                .toList());
        edge.answer(servlet, response).document(request, document, out -> page(out, layer, new HtmlPage(request)));
    }

    private void page(HtmlOut out, FeatureLayer layer, HtmlPage page) {
        String title = layer.title().in(page.request().language());
        String at = "/collections/" + layer.id();
        List<HtmlPage.Step> way = new ArrayList<>();
        way.add(new HtmlPage.Step(page.say("图层", "Collections"), page.page("/collections")));
        way.add(new HtmlPage.Step(title, page.page(at)));
        page.write(out, title + " - " + page.say("矢量瓦片", "Vector tiles"), way, "json", body -> {
            body.element("p", VectorTiles.rules(tiles.most()).get(page.request().language()));
            for (TileMatrixSet set : TileMatrixSet.values()) {
                String address = page.request().at(at + "/tiles/" + set.name());
                body.open("h2").element("a", set.name(), "href", address).close();
                body.element("pre", address + "/{z}/{y}/{x}");
            }
            String tile = page.request().at(at + "/tiles/WebMercatorQuad") + "/{z}/{y}/{x}";
            page.tiles(body, tile, CollectionJson.box(collections.lonLat(layer)));
        });
    }

    @GetMapping(TILES + "/{set}")
    void tileset(
            @PathVariable("id") String id,
            @PathVariable("set") String set,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        TileMatrixSet known = TileMatrixSet.of(set);
        ApiRequest request = edge.request(servlet, List.of(Media.JSON));
        ApiResponse answer = edge.answer(servlet, response);
        LayerVersion version = collections.version(layer);
        if (answer.stillRight(ApiResponse.weakTag(version.tag() + set, request), version.changed())) {
            return;
        }
        answer.document(request, new TilesetJson(collections, tiles).document(layer, known, request), out -> {});
    }

    @GetMapping(TILES + "/{set}/{zoom}/{row}/{column}")
    void tile(@PathVariable Map<String, String> path, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(path.get("id"));
        TileMatrixSet set = TileMatrixSet.of(path.get("set"));
        int zoom = index("zoom level", path.get("zoom"), TileMatrixSet.DEEPEST + 1);
        int row = index("row", path.get("row"), set.rows(zoom));
        int column = index("column", path.get("column"), set.columns(zoom));
        ApiRequest request = edge.request(servlet, List.of(Media.TILE));
        ApiResponse answer = edge.answer(servlet, response);
        LayerVersion version = collections.version(layer);
        if (answer.stillRight(ApiResponse.weakTag(version.tag(), request), version.changed())) {
            return;
        }
        VectorTile tile = tiles.get(layer, version.tag(), set, zoom, row, column);
        answer.header("Tile-Features-Left-Out", Long.toString(tile.leftOut()));
        if (tile.bytes().length == 0) {
            answer.status(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setContentLength(tile.bytes().length);
            answer.bytes(Media.TILE.contentType()).write(tile.bytes());
        }
    }

    private static int index(String what, String text, int end) {
        if (!text.matches("\\d{1,8}") || Integer.parseInt(text) >= end) {
            throw ApiException.notFound("there is no " + what + " '" + text + "'; it goes from 0 to " + (end - 1));
        }
        return Integer.parseInt(text);
    }
}
