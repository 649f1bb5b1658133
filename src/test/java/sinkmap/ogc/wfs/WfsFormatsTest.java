package sinkmap.ogc.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.extension.rtree.RTreeIndexExtension;
import mil.nga.geopackage.extension.rtree.RTreeIndexTableDao;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.user.custom.UserCustomResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.catalog.CellText;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;

/** Versions, several queries and the formats that are files. */
class WfsFormatsTest {

    private static final String GET = "SERVICE=WFS&REQUEST=GetFeature";

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wfs(
            region.catalog,
            region.features,
            new Extents(region.catalog, region.features, region.rasters),
            OgcServer.SETTINGS));

    private String get(String query) {
        MockHttpServletResponse response = server.get("/wfs", query);
        assertThat(response.getStatus()).as(OgcServer.text(response)).isEqualTo(200);
        return OgcServer.text(response);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCEPTVERSIONS=1.1.0,2.0.0 | 1.1.0",
                "ACCEPTVERSIONS=3.0.0,1.0.0 | 1.0.0",
                "ACCEPTVERSIONS=2.0.0&VERSION=1.0.0 | 2.0.0",
                "VERSION=1.0.0 | 1.0.0",
                "VERSION=1.0.7 | 1.0.0",
                "VERSION=0.0.1 | 1.0.0",
                "VERSION=9.0.0 | 2.0.0"
            })
    void theVersionOfCapabilitiesIsNegotiated(String asked, String version) {
        assertThat(get("SERVICE=WFS&REQUEST=GetCapabilities&" + asked))
                .containsPattern("WFS_Capabilities version=\"" + version + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0.0 | | http://www.opengis.net/gml/srs/epsg.xml#4490 | 118.2,37.1 118.6,37.1",
                "1.0.0 | urn:ogc:def:crs:EPSG::4490 | urn:ogc:def:crs:EPSG::4490 | 37.1,118.2 37.1,118.6",
                "1.1.0 | | urn:ogc:def:crs:EPSG::4490 | 37.1 118.2 37.1 118.6",
                "1.1.0 | EPSG:4490 | EPSG:4490 | 118.2 37.1 118.6 37.1",
                "2.0.0 | | urn:ogc:def:crs:EPSG::4490 | 37.1 118.2 37.1 118.6"
            })
    void theAxisOrderIsThatOfTheVersionOrOfTheNotation(String version, String srs, String named, String start) {
        assertThat(get(GET + "&TYPENAME=marsh&VERSION=" + version + (srs == null ? "" : "&SRSNAME=" + srs)))
                .contains("srsName=\"" + named + "\"")
                .contains(">" + start);
    }

    @Test
    void boxesWithoutCrsAreReadAsTheVersionWritesThem() {
        assertThat(get(GET + "&TYPENAME=marsh&VERSION=1.0.0&BBOX=118,37,119,37.4"))
                .contains("marsh.1")
                .doesNotContain("marsh.7");
        assertThat(get(GET + "&TYPENAME=marsh&VERSION=1.1.0&BBOX=37,118,37.4,119"))
                .contains("marsh.1")
                .doesNotContain("marsh.7");
    }

    @Test
    void severalTypesAreCollectionsIn20AndOneCollectionBefore() {
        String two = get(GET + "&TYPENAMES=(port)(marsh)&VERSION=2.0.0");
        assertThat(two).contains("numberMatched=\"3\"").contains("numberMatched=\"1\"", "numberMatched=\"2\"");
        assertThat(two.split("<wfs:FeatureCollection", -1)).hasSize(4);
        String one = get(GET + "&TYPENAME=port,marsh&VERSION=1.1.0");
        assertThat(one).contains("numberOfFeatures=\"3\"", "marsh.7", "port.3");
        assertThat(one.split("<wfs:FeatureCollection", -1)).hasSize(2);
    }

    @Test
    void aPageRunsOverSeveralQueries() {
        String page = get(GET + "&TYPENAMES=(port)(marsh)&STARTINDEX=1&COUNT=1&OUTPUTFORMAT=json");
        assertThat(page).contains("marsh.1", "\"numberMatched\":3", "\"numberReturned\":1");
        assertThat(page).doesNotContain("port.3", "marsh.7");
        assertThat(get(GET + "&RESOURCEID=marsh.7,port.3&OUTPUTFORMAT=json"))
                .contains("marsh.7", "port.3")
                .doesNotContain("marsh.1");
    }

    @Test
    void postedQueriesKeepTheirOwnFilters() {
        MockHttpServletResponse answer = server.post("/wfs", """
                <GetFeature service="WFS" version="1.1.0" maxFeatures="9" outputFormat="application/json" xmlns:ogc="ogc">
                  <Query typeName="marsh"><ogc:Filter><ogc:FeatureId fid="marsh.7"/></ogc:Filter></Query>
                  <Query typeName="port"/>
                </GetFeature>""");
        assertThat(OgcServer.text(answer)).contains("marsh.7", "port.3").doesNotContain("marsh.1");
    }

    @Test
    void csvQuotesAndDisarmsTexts() {
        String csv = get(GET + "&TYPENAMES=marsh&OUTPUTFORMAT=csv&FORMAT_OPTIONS=bom:true");
        assertThat(csv).startsWith("\uFEFFfid,").contains("marsh.1", "787.5", "\"MULTIPOLYGON (((118.2 37.1,");
        assertThat(csv.split("\r\n")).hasSize(3);
        assertThat(CellText.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(CellText.harmless(" @cmd")).isEqualTo("' @cmd");
        assertThat(CellText.harmless("a-1")).isEqualTo("a-1");
        assertThat(server.get("/wfs", GET + "&TYPENAMES=(port)(marsh)&OUTPUTFORMAT=csv")
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void shapefilesHaveTheirParts() throws IOException {
        Map<String, byte[]> files = unzip(server.get("/wfs", GET + "&TYPENAMES=marsh&OUTPUTFORMAT=shape-zip")
                .getContentAsByteArray());
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "marsh.shp", "marsh.shx", "marsh.dbf", "marsh.prj", "marsh.cpg", "marsh.txt");
        ByteBuffer shapes = ByteBuffer.wrap(files.get("marsh.shp"));
        assertThat(shapes.getInt(0)).isEqualTo(9994);
        assertThat(shapes.getInt(24) * 2).isEqualTo(shapes.capacity());
        shapes.order(ByteOrder.LITTLE_ENDIAN);
        assertThat(shapes.getInt(32)).isEqualTo(5);
        assertThat(shapes.getDouble(36)).isEqualTo(118.2);
        assertThat(shapes.getDouble(60)).isEqualTo(37.9);
        String table = new String(files.get("marsh.dbf"), StandardCharsets.UTF_8);
        assertThat(table).contains("marsh.7", "<b>B&2</b>", "787.5");
        assertThat(new String(files.get("marsh.prj"), StandardCharsets.UTF_8)).startsWith("GEOGCS[");
        assertThat(new String(files.get("marsh.txt"), StandardCharsets.UTF_8)).contains("area_km2 = area_km2");
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void geoPackagesAreReadByTheLibraryOfTheNga(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.gpkg");
        Files.write(
                file,
                server.get("/wfs", GET + "&TYPENAMES=(port)(marsh)&OUTPUTFORMAT=geopkg&SRSNAME=EPSG:4490")
                        .getContentAsByteArray());
        try (GeoPackage read = GeoPackageManager.open(file.toFile())) {
            assertThat(read.getFeatureTables()).containsExactlyInAnyOrder("port", "marsh");
            FeatureDao marshes = read.getFeatureDao("marsh");
            assertThat(marshes.getSrs().getOrganizationCoordsysId()).isEqualTo(4490);
            FeatureRow reed = marshes.queryForIdRow(7);
            assertThat(reed.getValue("species")).isEqualTo("reed");
            assertThat(reed.getGeometry().getEnvelope().getMinX()).isEqualTo(119.5);
            assertThat(reed.getGeometry().getWkt()).startsWith("MULTIPOLYGON (((119.5 37.6");
        }
    }

    /** Web Mercator of 118 to 119 E and 37 to 37.4 N, by the formula of EPSG 3857: only the western marsh lies in it. */
    @Test
    void aBoxIn100IsInTheCrsThatTheAnswerIsAskedForIn() {
        String box = "&BBOX=13135699,4439107,13247019,4495040";
        assertThat(get(GET + "&TYPENAME=marsh&VERSION=1.0.0&SRSNAME=EPSG:3857" + box))
                .contains("marsh.1\"")
                .doesNotContain("marsh.7\"");
        assertThat(get(GET + "&TYPENAME=marsh&VERSION=1.1.0&SRSNAME=EPSG:3857" + box + ",EPSG:3857"))
                .contains("marsh.1\"")
                .doesNotContain("marsh.7\"");
    }

    private static int counted(UserCustomResultSet rows) {
        try {
            return rows.getCount();
        } finally {
            rows.close();
        }
    }

    @Test
    void geoPackagesHaveSpatialIndexesThatEditorsKeepRight(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.gpkg");
        Files.write(
                file,
                server.get("/wfs", GET + "&TYPENAMES=(port)(marsh)&OUTPUTFORMAT=geopkg&SRSNAME=EPSG:4490")
                        .getContentAsByteArray());
        try (GeoPackage read = GeoPackageManager.open(file.toFile())) {
            RTreeIndexExtension indexes = new RTreeIndexExtension(read);
            assertThat(indexes.has("port")).isTrue();
            indexes.createAllFunctions();
            FeatureDao marshes = read.getFeatureDao("marsh");
            RTreeIndexTableDao index = indexes.getTableDao(marshes);
            assertThat(index.count()).isEqualTo(2);
            // the reed, from 119.5 to 119.9 E; the index has single precision
            assertThat(counted(index.query(new BoundingBox(119.89, 37.7, 125, 37.8))))
                    .isEqualTo(1);
            assertThat(counted(index.query(new BoundingBox(118.7, 37.1, 119.4, 37.9))))
                    .isZero();
            marshes.deleteById(7);
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void capabilitiesAreMadeAgainWhenFeaturesHaveChanged() {
        String query = "SERVICE=WFS&REQUEST=GetCapabilities";
        get(query);
        get(query);
        int made = org.mockito.Mockito.mockingDetails(region.features).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("findExtent"))
                .toList()
                .size();
        assertThat(made).isEqualTo(2);
        region.version = new sinkmap.store.LayerVersion(2, region.version.changed());
        get(query);
        org.mockito.Mockito.verify(region.features, org.mockito.Mockito.times(4))
                .findExtent(org.mockito.ArgumentMatchers.any());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TYPENAMES=(marsh)(port)&FILTER=(<Filter/>)(<Filter/>)(<Filter/>)|FILTER",
                "TYPENAMES=(marsh)(port)&PROPERTYNAME=(code)(code)(code)|PROPERTYNAME",
                "TYPENAMES=()()|TYPENAMES",
                "RESOURCEID=..|TYPENAMES",
                "RESOURCEID=marsh|RESOURCEID",
                "TYPENAMES=marsh&OUTPUTFORMAT=../../etc/passwd|OUTPUTFORMAT",
                "TYPENAMES=marsh&STARTINDEX=99999999999|STARTINDEX"
            })
    void hostileListsAreRefusedByName(String query, String locator) {
        MockHttpServletResponse answer = server.get("/wfs", GET + "&" + query);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(OgcServer.text(answer))
                .contains("locator=\"" + locator + "\"")
                .doesNotContain("Exception:");
    }
}
