package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static sinkmap.ingest.Loading.MARSH;
import static sinkmap.ingest.Loading.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import sinkmap.store.Feature;

/** Reads files that GDAL's ogr2ogr has written; needs Debian's gdal-bin. */
class GdalFilesTest {

    private static final String BAY = "POLYGON ((119.1 37.2, 119.4 37.2, 119.4 37.5, 119.1 37.5, 119.1 37.2),"
            + " (119.2 37.3, 119.2 37.4, 119.3 37.4, 119.3 37.3, 119.2 37.3))";
    private static final String SOURCE = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name_zh":"莱州湾","species":"suaeda","area_km2":12.25,"surveyed":"2024-09-01"},
             "geometry":{"type":"MultiPolygon","coordinates":[[[[119.1,37.2],[119.4,37.2],[119.4,37.5],[119.1,37.5],[119.1,37.2]],
             [[119.2,37.3],[119.2,37.4],[119.3,37.4],[119.3,37.3],[119.2,37.3]]]]}},
            {"type":"Feature","properties":{"name_zh":"黄河口湿地","species":"phragmites","area_km2":null,"surveyed":null},
             "geometry":{"type":"MultiPolygon","coordinates":[[[[118.9,37.7],[119.3,37.7],[119.3,37.8],[118.9,37.7]]],
             [[[119.5,37.7],[119.6,37.7],[119.6,37.8],[119.5,37.7]]]]}}]}
            """;

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    @BeforeEach
    void needsGdal() throws Exception {
        boolean found;
        try {
            found = run("ogr2ogr", "--version") == 0;
        } catch (IOException e) {
            found = false;
        }
        if (!found) {
            String message = "NOT TESTED AGAINST GDAL: there is no ogr2ogr; install gdal-bin";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    private int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(code).as(output).isZero();
        return code;
    }

    @ParameterizedTest
    @CsvSource({
        "marsh.shp,      ESRI Shapefile, EPSG:4326,  -lco ENCODING=GBK",
        "marsh.shp,      ESRI Shapefile, EPSG:4490,  -lco ENCODING=UTF-8",
        "marsh.shp,      ESRI Shapefile, EPSG:4528,  -lco ENCODING=UTF-8",
        "marsh.shp,      ESRI Shapefile, EPSG:3857,  -dim XYZ -lco SHPT=POLYGONZ -lco ENCODING=UTF-8",
        "marsh.shp.zip,  ESRI Shapefile, EPSG:32650, -lco ENCODING=GBK",
        "marsh.gpkg,     GPKG,           EPSG:4490,  -nln any",
        "marsh.gpkg,     GPKG,           EPSG:4549,  -nln any",
        "marsh.fgb,      FlatGeobuf,     EPSG:4490,  -lco SPATIAL_INDEX=YES",
        "marsh.fgb,      FlatGeobuf,     EPSG:32651, -lco SPATIAL_INDEX=NO",
        "marsh.csv,      CSV,            EPSG:4326,  -lco GEOMETRY=AS_WKT",
        "marsh.geojsons, GeoJSONSeq,     EPSG:4326,  -lco RS=YES",
        "marsh.geojson,  GeoJSON,        EPSG:4549,  -lco RFC7946=NO"
    })
    void readsWhatGdalWrites(String name, String format, String crs, String options) throws Exception {
        Path source = write(folder, "source.geojson", SOURCE);
        List<String> command = new ArrayList<>(List.of(
                "ogr2ogr", "-f", format, "-t_srs", crs, folder.resolve(name).toString(), source.toString()));
        command.addAll(List.of(options.split(" ")));
        run(command.toArray(String[]::new));

        LoadReport report = to.load(MARSH, folder.resolve(name));

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.issues()).isEmpty();
        List<Feature> sorted = new ArrayList<>(to.stored);
        sorted.sort(Comparator.comparing(f -> f.geometry().getEnvelopeInternal().getMaxY()));
        Feature bay = sorted.get(0);
        assertThat(bay.attributes())
                .containsEntry("name_zh", "莱州湾")
                .containsEntry("species", "suaeda")
                .containsEntry("area_km2", 12.25)
                .containsEntry("surveyed", LocalDate.of(2024, 9, 1));
        assertThat(sorted.get(1).attributes())
                .containsEntry("name_zh", "黄河口湿地")
                .containsEntry("area_km2", null)
                .containsEntry("surveyed", null);
        Geometry difference = bay.geometry().symDifference(new WKTReader().read(BAY));
        assertThat(difference.getArea()).isCloseTo(0, offset(2e-4 * 0.08));
        assertThat(sorted.get(1).geometry().getNumGeometries()).isEqualTo(2);
    }
}
