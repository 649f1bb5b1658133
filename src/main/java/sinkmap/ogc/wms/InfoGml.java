package sinkmap.ogc.wms;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.gml2.GMLWriter;
import org.springframework.web.util.HtmlUtils;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.store.Feature;

/**
 * Writes findings as a feature collection of GML 2.1.2 (OGC 02-069), positions x, y in the CRS of the map, as the map
 * services that QGIS knows do. A raster's value is a feature without geometry.
 */
final class InfoGml {

    private static final String NAMESPACE = "http://sinkmap/info";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs\" xmlns:gml=\"http://www.opengis.net/gml\""
            + " xmlns:sinkmap=\"" + NAMESPACE + "\">\n"
            + "<gml:boundedBy><gml:null>unknown</gml:null></gml:boundedBy>\n";

    private final Crs crs;
    private final GMLWriter geometries;
    private final Writer out;

    private InfoGml(CrsAxes axes, Writer out) {
        this.crs = axes.crs();
        this.geometries = new GMLWriter();
        this.geometries.setSrsName("EPSG:" + crs.srid());
        this.geometries.setPrefix("gml");
        this.geometries.setNamespace(false);
        this.out = out;
    }

    static void write(List<Finding> findings, CrsAxes axes, String language, Writer out) throws IOException {
        InfoGml gml = new InfoGml(axes, out);
        out.write(HEAD);
        for (Finding finding : findings) {
            if (finding instanceof Finding.Features found) {
                for (Feature feature : found.features()) {
                    gml.feature(found.layer(), feature);
                }
            } else if (finding instanceof Finding.Value value) {
                gml.value(value, language);
            }
        }
        out.write("</wfs:FeatureCollection>\n");
    }

    private void feature(FeatureLayer layer, Feature feature) throws IOException {
        open(layer.id(), layer.id() + "." + feature.id());
        for (Attribute attribute : layer.attributes()) {
            Object value = feature.attributes().get(attribute.name());
            if (value != null) {
                property(attribute.name(), value.toString());
            }
        }
        Geometry drawn = crs.transform(feature.geometry(), Crs.of(layer.crs()));
        if (!drawn.isEmpty()) {
            out.write("<sinkmap:" + FeatureLayer.GEOMETRY + ">");
            geometries.write(drawn, out);
            out.write("</sinkmap:" + FeatureLayer.GEOMETRY + ">\n");
        }
        close(layer.id());
    }

    private void value(Finding.Value value, String language) throws IOException {
        String name = value.layer().id();
        open(name, name + ".value");
        if (!Float.isNaN(value.value())) {
            property("value", Float.toString(value.value()));
        }
        property("unit", value.layer().band().unit());
        if (value.findTitle(language).isPresent()) {
            property("class", value.findTitle(language).get());
        }
        for (BitNames.Name bit : value.bits()) {
            property("bit_" + bit.bit(), bit.title().in(language));
        }
        close(name);
    }

    private void open(String name, String id) throws IOException {
        out.write("<gml:featureMember><sinkmap:" + name + " fid=\"" + id + "\">\n");
    }

    private void close(String name) throws IOException {
        out.write("</sinkmap:" + name + "></gml:featureMember>\n");
    }

    private void property(String name, String text) throws IOException {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "\uFFFD");
        out.write("<sinkmap:" + name + ">" + HtmlUtils.htmlEscape(clean, "UTF-8") + "</sinkmap:" + name + ">\n");
    }
}
