package sinkmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.grid.Buffers;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Rasterizer;

/**
 * Exclusions along a real coast (GSHHG, full resolution) against PostGIS polygons: the sea within a distance of the
 * mainland, at 100 m cells, by {@code ST_Buffer} and {@code ST_Difference} in the same equal-area CRS.
 */
class RealCoastTest {

    private static final Path COAST = Path.of(System.getenv().getOrDefault("SINKMAP_REAL_DATA", "../shared/data"))
            .resolve("coastline/gshhg_f_land_114.5_123.6.geojson");
    private static final String POSTGIS = System.getenv("SINKMAP_TEST_POSTGIS");

    private static Grid grid;
    private static final List<Geometry> LAND = new ArrayList<>();
    private static Geometry mainland;

    @BeforeAll
    static void readCoast() throws Exception {
        assumeTrue(Files.exists(COAST), "SKIPPED: no real coastline at " + COAST + " (set SINKMAP_REAL_DATA)");
        assumeTrue(POSTGIS != null, "SKIPPED: no PostGIS (set SINKMAP_TEST_POSTGIS; script/test does)");
        grid = Catalog.read(Path.of("layers"), Path.of("styles")).region().grid(100);
        Crs albers = Crs.of(grid.crs());
        Geometry all = new GeoJsonReader().read(Files.readString(COAST));
        for (int i = 0; i < all.getNumGeometries(); i++) {
            LAND.add(albers.transform(all.getGeometryN(i).buffer(0), Crs.of("EPSG:4326")));
        }
        mainland = LAND.stream()
                .max((a, b) -> Double.compare(a.getArea(), b.getArea()))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {10_000, 30_000})
    void seaLostNearTheMainlandAgreesWithPostGis(double distance_m) throws SQLException {
        Mask lost = Buffers.within(List.of(mainland), grid, distance_m).andNot(Rasterizer.cells(LAND, grid));

        double expected_ha = seaWithin_ha(distance_m);
        System.out.printf(
                "sea within %.0f m: grid %.1f ha, PostGIS %.1f ha%n", distance_m, lost.area_ha(), expected_ha);
        assertThat(lost.area_ha()).isCloseTo(expected_ha, within(expected_ha * 0.001));
    }

    private static double seaWithin_ha(double distance_m) throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGIS);
                Statement create = connection.createStatement()) {
            connection.setAutoCommit(false);
            create.execute("CREATE TEMP TABLE coast (main boolean, geom geometry) ON COMMIT DROP");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO coast VALUES (?, ST_GeomFromWKB(?))")) {
                for (Geometry land : LAND) {
                    insert.setBoolean(1, land == mainland);
                    insert.setBytes(2, new WKBWriter().write(land));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            String sql = """
                    SELECT ST_Area(ST_Difference(
                        ST_Intersection(ST_GeomFromWKB(?), ST_Buffer((SELECT geom FROM coast WHERE main), ?, 'quad_segs=64')),
                        (SELECT ST_Union(geom) FROM coast))) / 10000
                    """;
            try (PreparedStatement area = connection.prepareStatement(sql)) {
                area.setBytes(1, new WKBWriter().write(new GeometryFactory().toGeometry(grid.envelope())));
                area.setDouble(2, distance_m);
                try (ResultSet row = area.executeQuery()) {
                    row.next();
                    return row.getDouble(1);
                }
            }
        }
    }
}
