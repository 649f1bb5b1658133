package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.ScenarioClass.PoolGrowth;
import sinkmap.sink.Valuation.Candidate;

class ValuationTest {

    private static final PriceTable PRICES = new PriceTable(
            "market",
            List.of(new PriceTable.Row(2026, 90), new PriceTable.Row(2028, 110), new PriceTable.Row(2029, 150)),
            true);

    private static ScenarioClass soil(String id, double area_ha, double density, double rate) {
        return new ScenarioClass(
                id, null, area_ha, Map.of(Pool.SOIL, new PoolGrowth(density, rate, Double.POSITIVE_INFINITY)), 0);
    }

    private static Transition move(String from, String to, double area_ha) {
        return new Transition(from + "-" + to, from, to, 2025, 1, area_ha, null);
    }

    /** Field loses nothing and gains 0.3; marsh gains 3.3, wood 1.8 t C/ha/yr. */
    private static Scenario scenario(Transition... transitions) {
        return new Scenario(
                2025,
                2028,
                List.of(soil("field", 20, 20, 0.3), soil("marsh", 5, 30, 3.3), soil("wood", 0, 30, 1.8)),
                List.of(transitions),
                List.of());
    }

    @Test
    void onlyWhatIsAdditionalIsWorthThePriceOfItsYearDiscounted() {
        Valuation valuation = new Valuation(PRICES, 0.1, Map.of("field-marsh", new TransitionCost(100, 10)));
        Valuation.Value value = valuation.of(scenario(move("field", "marsh", 4)));

        // 4 ha x (3.3 - 0.3) t C x 44/12 = 44 t CO2 a year; prices 90, 100 (between), 110; cost 400, then 40 a year
        assertThat(value.years())
                .extracting(Valuation.Year::price_yuan_t)
                .containsExactly(Double.NaN, 90.0, 100.0, 110.0);
        assertThat(value.additional_tco2e()).isCloseTo(132, within(1e-9));
        assertThat(value.cost_yuan()).isCloseTo(520, within(1e-9));
        double expected = -400 + (44 * 90 - 40) / 1.1 + (44 * 100 - 40) / 1.21 + (44 * 110 - 40) / 1.331;
        assertThat(value.netPresentValue_yuan()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void aScenarioThatChangesNothingIsWorthNothing() {
        Valuation.Value value = new Valuation(PRICES, 0.1, Map.of()).of(scenario());
        assertThat(value.netPresentValue_yuan()).isZero();
        assertThat(value.years().get(1).net_tco2e()).isCloseTo((6 + 16.5) * 44 / 12, within(1e-9));
    }

    private static List<Candidate> rank(Valuation valuation, Scenario scenario) {
        Set<String> all =
                Set.copyOf(scenario.transitions().stream().map(Transition::id).toList());
        return Valuation.rank(valuation.candidates(scenario, all));
    }

    @Test
    void restorationsAreRankedByTonnesPerYuanAndThoseWithoutCostComeLast() {
        Valuation valuation = new Valuation(
                null,
                0.05,
                Map.of("field-marsh", new TransitionCost(500, 0), "field-wood", new TransitionCost(200, 0)));
        Transition unpriced = new Transition("unpriced", "field", "marsh", 2025, 1, 1, null);
        List<Candidate> ranked =
                rank(valuation, scenario(unpriced, move("field", "marsh", 4), move("field", "wood", 6)));

        // a ha of wood 1.5 x 3 x 44/12 = 16.5 t for 200 yuan; of marsh 33 t for 500
        assertThat(ranked).extracting(Candidate::transition).containsExactly("field-wood", "field-marsh", "unpriced");
        assertThat(ranked.get(0).tco2e_per_yuan()).isCloseTo(16.5 / 200, within(1e-12));
        assertThat(ranked.get(1).tco2e_per_yuan()).isCloseTo(33.0 / 500, within(1e-12));
        assertThat(ranked.get(1).cost_yuan()).isCloseTo(2000, within(1e-9));
        assertThat(ranked.get(2).additional_tco2e()).isCloseTo(33, within(1e-9));
        assertThat(ranked.get(2).note()).isEqualTo("no cost known");
    }

    @Test
    void aRestorationThatNeedsTheLandOfAnotherIsNotRankedAndSaysSo() {
        Valuation valuation = new Valuation(null, 0.05, Map.of("wood-marsh", new TransitionCost(1, 0)));
        List<Candidate> ranked = rank(valuation, scenario(move("field", "wood", 6), move("wood", "marsh", 2)));
        assertThat(ranked)
                .filteredOn(c -> c.transition().equals("wood-marsh"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.tco2e_per_yuan()).isNaN();
                    assertThat(c.note())
                            .startsWith("not on its own: transition 'wood-marsh' moves 2 ha out of class 'wood'");
                });
    }

    @Test
    void yearsWithoutAPriceAreNamedAndNeverFilledByThemselves() {
        PriceTable gaps =
                new PriceTable("gaps", List.of(new PriceTable.Row(2025, 90), new PriceTable.Row(2027, 110)), false);
        assertThatThrownBy(() -> new Valuation(gaps, 0, Map.of()).of(scenario()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("price table 'gaps' has no price for 2026, 2028; add these years");
        assertThatThrownBy(() -> PRICES.yuan_t(2025)).hasMessageContaining("no price for 2025");
    }

    @Test
    void pricesAndCostsBelowZeroAndDoubleYearsAreRefused() {
        assertThatThrownBy(() -> new PriceTable("p", List.of(new PriceTable.Row(2030, -1)), true))
                .hasMessageContaining("the price of 2030 cannot be -1.0");
        assertThatThrownBy(() ->
                        new PriceTable("p", List.of(new PriceTable.Row(2030, 1), new PriceTable.Row(2030, 2)), true))
                .hasMessageContaining("2030 twice");
        assertThatThrownBy(() -> new TransitionCost(-1, 0)).hasMessageContaining("-1.0 yuan/ha");
    }
}
