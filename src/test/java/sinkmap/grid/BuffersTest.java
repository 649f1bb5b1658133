package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class BuffersTest {

    private static final Grid GRID = new Grid("local", 0, 14, 1, 14, 20);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static List<Geometry> some(long seed) {
        Random random = new Random(seed);
        List<Geometry> geometries = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Geometry star = RasterizerTest.star(random.nextLong());
            geometries.add(
                    switch (random.nextInt(3)) {
                        case 0 -> star;
                        case 1 -> star.getBoundary();
                        default -> star.getFactory().createMultiPointFromCoords(star.getCoordinates());
                    });
        }
        return geometries;
    }

    @Property(tries = 300)
    void agreesWithTheGeometryItself(@ForAll long seed) {
        List<Geometry> geometries = some(seed);
        double distance_m = new double[] {0.9, 1, 2.3, 5, 30}[Math.floorMod(seed, 5)];
        Mask mask = Buffers.within(geometries, GRID, distance_m);
        for (int cell = 0; cell < GRID.size(); cell++) {
            Geometry centre = FACTORY.createPoint(new Coordinate(GRID.x(cell % 20), GRID.y(cell / 20)));
            boolean near = geometries.stream().anyMatch(g -> g.distance(centre) <= distance_m);
            assertThat(mask.get(cell)).isEqualTo(near);
        }
    }

    @Property(tries = 100)
    void largerDistanceNeverGivesFewerCells(@ForAll long seed) {
        List<Geometry> geometries = some(seed);
        Mask before = new Mask(GRID);
        for (double distance_m : new double[] {0, 0.2, 0.6, 0.8, 1.5, 4}) {
            Mask now = Buffers.within(geometries, GRID, distance_m);
            assertThat(before.andNot(now).isEmpty()).isTrue();
            before = now;
        }
    }

    @Property(tries = 100)
    void nearestAgreesWithTheGeometryItself(@ForAll long seed) {
        List<Geometry> geometries = some(seed);
        Nearest nearest = Nearest.of(geometries);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Coordinate p = new Coordinate(random.nextDouble() * 40 - 10, random.nextDouble() * 40 - 10);
            Geometry point = FACTORY.createPoint(p);
            double expected = geometries.stream()
                    .mapToDouble(g -> g.distance(point))
                    .min()
                    .orElseThrow();
            assertThat(nearest.distance(p.x, p.y)).isEqualTo(expected, within(1e-9));
            assertThat(nearest.distance(p.x, p.y, 2)).isEqualTo(Math.min(2, expected), within(1e-9));
        }
    }

    @Test
    void sourceJustOutsideReachesIn() {
        Grid grid = new Grid("local", 0, 300, 100, 3, 5);
        Mask mask = Buffers.within(List.of(RasterizerTest.wkt("POINT (-60 150)")), grid, 250);
        assertThat(Drawing.of(mask)).isEqualTo("""
                ##...
                ##...
                ##...
                """);
    }

    @Test
    void sourceOnTheOuterEdgeReachesIn() {
        Grid grid = new Grid("local", 0, 300, 100, 3, 4);
        assertThat(Drawing.of(Buffers.within(List.of(RasterizerTest.wkt("POINT (400 0)")), grid, 160)))
                .isEqualTo("""
                ....
                ...#
                ..##
                """);
    }

    @Test
    void featureSmallerThanCellIsNotLost() {
        Mask mask =
                Buffers.within(List.of(RasterizerTest.wkt("POINT (10 290)")), new Grid("local", 0, 300, 100, 3, 5), 5);
        assertThat(mask.count()).isOne();
    }

    @Test
    void nothingIsNearNothing() {
        assertThat(Buffers.within(List.of(), GRID, 10).isEmpty()).isTrue();
        assertThat(Nearest.of(List.of()).distance(1, 2)).isInfinite();
    }
}
