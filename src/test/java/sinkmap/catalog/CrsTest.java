package sinkmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.grid.SinkmapException;

/** Expected coordinates were computed with PROJ's cs2cs. */
class CrsTest {

    static final String ALBERS = """
            PROJCS["CGCS2000 / Albers", GEOGCS["CGCS2000", DATUM["China_2000",
              SPHEROID["CGCS2000", 6378137, 298.257222101]], PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433]],
              PROJECTION["Albers_Conic_Equal_Area"], PARAMETER["standard_parallel_1", 35],
              PARAMETER["standard_parallel_2", 38], PARAMETER["latitude_of_center", 36.5],
              PARAMETER["longitude_of_center", 119], PARAMETER["false_easting", 500000],
              PARAMETER["false_northing", 500000], UNIT["metre", 1]]""";

    private static final Crs CGCS2000 = Crs.of("EPSG:4490");
    private static final Crs WGS84 = Crs.of("EPSG:4326");

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, EPSG:3857,  118.5, 37.2, 13191359.659003, 4467020.993628",
        "EPSG:4490, EPSG:3857,  118.5, 37.2, 13191359.659003, 4467020.993628",
        "EPSG:4490, EPSG:4549,  118.5, 37.2,   366828.877826, 4119760.956771",
        "EPSG:4326, EPSG:4549,  118.5, 37.2,   366828.877826, 4119760.956771",
        "CRS:84,    EPSG:4549,  118.5, 37.2,   366828.877826, 4119760.956771",
        "EPSG:4490, EPSG:4528,  118.5, 37.2, 40366828.877826, 4119760.956771",
        "EPSG:4490, EPSG:32650, 118.5, 37.2,   633117.853724, 4118113.052498",
        "EPSG:4490, EPSG:32651, 118.5, 37.2,   100547.568115, 4126554.584365",
    })
    void pointsAgreeWithProjToAMillimetreBothWays(String from, String to, double lon, double lat, double x, double y) {
        double[] point = {lon, lat};

        Crs.of(to).transform(point, 1, Crs.of(from));
        assertThat(point[0]).isCloseTo(x, within(0.001));
        assertThat(point[1]).isCloseTo(y, within(0.001));

        Crs.of(from).transform(point, 1, Crs.of(to));
        assertThat(point[0]).isCloseTo(lon, within(1e-8));
        assertThat(point[1]).isCloseTo(lat, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"122.7, 37.2, 828309.416025, 584011.226399", "115.1, 34.3, 140931.747412, 263158.382768"})
    void albersFromWktAgreesWithProj(double lon, double lat, double x, double y) {
        double[] point = {lon, lat};

        Crs.of(ALBERS).transform(point, 1, WGS84);

        assertThat(point[0]).isCloseTo(x, within(0.001));
        assertThat(point[1]).isCloseTo(y, within(0.001));
    }

    @Test
    void cgcs2000AndWgs84AreTheSameToTheLastBit() {
        double[] point = {118.123456789012, 37.987654321098};

        WGS84.transform(point, 1, CGCS2000);

        assertThat(point).containsExactly(118.123456789012, 37.987654321098);
        assertThat(WGS84.sameCoordinates(Crs.of("CRS:84"))).isTrue();
        assertThat(WGS84.sameCoordinates(Crs.of("EPSG:3857"))).isFalse();
        assertThat(WGS84.sameCoordinates(Crs.of("EPSG:4214"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4490, true",
        "EPSG:4326, true",
        "EPSG:4549, true",
        "EPSG:4526, true",
        "EPSG:3857, false",
        "EPSG:32650, false",
        "CRS:84, false"
    })
    void axisOrderOfTheAuthorityIsKnown(String code, boolean northFirst) {
        assertThat(Crs.of(code).northFirst()).isEqualTo(northFirst);
    }

    @Test
    void wktThatPutsNorthFirstIsReadEastFirst() {
        String wkt = """
                GEOGCS["CGCS2000", DATUM["China_2000", SPHEROID["CGCS2000", 6378137, 298.257222101]],
                  PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433], AXIS["Lat", NORTH], AXIS["Long", EAST]]""";
        double[] point = {118.5, 37.2};

        Crs.of("EPSG:4549").transform(point, 1, Crs.of(wkt));

        assertThat(Crs.of(wkt).northFirst()).isTrue();
        assertThat(point[0]).isCloseTo(366828.8778, within(0.001));
    }

    @Test
    void esriProjectionFileIsUnderstood() {
        Crs crs = Crs.of("""
                PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",\
                DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
                UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],\
                PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],\
                PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""");
        double[] point = {118.5, 37.2};

        crs.transform(point, 1, WGS84);

        assertThat(point[0]).isCloseTo(366828.8778, within(0.001));
        assertThat(point[1]).isCloseTo(4119760.9568, within(0.001));
    }

    @Test
    void geotoolsObjectsKeepTheirCode() {
        assertThat(Crs.of(Crs.of("EPSG:4549").geotools())).isEqualTo(Crs.of("EPSG:4549"));
        assertThat(Crs.of(Crs.of(ALBERS).geotools()).srid()).isZero();
    }

    @Test
    void feetAndAnotherDatumAreTransformedToACentimetre() {
        double[] point = {-73.9, 40.7};

        Crs.of("EPSG:2263").transform(point, 1, WGS84);

        assertThat(point[0]).isCloseTo(1011978.0768, within(0.03));
        assertThat(point[1]).isCloseTo(194321.1660, within(0.03));
    }

    @Test
    void factsAboutACrs() {
        assertThat(CGCS2000.srid()).isEqualTo(4490);
        assertThat(Crs.of("CRS:84").srid()).isEqualTo(4326);
        assertThat(Crs.of(ALBERS).srid()).isZero();
        assertThat(CGCS2000.geographic()).isTrue();
        assertThat(Crs.of(ALBERS).geographic()).isFalse();
        assertThat(CGCS2000.metresPerUnit()).isCloseTo(111_319.49, within(0.01));
        assertThat(Crs.of("EPSG:4549").metresPerUnit()).isEqualTo(1);
        assertThat(Crs.of("EPSG:2263").metresPerUnit()).isCloseTo(0.3048006, within(1e-7));
        assertThat(Crs.of("epsg:4490 ")).isEqualTo(CGCS2000);
        assertThat(Crs.of("EPSG:4490")).isSameAs(CGCS2000);
    }

    @Test
    void albersAreaIsTheGeodesicArea() throws ParseException {
        Geometry quad = new WKTReader().read("POLYGON ((115 34.4, 122.6 35.1, 122.1 38.3, 116.2 37.9, 115 34.4))");
        PolygonArea geodesic = new PolygonArea(Geodesic.WGS84, false);
        Geometry dense = Densifier.densify(quad, 0.01);
        for (Coordinate c : dense.getCoordinates()) {
            geodesic.AddPoint(c.y, c.x);
        }

        double area = Crs.of(ALBERS).transform(dense, CGCS2000).getArea();

        double expected = Math.abs(geodesic.Compute().area);
        assertThat(expected).isBetween(2.0e11, 2.6e11);
        assertThat(area / expected).isCloseTo(1, within(1e-4));
    }

    @Test
    void pointsOutsideTheDomainBecomeNaNAndLeaveTheOthersAlone() {
        double[] points = {-60, 37.2, 118.5, 37.2, 118.5, 95, Double.NaN, 37, 118.5, 90, 118.5, 37.2};

        Crs.of("EPSG:4549").transform(points, 6, CGCS2000);

        for (int i : new int[] {0, 2, 3, 4}) {
            assertThat(points[2 * i]).as("x" + i).isNaN();
            assertThat(points[2 * i + 1]).as("y" + i).isNaN();
        }
        for (int i : new int[] {1, 5}) {
            assertThat(points[2 * i]).as("x" + i).isCloseTo(366828.8778, within(0.001));
            assertThat(points[2 * i + 1]).as("y" + i).isCloseTo(4119760.9568, within(0.001));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:3857", "EPSG:4549", "EPSG:32650", "albers"})
    void absurdCoordinatesNeverThrow(String code) {
        Crs crs = Crs.of(code.equals("albers") ? ALBERS : code);
        double[] points = {1e9, 1e9, -5e7, 3e7, Double.POSITIVE_INFINITY, 0, 0, -1e300, 1e8, -1e8};

        double[] degrees = points.clone();
        CGCS2000.transform(degrees, 5, crs);
        crs.transform(points, 5, CGCS2000);

        for (double value : points) {
            assertThat(value).isNaN();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(Double.isNaN(degrees[2 * i + 1]) || Math.abs(degrees[2 * i + 1]) <= 90)
                    .isTrue();
        }
    }

    @Test
    void onlyTheCountedPointsAreTransformed() {
        double[] points = {118.5, 37.2, 118.5, 37.2};

        Crs.of("EPSG:3857").transform(points, 1, CGCS2000);

        assertThat(points[2]).isEqualTo(118.5);
        assertThat(points[0]).isGreaterThan(1e7);
    }

    @Test
    void boundsFollowCurvedEdges() {
        Envelope window = new Envelope(114.6, 124.0, 34.0, 39.0);
        Crs albers = Crs.of(ALBERS);

        Envelope bounds = albers.bounds(window, CGCS2000);

        // a parallel bulges to the south between its ends: its lowest point is on the central meridian
        double[] south = {119, 34};
        albers.transform(south, 1, CGCS2000);
        double[] corner = {114.6, 34};
        albers.transform(corner, 1, CGCS2000);
        assertThat(corner[1] - south[1]).isGreaterThan(8_000);
        assertThat(bounds.getMinY()).isCloseTo(south[1], within(1.0));
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double[] p = {114.6 + 9.4 * random.nextDouble(), 34 + 5 * random.nextDouble()};
            albers.transform(p, 1, CGCS2000);
            assertThat(bounds.contains(p[0], p[1])).isTrue();
        }
    }

    @Test
    void boundsOfTheWholeWorldStopAtTheDomain() {
        Envelope world = new Envelope(-180, 180, -90, 90);

        Envelope mercator = Crs.of("EPSG:3857").bounds(world, WGS84);
        Envelope zone = Crs.of("EPSG:32650").bounds(Crs.of("EPSG:3857").bounds(world, WGS84), Crs.of("EPSG:3857"));

        assertThat(mercator.getMaxX()).isCloseTo(20_037_508.34, within(1.0));
        assertThat(mercator.getMaxY()).isGreaterThan(20_037_508);
        double[] shandong = {118.5, 37.2};
        Crs.of("EPSG:32650").transform(shandong, 1, WGS84);
        assertThat(zone.contains(shandong[0], shandong[1])).isTrue();
        assertThat(Crs.of("EPSG:32650")
                        .bounds(new Envelope(-70, -60, 10, 20), WGS84)
                        .isNull())
                .isTrue();
    }

    @Test
    void geometriesAreCopiedAndCarryTheirSrid() throws ParseException {
        Geometry line = new WKTReader().read("LINESTRING (118.5 37.2, 119 37.3)");

        Geometry transformed = Crs.of("EPSG:4549").transform(line, CGCS2000);

        assertThat(line.getCoordinate()).isEqualTo(new Coordinate(118.5, 37.2));
        assertThat(transformed.getCoordinate().distance(new Coordinate(366828.877826, 4119760.956771)))
                .isLessThan(0.001);
        assertThat(transformed.getSRID()).isEqualTo(4549);
        assertThat(Crs.of("EPSG:4326").transform(line, CGCS2000).getSRID()).isEqualTo(4326);
    }

    @Test
    void geometryThatLeavesTheDomainIsCutAtItsEdge() {
        Geometry asia = new GeometryFactory().toGeometry(new Envelope(20, 150, 10, 60));

        Geometry zone = Crs.of("EPSG:32650").transform(asia, CGCS2000);
        Geometry fromMercator =
                Crs.of("EPSG:32650").transform(Crs.of("EPSG:3857").transform(asia, WGS84), Crs.of("EPSG:3857"));

        assertThat(zone.isValid()).isTrue();
        Geometry back = CGCS2000.transform(zone, Crs.of("EPSG:32650"));
        assertThat(back.getEnvelopeInternal().getMinX()).isCloseTo(97, within(0.01));
        assertThat(back.getEnvelopeInternal().getMaxX()).isCloseTo(137, within(0.01));
        assertThat(fromMercator.getArea() / zone.getArea()).isCloseTo(1, within(1e-6));
        Geometry farAway = new GeometryFactory().toGeometry(new Envelope(-70, -60, 10, 20));
        assertThat(Crs.of("EPSG:32650").transform(farAway, CGCS2000).isEmpty()).isTrue();
    }

    @Test
    void projectedCoordinatesThatAreNoneAreRefused() {
        Geometry wrong = new GeometryFactory().createPoint(new Coordinate(4.1e15, 3.6e15));

        assertThatThrownBy(() -> CGCS2000.transform(wrong, Crs.of("EPSG:4549")))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("EPSG:4549")
                .hasMessageContaining("swapped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG:999999       | cannot be understood",
                "EPSG:5773         | neither a map projection nor longitude and latitude", // a height
                "EPSG:4978         | neither a map projection nor longitude and latitude", // geocentric
                "4490              | did you mean 'EPSG:4490'?",
                "WGS84             | write an EPSG code such as EPSG:4490, CRS:84, or a WKT 1 definition",
                "PROJCS[\"broken\" | cannot be understood",
                "''                | unknown coordinate reference system ''",
                "CRS:99            | cannot be understood",
            })
    void whatIsNoCrsIsRefusedWithAdvice(String definition, String message) {
        assertThatThrownBy(() -> Crs.of(definition))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(message);
    }

    @Test
    void isSafeForManyThreads() throws Exception {
        String albers = ALBERS.replace("CGCS2000 / Albers", "Albers of this test");
        List<Callable<Double>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tasks.add(() -> {
                double[] xy = new double[20_000];
                Arrays.setAll(xy, k -> k % 2 == 0 ? 122.7 : 37.2);
                Crs.of(albers).transform(xy, 10_000, CGCS2000);
                return Arrays.stream(xy).sum();
            });
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<Double> sum : pool.invokeAll(tasks)) {
                assertThat(sum.get()).isCloseTo(10_000 * (828309.416025 + 584011.226399), within(20.0));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
