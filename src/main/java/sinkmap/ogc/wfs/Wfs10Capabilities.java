package sinkmap.ogc.wfs;

import java.util.List;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.ServiceText;
import sinkmap.ogc.XmlOut;

/** Writes the capabilities document of WFS 1.0.0 (OGC 02-058, clause 12), which is of a form of its own. */
final class Wfs10Capabilities {

    private final FeatureTypes types;
    private final OgcSettings settings;
    private final String endpoint;
    private final XmlOut out;

    Wfs10Capabilities(FeatureTypes types, OgcSettings settings, String endpoint, XmlOut out) {
        this.types = types;
        this.settings = settings;
        this.endpoint = endpoint;
        this.out = out;
    }

    void write(FeatureTypeList list) {
        WfsEdition edition = WfsEdition.V1_0;
        out.open(
                "WFS_Capabilities",
                "version",
                edition.number(),
                "xmlns",
                edition.wfs(),
                "xmlns:wfs",
                edition.wfs(),
                "xmlns:ogc",
                edition.filter(),
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:" + FeatureTypes.PREFIX,
                FeatureTypes.NAMESPACE,
                "xsi:schemaLocation",
                edition.wfs() + " http://schemas.opengis.net/wfs/1.0.0/WFS-capabilities.xsd");
        service();
        capability();
        list.write();
        LegacyFilterCapabilities.write10(out);
        out.close().end();
    }

    private void service() {
        Region region = types.catalog().region();
        ServiceText text = ServiceText.of(region, settings);
        String contact = text.organisation() + (text.email().isBlank() ? "" : " <" + text.email() + ">");
        out.open("Service");
        out.element("Name", "WFS");
        out.element("Title", region.title().both());
        out.element("Abstract", contact.isBlank() ? ServiceText.SUMMARY : ServiceText.SUMMARY + " | " + contact);
        out.element("Keywords", String.join(", ", ServiceText.KEYWORDS));
        out.element("OnlineResource", endpoint);
        out.element("Fees", text.fees());
        out.element("AccessConstraints", text.accessConstraints());
        out.close();
    }

    private void capability() {
        out.open("Capability").open("Request");
        operation("GetCapabilities", null, null, true);
        operation("DescribeFeatureType", "SchemaDescriptionLanguage", "XMLSCHEMA", true);
        operation("GetFeature", "ResultFormat", "GML2", true);
        if (types.list().stream().anyMatch(FeatureLayer::editable)) {
            operation("Transaction", null, null, false);
            operation("LockFeature", null, null, true);
            operation("GetFeatureWithLock", "ResultFormat", "GML2", true);
        }
        out.close();
        List<String> formats = FeatureFormat.types(WfsEdition.V1_0);
        // the schema of 1.0.0 knows no other element than GML2 among the formats
        out.element("VendorSpecificCapabilities", "outputFormat: " + String.join(", ", formats));
        out.close();
    }

    private void operation(String name, String list, String value, boolean get) {
        out.open(name);
        if (list != null) {
            out.open(list).empty(value).close();
        }
        if (get) {
            method("Get", endpoint + "?");
        }
        method("Post", endpoint);
        out.close();
    }

    private void method(String name, String address) {
        out.open("DCPType").open("HTTP").empty(name, "onlineResource", address);
        out.close().close();
    }
}
