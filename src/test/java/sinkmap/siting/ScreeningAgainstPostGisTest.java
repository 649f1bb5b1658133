package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.grid.Buffers;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Raster;

/**
 * A plan over real layers (coast, cities, substations, airfields, railway stations) against polygons in PostGIS: {@code
 * ST_Buffer}, {@code ST_Intersection} and {@code ST_Difference} in the same equal-area CRS. Grid and polygons share nothing
 * but the projected coordinates.
 */
class ScreeningAgainstPostGisTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("SINKMAP_REAL_DATA", "../shared/data"));
    private static final String POSTGIS = System.getenv("SINKMAP_TEST_POSTGIS");

    private static final Term LAND = new Term.All(List.of(new Term.Within("land", 0), new Term.Within("city", 0)));

    private static final List<Exclusion> RULES = List.of(
            Plans.rule("substation", new Term.Within("substation", 500)),
            Plans.rule("airfield", new Term.Within("airfield", 3000)),
            Plans.rule("coast", new Term.Within("sea", 1000)),
            Plans.rule(
                    "station-in-reach",
                    new Term.All(List.of(
                            new Term.Within("station", 2000), new Term.Not(new Term.Within("substation", 4000))))));

    /** The rules in SQL; {@code near(layer, distance)} is the buffered union of a layer. */
    private static final List<String> SQL_RULES = List.of(
            "near('substation', 500)",
            "near('airfield', 3000)",
            "near('sea', 1000)",
            "ST_Difference(near('station', 2000), near('substation', 4000))");

    private static Crs albers;
    private static Grid region;
    private static final Map<String, List<Geometry>> LAYERS = new HashMap<>();

    @BeforeAll
    static void readLayers() throws Exception {
        Path coast = DATA.resolve("coastline/gshhg_f_land_114.5_123.6.geojson");
        if (!Files.exists(coast) || POSTGIS == null) {
            String message = "NOT TESTED AGAINST POSTGIS ON REAL DATA: needs " + coast
                    + " (SINKMAP_REAL_DATA) and a PostGIS (SINKMAP_TEST_POSTGIS)";
            System.err.println(message);
            Assumptions.abort(message);
        }
        region = Catalog.read(Path.of("layers"), Path.of("styles")).region().grid(100);
        albers = Crs.of(region.crs());
        read("land", "coastline/gshhg_f_land_114.5_123.6.geojson");
        read("city", "boundaries/shandong_cities_datav_wgs84_corrected.geojson");
        read("substation", "power/osm/osm_substations.geojson");
        read("airfield", "power/osm/osm_aeroways.geojson");
        read("station", "power/osm/osm_railway_stations.geojson");
    }

    private static void read(String layer, String file) throws Exception {
        // longitude and latitude by name of the CRS, which the reader does not know
        String json = Files.readString(DATA.resolve(file))
                .replaceFirst("\"crs\": *\\{ *\"type\": *\"name\", *\"properties\": *\\{[^}]*\\} *\\},", "");
        Geometry all = new GeoJsonReader().read(json);
        List<Geometry> geometries = new ArrayList<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry part = all.getGeometryN(i);
            geometries.add(albers.transform(part.getDimension() == 2 ? part.buffer(0) : part, Crs.of("EPSG:4326")));
        }
        LAYERS.put(layer, geometries);
    }

    /** The region, and a window on the coast of Jiaozhou Bay and the Yellow Sea. */
    private static Grid grid(double cell_m) {
        if (cell_m == 100) {
            return region;
        }
        Envelope bay = albers.bounds(new Envelope(120.05, 120.35, 36.0, 36.28), Crs.of("EPSG:4326"));
        return Grid.covering(region.crs(), bay, cell_m);
    }

    /** Layers near a window, the sea among them: what is not land, as far as rules can see. */
    private static Map<String, List<Geometry>> around(Grid grid) {
        Envelope seen = new Envelope(grid.envelope());
        seen.expandBy(10_000);
        Geometry frame = new GeometryFactory().toGeometry(seen);
        Map<String, List<Geometry>> near = new HashMap<>();
        LAYERS.forEach((layer, geometries) -> near.put(
                layer,
                geometries.stream()
                        .filter(g -> g.getEnvelopeInternal().intersects(seen))
                        .map(g -> seen.contains(g.getEnvelopeInternal()) ? g : g.intersection(frame))
                        .toList()));
        Geometry land = new GeometryFactory().buildGeometry(near.get("land")).union();
        near.put("sea", List.of(frame.difference(land)));
        return near;
    }

    @ParameterizedTest
    @CsvSource({
        // cell size in metres, allowed deviation in percentage points of the eligible land
        "100, 0.1",
        "10,  0.05"
    })
    void whatIsAvailableAndWhatEachRuleTakesAgreesWithPolygons(double cell_m, double points) throws SQLException {
        Grid grid = grid(cell_m);
        Map<String, List<Geometry>> layers = around(grid);
        Screening screening = Screening.of(
                Plans.plan(Unknown.EXCLUDED, LAND, RULES.toArray(Exclusion[]::new)), new Vectors(grid, layers));
        double eligible_ha = screening.eligible().area_ha();
        double available_ha = screening.available().area_ha();
        double[] taken_ha = taken_ha(screening.reasons());

        double[] expected_ha = areas_ha(grid, layers);
        System.out.printf(
                "%d x %d cells of %.0f m: eligible %.1f ha (PostGIS %.1f), available %.3f %% (PostGIS %.3f %%)%n",
                grid.columns(),
                grid.rows(),
                cell_m,
                eligible_ha,
                expected_ha[0],
                100 * available_ha / eligible_ha,
                100 * expected_ha[1] / expected_ha[0]);
        assertThat(100 * eligible_ha / expected_ha[0]).isCloseTo(100, within(points));
        assertThat(100 * available_ha / eligible_ha)
                .isCloseTo(100 * expected_ha[1] / expected_ha[0], within(points))
                .isBetween(5.0, 95.0);
        for (int rule = 0; rule < taken_ha.length; rule++) {
            assertThat(100 * taken_ha[rule] / eligible_ha)
                    .as(RULES.get(rule).id())
                    .isCloseTo(100 * expected_ha[2 + rule] / expected_ha[0], within(points))
                    .isPositive();
        }
    }

    /** Area that each rule takes alone, from the bits of the reasons. */
    private static double[] taken_ha(Raster reasons) {
        double[] taken_ha = new double[RULES.size()];
        for (float reason : reasons.values()) {
            for (int rule = 0; rule < taken_ha.length; rule++) {
                if (!Float.isNaN(reason) && ((int) reason & 1 << rule) != 0) {
                    taken_ha[rule] += reasons.grid().cellArea_ha();
                }
            }
        }
        return taken_ha;
    }

    /** Eligible and available area, and what each rule takes alone, in hectares. */
    private static double[] areas_ha(Grid grid, Map<String, List<Geometry>> layers) throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGIS);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE feature (layer text, geom geometry) ON COMMIT DROP");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO feature VALUES (?, ST_GeomFromWKB(?))")) {
                for (Map.Entry<String, List<Geometry>> layer : layers.entrySet()) {
                    for (Geometry geometry : layer.getValue()) {
                        insert.setString(1, layer.getKey());
                        insert.setBytes(2, new WKBWriter().write(geometry));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            statement.execute("""
                    CREATE FUNCTION pg_temp.near(text, double precision) RETURNS geometry LANGUAGE sql AS
                    $$ SELECT ST_Union(ST_Buffer(geom, $2, 'quad_segs=64')) FROM feature WHERE layer = $1 $$
                    """);
            return areas_ha(connection, grid);
        }
    }

    private static double[] areas_ha(Connection connection, Grid grid) throws SQLException {
        StringBuilder sql = new StringBuilder("WITH eligible AS MATERIALIZED (SELECT ST_Intersection(ST_GeomFromWKB(?),"
                + " ST_Intersection(pg_temp.near('land', 0), pg_temp.near('city', 0))) AS geom)");
        for (int rule = 0; rule < SQL_RULES.size(); rule++) {
            String taken = SQL_RULES.get(rule).replace("near(", "pg_temp.near(");
            sql.append(", r" + rule + " AS MATERIALIZED (SELECT ST_Intersection(eligible.geom, " + taken
                    + ") AS geom FROM eligible)");
        }
        sql.append(" SELECT ST_Area(eligible.geom), ST_Area(ST_Difference(eligible.geom, ST_Union(ARRAY[");
        List<String> rules = new ArrayList<>();
        for (int rule = 0; rule < SQL_RULES.size(); rule++) {
            rules.add("r" + rule);
        }
        sql.append(String.join(", ", rules.stream().map(r -> r + ".geom").toList()))
                .append("])))");
        rules.forEach(r -> sql.append(", ST_Area(" + r + ".geom)"));
        sql.append(" FROM eligible, " + String.join(", ", rules));
        try (PreparedStatement areas = connection.prepareStatement(sql.toString())) {
            areas.setBytes(1, new WKBWriter().write(new GeometryFactory().toGeometry(grid.envelope())));
            try (ResultSet row = areas.executeQuery()) {
                row.next();
                double[] areas_ha = new double[2 + rules.size()];
                for (int i = 0; i < areas_ha.length; i++) {
                    areas_ha[i] = row.getDouble(i + 1) / 10_000;
                }
                return areas_ha;
            }
        }
    }

    /** Evidence of features only. */
    private record Vectors(Grid grid, Map<String, List<Geometry>> layers) implements Evidence {

        @Override
        public boolean holds(String layer, String where, double distance_m) {
            return !layers.get(layer).isEmpty();
        }

        @Override
        public Mask within(String layer, String where, double distance_m) {
            return Buffers.within(layers.get(layer), grid, distance_m);
        }

        @Override
        public Raster distance(String layer, String where, double reach_m) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Nearest nearest(String layer, String where) {
            throw new UnsupportedOperationException();
        }

        public boolean hasData(String layer) {
            return false;
        }

        @Override
        public Raster raster(String layer, Grid wanted) {
            throw new UnsupportedOperationException();
        }
    }
}
