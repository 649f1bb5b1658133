package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static sinkmap.ingest.Loading.MARSH;
import static sinkmap.ingest.Loading.PORT;
import static sinkmap.ingest.Loading.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import sinkmap.ingest.LoadReport.Action;
import sinkmap.ingest.LoadReport.Issue;

class GeoJsonLoadTest {

    private static final String SQUARE = "[[[119,37],[119.2,37],[119.2,37.1],[119,37.1],[119,37]]]";

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    private static String marsh(String coordinates, String properties) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":" + coordinates + "}}";
    }

    private static String port(String code, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":" + coordinates + "}}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
    }

    @Test
    void storesFeaturesInTheOrderOfTheFileWithTypedValues() throws IOException {
        Path file = write(
                folder,
                "marsh.geojson",
                collection(
                        marsh(
                                SQUARE,
                                "\"Name_ZH\":\"黄河口\",\"species\":\"芦苇\",\"area km2\":\" 12.5 \","
                                        + "\"surveyed\":\"2024/9/1\",\"colour\":\"red\""),
                        marsh(SQUARE.replace("119", "120"), "\"species\":\"SUAEDA\",\"area km2\":\"NA\"")));

        LoadReport report = to.load(MARSH, file);

        assertThat(to.shapes())
                .containsExactly(
                        "MULTIPOLYGON (((119 37, 119.2 37, 119.2 37.1, 119 37.1, 119 37)))",
                        "MULTIPOLYGON (((120 37, 120.2 37, 120.2 37.1, 120 37.1, 120 37)))");
        assertThat(to.values("name_zh")).containsExactly("黄河口", null);
        assertThat(to.values("species")).containsExactly("phragmites", "suaeda");
        assertThat(to.values("area_km2")).containsExactly(12.5, null);
        assertThat(to.values("surveyed")).containsExactly(LocalDate.of(2024, 9, 1), null);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.repaired()).isZero();
        assertThat(report.ignoredColumns()).containsExactly("colour");
        assertThat(report.issues()).isEmpty();
    }

    @Test
    void recordsTheLoadWithItsChecksum() throws IOException {
        Path file = write(folder, "one.geojson", port("A", "[119,37]"));

        to.load(PORT, file);

        assertThat(to.records).hasSize(1);
        assertThat(to.records.get(0).file()).isEqualTo("one.geojson");
        assertThat(to.records.get(0).checksum()).matches("[0-9a-f]{64}");
        assertThat(to.records.get(0).report()).contains("\"format\":\"GeoJSON\"");
    }

    @Test
    void readsOneFeaturePerLineAlsoBehindRecordSeparators() throws IOException {
        Path file = write(
                folder, "ports.geojsonl", "\u001e" + port("A", "[119,37]") + "\n\u001e" + port("B", "[120,36]") + "\n");

        to.load(PORT, file);

        assertThat(to.shapes()).containsExactly("POINT (119 37)", "POINT (120 36)");
    }

    @Test
    void readsABareGeometryAndMembersInAnyOrder() throws IOException {
        Path file = write(
                folder,
                "any.geojson",
                "{\"features\":[{\"geometry\":{\"coordinates\":" + SQUARE
                        + ",\"type\":\"Polygon\",\"x\":{\"y\":[1]}},\"type\":\"Feature\",\"properties\":null,\"id\":7}],"
                        + "\"type\":\"FeatureCollection\"}\n{\"coordinates\":" + SQUARE + ",\"type\":\"Polygon\"}");

        assertThat(to.load(MARSH, file).accepted()).isEqualTo(2);
    }

    @Test
    void honoursTheCrsMemberAndMovesCoordinatesToTheLayersCrs() throws IOException {
        // 118.5 E, 37.25 N by PROJ 9
        Path file = write(
                folder,
                "utm.geojson",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                        + "\"urn:ogc:def:crs:EPSG::32650\"}},\"features\":["
                        + port("A", "[633029.976920,4123660.440573]")
                        + "]}");

        LoadReport report = to.load(PORT, file);

        assertThat(report.crs()).isEqualTo("EPSG:32650");
        Geometry point = to.stored.get(0).geometry();
        assertThat(point.getCoordinate().x).isCloseTo(118.5, offset(1e-6));
        assertThat(point.getCoordinate().y).isCloseTo(37.25, offset(1e-6));
    }

    @Test
    void readsLongitudeFirstWhateverTheNotationOfTheCrs() throws IOException {
        String template =
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},"
                        + "\"features\":[" + port("A", "[119,37]") + "]}";
        for (String name : new String[] {
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:EPSG::4490",
            "EPSG:4490",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "http://www.opengis.net/gml/srs/epsg.xml#4490"
        }) {
            Loading fresh = new Loading();
            fresh.load(PORT, write(folder, "crs.geojson", String.format(template, name)));
            assertThat(fresh.shapes()).as(name).containsExactly("POINT (119 37)");
        }
    }

    @Test
    void leavesHeightsOutAndCountsThem() throws IOException {
        LoadReport report = to.load(PORT, write(folder, "z.geojson", port("A", "[119,37,12.5]")));

        assertThat(to.stored.get(0).geometry().getCoordinate().getZ()).isNaN();
        assertThat(report.counts()).containsEntry("heights-left-out", 1L);
    }

    @Test
    void refusesAFileThatIsCutOffInTheMiddleAndStoresNothing() throws IOException {
        String whole = collection(port("A", "[119,37]"), port("B", "[120,36]"), port("C", "[121,37]"));
        Path file = write(folder, "cut.geojson", whole.substring(0, whole.length() - 60));

        assertThatThrownBy(() -> to.load(PORT, file))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("cut.geojson is cut off")
                .hasMessageContaining("line 3");
        assertThat(to.committed).isFalse();
        assertThat(to.records).isEmpty();
    }

    @Test
    void refusesAFileThatIsCutOffAtEveryPlace() throws IOException {
        String whole = collection(port("A", "[119,37]"), port("B", "[120,36]"));
        for (int length = 1; length < whole.length(); length++) {
            Path file = write(folder, "cut.geojson", whole.substring(0, length));
            assertThatThrownBy(() -> to.load(PORT, file)).isInstanceOf(IngestException.class);
        }
        assertThat(to.committed).isFalse();
    }

    @Test
    void repairsAPolygonThatCrossesItselfAndNamesIt() throws IOException {
        Path file = write(
                folder,
                "bowtie.geojson",
                collection(
                        marsh(SQUARE, ""),
                        marsh("[[[119,37],[119.2,37.2],[119.2,37],[119,37.1],[119,37]]]", "\"name_zh\":\"坏\"")));

        LoadReport report = to.load(MARSH, file);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.repaired()).isEqualTo(1);
        assertThat(to.stored).allMatch(f -> f.geometry().isValid());
        Issue issue = report.issues().get(0);
        assertThat(issue.row()).isEqualTo(2);
        assertThat(issue.action()).isEqualTo(Action.REPAIRED);
        assertThat(issue.detail()).startsWith("Self-intersection at (119.0");
    }

    @Test
    void rejectsRowsThatTheLayerCannotTakeAndSaysWhy() throws IOException {
        Path file = write(
                folder,
                "ports.geojson",
                collection(
                        port("good", "[119,37]"),
                        port("", "[119,37]"),
                        port("swapped", "[37,119]"),
                        port("far", "[2.3,48.8]"),
                        "{\"type\":\"Feature\",\"properties\":{\"code\":\"none\"},\"geometry\":null}",
                        port("odd", "[119]"),
                        "{\"type\":\"Feature\",\"properties\":{\"code\":\"line\"},\"geometry\":{\"type\":\"LineString\","
                                + "\"coordinates\":[[119,37],[120,37]]}}",
                        "{\"type\":\"Feature\",\"properties\":{\"code\":\"word\"},\"geometry\":{\"type\":\"Point\","
                                + "\"coordinates\":[\"119\",\"37\"]}}"));

        LoadReport report = to.load(PORT, file);

        assertThat(to.values("code")).containsExactly("good");
        assertThat(report.rejected()).isEqualTo(7);
        assertThat(report.issues()).extracting(Issue::row).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(report.issues())
                .extracting(Issue::kind)
                .containsExactly(
                        "value-missing",
                        "outside-region",
                        "outside-region",
                        "geometry-missing",
                        "coordinates-not-finite",
                        "geometry-type",
                        "geometry-unreadable");
        assertThat(report.issues().get(1).detail()).contains("are the coordinates swapped?");
        assertThat(report.issues().get(2).detail()).doesNotContain("swapped");
    }

    @Test
    void dropsValuesOutsideRangeTypeAndClassAndKeepsTheRow() throws IOException {
        Path file = write(
                folder,
                "marsh.geojson",
                collection(
                        marsh(SQUARE, "\"area_km2\":-3"),
                        marsh(SQUARE, "\"area_km2\":\"many\""),
                        marsh(SQUARE, "\"species\":\"oak\""),
                        marsh(SQUARE, "\"surveyed\":\"2024-02-31\"")));

        LoadReport report = to.load(MARSH, file);

        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.repaired()).isEqualTo(4);
        assertThat(report.counts())
                .containsEntry("value-range", 1L)
                .containsEntry("value-type", 2L)
                .containsEntry("value-class", 1L);
        assertThat(report.issues().get(0).detail()).isEqualTo("is below the minimum of 0.0 km2");
        assertThat(to.values("area_km2")).containsOnlyNulls();
    }

    @Test
    void storesNothingWhenEveryRowIsRejected() throws IOException {
        Path file = write(folder, "swapped.geojson", collection(port("A", "[37,119]"), port("B", "[36,120]")));

        assertThatThrownBy(() -> to.load(PORT, file))
                .hasMessageContaining("all 2 rows of swapped.geojson were rejected")
                .hasMessageContaining("are the coordinates swapped?");
        assertThat(to.committed).isFalse();
    }

    @Test
    void storesNothingWhenOneRowIsRejectedInAStrictLoad() throws IOException {
        Path file = write(folder, "one.geojson", collection(port("A", "[119,37]"), port("B", "[36,120]")));

        assertThatThrownBy(() -> to.load(PORT, file, LoadOptions.replace().withStrict(true)))
                .hasMessageContaining("1 of 2 rows");
        assertThat(to.committed).isFalse();
    }

    @Test
    void saysSoWhenThereAreNoFeatures() throws IOException {
        Path file = write(folder, "none.geojson", collection());

        assertThatThrownBy(() -> to.load(PORT, file)).hasMessage("none.geojson holds no features");
    }

    @Test
    void mapsColumnsByOption() throws IOException {
        Path file = write(folder, "map.geojson", port("A", "[119,37]").replace("code", "CALL SIGN"));
        LoadOptions options = LoadOptions.replace().withColumns(Map.of("call sign", "code"));

        to.load(PORT, file, options);

        assertThat(to.values("code")).containsExactly("A");
        assertThatThrownBy(() -> to.load(PORT, file, options.withColumns(Map.of("call sign", "cod"))))
                .hasMessageContaining("did you mean 'code'?");
    }

    @Test
    void boundsTheIssuesItNamesButCountsAll() throws IOException {
        Loading bounded = new Loading(folder, new IngestSettings(100, 3, 10, 10, 200, 10, 2));
        String[] rows = new String[10];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i == 0 ? port("A", "[119,37]") : port("B", "[0,0]");
        }

        LoadReport report = bounded.load(PORT, write(folder, "many.geojson", collection(rows)));

        assertThat(report.issues()).hasSize(3);
        assertThat(report.counts()).containsEntry("outside-region", 9L);
    }
}
