package sinkmap.ogc.wms;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Region;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.ServiceText;
import sinkmap.ogc.XmlOut;
import sinkmap.ogc.style.Styles;

/** Writes the capabilities document: service, operations, and the layers grouped by theme. */
final class WmsCapabilities {

    private final Catalog catalog;
    private final Styles styles;
    private final Extents extents;
    private final OgcSettings settings;

    WmsCapabilities(Catalog catalog, Styles styles, Extents extents, OgcSettings settings) {
        this.catalog = catalog;
        this.styles = styles;
        this.extents = extents;
        this.settings = settings;
    }

    void write(OwsRequest request, WmsVersion version, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        if (version == WmsVersion.V1_3_0) {
            out.open(
                    "WMS_Capabilities",
                    "version",
                    "1.3.0",
                    "xmlns",
                    "http://www.opengis.net/wms",
                    "xmlns:xlink",
                    "http://www.w3.org/1999/xlink",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd");
        } else {
            out.open("WMT_MS_Capabilities", "version", "1.1.1", "xmlns:xlink", "http://www.w3.org/1999/xlink");
        }
        service(request, version, out);
        capability(request, version, out);
        out.close().end();
    }

    private void service(OwsRequest request, WmsVersion version, XmlOut out) {
        Region region = catalog.region();
        out.open("Service");
        out.element("Name", version == WmsVersion.V1_3_0 ? "WMS" : "OGC:WMS");
        out.element("Title", region.title().both());
        ServiceText text = ServiceText.of(region, settings);
        out.element("Abstract", ServiceText.SUMMARY);
        out.open("KeywordList");
        ServiceText.KEYWORDS.forEach(word -> out.element("Keyword", word));
        out.close();
        onlineResource(request.endpoint(), out);
        contact(out);
        out.element("Fees", text.fees());
        out.element("AccessConstraints", text.accessConstraints());
        if (version == WmsVersion.V1_3_0) {
            out.element("MaxWidth", Integer.toString(settings.maxSize()));
            out.element("MaxHeight", Integer.toString(settings.maxSize()));
        }
        out.close();
    }

    private void contact(XmlOut out) {
        ServiceText text = ServiceText.of(catalog.region(), settings);
        if (text.organisation().isBlank() && text.email().isBlank()) {
            return;
        }
        out.open("ContactInformation");
        if (!text.organisation().isBlank()) {
            out.open("ContactPersonPrimary");
            out.element("ContactPerson", "");
            out.element("ContactOrganization", text.organisation());
            out.close();
        }
        if (!text.email().isBlank()) {
            out.element("ContactElectronicMailAddress", text.email());
        }
        out.close();
    }

    private void capability(OwsRequest request, WmsVersion version, XmlOut out) {
        boolean modern = version == WmsVersion.V1_3_0;
        out.open("Capability").open("Request");
        operation(
                "GetCapabilities",
                List.of(modern ? "text/xml" : "application/vnd.ogc.wms_xml"),
                request.endpoint(),
                out);
        operation("GetMap", List.of("image/png"), request.endpoint(), out);
        operation("GetFeatureInfo", List.of("text/html", "application/json", "text/plain"), request.endpoint(), out);
        out.close();
        out.open("Exception");
        out.element("Format", modern ? "XML" : "application/vnd.ogc.se_xml");
        out.close();
        root(request, version, out);
        out.close();
    }

    private static void operation(String name, List<String> formats, String endpoint, XmlOut out) {
        out.open(name);
        formats.forEach(format -> out.element("Format", format));
        out.open("DCPType").open("HTTP").open("Get");
        onlineResource(endpoint + "?", out);
        out.close().close().close().close();
    }

    static void onlineResource(String url, XmlOut out) {
        out.empty("OnlineResource", "xlink:type", "simple", "xlink:href", url);
    }

    private void root(OwsRequest request, WmsVersion version, XmlOut out) {
        WmsLayerElement element = new WmsLayerElement(catalog, styles, extents, request, version, out);
        Region region = catalog.region();
        out.open("Layer");
        out.element("Title", region.title().both());
        element.crsList();
        element.bounds(region.window());
        for (Region.Theme theme : region.themes()) {
            List<Layer> layers = catalog.listLayers().stream()
                    .filter(layer -> theme.id().equals(layer.about().theme()))
                    .toList();
            if (!layers.isEmpty()) {
                out.open("Layer");
                out.element("Title", theme.title().both());
                layers.forEach(element::write);
                out.close();
            }
        }
        out.close();
    }
}
