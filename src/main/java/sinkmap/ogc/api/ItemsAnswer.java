package sinkmap.ogc.api;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.GeoJson;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.RowKey;
import tools.jackson.core.JsonGenerator;

/** A page of items, and the links to the pages beside it. */
final class ItemsAnswer {

    private final ItemsQuery asked;
    private final ApiRequest request;
    private final long matched;
    private final CrsAxes axes;
    private final Crs stored;
    private final Optional<String> previous;
    private RowKey next;
    private long returned;

    /**
     * @param matched items that the query matches on all pages
     */
    ItemsAnswer(ItemsQuery asked, ApiRequest request, FeatureStore features, long matched) {
        this.asked = asked;
        this.request = request;
        this.matched = matched;
        this.axes = asked.axes();
        this.stored = Crs.of(asked.layer().crs());
        this.previous = previous(features);
    }

    /** What to read: one item more than the page holds, where the next one begins. */
    FeatureQuery query() {
        FeatureQuery query = asked.query();
        return query.withPage(query.offset(), query.limit() + 1);
    }

    /** The next item of the page; empty at its end. */
    Optional<Feature> next(FeatureCursor cursor) {
        if (!cursor.hasNext()) {
            return Optional.empty();
        }
        Feature feature = cursor.next();
        if (returned == asked.query().limit()) {
            next = PageStart.of(feature, asked.query());
            return Optional.empty();
        }
        returned++;
        return Optional.of(feature);
    }

    long matched() {
        return matched;
    }

    long returned() {
        return returned;
    }

    /** Writes the page as GeoJSON, item by item. */
    void json(FeatureCursor cursor, OutputStream stream) {
        GeoJson json = new GeoJson(stream, axes);
        JsonGenerator out = json.generator();
        out.writeStartObject();
        out.writeStringProperty("type", "FeatureCollection");
        out.writeStringProperty(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.writeNumberProperty("numberMatched", matched);
        out.writeName("features");
        out.writeStartArray();
        for (Optional<Feature> item = next(cursor); item.isPresent(); item = next(cursor)) {
            Feature feature = item.get();
            json.feature(asked.layer(), feature.id(), geometry(feature), feature.attributes());
        }
        out.writeEndArray();
        out.writeNumberProperty("numberReturned", returned);
        write(links(), out);
        out.writeEndObject();
        out.flush();
    }

    private Geometry geometry(Feature feature) {
        return feature.geometry() == null ? null : axes.crs().transform(feature.geometry(), stored);
    }

    static void write(List<Link> links, JsonGenerator out) {
        out.writeName("links");
        out.writeStartArray();
        for (Link link : links) {
            out.writeStartObject();
            link.json().forEach((name, value) -> out.writeStringProperty(name, value.toString()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Links, when the page has been read. */
    List<Link> links() {
        List<Link> links = new ArrayList<>(request.selves(Media.GEOJSON, Media.HTML));
        nextPage().ifPresent(href -> links.add(Link.of("next", request.media(), "The following page", href)));
        previousPage().ifPresent(href -> links.add(Link.of("prev", request.media(), "The page before", href)));
        links.add(Link.of(
                "collection",
                Media.JSON,
                "The collection",
                request.at("/collections/" + asked.layer().id() + "?f=json")));
        return links;
    }

    Optional<String> nextPage() {
        return Optional.ofNullable(next).map(key -> at(PageStart.write(key), ""));
    }

    Optional<String> previousPage() {
        return previous;
    }

    private String at(String start, String offset) {
        return request.self(Map.of("start", start, "offset", offset));
    }

    private Optional<String> previous(FeatureStore features) {
        FeatureQuery query = asked.query();
        if (query.offset() > 0) {
            long before = Math.max(0, Math.min(query.offset(), matched) - query.limit());
            return Optional.of(at(request.find("start").orElse(""), before == 0 ? "" : Long.toString(before)));
        }
        return query.start() == null
                ? Optional.empty()
                : features.findPrevious(query, query.limit()).map(key -> at(PageStart.write(key), ""));
    }
}
