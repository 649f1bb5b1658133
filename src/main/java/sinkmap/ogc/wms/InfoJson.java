package sinkmap.ogc.wms;

import java.io.Writer;
import java.util.List;
import sinkmap.catalog.Crs;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.GeoJson;
import sinkmap.store.Feature;
import tools.jackson.core.JsonGenerator;

/**
 * Writes findings as GeoJSON; a raster's value is a feature without geometry. Positions are x, y in the CRS asked for, as
 * readers of GeoJSON expect; a CRS other than longitude and latitude on WGS 84 is named in a {@code crs} member (GeoJSON
 * 2008, clause 3).
 */
final class InfoJson {

    private static final int LON_LAT = 4326;

    private InfoJson() {}

    static void write(List<Finding> findings, CrsAxes asked, String language, Writer writer) {
        CrsAxes axes = new CrsAxes(asked.notation(), asked.crs(), false);
        GeoJson json = new GeoJson(writer, axes);
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
                            axes.crs().transform(feature.geometry(), crs),
                            feature.attributes());
                }
            } else if (finding instanceof Finding.Value value) {
                value(value, language, out);
            }
        }
        out.writeEndArray();
        if (axes.crs().srid() != LON_LAT) {
            crs(axes, out);
        }
        out.writeEndObject();
        out.flush();
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
