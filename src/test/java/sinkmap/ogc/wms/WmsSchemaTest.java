package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.ogc.OgcSchemas;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Styles;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

/** Documents of the map service against the official schemas of both versions, on a store with surveys and runs. */
class WmsSchemaTest {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/ogc/times");
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @TempDir
    private Path directory;

    private Catalog catalog;
    private Store store;
    private OgcServer server;

    @BeforeEach
    void openStore() {
        catalog = Catalog.read(LAYERS, LAYERS.resolve("styles"));
        store = Store.open(StoreSettings.embedded(directory), catalog);
        server = new OgcServer(new Wms(
                catalog, Styles.load(catalog), store.features(), store.rasters(), store.runs(), OgcServer.SETTINGS));
        survey(500_000, "2024-02-29");
        survey(500_300, "2019-05-04");
        Runs.complete(
                store,
                "run-a",
                OffsetDateTime.parse("2026-03-01T08:00:00Z"),
                () -> store.rasters()
                        .write(
                                (RasterLayer) catalog.getLayer("result"),
                                "run-a",
                                new Raster(
                                        new Grid("EPSG:32650", 500_000, 4_150_000, 200, 1, 2),
                                        new float[] {1, 2},
                                        "1")));
    }

    private void survey(int west, String day) {
        FeatureLayer layer = (FeatureLayer) catalog.getLayer("survey");
        try (FeatureWriter writer = store.features().write(layer, FeatureStore.Mode.APPEND)) {
            writer.add(new Feature(
                    0,
                    GEOMETRIES.createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {
                        (org.locationtech.jts.geom.Polygon) GEOMETRIES.toGeometry(
                                new Envelope(new Coordinate(west, 4_149_000), new Coordinate(west + 100, 4_150_000)))
                    }),
                    Map.of("surveyed", LocalDate.parse(day))));
            writer.commit();
        }
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private byte[] get(String query) {
        MockHttpServletResponse response = server.get("/wms", query);
        assertThat(response.getStatus()).as(OgcServer.text(response)).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private XmlElement layer(String version, String language, String name) {
        XmlElement root = XmlElement.read(new ByteArrayInputStream(
                withoutDoctype(get("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + version + language))));
        return find(
                root.findChild("Capability").orElseThrow().findChild("Layer").orElseThrow(), name);
    }

    private static byte[] withoutDoctype(byte[] document) {
        return new String(document, StandardCharsets.UTF_8)
                .replaceFirst("<!DOCTYPE[^>]*>", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static XmlElement find(XmlElement layer, String name) {
        return layer.findText("Name").filter(name::equals).isPresent()
                ? layer
                : layer.children("Layer").stream()
                        .map(child -> find(child, name))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&LANGUAGE=zh", "&LANGUAGE=en"})
    void capabilitiesOf130AreValid(String language) {
        byte[] document = get("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0" + language);
        assertThat(OgcSchemas.faults(document, "wms/1.3.0/capabilities_1_3_0.xsd", "sld/1.1.0/sld_capabilities.xsd"))
                .isEmpty();
    }

    @Test
    void capabilitiesOf111AreValid() throws Exception {
        byte[] document = get("SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1");
        assertThat(faultsByDtd(document)).isEmpty();
        String broken = new String(document, StandardCharsets.UTF_8).replaceFirst("<SRS>", "<CRS>");
        assertThat(faultsByDtd(broken.replaceFirst("</SRS>", "</CRS>").getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void descriptionsOfLayersAreValid() throws Exception {
        assertThat(faultsByDtd(get("SERVICE=WMS&REQUEST=DescribeLayer&VERSION=1.1.1&LAYERS=survey,result")))
                .isEmpty();
        byte[] modern = get("SERVICE=WMS&REQUEST=DescribeLayer&VERSION=1.3.0&LAYERS=survey");
        assertThat(OgcSchemas.faults(modern, "sld/1.1.0/DescribeLayer.xsd")).isEmpty();
        assertThat(new String(modern, StandardCharsets.UTF_8)).contains("/wfs?", ">survey<");
    }

    @Test
    void reportsAreValid() {
        byte[] report = server.get(
                        "/wms", "REQUEST=GetMap&FORMAT=image/png&LAYERS=<surfey>&VERSION=1.3.0&CRS=EPSG:4490")
                .getContentAsByteArray();
        assertThat(OgcSchemas.faults(report, "wms/1.3.0/exceptions_1_3_0.xsd")).isEmpty();
    }

    private static List<String> faultsByDtd(byte[] document)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> {
            URL found = WmsSchemaTest.class.getResource(systemId.replaceFirst("^http://schemas.opengis.net/", "/ogc/"));
            assertThat(found).as(systemId).isNotNull();
            return new InputSource(found.openStream());
        });
        List<String> faults = new ArrayList<>();
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {}

            @Override
            public void error(SAXParseException e) {
                faults.add(e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                faults.add(e.getMessage());
            }
        });
        builder.parse(new ByteArrayInputStream(document));
        return faults;
    }

    @Test
    void timesAndRunsAreDimensions() {
        XmlElement time = layer("1.3.0", "", "survey").children("Dimension").get(0);
        assertThat(time.text()).isEqualTo("2019-05-04,2024-02-29");
        assertThat(time.attributes())
                .containsEntry("default", "current")
                .containsEntry("units", "ISO8601")
                .containsEntry("multipleValues", "1")
                .containsEntry("nearestValue", "1");
        assertThat(layer("1.3.0", "", "result").children("Dimension"))
                .extracting(XmlElement::text)
                .containsExactly("2026-03-01T08:00:00Z", "run-a");
        assertThat(layer("1.1.1", "", "result").children("Extent").get(0).text())
                .isEqualTo("2026-03-01T08:00:00Z");
        assertThat(layer("1.3.0", "", "area").children("Dimension")).isEmpty();
    }

    @Test
    void textsAreInTheLanguageAskedForOrInBoth() {
        assertThat(layer("1.3.0", "&LANGUAGE=en", "survey").findText("Title")).contains("Plots");
        assertThat(layer("1.3.0", "&LANGUAGE=zh-CN", "survey").findText("Title"))
                .contains("样方");
        assertThat(layer("1.3.0", "", "survey").findText("Title")).contains("样方 / Plots");
        assertThat(layer("1.1.1", "&LANGUAGE=en", "survey").findText("Abstract").orElseThrow())
                .contains("Plots surveyed on a day", "Illustrative data", "Licence: CC0")
                .doesNotContain("示意");
    }

    @Test
    void whatIsLoadedLaterShowsAtOnce() {
        String before = new String(get("SERVICE=WMS&REQUEST=GetCapabilities"), StandardCharsets.UTF_8);
        String sequence = before.replaceFirst("(?s).*updateSequence=\"([^\"]*)\".*", "$1");
        MockHttpServletResponse same =
                server.get("/wms", "SERVICE=WMS&REQUEST=GetCapabilities&UPDATESEQUENCE=" + sequence);
        assertThat(OgcServer.text(same)).contains("CurrentUpdateSequence");

        survey(520_000, "2025-07-01");

        String after = new String(
                get("SERVICE=WMS&REQUEST=GetCapabilities&UPDATESEQUENCE=" + sequence), StandardCharsets.UTF_8);
        assertThat(after).contains("2025-07-01");
        // 20 km further east
        assertThat(east(after) - east(before)).isBetween(0.2, 0.3);
    }

    private static double east(String capabilities) {
        XmlElement root = XmlElement.read(new ByteArrayInputStream(capabilities.getBytes(StandardCharsets.UTF_8)));
        XmlElement layer = find(
                root.findChild("Capability").orElseThrow().findChild("Layer").orElseThrow(), "survey");
        return Double.parseDouble(layer.findChild("EX_GeographicBoundingBox")
                .orElseThrow()
                .findText("eastBoundLongitude")
                .orElseThrow());
    }
}
