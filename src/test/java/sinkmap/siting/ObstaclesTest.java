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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;
import sinkmap.grid.Zones;

class ObstaclesTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int ROWS = 70;
    private static final int COLUMNS = 95;

    private static final Plan PLAN = Plans.plan(
            Unknown.EXCLUDED,
            Plans.LAND,
            List.of(
                    Plans.rule("road", new Term.Within("road", 300)),
                    Plans.rule("well", new Term.Within("well", 0)),
                    Plans.rule(
                            "park", new Term.All(List.of(new Term.Within("park", 500), new Term.Within("road", 900))))),
            List.of(Plans.SUN),
            new SiteRules(8, 2));

    private static final Obstacles OBSTACLES = new Obstacles(PLAN);

    private static String box(Random random, int most) {
        int x = random.nextInt(COLUMNS * 100);
        int y = random.nextInt(ROWS * 100);
        return String.format(
                "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))",
                x, y, x + 1 + random.nextInt(most), y + 1 + random.nextInt(most));
    }

    private static Ground ground(Random random) {
        return new Ground(ROWS, COLUMNS)
                .with("road", box(random, 900), box(random, 2500))
                .with("well", "POINT (" + (random.nextInt(9500) + 0.5) + " 3210.5)", box(random, 60))
                .with("park", box(random, 400), box(random, 1500));
    }

    /** Land that keeps 300 m from roads and off wells, and of it what is left when some boxes are taken out. */
    private static Mask land(Ground ground, Random random) {
        Grid grid = ground.grid();
        Mask land = new Mask(grid);
        land.setRange(0, grid.size());
        land.andNot(ground.within("road", null, 300)).andNot(ground.within("well", null, 0));
        for (int n = random.nextInt(6); n > 0; n--) {
            int top = random.nextInt(ROWS);
            int left = random.nextInt(COLUMNS);
            Mask gone = new Mask(grid);
            for (int row = top; row < Math.min(ROWS, top + 1 + random.nextInt(25)); row++) {
                gone.setRange(
                        grid.index(row, left), grid.index(row, Math.min(COLUMNS - 1, left + random.nextInt(40))) + 1);
            }
            land.andNot(gone);
        }
        return land;
    }

    /** Contiguous areas, some cut in two along a row. */
    private static List<SiteArea> areas(Mask land, Random random) {
        Zones zones = Zones.of(land, 4);
        List<SiteArea> areas = new ArrayList<>();
        for (int z = 1; z <= zones.count(); z++) {
            Patch zone = zones.patch(z);
            int cut = zone.firstRow() + random.nextInt(zone.lastRow() - zone.firstRow() + 1);
            for (Patch part : List.of(zone.rows(0, cut), zone.rows(cut, ROWS))) {
                if (!part.isEmpty()) {
                    areas.add(new SiteArea(areas.size() + 1, z, 2, part, part.size(), part.polygon()));
                }
            }
        }
        return areas;
    }

    private static double nearest(Patch cells, Ground ground, String layer) {
        List<Geometry> features = ground.geometries(layer);
        Grid grid = cells.grid();
        double[] least_m = {Double.POSITIVE_INFINITY};
        cells.forEach(cell -> {
            Geometry centre = FACTORY.createPoint(new Coordinate(grid.x(cell % COLUMNS), grid.y(cell / COLUMNS)));
            features.forEach(feature -> least_m[0] = Math.min(least_m[0], feature.distance(centre)));
        });
        return least_m[0];
    }

    private static NearestCells search(List<SiteArea> areas, Mask land, NearestCells known, Ground ground) {
        return OBSTACLES.search(areas, land, known).nearest(ground);
    }

    private static NearestCells nothing() {
        return NearestCells.none(OBSTACLES.kinds().size());
    }

    @Property(tries = 200)
    void distancesAreThoseOfTheNearestAvailableCellWhateverIsKnown(@ForAll long seed) {
        Random random = new Random(seed);
        Ground ground = ground(random);
        Mask before = land(ground, random);
        NearestCells known = search(areas(before, random), before, nothing(), ground);
        Mask land = land(ground, random);
        List<SiteArea> areas = areas(land, random);
        NearestCells found = search(areas, land, known, ground);
        NearestCells alone = search(areas, land, nothing(), ground);
        for (int area = 0; area < areas.size(); area++) {
            for (int kind = 0; kind < found.kinds(); kind++) {
                String layer = OBSTACLES.kinds().get(kind).layer();
                assertThat(found.distance_m(area, kind)).isEqualTo(alone.distance_m(area, kind));
                assertThat(found.distance_m(area, kind))
                        .as(layer)
                        .isCloseTo(nearest(areas.get(area).cells(), ground, layer), within(1e-6));
            }
        }
    }

    @Test
    void asksForNoFeaturesWhereAllIsKnown() {
        Random random = new Random(7);
        Ground ground = ground(random);
        Mask land = land(ground, random);
        List<SiteArea> areas = areas(land, random);
        NearestCells known = search(areas, land, nothing(), ground);
        Obstacles.Search search = OBSTACLES.search(areas, land, known);
        assertThat(OBSTACLES.search(areas, land, nothing()).settled()).isFalse();
        assertThat(search.settled()).isTrue();
        NearestCells again = search.nearest(new Ground(ROWS, COLUMNS));
        for (int area = 0; area < areas.size(); area++) {
            assertThat(again.distance_m(area, 1)).isEqualTo(known.distance_m(area, 1));
            assertThat(again.cell(area, 1)).isEqualTo(known.cell(area, 1));
        }
    }

    @Test
    void kindsComeInOneOrderAndEachOnce() {
        assertThat(OBSTACLES.kinds()).extracting(Obstacles.Features::layer).containsExactly("park", "road", "well");
    }
}
