package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Gate;
import sinkmap.store.Feature;
import sinkmap.store.FeatureEdit;
import sinkmap.store.FeatureEdits;

/**
 * Changing items (part 4, OGC 20-002): create, replace, update, delete; with the same checks, roles and history as in WFS
 * transactions. A change can be bound to the version that was read by {@code If-Match}.
 */
@Controller
class EditController {

    private static final String GEOJSON = "application/geo+json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String ITEM = ItemsController.ITEMS + "/{fid}";

    private final Collections collections;
    private final FeatureEdits edits;
    private final ApiEdge edge;
    private final ApiSettings settings;

    EditController(Collections collections, FeatureEdits edits, ApiEdge edge, ApiSettings settings) {
        this.collections = collections;
        this.edits = edits;
        this.edge = edge;
        this.settings = settings;
    }

    /** Whether a layer's items can be changed at all. */
    static boolean editable(FeatureLayer layer) {
        return layer.editable() && !layer.derived();
    }

    private static String allowed(FeatureLayer layer, boolean item) {
        String reading = "GET, HEAD, OPTIONS";
        return !editable(layer) ? reading : item ? reading + ", PUT, PATCH, DELETE" : reading + ", POST";
    }

    @RequestMapping(path = ItemsController.ITEMS, method = RequestMethod.OPTIONS)
    void itemsOptions(@PathVariable("id") String id, HttpServletResponse response) {
        FeatureLayer layer = collections.get(id);
        response.setHeader(HttpHeaders.ALLOW, allowed(layer, false));
        if (editable(layer)) {
            response.setHeader("Accept-Post", GEOJSON);
        }
    }

    @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
    void itemOptions(@PathVariable("id") String id, @PathVariable("fid") String fid, HttpServletResponse response) {
        FeatureLayer layer = collections.get(id);
        ItemsController.number(layer, fid);
        response.setHeader(HttpHeaders.ALLOW, allowed(layer, true));
        if (editable(layer)) {
            response.setHeader("Accept-Patch", PATCH);
        }
    }

    @PostMapping(ItemsController.ITEMS)
    void create(@PathVariable("id") String id, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        Change change = begin(layer, false, servlet);
        Feature feature = change.item().feature(body(servlet, List.of(GEOJSON, "application/json")));
        try (Gate.Pass place = edge.gate().enter(Gate.Kind.FEATURES);
                FeatureEdit edit = edits.begin(change.user())) {
            long fid = edit.insert(layer, feature);
            edit.commit();
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setHeader(HttpHeaders.LOCATION, change.request().at("/collections/" + id + "/items/" + fid));
            tag(layer, fid, response);
        }
    }

    @PutMapping(ITEM)
    void replace(
            @PathVariable("id") String id,
            @PathVariable("fid") String fid,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        change(id, fid, servlet, response, change -> {
            byte[] body = body(servlet, List.of(GEOJSON, "application/json"));
            change.item().checkId(body, fid);
            Feature feature = change.item().feature(body);
            return (edit, number, expected) -> edit.replace(change.layer(), number, feature, expected);
        });
    }

    @PatchMapping(ITEM)
    void update(
            @PathVariable("id") String id,
            @PathVariable("fid") String fid,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        change(id, fid, servlet, response, change -> {
            byte[] body = body(servlet, List.of(PATCH, GEOJSON, "application/json"));
            change.item().checkId(body, fid);
            Map<String, Object> values = change.item().changes(body);
            return (edit, number, expected) -> edit.update(change.layer(), number, values, expected);
        });
    }

    @DeleteMapping(ITEM)
    void delete(
            @PathVariable("id") String id,
            @PathVariable("fid") String fid,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        change(
                id,
                fid,
                servlet,
                response,
                change -> (edit, number, expected) -> edit.delete(change.layer(), number, expected));
    }

    /** What is done to an item that is in an expected version. */
    @FunctionalInterface
    private interface Action {
        void on(FeatureEdit edit, long number, long expected);
    }

