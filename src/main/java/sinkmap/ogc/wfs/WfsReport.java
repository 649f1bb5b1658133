package sinkmap.ogc.wfs;

import java.io.IOException;
import java.io.Writer;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlOut;

/** Writes exception reports: OGC ServiceExceptionReport 1.2.0, OWS Common 1.0 (OGC 05-008) and 1.1 (OGC 06-121r3). */
final class WfsReport {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private WfsReport() {}

    static void write(OwsException error, WfsEdition edition, Writer writer) throws IOException {
        XmlOut out = new XmlOut(writer);
        switch (edition) {
            case V1_0 -> old(error, out);
            case V1_1 -> ows(error, "http://www.opengis.net/ows", "1.0.0", "ows/1.0.0/owsExceptionReport.xsd", out);
            case V2_0 -> ows(error, "http://www.opengis.net/ows/1.1", "2.0.0", "ows/1.1.0/owsExceptionReport.xsd", out);
        }
        out.end();
    }

    private static void old(OwsException error, XmlOut out) {
        String ogc = WfsEdition.V1_0.filter();
        out.open(
                "ServiceExceptionReport",
                "version",
                "1.2.0",
                "xmlns",
                ogc,
                "xmlns:xsi",
                XSI,
                "xsi:schemaLocation",
                ogc + " http://schemas.opengis.net/wfs/1.0.0/OGC-exception.xsd");
        out.element("ServiceException", error.getMessage(), "code", error.code(), "locator", error.locator())
                .close();
    }

    private static void ows(OwsException error, String namespace, String version, String schema, XmlOut out) {
        out.open(
                "ows:ExceptionReport",
                "xmlns:ows",
                namespace,
                "xmlns:xsi",
                XSI,
                "xsi:schemaLocation",
                namespace + " http://schemas.opengis.net/" + schema,
                "version",
                version,
                namespace.endsWith("1.1") ? "xml:lang" : "language",
                "en");
        out.open("ows:Exception", "exceptionCode", error.code(), "locator", error.locator());
        out.element("ows:ExceptionText", error.getMessage());
        out.close().close();
    }
}
