package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Patch;
import sinkmap.siting.RimCells.Closest;
import sinkmap.siting.RimCells.Reach;

/** The search by blocks against a look at every cell of the site with JTS. */
class RimCellsTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Grid GRID = new Grid("local", 1000, 5000, 25, 150, 210);

    /** Land of some ragged rectangles. */
    private static Mask land(Random random) {
        Mask land = new Mask(GRID);
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            int top = random.nextInt(140);
            int left = random.nextInt(200);
            int bottom = Math.min(150, top + 1 + random.nextInt(90));
            for (int row = top; row < bottom; row++) {
                land.setRange(GRID.index(row, left), GRID.index(row, Math.min(209, left + 1 + random.nextInt(80))));
            }
        }
        return land;
    }

    private static List<Geometry> features(Random random) {
        List<Geometry> features = new ArrayList<>();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            double x = random.nextDouble() * 9000 - 1000;
            double y = random.nextDouble() * 8000 - 1000;
            features.add(
                    random.nextBoolean()
                            ? FACTORY.createPoint(new Coordinate(x, y))
                            : FACTORY.toGeometry(
                                    new Envelope(x, x + random.nextDouble() * 1500, y, y + random.nextDouble() * 700)));
        }
        return features;
    }

    private static double toAnyCell(Patch site, List<Geometry> features) {
        double[] least_m = {Double.POSITIVE_INFINITY};
        site.forEach(cell -> {
            Geometry centre =
                    FACTORY.createPoint(new Coordinate(GRID.x(cell % GRID.columns()), GRID.y(cell / GRID.columns())));
            features.forEach(feature -> least_m[0] = Math.min(least_m[0], feature.distance(centre)));
        });
        return least_m[0];
    }

    private static Closest nearest(Mask land, List<Geometry> features, Reach reach) {
        Patch cells = Patch.of(land);
        return new RimCells(cells, cells.rim()).nearest(Nearest.of(features), reach, Closest.NONE);
    }

    @Property(tries = 300)
    void findsTheLeastDistanceOfAnyCellToFeaturesThatMayLieInside(@ForAll long seed) {
        Random random = new Random(seed);
        Mask land = land(random);
        List<Geometry> features = features(random);
        Closest found = nearest(land, features, Reach.OVER_CENTRES);
        assertThat(found.distance_m()).isCloseTo(toAnyCell(Patch.of(land), features), within(1e-6));
        assertThat(toAnyCell(Patch.ofRuns(GRID, new int[] {found.cell()}, new int[] {found.cell() + 1}), features))
                .isCloseTo(found.distance_m(), within(1e-6));
        assertThat(land.get(found.cell())).isTrue();
    }

    @Property(tries = 300)
    void needNotLookInsideOfAreasThatFeaturesKeepOutOf(@ForAll long seed) {
        Random random = new Random(seed);
        Mask land = land(random);
        Patch cells = Patch.of(land);
        List<Geometry> between = features(random).stream()
                .filter(feature -> toAnyCell(cells, List.of(feature)) > 0)
                .toList();
        List<Geometry> away = between.stream()
                .filter(feature -> toAnyCell(cells, List.of(feature)) > GRID.cellSize() * Math.sqrt(0.5))
                .toList();
        assertThat(nearest(land, between, Reach.BETWEEN_CENTRES).distance_m())
                .isEqualTo(nearest(land, between, Reach.OVER_CENTRES).distance_m());
        assertThat(nearest(land, away, Reach.NOT).distance_m())
                .isEqualTo(nearest(land, away, Reach.OVER_CENTRES).distance_m());
    }

    @Test
    void nothingIsInfinitelyFar() {
        assertThat(nearest(land(new Random(1)), List.of(), Reach.OVER_CENTRES)).isEqualTo(Closest.NONE);
        assertThat(nearest(new Mask(GRID), features(new Random(2)), Reach.OVER_CENTRES))
                .isEqualTo(Closest.NONE);
    }
}