    /** Reads from a request what is to be done. */
    @FunctionalInterface
    private interface Reader {
        Action read(Change change) throws IOException;
    }

    private void change(String id, String fid, HttpServletRequest servlet, HttpServletResponse response, Reader reader)
            throws IOException {
        FeatureLayer layer = collections.get(id);
        Change change = begin(layer, true, servlet);
        long number = ItemsController.number(layer, fid);
        Action action = reader.read(change);
        try (Gate.Pass place = edge.gate().enter(Gate.Kind.FEATURES);
                FeatureEdit edit = edits.begin(change.user())) {
            action.on(edit, number, expected(layer, number, servlet));
            edit.commit();
        }
        tag(layer, number, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** A request to change something, of a user who may. */
    private record Change(FeatureLayer layer, String user, ApiRequest request, PostedItem item) {}

    private Change begin(FeatureLayer layer, boolean item, HttpServletRequest servlet) {
        if (!editable(layer)) {
            throw new ApiException(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "the collection " + layer.id() + " is not editable"
                            + (layer.derived() ? "; it is the result of runs" : ""),
                    Map.of(HttpHeaders.ALLOW, allowed(layer, item)));
        }
        String user = user(servlet);
        ApiRequest request = edge.request(servlet, List.of(Media.GEOJSON, Media.JSON, Media.HTML));
        String header = servlet.getHeader("Content-Crs");
        String uri = header == null || header.isBlank()
                ? CrsUri.CRS84
                : header.strip().replaceAll("^<|>$", "");
        CrsAxes axes = CrsUri.read(uri, "Content-Crs", layer, collections.region());
        return new Change(layer, user, request, new PostedItem(layer, collections.region(), axes));
    }

    private static String user(HttpServletRequest servlet) {
        String user = servlet.getRemoteUser();
        if (user == null) {
            throw new ApiException(
                    HttpStatus.UNAUTHORIZED,
                    "sign in to change features: HTTP basic, user and password",
                    Map.of(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"sinkmap\", charset=\"UTF-8\""));
        }
        if (!servlet.isUserInRole("surveyor") && !servlet.isUserInRole("admin")) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN,
                    "the user " + user + " may not change features; that takes the role surveyor");
        }
        return user;
    }

    private byte[] body(HttpServletRequest servlet, List<String> types) throws IOException {
        String type = servlet.getContentType();
        String plain = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        if (!types.contains(plain)) {
            throw new ApiException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the body must be " + types.get(0) + ", not '" + (type == null ? "" : type) + "'",
                    Map.of(HttpHeaders.ACCEPT, String.join(", ", types)));
        }
        return edge.body(servlet);
    }

    /** The version that the change is bound to, or {@link FeatureEdit#ANY_VERSION}. */
    private long expected(FeatureLayer layer, long fid, HttpServletRequest servlet) {
        String condition = servlet.getHeader(HttpHeaders.IF_MATCH);
        if (condition == null || condition.isBlank()) {
            if (settings.requireIfMatch()) {
                throw new ApiException(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "read the item first and send its ETag as If-Match, so that nobody's change is lost");
            }
            return FeatureEdit.ANY_VERSION;
        }
        if (condition.strip().equals("*")) {
            return FeatureEdit.ANY_VERSION;
        }
        OptionalLong current = edits.findVersion(layer, fid);
        if (current.isEmpty()) {
            throw ApiException.notFound("the collection " + layer.id() + " has no item '" + fid + "'");
        }
        Set<Long> seen = ItemTag.versions(condition, fid);
        if (!seen.contains(current.getAsLong())) {
            throw new ApiException(
                    HttpStatus.PRECONDITION_FAILED,
                    "somebody changed the item meanwhile: it is in version " + current.getAsLong()
                            + "; read it again and decide");
        }
        return current.getAsLong();
    }

    private void tag(FeatureLayer layer, long fid, HttpServletResponse response) {
        edits.findVersion(layer, fid)
                .ifPresent(version -> response.setHeader(HttpHeaders.ETAG, ItemTag.of(fid, version, CrsUri.CRS84)));
    }
}
