package sinkmap.ogc.wms;

import java.io.Writer;
import java.util.List;
import sinkmap.catalog.Crs;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.GeoJson;
import sinkmap.store.Feature;
import tools.jackson.core.JsonGenerator;

/** Writes findings as GeoJSON, longitude and latitude; a raster's value is a feature without geometry. */
final class InfoJson {

    private InfoJson() {}

    static void write(List<Finding> findings, String language, Writer writer) {
        CrsAxes lonLat = CrsAxes.of("CRS:84");
        GeoJson json = new GeoJson(writer, lonLat);
        JsonGenerator out = json.generator();
        out.writeStartObject();
        out.writeStringProperty("type", "FeatureCollection");
        out.writeName("features");
        out.writeStartArray();
        for (Finding finding : findings) {
            if (finding instanceof Finding.Features found) {
                Crs crs = Crs.of(found.layer().crs());
                for (Feature feature : found.features()) {
                    json.feature(
                            found.layer(),
                            found.layer().id() + "." + feature.id(),
                            lonLat.crs().transform(feature.geometry(), crs),
                            feature.attributes());
                }
            } else if (finding instanceof Finding.Value value) {
                value(value, language, out);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
        out.flush();
    }

    private static void bits(Finding.Value value, String language, JsonGenerator out) {
        out.writeName("bits");
        out.writeStartArray();
        for (BitNames.Name bit : value.bits()) {
            out.writeStartObject();
            out.writeNumberProperty("bit", bit.bit());
            out.writeStringProperty("id", bit.id());
            out.writeStringProperty("title", bit.title().in(language));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void value(Finding.Value value, String language, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeStringProperty("id", value.layer().id());
        out.writeName("geometry");
        out.writeNull();
        out.writeName("properties");
        out.writeStartObject();
        out.writeName("value");
        if (Float.isNaN(value.value())) {
            out.writeNull();
        } else {
            out.writeNumber(value.value());
        }
        out.writeStringProperty("unit", value.layer().band().unit());
        value.findTitle(language).ifPresent(title -> out.writeStringProperty("class", title));
        if (value.layer().band().bits() != null) {
            bits(value, language, out);
        }
        out.writeEndObject();
        out.writeEndObject();
    }
}
