package sinkmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcSchemas;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;

/** Documents against the official schemas and the schema that the service gives of its features. */
class WfsSchemaTest {

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wfs(
            region.catalog,
            region.features,
            new Extents(region.catalog, region.features, region.rasters),
            OgcServer.SETTINGS));

    private byte[] get(String query) {
        MockHttpServletResponse response = server.get("/wfs", query);
        assertThat(response.getStatus()).as(OgcServer.text(response)).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, wfs/1.0.0/WFS-capabilities.xsd", "1.1.0, wfs/1.1.0/wfs.xsd", "2.0.0, wfs/2.0/wfs.xsd"})
    void capabilitiesAreValid(String version, String schema) {
        byte[] document = get("SERVICE=WFS&REQUEST=GetCapabilities&VERSION=" + version);
        assertThat(new String(document, java.nio.charset.StandardCharsets.UTF_8))
                .contains("version=\"" + version);
        assertThat(OgcSchemas.faults(document, schema)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, wfs/1.0.0/WFS-basic.xsd, marsh",
        "1.0.0, wfs/1.0.0/WFS-basic.xsd, 'marsh,port'",
        "1.1.0, wfs/1.1.0/wfs.xsd, marsh",
        "1.1.0, wfs/1.1.0/wfs.xsd, 'port,marsh'",
        "2.0.0, wfs/2.0/wfs.xsd, marsh",
        "2.0.0, wfs/2.0/wfs.xsd, (port)(marsh)",
        "2.0.0, wfs/2.0/wfs.xsd, port"
    })
    void featuresAreValidByTheSchemaThatIsGivenOfThem(String version, String wfs, String types) {
        byte[] schema = get("SERVICE=WFS&REQUEST=DescribeFeatureType&VERSION=" + version);
        byte[] features = get("SERVICE=WFS&REQUEST=GetFeature&TYPENAMES=" + types + "&VERSION=" + version);
        assertThat(new String(features, java.nio.charset.StandardCharsets.UTF_8))
                .contains("</sinkmap:");
        assertThat(OgcSchemas.faults(features, schema, wfs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.1.0, wfs/1.1.0/wfs.xsd", "2.0.0, wfs/2.0/wfs.xsd"})
    void hitsAreValid(String version, String wfs) {
        byte[] hits = get("SERVICE=WFS&REQUEST=GetFeature&TYPENAMES=marsh&RESULTTYPE=hits&VERSION=" + version);
        assertThat(OgcSchemas.faults(hits, get("SERVICE=WFS&REQUEST=DescribeFeatureType&VERSION=" + version), wfs))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, wfs/1.0.0/OGC-exception.xsd, ServiceExceptionReport, 200",
        "1.1.0, ows/1.0.0/owsExceptionReport.xsd, ExceptionReport, 200",
        "2.0.0, ows/1.1.0/owsExceptionReport.xsd, ExceptionReport, 400"
    })
    void reportsAreValidInTheFormOfTheVersion(String version, String schema, String root, int status) {
        MockHttpServletResponse response =
                server.get("/wfs", "REQUEST=GetFeature&TYPENAMES=<marsch>&VERSION=" + version);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(OgcServer.text(response)).contains(root, "&lt;marsch", "TYPENAMES");
        assertThat(OgcSchemas.faults(response.getContentAsByteArray(), schema)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, gml2", "1.1.0, gml3"})
    void otherGmlIsAnsweredOnDemand(String version, String format) {
        byte[] schema = get("REQUEST=DescribeFeatureType&TYPENAME=marsh&VERSION=" + version);
        byte[] features = get("REQUEST=GetFeature&TYPENAMES=marsh&VERSION=2.0.0&OUTPUTFORMAT=" + format);
        String wfs = version.equals("1.0.0") ? "wfs/1.0.0/WFS-basic.xsd" : "wfs/1.1.0/wfs.xsd";
        assertThat(OgcSchemas.faults(features, schema, wfs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"wfs/2.0/wfs.xsd"})
    void aFaultIsFound(String wfs) {
        byte[] schema = get("REQUEST=DescribeFeatureType&TYPENAMES=marsh");
        byte[] features = get("REQUEST=GetFeature&TYPENAMES=marsh");
        String broken = new String(features, java.nio.charset.StandardCharsets.UTF_8)
                .replace("<sinkmap:area_km2>787.5", "<sinkmap:area_km2>large");
        assertThat(OgcSchemas.faults(broken.getBytes(java.nio.charset.StandardCharsets.UTF_8), schema, wfs))
                .hasSize(2);
    }
}
