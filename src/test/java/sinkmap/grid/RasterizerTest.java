package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RasterizerTest {

    static Geometry wkt(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** A star-shaped polygon with a hole, somewhere around the grid of 20 m by 14 m. */
    static Geometry star(long seed) {
        Random random = new Random(seed);
        double x = random.nextDouble() * 26 - 3;
        double y = random.nextDouble() * 20 - 3;
        int points = 3 + random.nextInt(30);
        Coordinate[] shell = new Coordinate[points + 1];
        Coordinate[] hole = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double radius = 1 + random.nextDouble() * 8;
            shell[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            hole[i] = new Coordinate(x + radius * 0.4 * Math.cos(angle), y + radius * 0.4 * Math.sin(angle));
        }
        shell[points] = shell[0];
        hole[points] = hole[0];
        GeometryFactory factory = new GeometryFactory();
        return factory.createPolygon(
                factory.createLinearRing(shell), new LinearRing[] {factory.createLinearRing(hole)});
    }

    private static final Grid GRID = new Grid("local", 0, 14, 1, 14, 20);

    private static String fill(String wkt, int rows, int columns) {
        return Drawing.of(Rasterizer.cells(List.of(wkt(wkt)), new Grid("local", 0, rows, 1, rows, columns)));
    }

    private static String touch(String wkt, int rows, int columns) {
        Mask mask = new Mask(new Grid("local", 0, rows, 1, rows, columns));
        Rasterizer.touch(wkt(wkt), mask);
        return Drawing.of(mask);
    }

    @Test
    void givesPolygonTheCellsWhoseCentreItCovers() {
        assertThat(fill("POLYGON ((0 0, 5 0, 0 3, 0 0), (0.2 0.2, 0.2 0.8, 0.8 0.8, 0.8 0.2, 0.2 0.2))", 4, 6))
                .isEqualTo("""
                        ......
                        #.....
                        ##....
                        .###..
                        """);
    }

    @Test
    void neighboursShareNoCellAndLeaveNoneOut() {
        Grid grid = new Grid("local", 0, 3, 1, 3, 4);
        Mask west = Rasterizer.cells(List.of(wkt("POLYGON ((0 0, 1.5 0, 1.5 3, 0 3, 0 0))")), grid);
        Mask east = Rasterizer.cells(List.of(wkt("POLYGON ((1.5 0, 4 0, 4 3, 1.5 3, 1.5 0))")), grid);
        assertThat(west.count() + east.count()).isEqualTo(12);
        assertThat(west.or(east).count()).isEqualTo(12);
    }

    @Test
    void keepsTheCellOfPolygonThatCoversNoCentre() {
        assertThat(fill("POLYGON ((2.1 1.1, 2.3 1.1, 2.2 1.3, 2.1 1.1))", 3, 4)).isEqualTo("""
                        ....
                        ..#.
                        ....
                        """);
    }

    @Test
    void doesNotKeepCellOfPolygonWhoseCentresLieOutsideTheGrid() {
        assertThat(fill("POLYGON ((3.8 1.1, 9 1.1, 9 2.2, 3.8 2.2, 3.8 1.1))", 3, 4))
                .doesNotContain("#");
    }

    @Test
    void linesAndPointsGetTheCellsTheyTouch() {
        assertThat(fill("LINESTRING (0.5 0.5, 3.5 2.5, 9 2.5)", 3, 5)).isEqualTo("""
                        ..###
                        .##..
                        ##...
                        """);
        assertThat(fill("MULTIPOINT ((0 2), (4.9 0.1), (5 0.1), (-1 1))", 3, 5)).isEqualTo("""
                        .....
                        #....
                        ....#
                        """);
    }

    @Test
    void touchingPolygonGetsEveryCellItReaches() {
        assertThat(touch("POLYGON ((1.8 0.8, 3.1 0.8, 3.1 2.2, 1.8 2.2, 1.8 0.8))", 3, 5))
                .isEqualTo("""
                        .###.
                        .###.
                        .###.
                        """);
    }

    @Test
    void ignoresEmptyAndFarGeometry() {
        assertThat(fill("POLYGON EMPTY", 2, 2)).doesNotContain("#");
        assertThat(fill("GEOMETRYCOLLECTION (POINT (9 9), POLYGON ((8 8, 9 8, 9 9, 8 8)))", 2, 2))
                .doesNotContain("#");
    }

    @Property(tries = 300)
    void agreesWithPointInPolygon(@ForAll long seed) {
        Geometry star = star(seed);
        Mask mask = new Mask(GRID);
        Rasterizer.fill(star, mask);
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(star);
        int covered = 0;
        for (int row = -20; row < 40; row++) {
            for (int column = -20; column < 40; column++) {
                boolean inside = locator.locate(new Coordinate(GRID.x(column), GRID.y(row))) == Location.INTERIOR;
                covered += inside ? 1 : 0;
                if (GRID.contains(row, column) && inside) {
                    assertThat(mask.get(GRID.index(row, column))).isTrue();
                    mask.clear(GRID.index(row, column));
                }
            }
        }
        assertThat(mask.count()).isLessThanOrEqualTo(covered == 0 ? 1 : 0);
    }

    @Property(tries = 200)
    void touchesWhatIntersects(@ForAll long seed) {
        Geometry star = seed % 2 == 0 ? star(seed) : star(seed).getBoundary();
        Mask mask = new Mask(GRID);
        Rasterizer.touch(star, mask);
        for (int cell = 0; cell < GRID.size(); cell++) {
            double x = GRID.x(cell % 20);
            double y = GRID.y(cell / 20);
            Geometry square = star.getFactory().toGeometry(new Envelope(x - 0.5, x + 0.5, y - 0.5, y + 0.5));
            assertThat(mask.get(cell)).isEqualTo(star.intersects(square));
        }
    }

    @Property(tries = 200)
    void windowGetsWhatTheWholeGets(@ForAll long seed) {
        Geometry star = star(seed);
        for (boolean touching : new boolean[] {false, true}) {
            Mask whole = new Mask(GRID);
            Mask window = new Mask(GRID.window(5, 3, 6, 11));
            if (touching) {
                Rasterizer.touch(star, whole);
                Rasterizer.touch(star, window);
            } else {
                Rasterizer.fill(star, whole);
                Rasterizer.fill(star, window);
            }
            assertThat(Drawing.of(window)).isEqualTo(Drawing.of(whole.window(5, 3, 6, 11)));
        }
    }
}
