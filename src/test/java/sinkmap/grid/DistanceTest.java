package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class DistanceTest {

    private static Mask random(long seed) {
        Random random = new Random(seed);
        Grid grid = new Grid("local", -40, 70, 10, 1 + random.nextInt(30), 1 + random.nextInt(150));
        Mask mask = new Mask(grid);
        double share = Math.pow(10, -3 * random.nextDouble());
        for (int cell = 0; cell < grid.size(); cell++) {
            if (random.nextDouble() < share) {
                mask.set(cell);
            }
        }
        return mask;
    }

    private static double bruteForce(Mask sources, int cell) {
        int columns = sources.grid().columns();
        double[] least = {Double.POSITIVE_INFINITY};
        sources.forEach(source -> least[0] =
                Math.min(least[0], Math.hypot(source / columns - cell / columns, source % columns - cell % columns)));
        return least[0] * sources.grid().cellSize();
    }

    @Property(tries = 100)
    void isTheDistanceToTheNearestSource(@ForAll long seed) {
        Mask sources = random(seed);
        Raster distance = Distance.to(sources);
        for (int cell = 0; cell < sources.grid().size(); cell++) {
            if (sources.isEmpty()) {
                assertThat(distance.values()[cell]).isNaN();
            } else {
                assertThat((double) distance.values()[cell]).isEqualTo(bruteForce(sources, cell), within(1e-3));
            }
        }
    }

    @Property(tries = 100)
    void withinHoldsTheCellsUpToTheDistance(@ForAll long seed) {
        Mask sources = random(seed);
        double distance_m = new double[] {0, 10, 14.1, 14.2, 35, 50, 400}[Math.floorMod(seed, 7)];
        Mask reached = Distance.within(sources, distance_m);
        for (int cell = 0; cell < sources.grid().size(); cell++) {
            assertThat(reached.get(cell)).isEqualTo(bruteForce(sources, cell) <= distance_m);
        }
    }

    @Test
    void circlesAreRound() {
        Mask point = Drawing.mask("""
                .........
                .........
                .........
                ....#....
                .........
                .........
                """);
        assertThat(Drawing.of(Distance.within(point, 2.5))).isEqualTo("""
                .........
                ...###...
                ..#####..
                ..#####..
                ..#####..
                ...###...
                """);
    }

    @Test
    void nothingIsWithinNegativeDistance() {
        assertThat(Distance.within(Drawing.mask("..#"), -1).isEmpty()).isTrue();
    }

    @Test
    void geometryOutsideTheGridCounts() {
        Grid grid = new Grid("local", 0, 30, 10, 3, 4);
        List<Geometry> pier = List.of(RasterizerTest.wkt("LINESTRING (-75 5, -65 5)"));
        Raster distance = Distance.to(pier, grid, 100);
        assertThat(distance.at(2, 0)).isEqualTo(70);
        assertThat(distance.at(2, 3)).isEqualTo(100);
        assertThat(distance.at(0, 0)).isEqualTo((float) Math.hypot(70, 20));
        assertThat(Distance.to(pier, grid, 20).countData()).isZero();
    }
}
