package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.ingest.Loading.MARSH;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.sf.GeometryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FlatGeobuf written by H2GIS and GeoPackages written by NGA's library. */
class DatabaseFormatsTest {

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    private Path geoPackage(String name, String... tables) throws Exception {
        Path file = folder.resolve(name);
        GeoPackageManager.create(file.toFile());
        try (GeoPackage geoPackage = GeoPackageManager.open(file.toFile())) {
            for (String table : tables) {
                fill(geoPackage, table);
            }
        }
        return file;
    }

    private static void fill(GeoPackage geoPackage, String table) throws Exception {
        GeometryColumns geometry = new GeometryColumns();
        geometry.setTableName(table);
        geometry.setColumnName("geom");
        geometry.setGeometryType(GeometryType.POLYGON);
        geometry.setSrs(geoPackage.getSpatialReferenceSystemDao().getOrCreateFromEpsg(4326));
        List<FeatureColumn> columns = List.of(
                FeatureColumn.createColumn("name_zh", mil.nga.geopackage.db.GeoPackageDataType.TEXT),
                FeatureColumn.createColumn("area_km2", mil.nga.geopackage.db.GeoPackageDataType.DOUBLE),
                FeatureColumn.createColumn("surveyed", mil.nga.geopackage.db.GeoPackageDataType.DATE));
        geoPackage.createFeatureTable(
                FeatureTableMetadata.create(geometry, columns, new BoundingBox(114, 34, 124, 39)));
        FeatureDao dao = geoPackage.getFeatureDao(table);
        FeatureRow row = dao.newRow();
        row.setGeometry(GeoPackageGeometryData.createFromWktAndBuildEnvelope(
                4326, "POLYGON ((119 37, 119.2 37, 119.2 37.1, 119 37.1, 119 37))"));
        row.setValue("name_zh", "黄河口");
        row.setValue("area_km2", 12.25);
        row.setValue("surveyed", "2024-09-01");
        dao.insert(row);
        FeatureRow without = dao.newRow();
        without.setValue("name_zh", "无");
        dao.insert(without);
    }

    @Test
    void readsTheFeatureTableOfAGeoPackage() throws Exception {
        LoadReport report = to.load(MARSH, geoPackage("marsh.gpkg", "anything"));

        assertThat(to.shapes()).containsExactly("MULTIPOLYGON (((119 37, 119.2 37, 119.2 37.1, 119 37.1, 119 37)))");
        assertThat(to.values("name_zh")).containsExactly("黄河口");
        assertThat(to.values("area_km2")).containsExactly(12.25);
        assertThat(to.values("surveyed")).containsExactly(LocalDate.of(2024, 9, 1));
        assertThat(report.crs()).isEqualTo("EPSG:4326");
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.issues().get(0).row()).isEqualTo(2);
        assertThat(report.ignoredColumns()).isEmpty();
    }

    @Test
    void choosesTheTableByOptionOrByTheLayersName() throws Exception {
        Path two = geoPackage("two.gpkg", "a", "b");

        assertThatThrownBy(() -> to.load(MARSH, two))
                .hasMessageContaining("holds 2 feature tables: a, b")
                .hasMessageContaining("--part");
        assertThat(to.load(MARSH, two, LoadOptions.replace().withPart("B")).accepted())
                .isEqualTo(1);
        assertThat(to.load(MARSH, geoPackage("named.gpkg", "a", "salt_marsh")).accepted())
                .isEqualTo(1);
    }

    @Test
    void refusesAGeoPackageThatIsCutOff() throws Exception {
        Path file = geoPackage("marsh.gpkg", "marsh");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20_000));

        assertThatThrownBy(() -> to.load(MARSH, file))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("marsh.gpkg is not a sound GeoPackage");
        assertThat(to.committed).isFalse();
    }

    @Test
    void readsFlatGeobuf() throws Exception {
        try (Written written = new Written()) {
            to.load(
                    MARSH,
                    written.flatGeobuf(folder, "marsh", "MARSH"),
                    LoadOptions.replace().withCrs("EPSG:4490"));
        }

        assertThat(to.stored).hasSize(2);
        assertThat(to.values("name_zh")).containsExactlyInAnyOrder("黄河口湿地", "莱州湾");
        assertThat(to.stored)
                .anyMatch(f -> f.geometry().getArea() > 0.06 && f.geometry().getArea() < 0.07);
    }

    @Test
    void refusesFlatGeobufThatIsCutOffAndSurvivesAnyDamage() throws Exception {
        Path file;
        try (Written written = new Written()) {
            file = written.flatGeobuf(folder, "marsh", "MARSH");
        }
        LoadOptions options = LoadOptions.replace().withCrs("EPSG:4490");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length += 11) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> to.load(MARSH, file, options)).isInstanceOf(IngestException.class);
        }
        assertThat(to.committed).isFalse();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            try {
                to.load(MARSH, file, options);
            } catch (IngestException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
