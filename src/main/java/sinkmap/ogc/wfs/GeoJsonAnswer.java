package sinkmap.ogc.wfs;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.GeoJson;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import tools.jackson.core.JsonGenerator;

/**
 * Writes features as GeoJSON, one after the other: longitude and latitude, unless the request names a CRS. Coordinates are
 * always x, y, because readers of GeoJSON know no other order; the CRS is then named in a {@code crs} member.
 */
final class GeoJsonAnswer implements FeatureAnswer {

    private static final CrsAxes LON_LAT = CrsAxes.of("CRS:84");

    @Override
    public void write(FeatureResult result, OwsResponse response) throws IOException {
        CrsAxes axes = axes(result);
        FeatureResult.Part first = result.parts().get(0);
        try (FeatureCursor cursor = result.open(first)) {
            GeoJson json = new GeoJson(response.bytes(FeatureFormat.GEOJSON.type() + ";charset=UTF-8", 200), axes);
            JsonGenerator out = json.generator();
            begin(result, axes, out);
            features(first.layer(), cursor, axes.crs(), json);
            for (FeatureResult.Part part :
                    result.parts().subList(1, result.parts().size())) {
                try (FeatureCursor other = result.open(part)) {
                    features(part.layer(), other, axes.crs(), json);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
            out.flush();
        }
    }

    /** The one CRS that a collection has. */
    private static CrsAxes axes(FeatureResult result) {
        CrsAxes axes = axes(result.parts().get(0).query());
        for (FeatureResult.Part part : result.parts()) {
            if (axes(part.query()).crs().srid() != axes.crs().srid()) {
                throw OwsException.invalid("SRSNAME", "GeoJSON has one CRS; ask for the same in every query");
            }
        }
        return axes;
    }

    private static CrsAxes axes(WfsQuery query) {
        boolean lonLat = !query.srsNameGiven() || query.axes().crs().srid() == 4326;
        return lonLat
                ? LON_LAT
                : new CrsAxes(query.axes().notation(), query.axes().crs(), false);
    }

    private static void features(FeatureLayer layer, FeatureCursor cursor, Crs target, GeoJson json) {
        Crs stored = Crs.of(layer.crs());
        boolean same = target.sameCoordinates(stored);
        while (cursor.hasNext()) {
            Feature feature = cursor.next();
            Geometry geometry = feature.geometry();
            json.feature(
                    layer,
                    FeatureTypes.fid(layer, feature.id()),
                    same || geometry == null ? geometry : target.transform(geometry, stored),
                    feature.attributes());
        }
    }

    private static void begin(FeatureResult result, CrsAxes axes, JsonGenerator out) {
        Page page = result.page();
        out.writeStartObject();
        out.writeStringProperty("type", "FeatureCollection");
        if (axes != LON_LAT) {
            crs(axes, out);
        }
        out.writeNumberProperty("numberMatched", page.matched());
        out.writeNumberProperty("numberReturned", result.asked().hits() ? 0 : page.returned());
        out.writeStringProperty(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.writeName("links");
        out.writeStartArray();
        link("next", page.next(), out);
        link("previous", page.previous(), out);
        out.writeEndArray();
        out.writeName("features");
        out.writeStartArray();
    }

    private static void crs(CrsAxes axes, JsonGenerator out) {
        out.writeName("crs");
        out.writeStartObject();
        out.writeStringProperty("type", "name");
        out.writeName("properties");
        out.writeStartObject();
        out.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + axes.crs().srid());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void link(String relation, String address, JsonGenerator out) {
        if (address != null) {
            out.writeStartObject();
            out.writeStringProperty("rel", relation);
            out.writeStringProperty("type", FeatureFormat.GEOJSON.type());
            out.writeStringProperty("href", address);
            out.writeEndObject();
        }
    }
}
