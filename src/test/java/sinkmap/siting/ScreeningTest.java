package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.SinkmapException;

class ScreeningTest {

    /** Three rows by six columns of 100 m; land is all but the last column. */
    private static Ground ground() {
        return new Ground(3, 6)
                .with("land", "POLYGON ((0 0, 500 0, 500 300, 0 300, 0 0))")
                .with("road", "LINESTRING (50 -200, 50 700)")
                .with("village", "POINT (450 250)")
                .raster("slope", "deg", """
                        1 1 9 9 1 1
                        1 - 9 1 1 1
                        1 - 1 1 1 -
                        """)
                .raster("cover", "1", """
                        3 3 3 3 3 3 7
                        3 3 3 3 3 3 3
                        3 3 3 - 3 3 3
                        3 8 3 3 3 3 3
                        """);
    }

    private static final Exclusion ROAD = Plans.rule("road", new Term.Within("road", 100));
    private static final Exclusion STEEP = Plans.rule("steep", new Term.Value("slope", null, 5.0, null, null));
    private static final Exclusion VILLAGE = Plans.rule("village", new Term.Within("village", 120));

    private static ScreenedAreas areas(Screening screening) {
        ScreenedAreas areas =
                new ScreenedAreas(screening.plan(), screening.grid().cellArea_ha());
        areas.add(screening);
        return areas;
    }

