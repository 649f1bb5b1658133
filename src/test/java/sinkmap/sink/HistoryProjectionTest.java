package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.ScenarioClass.PoolGrowth;

class HistoryProjectionTest {

    private static final Grid GRID = new Grid("EPSG:3857", 1000, 5000, 200, 3, 4); // 4 ha a cell
    private static final List<Stratum> STRATA = List.of(stratum("marsh"), stratum("flat"), stratum("wood"));

    private static final ScenarioClass MARSH =
            new ScenarioClass("marsh", "marsh", 0, Map.of(Pool.SOIL, new PoolGrowth(30, 0.9, 32)), 0);
    private static final ScenarioClass FLAT =
            new ScenarioClass("flat", null, 0, Map.of(Pool.SOIL, PoolGrowth.steady(24)), 0);
    private static final List<DisturbanceRule> RULES =
            List.of(new DisturbanceRule("loss", "marsh", Pool.SOIL, Impact.HIGH, 1, 2));

    private static Stratum stratum(String layer) {
        return new Stratum(layer, Factor.ANY, 10, false, true);
    }

    /** A map drawn in letters: m marsh, f flat, w wood, . nothing. */
    private static StratumMap map(String... rows) {
        StratumMap map = new StratumMap(GRID, STRATA);
        for (int i = 0; i < STRATA.size(); i++) {
            Mask mask = new Mask(GRID);
            String drawn = String.join("", rows);
            for (int cell = 0; cell < drawn.length(); cell++) {
                if (drawn.charAt(cell) == "mfw".charAt(i)) {
                    mask.set(cell);
                }
            }
            map.add(STRATA.get(i), mask);
        }
        return map;
    }

    private static final List<StratumMap> STATES = List.of(map("mmff", "mm.f", "w.ff"), map("mfff", "mm.m", "wwfm"));

    private static LandHistories histories() {
        return histories(STATES, 2015, 2020);
    }

    private static LandHistories histories(List<StratumMap> states, int... years) {
        LandHistories land = new LandHistories(years, code -> code);
        land.add(states);
        return land;
    }

    private static Impact impact(ScenarioClass from, ScenarioClass to) {
        return from.id().equals("marsh") ? Impact.HIGH : null;
    }

    private static ScenarioClass classOf(int code) {
        return code == 1 ? MARSH : code == 2 ? FLAT : null;
    }

    @Test
    void areasAndTransitionsAreCountedInHectares() {
        LandChange change =
                LandChange.of(histories(), code -> code == 1 ? "marsh" : code == 2 ? "flat" : null, (from, to) -> null);
        assertThat(change.area_ha()).containsExactlyInAnyOrderEntriesOf(Map.of("marsh", 16.0, "flat", 20.0));
        // three cells of marsh stay, one turns flat; two of flat turn marsh
        assertThat(change.transitions())
                .extracting(t -> t.from() + t.startYear() + t.to(), Transition::area_ha)
                .containsExactlyInAnyOrder(tuple("marsh2020flat", 4.0), tuple("flat2020marsh", 8.0));
        assertThat(change.passing()).isEmpty();
        // wood that stays, which is not known, and wood on what was nothing
        assertThat(change.unknown_ha()).containsExactlyInAnyOrderEntriesOf(Map.of(3, 4.0, 0, 4.0));
    }

    @Test
    void cellsFollowTheirOwnPast() {
        int[] land = histories().on(STATES);
        HistoryProjection projection = HistoryProjection.of(
                histories(), HistoryProjectionTest::classOf, RULES, HistoryProjectionTest::impact, 2026);
        // marsh that stays: 30, then 0.9 a year up to 32
        assertThat(at(land, projection, 2017, 0)).isCloseTo(31.8, within(1e-5));
        assertThat(at(land, projection, 2026, 0)).isCloseTo(32, within(1e-5));
        // marsh that turned flat in 2020: 32 t, which halve in two years
        assertThat(at(land, projection, 2020, 1)).isCloseTo(32, within(1e-5));
        assertThat(at(land, projection, 2022, 1)).isCloseTo(16, within(1e-5));
        // flat that turned marsh in 2020: 24, then 0.9 a year
        assertThat(at(land, projection, 2022, 7)).isCloseTo(25.8, within(1e-5));
        // wood is not known, and nothing is nothing
        assertThat(at(land, projection, 2022, 8)).isNaN();
        assertThat(at(land, projection, 2022, 6)).isNaN();
    }

