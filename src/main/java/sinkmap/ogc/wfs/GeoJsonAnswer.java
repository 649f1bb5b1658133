package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.GeoJson;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import tools.jackson.core.JsonGenerator;

/**
 * Writes features as GeoJSON, one after the other: longitude and latitude, unless the request names a CRS. Coordinates are
 * always x, y, because readers of GeoJSON know no other order; the CRS is then named in a {@code crs} member.
 */
final class GeoJsonAnswer {

    private final FeatureLayer layer;
    private final CrsAxes axes;
    private final boolean lonLat;
    private final Crs stored;

    GeoJsonAnswer(WfsQuery query) {
        this.layer = query.layer();
        this.lonLat = !query.srsNameGiven() || (query.axes().crs().srid() == 4326);
        CrsAxes wanted = lonLat ? CrsAxes.of("CRS:84") : query.axes();
        this.axes = new CrsAxes(wanted.notation(), wanted.crs(), false);
        this.stored = Crs.of(layer.crs());
    }

    /** Writes a page; a null cursor writes no feature. */
    void collection(FeatureCursor features, Page page, Writer writer) throws IOException {
        GeoJson json = new GeoJson(writer, axes);
        JsonGenerator out = json.generator();
        out.writeStartObject();
        out.writeStringProperty("type", "FeatureCollection");
        if (!lonLat) {
            crs(out);
        }
        out.writeNumberProperty("numberMatched", page.matched());
        out.writeNumberProperty("numberReturned", features == null ? 0 : page.returned());
        out.writeStringProperty(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        links(page, out);
        out.writeName("features");
        out.writeStartArray();
        while (features != null && features.hasNext()) {
            feature(features.next(), json);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.flush();
    }

    private void feature(Feature feature, GeoJson json) {
        Geometry geometry = feature.geometry() == null ? null : axes.crs().transform(feature.geometry(), stored);
        json.feature(layer, FeatureTypes.fid(layer, feature.id()), geometry, feature.attributes());
    }

    private void crs(JsonGenerator out) {
        out.writeName("crs");
        out.writeStartObject();
        out.writeStringProperty("type", "name");
        out.writeName("properties");
        out.writeStartObject();
        out.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + axes.crs().srid());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void links(Page page, JsonGenerator out) {
        out.writeName("links");
        out.writeStartArray();
        link("next", page.next(), out);
        link("previous", page.previous(), out);
        out.writeEndArray();
    }

    private static void link(String relation, String address, JsonGenerator out) {
        if (address != null) {
            out.writeStartObject();
            out.writeStringProperty("rel", relation);
            out.writeStringProperty("type", "application/json");
            out.writeStringProperty("href", address);
            out.writeEndObject();
        }
    }
}
