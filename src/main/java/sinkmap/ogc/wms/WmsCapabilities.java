package sinkmap.ogc.wms;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerText;
import sinkmap.catalog.Region;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.ServiceText;
import sinkmap.ogc.XmlOut;
import sinkmap.ogc.style.Styles;
import sinkmap.store.FeatureStore;

/**
 * Writes the capabilities document: service, operations, and the layers grouped by theme (OGC 06-042, 7.2; OGC 01-068r3, 7.1
 * and annex A). A document is kept until what layers show has changed.
 */
final class WmsCapabilities {

    /** Memory for documents: one for each version, language and address by which clients reach the service. */
    private static final long KEPT_bytes = 16L << 20;

    private static final String SCHEMAS = "http://www.opengis.net/wms"
            + " http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd http://www.opengis.net/sld"
            + " http://schemas.opengis.net/sld/1.1.0/sld_capabilities.xsd";

    private final Catalog catalog;
    private final Styles styles;
    private final FeatureStore features;
    private final Extents extents;
    private final Dimensions dimensions;
    private final OgcSettings settings;
    private final RecentAnswers<Asked> made = new RecentAnswers<>(KEPT_bytes);

    WmsCapabilities(
            Catalog catalog,
            Styles styles,
            FeatureStore features,
            Extents extents,
            Dimensions dimensions,
            OgcSettings settings) {
        this.catalog = catalog;
        this.styles = styles;
        this.features = features;
        this.extents = extents;
        this.dimensions = dimensions;
        this.settings = settings;
    }

    private record Asked(WmsVersion version, String endpoint, Optional<String> language) {}

    /** The document in UTF-8; {@code CurrentUpdateSequence} when the client has it already. */
    byte[] document(OwsRequest request) {
        String state = String.valueOf(features.contentState());
        if (request.kvp().find("UPDATESEQUENCE").filter(state::equals).isPresent()) {
            throw new OwsException(
                    "CurrentUpdateSequence", "UPDATESEQUENCE", "nothing has changed since " + state, 400);
        }
        Asked asked = new Asked(
                WmsVersion.of(request.kvp()), request.endpoint(), request.kvp().find("LANGUAGE"));
        return made.get(asked, state, () -> {
            StringWriter writer = new StringWriter();
            write(asked, state, writer);
            return writer.toString().getBytes(StandardCharsets.UTF_8);
        });
    }

    private void write(Asked asked, String state, Writer writer) {
        XmlOut out = new XmlOut(writer);
        boolean modern = asked.version() == WmsVersion.V1_3_0;
        if (modern) {
            out.open(
                    "WMS_Capabilities",
                    "version",
                    "1.3.0",
                    "updateSequence",
                    state,
                    "xmlns",
                    "http://www.opengis.net/wms",
                    "xmlns:sld",
                    "http://www.opengis.net/sld",
                    "xmlns:xlink",
                    "http://www.w3.org/1999/xlink",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    SCHEMAS);
        } else {
            out.doctype("WMT_MS_Capabilities", "http://schemas.opengis.net/wms/1.1.1/WMS_MS_Capabilities.dtd");
            out.open("WMT_MS_Capabilities", "version", "1.1.1", "updateSequence", state);
        }
        WmsWords words = new WmsWords(asked.language());
        service(asked, words, out);
        capability(asked, words, out);
        out.close().end();
    }

    private void service(Asked asked, WmsWords words, XmlOut out) {
        boolean modern = asked.version() == WmsVersion.V1_3_0;
        ServiceText text = ServiceText.of(catalog.region(), settings);
        out.open("Service");
        out.element("Name", modern ? "WMS" : "OGC:WMS");
        out.element("Title", words.of(catalog.region().title()));
        out.element("Abstract", words.of(LayerText.SERVICE_SUMMARY));
        out.open("KeywordList");
        LayerText.SERVICE_KEYWORDS.forEach(word -> out.element("Keyword", word));
        out.close();
        onlineResource(asked.endpoint(), out);
        contact(text, words, out);
        out.element("Fees", words.of(text.fees()));
        out.element("AccessConstraints", words.of(text.accessConstraints()));
        if (modern) {
            out.element("MaxWidth", Integer.toString(settings.maxSize()));
            out.element("MaxHeight", Integer.toString(settings.maxSize()));
        }
        out.close();
    }

    private static void contact(ServiceText text, WmsWords words, XmlOut out) {
        if (text.organisation().isBlank() && text.email().isBlank()) {
            return;
        }
        out.open("ContactInformation");
        if (!text.organisation().isBlank()) {
            out.open("ContactPersonPrimary");
            out.element("ContactPerson", "");
            out.element("ContactOrganization", words.of(text.organisation()));
            out.close();
        }
        if (!text.email().isBlank()) {
            out.element("ContactElectronicMailAddress", text.email());
        }
        out.close();
    }

    private void capability(Asked asked, WmsWords words, XmlOut out) {
        boolean modern = asked.version() == WmsVersion.V1_3_0;
        String endpoint = asked.endpoint();
        out.open("Capability").open("Request");
        operation(
                "GetCapabilities", List.of(modern ? "text/xml" : "application/vnd.ogc.wms_xml"), false, endpoint, out);
        operation("GetMap", MapFormat.listNames(), true, endpoint, out);
        operation("GetFeatureInfo", InfoFormat.listNames(), true, endpoint, out);
        String prefix = modern ? "sld:" : "";
        operation(prefix + "DescribeLayer", List.of("text/xml"), false, endpoint, out);
        operation(prefix + "GetLegendGraphic", GetLegendGraphic.listFormats(), false, endpoint, out);
        if (!modern) {
            operation("GetStyles", List.of(GetStyles.TYPE), false, endpoint, out);
        }
        out.close();
        out.open("Exception");
        WmsReport.listFormats(asked.version()).forEach(format -> out.element("Format", format));
        out.close();
        out.empty(prefix + "UserDefinedSymbolization", "SupportSLD", 1, "UserLayer", 0, "UserStyle", 1, "RemoteWFS", 0);
        root(asked, words, out);
        out.close();
    }

    private static void operation(String name, List<String> formats, boolean post, String endpoint, XmlOut out) {
        out.open(name);
        formats.forEach(format -> out.element("Format", format));
        out.open("DCPType").open("HTTP").open("Get");
        onlineResource(endpoint + "?", out);
        out.close();
        if (post) {
            out.open("Post");
            onlineResource(endpoint, out);
            out.close();
        }
        out.close().close().close();
    }

    static void onlineResource(String url, XmlOut out) {
        out.empty(
                "OnlineResource",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xlink:type",
                "simple",
                "xlink:href",
                url);
    }

    private void root(Asked asked, WmsWords words, XmlOut out) {
        WmsLayerElement element = new WmsLayerElement(
                catalog, styles, extents, dimensions, words, asked.endpoint(), asked.version(), out);
        Region region = catalog.region();
        out.open("Layer");
        out.element("Title", words.of(region.title()));
        element.crsList();
        element.bounds(region.window());
        for (Region.Theme theme : region.themes()) {
            List<Layer> layers = catalog.listLayers().stream()
                    .filter(layer -> theme.id().equals(layer.about().theme()))
                    .toList();
            if (!layers.isEmpty()) {
                out.open("Layer");
                out.element("Title", words.of(theme.title()));
                layers.forEach(element::write);
                out.close();
            }
        }
        out.close();
    }
}
