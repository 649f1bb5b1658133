package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.ServiceText;
import sinkmap.ogc.XmlOut;

/** Writes the capabilities documents of WFS 1.1.0 and 2.0.0: service, operations, feature types, filters. */
final class WfsCapabilities {

    private final FeatureTypes types;
    private final Extents extents;
    private final OgcSettings settings;

    WfsCapabilities(FeatureTypes types, Extents extents, OgcSettings settings) {
        this.types = types;
        this.extents = extents;
        this.settings = settings;
    }

    void write(WfsEdition edition, String endpoint, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        FeatureTypeList list = new FeatureTypeList(types, extents, edition, endpoint, out);
        if (edition == WfsEdition.V1_0) {
            new Wfs10Capabilities(types, settings, endpoint, out).write(list);
            return;
        }
        boolean two = edition == WfsEdition.V2_0;
        open(edition, out);
        identification(edition, out);
        boolean editable = types.list().stream().anyMatch(FeatureLayer::editable);
        new WfsOperations(out, edition, endpoint, settings, editable).write();
        list.write();
        if (two) {
            FilterCapabilities.write(out);
        } else {
            LegacyFilterCapabilities.write11(out);
        }
        out.close().end();
    }

    private static void open(WfsEdition edition, XmlOut out) {
        boolean two = edition == WfsEdition.V2_0;
        out.open(
                "wfs:WFS_Capabilities",
                "version",
                edition.number(),
                "xmlns:wfs",
                edition.wfs(),
                "xmlns:ows",
                two ? "http://www.opengis.net/ows/1.1" : "http://www.opengis.net/ows",
                two ? "xmlns:fes" : "xmlns:ogc",
                edition.filter(),
                "xmlns:gml",
                edition.gml().namespace(),
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "xsi:schemaLocation",
                edition.wfs() + " http://schemas.opengis.net/wfs/" + (two ? "2.0" : "1.1.0") + "/wfs.xsd");
    }

    private void identification(WfsEdition edition, XmlOut out) {
        Region region = types.catalog().region();
        ServiceText text = ServiceText.of(region, settings);
        out.open("ows:ServiceIdentification");
        out.element("ows:Title", region.title().both());
        out.element("ows:Abstract", ServiceText.SUMMARY);
        out.open("ows:Keywords");
        ServiceText.KEYWORDS.forEach(word -> out.element("ows:Keyword", word));
        out.close();
        out.element("ows:ServiceType", "WFS");
        if (edition == WfsEdition.V2_0) {
            WfsOperations.VERSIONS.forEach(version -> out.element("ows:ServiceTypeVersion", version));
        } else {
            out.element("ows:ServiceTypeVersion", edition.number());
        }
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
}