    private static double at(int[] land, HistoryProjection projection, int year, int cell) {
        return projection.density_tc_ha(year)[land[cell]];
    }

    @Test
    void changeIsTheLaterYearLessTheEarlierAndUnknownWhereEitherIs() {
        LandHistories land = histories();
        HistoryProjection projection =
                HistoryProjection.of(land, HistoryProjectionTest::classOf, RULES, HistoryProjectionTest::impact, 2026);
        int[] of = land.on(STATES);
        float[] byHistory = projection.change_tc_ha(2020, 2022);
        float[] change = new float[GRID.size()];
        for (int cell = 0; cell < change.length; cell++) {
            change[cell] = byHistory[of[cell]];
        }
        assertThat(change[0]).isZero(); // marsh at its ceiling
        assertThat(change[1]).isEqualTo(-16f); // half of what was lost
        assertThat(change[7]).isCloseTo(1.8f, within(1e-5f)); // flat that turned marsh
        assertThat(change[8]).isNaN();
    }

    @Test
    void theMapOfAYearAddsUpToTheStockOfTheYear() {
        LandHistories land = histories();
        HistoryProjection maps =
                HistoryProjection.of(land, HistoryProjectionTest::classOf, RULES, HistoryProjectionTest::impact, 2030);
        Projection areas = new Scenario(
                        2015,
                        2030,
                        List.of(
                                new ScenarioClass("marsh", "marsh", 16, MARSH.pools(), 0),
                                new ScenarioClass("flat", null, 20, FLAT.pools(), 0)),
                        List.of(
                                new Transition("lost", "marsh", "flat", 2020, 1, 4, Impact.HIGH),
                                new Transition("won", "flat", "marsh", 2020, 1, 8, null)),
                        RULES)
                .project();
        assertSameStock(areas, maps, land.on(STATES));
    }

    @Test
    void landThatChangesTwiceIsFollowedOnItsOwn() {
        // one cell of marsh is flat in between while other land is flat all along, and one more turns wood, then marsh
        // again
        List<StratumMap> states =
                List.of(map("mmff", "ff.m", "...."), map("fmff", "ff.w", "m..."), map("mmfm", "fm.m", "m..f"));
        LandHistories land = histories(states, 2015, 2018, 2023);
        ScenarioClass wood = new ScenarioClass("wood", "marsh", 0, Map.of(Pool.SOIL, new PoolGrowth(50, 2, 99)), 0);
        ScenarioClass bare = new ScenarioClass("bare", null, 0, Map.of(), 0);
        IntFunction<ScenarioClass> classOf =
                code -> List.of(bare, MARSH, FLAT, wood).get(code);
        LandChange change = LandChange.of(
                land, code -> classOf.apply(code).id(), (from, to) -> from.equals("marsh") ? Impact.HIGH : null);
        assertThat(change.passing().values()).containsExactlyInAnyOrder("flat", "wood");

        List<ScenarioClass> classes = new ArrayList<>();
        change.area_ha().forEach((id, area_ha) -> {
            String of = change.passing().getOrDefault(id, id);
            ScenarioClass like = Stream.of(bare, MARSH, FLAT, wood)
                    .filter(c -> c.id().equals(of))
                    .findFirst()
                    .orElseThrow();
            classes.add(new ScenarioClass(id, like.habitat(), area_ha, like.pools(), 0));
        });
        Projection areas = new Scenario(2015, 2040, classes, change.transitions(), RULES).project();
        HistoryProjection maps = HistoryProjection.of(land, classOf, RULES, HistoryProjectionTest::impact, 2040);

        int[] of = land.on(states);
        assertSameStock(areas, maps, of);
        // by hand for the first cell in 2025: 32 t of marsh lost in 2018 at a half-life of 2 years, and 2 years of
        // marsh again
        assertThat(at(of, maps, 2025, 0)).isCloseTo(32 * Math.pow(0.5, 3.5) + 2 * 0.9, within(1e-5));
    }

