package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Gate;
import sinkmap.ogc.GeoJson;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureEdits;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.LayerVersion;
import tools.jackson.databind.json.JsonMapper;

/** Reading items (OGC 17-069r4, 7.15 and 7.16). */
@Controller
class ItemsController {

    static final String ITEMS = ApiHeaders.ROOT + "/collections/{id}/items";
    private static final List<Media> FORMS = List.of(Media.GEOJSON, Media.HTML);
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final Collections collections;
    private final FeatureStore features;
    private final FeatureEdits edits;
    private final ApiEdge edge;
    private final ApiSettings settings;

    ItemsController(
            Collections collections, FeatureStore features, FeatureEdits edits, ApiEdge edge, ApiSettings settings) {
        this.collections = collections;
        this.features = features;
        this.edits = edits;
        this.edge = edge;
        this.settings = settings;
    }

    @GetMapping(ITEMS)
    void items(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        ApiRequest request = edge.request(servlet, FORMS, ItemsQuery.parameters(layer));
        ItemsQuery asked = ItemsQuery.read(request, layer, collections.region(), settings);
        try (Gate.Pass place = edge.gate().enter(Gate.Kind.FEATURES)) {
            items(asked, request, edge.answer(servlet, response));
        }
    }

    private void items(ItemsQuery asked, ApiRequest request, ApiResponse answer) throws IOException {
        FeatureLayer layer = asked.layer();
        LayerVersion version = collections.version(layer);
        answer.header("Content-Crs", "<" + asked.crs() + ">");
        if (answer.stillRight(ApiResponse.weakTag(version.tag(), request), version.changed())) {
            return;
        }
        ItemsAnswer page = new ItemsAnswer(asked, request, features, features.count(asked.query()));
        if (answer.head()) {
            answer.bytes(request.media().contentType());
            return;
        }
        try (FeatureCursor cursor = features.open(page.query())) {
            if (request.html()) {
                answer.html(out -> new ItemsPage(new HtmlPage(request), layer, collections).write(out, page, cursor));
            } else {
                page.json(cursor, answer.bytes(request.media().contentType()));
            }
        }
    }

    @GetMapping(ITEMS + "/{fid}")
    void item(
            @PathVariable("id") String id,
            @PathVariable("fid") String fid,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        ApiRequest request = edge.request(servlet, FORMS, List.of("crs"));
        String crs = request.find("crs").orElse(CrsUri.CRS84);
        CrsAxes axes = CrsUri.read(crs, "crs", layer, collections.region());
        long number = number(layer, fid);
        String tag;
        Feature feature;
        try (Gate.Pass place = edge.gate().enter(Gate.Kind.FEATURES)) {
            tag = tag(layer, number, collections.version(layer), request, crs);
            feature = find(layer, number);
        }
        ApiResponse answer = edge.answer(servlet, response);
        answer.header("Content-Crs", "<" + crs + ">");
        if (answer.stillRight(tag, null)) {
            return;
        }
        List<Link> links = new ArrayList<>(request.selves(Media.GEOJSON, Media.HTML));
        links.add(Link.of("collection", Media.JSON, "The collection", request.at("/collections/" + id + "?f=json")));
        answer.links(links);
        if (request.html()) {
            answer.html(out -> new ItemsPage(new HtmlPage(request), layer, collections).item(out, feature));
            return;
        }
        JsonObject document = json(layer, feature, axes);
        document.put("links", links.stream().map(Link::json).toList());
        answer.document(request, document, out -> {});
    }

    /** One item; small enough to be put together before it is sent. */
    private static JsonObject json(FeatureLayer layer, Feature feature, CrsAxes axes) {
        Geometry geometry =
                feature.geometry() == null ? null : axes.crs().transform(feature.geometry(), Crs.of(layer.crs()));
        StringWriter text = new StringWriter();
        GeoJson json = new GeoJson(text, axes);
        json.feature(layer, feature.id(), geometry, feature.attributes());
        json.generator().flush();
        return JsonMapper.shared().readValue(text.toString(), JsonObject.class);
    }

    private String tag(FeatureLayer layer, long fid, LayerVersion version, ApiRequest request, String crs) {
        if (EditController.editable(layer) && !request.html()) {
            OptionalLong row = edits.findVersion(layer, fid);
            if (row.isPresent()) {
                return ItemTag.of(fid, row.getAsLong(), crs);
            }
        }
        return ApiResponse.weakTag(version.tag(), request);
    }

    private Feature find(FeatureLayer layer, long fid) {
        FeatureQuery query = FeatureQuery.of(layer)
                .withFilter(FILTERS.id(FILTERS.featureId(layer.id() + "." + fid)))
                .withPage(0, 1);
        try (FeatureCursor cursor = features.open(query)) {
            if (cursor.hasNext()) {
                return cursor.next();
            }
        }
        throw missing(layer, Long.toString(fid));
    }

    /** The number of an item's row. */
    static long number(FeatureLayer layer, String fid) {
        if (!fid.matches("\\d{1,18}")) {
            throw missing(layer, fid);
        }
        return Long.parseLong(fid);
    }

    private static ApiException missing(FeatureLayer layer, String fid) {
        return ApiException.notFound("the collection " + layer.id() + " has no item '" + fid + "'");
    }
}
