package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.ScenarioClass.PoolGrowth;

class ScenarioTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final List<DisturbanceRule> RULES = List.of(
            rule("marsh", Pool.BIOMASS, Impact.LOW, 0.5, 0.5),
            rule("marsh", Pool.SOIL, Impact.LOW, 0.3, 7.5),
            rule("marsh", Pool.BIOMASS, Impact.HIGH, 1, 0.5),
            rule("marsh", Pool.SOIL, Impact.HIGH, 1, 7.5),
            rule("bed", Pool.BIOMASS, Impact.LOW, 0.5, 100 / 365.25),
            rule("bed", Pool.SOIL, Impact.LOW, 0.1, 1),
            rule("bed", Pool.BIOMASS, Impact.HIGH, 1, 100 / 365.25),
            rule("bed", Pool.SOIL, Impact.HIGH, 0.5, 1));

    private static DisturbanceRule rule(String habitat, Pool pool, Impact impact, double share, double halfLife_yr) {
        return new DisturbanceRule(habitat + pool + impact, habitat, pool, impact, share, halfLife_yr);
    }

    private static ScenarioClass marsh(double area_ha) {
        return new ScenarioClass(
                "marsh",
                "marsh",
                area_ha,
                Map.of(Pool.BIOMASS, PoolGrowth.steady(6), Pool.SOIL, new PoolGrowth(30, 0.9, NEVER)),
                0);
    }

    private static ScenarioClass flat(double area_ha) {
        return new ScenarioClass("flat", null, area_ha, Map.of(Pool.SOIL, PoolGrowth.steady(24)), 0);
    }

    private static ScenarioClass built(double area_ha) {
        return new ScenarioClass("built", null, area_ha, Map.of(), 0);
    }

    private static Transition transition(String from, String to, int year, int ramp_years, double area_ha, Impact how) {
        return new Transition(from + "-" + to, from, to, year, ramp_years, area_ha, how);
    }

    private static Projection.Year year(Projection projection, int year) {
        return projection.years().get(year - projection.baseYear());
    }

    @Test
    void landThatKeepsItsClassKeepsAccumulating() {
        Projection projection = new Scenario(2020, 2060, List.of(marsh(10)), List.of(), RULES).project();
        assertThat(year(projection, 2020).stock_tc()).isEqualTo(360); // 10 x (6 + 30)
        assertThat(year(projection, 2020).accumulation_tc()).isZero();
        assertThat(year(projection, 2060).accumulation_tc()).isCloseTo(9, within(1e-9));
        assertThat(year(projection, 2060).stock_tc()).isCloseTo(720, within(1e-9)); // 360 + 40 x 9
    }

    @Test
    void disturbedCarbonHalvesWithItsHalfLifeAndTheRestStays() {
        Transition loss = transition("marsh", "built", 2025, 1, 4, Impact.LOW);
        Projection projection = new Scenario(2025, 2040, List.of(marsh(4), built(0)), List.of(loss), RULES).project();

        // disturbed: biomass 4 x 6 x 0.5 = 12, soil 4 x 30 x 0.3 = 36; all of it is still there on the day
        assertThat(year(projection, 2025).stock_tc()).isEqualTo(144);
        assertThat(year(projection, 2025).decaying_tc()).isCloseTo(48, within(1e-12));
        // a year is two half-lives of biomass: 12 x 3/4; soil 36 x (1 - 0.5^(1/7.5)) = 36 x 0.08827751
        assertThat(year(projection, 2026).emission_tc()).isCloseTo(9 + 3.177990, within(1e-6));
        // after 15 years two half-lives of soil: 36 / 4 left beside what stands, 12 + 84
        assertThat(year(projection, 2040).decaying_tc()).isCloseTo(9, within(1e-7));
        assertThat(year(projection, 2040).stock_tc()).isCloseTo(105, within(1e-7));
    }

    @Test
    void restorationStartsFromTheBareDensityAndStopsAtItsCeiling() {
        ScenarioClass planted = new ScenarioClass(
                "planted",
                "marsh",
                0,
                Map.of(Pool.BIOMASS, new PoolGrowth(8, 3, 8), Pool.SOIL, new PoolGrowth(30, 0.5, 26)),
                0);
        Transition back = transition("flat", "planted", 2025, 2, 6, null);
        Projection projection = new Scenario(2024, 2035, List.of(flat(6), planted), List.of(back), RULES).project();

        assertThat(year(projection, 2025).stock_tc()).isEqualTo(144); // 6 x 24, nothing comes or goes with the move
        assertThat(year(projection, 2026).accumulation_tc()).isCloseTo(10.5, within(1e-12)); // 3 x (3 + 0.5)
        assertThat(year(projection, 2027).accumulation_tc()).isCloseTo(21, within(1e-12)); // all 6 ha
        assertThat(year(projection, 2028).accumulation_tc()).isCloseTo(3 * (2 + 0.5) + 3 * 3.5, within(1e-12));
        assertThat(year(projection, 2035).stock_tc()).isCloseTo(6 * (8 + 26), within(1e-9));
        assertThat(year(projection, 2035).accumulation_tc()).isZero();
    }

    @Test
    void landWithMoreThanTheCeilingKeepsWhatItHas() {
        ScenarioClass poorer = new ScenarioClass("poor", null, 0, Map.of(Pool.SOIL, new PoolGrowth(5, 1, 20)), 0);
        Transition move = transition("flat", "poor", 2025, 1, 3, null);
        Projection projection = new Scenario(2025, 2030, List.of(flat(3), poorer), List.of(move), RULES).project();
        assertThat(year(projection, 2030).stock_tc()).isEqualTo(72);
    }

    @Test
    void aPoolThatLosesCarbonStopsAtZero() {
        ScenarioClass drained =
                new ScenarioClass("drained", null, 2, Map.of(Pool.SOIL, new PoolGrowth(20, -7.9, 0)), 0);
        Projection projection = new Scenario(2025, 2030, List.of(drained), List.of(), RULES).project();
        assertThat(year(projection, 2027).accumulation_tc()).isCloseTo(-15.8, within(1e-12));
        assertThat(year(projection, 2028).accumulation_tc()).isCloseTo(-8.4, within(1e-9)); // 40 - 31.6
        assertThat(year(projection, 2030).stock_tc()).isZero();
    }

    @Test
    void methaneFollowsTheLandAndLowersTheNetRemoval() {
        ScenarioClass fresh =
                new ScenarioClass("fresh", null, 0, Map.of(Pool.SOIL, new PoolGrowth(24, 0.6, NEVER)), 200);
        Transition wet = transition("flat", "fresh", 2025, 1, 5, null);
        Projection projection = new Scenario(2025, 2027, List.of(flat(7), fresh), List.of(wet), RULES).project();
        assertThat(year(projection, 2025).methane_t()).isZero();
        assertThat(year(projection, 2026).methane_t()).isCloseTo(1, within(1e-12)); // 5 ha x 0.2 t
        assertThat(year(projection, 2026).net().value()).isCloseTo(3 * 44 / 12.0 - 28, within(1e-9)); // -17
    }

    @Test
    void moreLandThanThereIsIsRefusedWithTheYearInWhichItRunsOut() {
        List<Transition> both = List.of(
                transition("flat", "marsh", 2025, 3, 9, null), transition("flat", "built", 2026, 1, 5, Impact.LOW));
        assertThatThrownBy(() -> new Scenario(2025, 2060, List.of(flat(10), marsh(1), built(0)), both, RULES))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("'flat-built' moves 5 ha out of class 'flat' in 2026, but only 4 ha are there")
                .hasMessageContaining("take less land");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertRefused("there is no class 'mire' to lead from", transition("mire", "marsh", 2025, 1, 1, null));
        assertRefused("there is no class 'mire' to lead to", transition("marsh", "mire", 2025, 1, 1, null));
        assertRefused("to the same class", transition("marsh", "marsh", 2025, 1, 1, null));
        assertRefused("moves land from 2024 to 2024", transition("marsh", "flat", 2024, 1, 1, null));
        assertRefused("moves land from 2055 to 2060", transition("marsh", "flat", 2055, 6, 1, null));
        assertRefused(
                "no disturbance rule of impact medium for pool biomass of class 'marsh' (habitat 'marsh')",
                transition("marsh", "flat", 2025, 1, 1, Impact.MEDIUM));
        assertRefused("class 'flat' (it names no habitat)", transition("flat", "marsh", 2025, 1, 1, Impact.LOW));
        assertThatThrownBy(() -> transition("marsh", "flat", 2025, 1, -3, null)).hasMessageContaining("-3.0 ha");
        assertThatThrownBy(() -> transition("marsh", "flat", 2025, 0, 3, null)).hasMessageContaining("1 year or more");
        assertThatThrownBy(() -> new ScenarioClass("x", null, 1, Map.of(Pool.SOIL, PoolGrowth.steady(-2)), 0))
                .hasMessage("class 'x', pool soil: the density cannot be -2.0 t C/ha; it is a stock, 0 or more");
        assertThatThrownBy(() -> rule("marsh", Pool.SOIL, Impact.LOW, 30, 7.5)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> rule("marsh", Pool.SOIL, Impact.LOW, 0.3, 0)).hasMessageContaining("half-life");
    }

    private static void assertRefused(String message, Transition transition) {
        assertThatThrownBy(() ->
                        new Scenario(2025, 2060, List.of(marsh(2), flat(3)), List.of(transition), RULES).project())
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(message);
    }

    // ---- any scenario

    record Case(List<ScenarioClass> classes, List<Transition> transitions) {

        Scenario scenario() {
            return new Scenario(2020, 2045, classes, transitions, RULES);
        }
    }

    /** Three classes; transitions along a ring, of whole hectares a year, that never take more than is there at first. */
    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<PoolGrowth> growth = Combinators.combine(
                        Arbitraries.doubles().between(0, 90),
                        Arbitraries.doubles().between(-3, 4),
                        Arbitraries.doubles().between(10, 120))
                .as(PoolGrowth::new);
        Arbitrary<List<PoolGrowth>> growths = growth.list().ofSize(6);
        Arbitrary<Transition> transition = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(2020, 2040),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Impact.LOW, Impact.HIGH).injectNull(0.4))
                .as((ring, year, ramp, yearly_ha, impact) ->
                        new Transition("t", "c" + ring, "c" + (ring + 1) % 3, year, ramp, ramp * yearly_ha, impact));
        return Combinators.combine(growths, transition.list().ofMaxSize(7)).as(ScenarioTest::ofParts);
    }

    private static Case ofParts(List<PoolGrowth> growths, List<Transition> drawn) {
        String[] habitats = {"marsh", "bed", "marsh"};
        List<ScenarioClass> classes = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> new ScenarioClass(
                        "c" + i,
                        habitats[i],
                        84 + i, // seven transitions of at most 12 ha
                        Map.of(Pool.BIOMASS, growths.get(2 * i), Pool.SOIL, growths.get(2 * i + 1)),
                        0))
                .toList();
        List<Transition> named = java.util.stream.IntStream.range(0, drawn.size())
                .mapToObj(i -> named(i, drawn.get(i)))
                .toList();
        return new Case(classes, named);
    }

    private static Transition named(int i, Transition t) {
        return new Transition("t" + i, t.from(), t.to(), t.startYear(), t.ramp_years(), t.area_ha(), t.impact());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void stocksAndFluxesAreThoseOfAHectareByHectareReckoning(@ForAll("cases") Case drawn) {
        Projection projection = drawn.scenario().project();
        HectareByHectare naive = new HectareByHectare(drawn.classes(), drawn.transitions(), RULES, 2020, 2045);

        for (Projection.Part part : projection.parts()) {
            String key = part.year() + " " + part.classId() + " " + part.pool().code();
            assertThat(part.stock_tc()).as(key).isCloseTo(naive.sums.getOrDefault(key, 0.0), within(1e-6));
        }
        for (Projection.Area area : projection.areas()) {
            String key = area.year() + " " + area.classId();
            assertThat(area.area_ha()).as(key).isCloseTo(naive.sums.getOrDefault(key, 0.0), within(1e-9));
        }
        for (Projection.Year year : projection.years()) {
            assertThat(year.accumulation_tc())
                    .isCloseTo(naive.sums.getOrDefault(year.year() + " accumulation", 0.0), within(1e-6));
            assertThat(year.emission_tc())
                    .isCloseTo(naive.sums.getOrDefault(year.year() + " emission", 0.0), within(1e-6));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theChangeOfTheStockIsTheSumOfTheFluxesInAllAndOfEveryPart(@ForAll("cases") Case drawn) {
        Projection projection = drawn.scenario().project();
        double integral_tc = projection.years().stream()
                .mapToDouble(y -> y.accumulation_tc() - y.emission_tc())
                .sum();
        double change_tc =
                year(projection, 2045).stock_tc() - year(projection, 2020).stock_tc();
        assertThat(change_tc).isCloseTo(integral_tc, within(1e-6));

        Map<String, Double> stocks = new java.util.HashMap<>();
        for (Projection.Part part : projection.parts()) {
            String key = part.classId() + part.pool();
            Double before = stocks.put(key, part.stock_tc());
            if (before != null) {
                assertThat(part.stock_tc() - before)
                        .as(part.toString())
                        .isCloseTo(part.accumulation_tc() - part.emission_tc() + part.moved_tc(), within(1e-7));
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void areaIsKeptAndPartsAddUpToTheYear(@ForAll("cases") Case drawn) {
        Projection projection = drawn.scenario().project();
        for (Projection.Year year : projection.years()) {
            assertThat(year.area_ha()).isCloseTo(84 + 85 + 86, within(1e-9));
            List<Projection.Part> parts = projection.parts().stream()
                    .filter(p -> p.year() == year.year())
                    .toList();
            assertThat(parts.stream().mapToDouble(Projection.Part::stock_tc).sum())
                    .isCloseTo(year.stock_tc(), within(1e-7));
            assertThat(parts.stream().mapToDouble(Projection.Part::moved_tc).sum())
                    .isCloseTo(0, within(1e-7));
            assertThat(parts).allMatch(p -> p.stock_tc() > -1e-9 && p.decaying_tc() <= p.stock_tc() + 1e-9);
        }
    }
}