    private static void assertSameStock(Projection areas, HistoryProjection maps, int[] land) {
        for (Projection.Year year : areas.years()) {
            double sum = 0;
            for (int cell = 0; cell < GRID.size(); cell++) {
                double density = at(land, maps, year.year(), cell);
                sum += Double.isNaN(density) ? 0 : density * 4;
            }
            assertThat(sum).as("" + year.year()).isCloseTo(year.stock_tc(), within(1e-3));
        }
    }

    @Test
    void windowsOfTheLandGiveTheSameHistoriesInTheSameOrder() {
        LandHistories whole = histories();
        LandHistories joined = new LandHistories(new int[] {2015, 2020}, code -> code);
        for (int row = 0; row < GRID.rows(); row++) {
            LandHistories part = new LandHistories(new int[] {2015, 2020}, code -> code);
            part.add(List.of(row(STATES.get(0), row), row(STATES.get(1), row)));
            joined.add(part);
        }
        assertThat(joined.size()).isEqualTo(whole.size()).isEqualTo(7);
        for (int history = 0; history < whole.size(); history++) {
            assertThat(joined.codes(history)).isEqualTo(whole.codes(history));
            assertThat(joined.area_ha(history)).isEqualTo(whole.area_ha(history));
        }
        assertThat(joined.on(STATES)).isEqualTo(whole.on(STATES));
        // marsh, flat, wood in the second state: five, four and two cells of 4 ha
        assertThat(joined.areas_ha(1, 3)).containsExactly(20, 16, 8);
    }

    @Test
    void noLandIsLostWhereWindowsBringManyHistories() {
        List<Stratum> strata =
                IntStream.range(0, 90).mapToObj(i -> stratum("land" + i)).toList();
        LandHistories joined = new LandHistories(new int[] {2015}, code -> code);
        for (int window = 0; window < 3; window++) {
            Grid grid = new Grid("EPSG:3857", 0, 5000 - 200 * window, 200, 1, 30);
            StratumMap map = new StratumMap(grid, strata);
            for (int cell = 0; cell < grid.size(); cell++) {
                Mask mask = new Mask(grid);
                mask.set(cell);
                map.add(strata.get(window * 30 + cell), mask);
            }
            LandHistories part = new LandHistories(new int[] {2015}, code -> code);
            part.add(List.of(map));
            joined.add(part);
        }
        // 4 ha of each
        assertThat(joined.areas_ha(0, 90)).hasSize(90).containsOnly(4.0);
    }

    private static StratumMap row(StratumMap map, int row) {
        Grid window = GRID.window(row, 0, 1, GRID.columns());
        StratumMap part = new StratumMap(window, STRATA);
        for (int i = 0; i < STRATA.size(); i++) {
            Mask mask = new Mask(window);
            for (int column = 0; column < GRID.columns(); column++) {
                if (map.code(GRID.index(row, column)) == i + 1) {
                    mask.set(column);
                }
            }
            part.add(STRATA.get(i), mask);
        }
        return part;
    }

    @Test
    void statesOutOfOrderOrOfOtherLandAreRefused() {
        assertThatThrownBy(() -> new LandHistories(new int[] {2020, 2015}, code -> code))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("2015 must be later than that of 2020");
        List<StratumMap> other = List.of(STATES.get(0), new StratumMap(GRID, STRATA.subList(0, 2)));
        assertThatThrownBy(() -> histories(other, 2015, 2022)).hasMessageContaining("same grid and strata");
        assertThatThrownBy(() -> histories().on(List.of(STATES.get(1), STATES.get(0))))
                .hasMessageContaining("was not added");
    }
}