    @Test
    void eachRuleTakesItsLand() {
        Screening screening = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, ROAD, STEEP, VILLAGE), ground());
        assertThat(Ground.draw(screening.eligible())).isEqualTo("""
                #####.
                #####.
                #####.
                """);
        assertThat(Ground.draw(screening.available())).isEqualTo("""
                ......
                ...#..
                ..###.
                """);
        assertThat(areas(screening).losses())
                .containsExactly(
                        new ScreenedAreas.Loss(ROAD, 6, 6, 4, 0),
                        new ScreenedAreas.Loss(STEEP, 5, 3, 2, 2),
                        new ScreenedAreas.Loss(VILLAGE, 3, 2, 2, 0));
    }

    @Test
    void everyCellKnowsItsReasons() {
        Screening screening = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, ROAD, STEEP, VILLAGE), ground());
        assertThat(screening.reasons().values())
                .containsExactly(1, 1, 2, 6, 4, Float.NaN, 1, 3, 2, 0, 4, Float.NaN, 1, 3, 0, 0, 0, Float.NaN);
    }

    @Test
    void unknownCellsStayWhenThePlanAllowsThem() {
        Screening excluded = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, STEEP), ground());
        Screening allowed = Screening.of(Plans.plan(Unknown.ALLOWED, Plans.LAND, STEEP), ground());
        String unknown = """
                ......
                .#....
                .#....
                """;
        assertThat(excluded.available().count()).isEqualTo(10);
        assertThat(Ground.draw(excluded.unknown())).isEqualTo(unknown);
        assertThat(allowed.available().count()).isEqualTo(12);
        assertThat(Ground.draw(allowed.unknown())).isEqualTo(unknown);
        assertThat(areas(allowed).losses()).containsExactly(new ScreenedAreas.Loss(STEEP, 3, 3, 3, 2));
    }

    @Test
    void unknownCellsAreMarkedWhenThePlanFlagsThem() {
        Screening flagged = Screening.of(Plans.plan(Unknown.FLAGGED, Plans.LAND, STEEP, VILLAGE), ground());
        assertThat(flagged.reasons().values())
                .containsExactly(0, 0, 1, 3, 2, Float.NaN, 0, 4, 1, 0, 2, Float.NaN, 0, 4, 0, 0, 0, Float.NaN);
        assertThat(flagged.available().get(7)).isTrue();
        assertThat(areas(flagged).unknown_ha()).isEqualTo(2);
        assertThat(areas(flagged).losses().get(0).onlyObstacle_ha()).isEqualTo(2);
    }

    @Test
    void bufferInwardsKeepsTheInsideOnly() {
        Exclusion inner = Plans.rule("inner", new Term.Within("land", -100));
        Screening screening = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, inner), ground());
        assertThat(Ground.draw(screening.available())).isEqualTo("""
                #####.
                #...#.
                #####.
                """);
        Exclusion deep = Plans.rule("deep", new Term.Within("land", -1000));
        assertThat(Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, deep), ground())
                        .available()
                        .count())
                .isEqualTo(15);
    }

    /** Beyond the raster, in the west and south, and in its gap there is no data, which counts as another class. */
    @Test
    void classBuffersInwardsToo() {
        Exclusion inner = Plans.rule("three", new Term.InClass("cover", List.of(3), -100));
        Screening screening = Screening.of(
                Plans.plan(Unknown.EXCLUDED, new Term.Within("anywhere", 0), inner),
                ground().with("anywhere", "POLYGON ((0 0, 600 0, 600 300, 0 300, 0 0))"));
        assertThat(Ground.draw(screening.available())).isEqualTo("""
                #..#..
                ###.#.
                ######
                """);
    }

    @Test
    void bufferLargerThanTheRegionTakesAllOfIt() {
        Exclusion far = Plans.rule("far", new Term.Within("village", 1e7));
        Screening screening = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, far), ground());
        assertThat(screening.available().isEmpty()).isTrue();
        assertThat(areas(screening).losses()).containsExactly(new ScreenedAreas.Loss(far, 15, 15, 15, 0));
    }

    @Test
    void cellThatIsTakenAnywayIsNotUnknown() {
        Screening screening = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, STEEP, ROAD), ground());
        assertThat(screening.unknown().isEmpty()).isTrue();
    }

    @Test
    void landThatCannotBeDecidedFollowsThePlan() {
        Term flat = new Term.Value("slope", null, null, 5.0, null);
        assertThat(Screening.of(Plans.plan(Unknown.EXCLUDED, flat), ground())
                        .eligible()
                        .count())
                .isEqualTo(12);
        Screening allowed = Screening.of(Plans.plan(Unknown.ALLOWED, flat), ground());
        assertThat(allowed.eligible().count()).isEqualTo(15);
        assertThat(allowed.unknown().count()).isEqualTo(3);
    }

    @Test
    void classReachesInFromOutsideTheWindow() {
        Exclusion near = Plans.rule("wood", new Term.InClass("cover", List.of(7, 8), 150));
        Screening screening = Screening.of(
                Plans.plan(Unknown.EXCLUDED, new Term.Within("anywhere", 0), near),
                ground().with("anywhere", "POLYGON ((0 0, 600 0, 600 300, 0 300, 0 0))"));
        assertThat(Ground.draw(screening.available())).isEqualTo("""
                #####.
                ....##
                ...###
                """);
    }

    @Test
    void conditionalRuleNeedsBothParts() {
        Term both = new Term.All(
                List.of(new Term.Within("road", 250), new Term.Not(new Term.Value("slope", null, null, null, 5.0))));
        Screening screening =
                Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, Plans.rule("both", both)), ground());
        assertThat(Ground.draw(screening.available())).isEqualTo("""
                ##.##.
                #..##.
                #.###.
                """);
    }

    @Test
    void ruleOnEmptyLayerIsAnErrorThatNamesIt() {
        Exclusion rule = Plans.rule("dunes", new Term.Within("dune", "kind = 'white'", 200, false));
        assertThatThrownBy(() -> Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, rule), ground()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plan 'sunny', exclusion 'dunes'")
                .hasMessageContaining("layer 'dune' holds no feature where kind = 'white' within 200 m of the region");
    }

    @Test
    void ruleThatMayBeEmptyTakesNothing() {
        Exclusion rule = Plans.rule("dunes", new Term.Within("dune", null, 200, true));
        Screening screening = Screening.of(Plans.plan(Unknown.EXCLUDED, Plans.LAND, rule), ground());
        assertThat(screening.available().count()).isEqualTo(15);
    }

    @Test
    void ruleOnRasterWithoutDataIsAnError() {
        Ground ground = ground().raster("slope", "deg", "- - - - - -\n- - - - - -\n- - - - - -");
        assertThatThrownBy(() -> Screening.of(Plans.plan(Unknown.ALLOWED, Plans.LAND, STEEP), ground))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("exclusion 'steep': layer 'slope' holds no data");
    }

    @Property(tries = 100)
    void addingRuleNeverAddsLandAndAreasAddUp(@ForAll long seed) {
        Random random = new Random(seed);
        List<Exclusion> rules = new ArrayList<>();
        Mask before = null;
        Unknown unknown = seed % 2 == 0 ? Unknown.ALLOWED : Unknown.EXCLUDED;
        for (int i = 0; i < 4; i++) {
            Screening screening =
                    Screening.of(Plans.plan(unknown, Plans.LAND, rules.toArray(Exclusion[]::new)), ground());
            double lost = areas(screening).losses().stream()
                    .mapToDouble(ScreenedAreas.Loss::inSequence_ha)
                    .sum();
            assertThat(screening.available().area_ha() + lost)
                    .isEqualTo(screening.eligible().area_ha());
            if (before != null) {
                assertThat(screening.available().copy().andNot(before).isEmpty())
                        .isTrue();
            }
            before = screening.available();
            rules.add(Plans.rule("rule" + i, random(random, 3)));
        }
    }

    @Property(tries = 60)
    void bandsTogetherGiveTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        Plan plan = Plans.plan(
                Unknown.values()[random.nextInt(3)],
                Plans.LAND,
                Plans.rule("one", random(random, 3)),
                Plans.rule("two", random(random, 3)));
        Screening whole = Screening.of(plan, ground());
        Mask available = new Mask(whole.grid());
        ScreenedAreas areas = new ScreenedAreas(plan, whole.grid().cellArea_ha());
        float[] reasons = new float[whole.grid().size()];
        for (int row = 0; row < 3; row++) {
            Grid band = whole.grid().window(row, 0, 1, 6);
            Screening part = Screening.of(plan, ground().on(band));
            available.put(part.available(), row);
            areas.add(part);
            System.arraycopy(part.reasons().values(), 0, reasons, row * 6, 6);
        }
        assertThat(reasons).containsExactly(whole.reasons().values());
        assertThat(Ground.draw(available)).isEqualTo(Ground.draw(whole.available()));
        assertThat(areas.losses()).isEqualTo(areas(whole).losses());
    }

    @Property(tries = 60)
    void whatIsAvailableIsTheSameWithAndWithoutReasons(@ForAll long seed) {
        Random random = new Random(seed);
        Plan plan = Plans.plan(
                Unknown.values()[random.nextInt(3)],
                Plans.LAND,
                Plans.rule("one", random(random, 3)),
                Plans.rule("two", random(random, 3)));
        assertThat(Ground.draw(Screening.available(plan, Truths.over(ground()))))
                .isEqualTo(Ground.draw(Screening.of(plan, ground()).available()));
    }

    private static Term random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> new Term.Within("road", random.nextInt(300));
            case 1 -> new Term.Within("village", random.nextInt(300));
            case 2 -> new Term.Value("slope", 2.0, null, null, null);
            case 3 -> new Term.Not(random(random, depth - 1));
            case 4 -> new Term.Any(List.of(random(random, depth - 1), random(random, depth - 1)));
            default -> new Term.All(List.of(random(random, depth - 1), random(random, depth - 1)));
        };
    }
}
