package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.Extents;
import sinkmap.ogc.LayerText;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.ServiceText;
import sinkmap.ogc.XmlOut;

/** Writes the capabilities document of WFS 2.0.0: service, operations, feature types, filters. */
final class WfsCapabilities {

    private final FeatureTypes types;
    private final Extents extents;
    private final OgcSettings settings;

    WfsCapabilities(FeatureTypes types, Extents extents, OgcSettings settings) {
        this.types = types;
        this.extents = extents;
        this.settings = settings;
    }

    void write(String endpoint, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        out.open(
                "wfs:WFS_Capabilities",
                "version",
                "2.0.0",
                "xmlns:wfs",
                "http://www.opengis.net/wfs/2.0",
                "xmlns:ows",
                "http://www.opengis.net/ows/1.1",
                "xmlns:fes",
                "http://www.opengis.net/fes/2.0",
                "xmlns:gml",
                "http://www.opengis.net/gml/3.2",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "xsi:schemaLocation",
                "http://www.opengis.net/wfs/2.0 http://schemas.opengis.net/wfs/2.0/wfs.xsd");
        identification(out);
        boolean editable = types.list().stream().anyMatch(FeatureLayer::editable);
        new WfsOperations(out, endpoint, settings, editable).write();
        featureTypes(out);
        FilterCapabilities.write(out);
        out.close().end();
    }

    private void identification(XmlOut out) {
        Region region = types.catalog().region();
        ServiceText text = ServiceText.of(region, settings);
        out.open("ows:ServiceIdentification");
        out.element("ows:Title", region.title().both());
        out.element("ows:Abstract", ServiceText.SUMMARY);
        out.open("ows:Keywords");
        ServiceText.KEYWORDS.forEach(word -> out.element("ows:Keyword", word));
        out.close();
        out.element("ows:ServiceType", "WFS");
        out.element("ows:ServiceTypeVersion", "2.0.0");
        out.element("ows:Fees", text.fees());
        out.element("ows:AccessConstraints", text.accessConstraints());
        out.close();
        out.open("ows:ServiceProvider");
        out.element(
                "ows:ProviderName",
                text.organisation().isBlank() ? region.title().both() : text.organisation());
        out.open("ows:ServiceContact");
        if (!text.email().isBlank()) {
            out.open("ows:ContactInfo").open("ows:Address");
            out.element("ows:ElectronicMailAddress", text.email());
            out.close().close();
        }
        out.close().close();
    }

    private void featureTypes(XmlOut out) {
        out.open("wfs:FeatureTypeList");
        types.list().forEach(layer -> featureType(layer, out));
        out.close();
    }

    private void featureType(FeatureLayer layer, XmlOut out) {
        out.open("wfs:FeatureType");
        out.element("wfs:Name", FeatureTypes.name(layer));
        out.element("wfs:Title", layer.title().both());
        out.element("wfs:Abstract", LayerText.summary(layer));
        out.open("ows:Keywords");
        LayerText.keywords(layer).forEach(word -> out.element("ows:Keyword", word));
        out.close();
        String own = FeatureTypes.urn(layer.crs());
        out.element("wfs:DefaultCRS", own);
        List<String> advertised = types.catalog().region().advertised();
        advertised.stream()
                .map(FeatureTypes::urn)
                .filter(crs -> !crs.equals(own))
                .forEach(crs -> out.element("wfs:OtherCRS", crs));
        out.open("wfs:OutputFormats");
        WfsOperations.FORMATS.forEach(format -> out.element("wfs:Format", format));
        out.close();
        Envelope bounds = extents.lonLat(layer);
        out.open("ows:WGS84BoundingBox");
        out.element("ows:LowerCorner", bounds.getMinX() + " " + bounds.getMinY());
        out.element("ows:UpperCorner", bounds.getMaxX() + " " + bounds.getMaxY());
        out.close().close();
    }
}
