package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class FormulaTest {

    private static Factor row(Formula formula, Quantity quantity, double value, double half) {
        Interval interval = new Interval(value, value - half, value + half);
        Pool pool = formula.pooled() ? Pool.SOIL : null;
        String id = formula.code() + "-" + quantity.code();
        return Rows.row(id, "one", formula, "land", pool, quantity, interval);
    }

    /** Rows of a formula, values in the order of its quantities, without error. */
    private static List<Factor> rows(Formula formula, double... values) {
        List<Factor> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(row(formula, formula.quantities().get(i), values[i], 0));
        }
        return rows;
    }

    private static StratumModel model(List<Factor> rows) {
        return new Factors(rows).model(new Stratum("land", "*", 0, false, true), List.of("one"));
    }

    private static double stock(Formula formula, double... values) {
        return model(rows(formula, values)).perHectare(Measure.STOCK);
    }

    @Test
    void poplarOf60CubicMetresByTheContinuousFactorHoldsItsRootsAlready() {
        // 0.4754 x 60 + 30.6034 = 59.13 t/ha; x 0.4956 = 29.3 t C/ha
        StratumModel model = model(rows(Formula.CONTINUOUS_BEF, 60, 0.4754, 30.6034, 0.4956));
        assertThat(model.perHectare(Measure.STOCK) / 0.4956).isCloseTo(59.1, within(0.05));
        assertThat(model.perHectare(Measure.STOCK)).isCloseTo(29.3, within(0.05));
        assertThat(model.entries()).extracting(StratumModel.Entry::pool).containsExactly(Pool.BIOMASS);
    }

    @Test
    void poplarOf60CubicMetresByTheProjectMethod() {
        // 60 x 0.378 x 1.446 x 0.496 = 16.27 above, x 0.227 = 3.69 below
        assertThat(stock(Formula.FOREST_BEF, 60, 0.378, 1.446, 0.496, 0.227)).isCloseTo(19.96, within(0.01));
    }

    @Test
    void volumeByBcefGivesAboveAndBelow() {
        // 50 x 1.4 x 0.48 = 33.6 above, x 0.23 = 7.728 below
        StratumModel model = model(rows(Formula.FOREST_BCEF, 50, 1.4, 0.48, 0.23));
        assertThat(model.entries().get(0).perHectare()).isCloseTo(33.6, within(1e-9));
        assertThat(model.entries().get(1).perHectare()).isCloseTo(7.728, within(1e-9));
    }

    @Test
    void incrementIsSequestrationAndNoStock() {
        // 3 x 1.3 x 0.5 x (1 + 0.4) = 2.73
        StratumModel model = model(rows(Formula.FOREST_GAIN, 3, 1.3, 0.5, 0.4));
        assertThat(model.perHectare(Measure.SEQUESTRATION)).isCloseTo(2.73, within(1e-9));
        assertThat(model.lacks(Measure.STOCK)).isTrue();
    }

    @Test
    void soilByReferenceAndByContent() {
        assertThat(stock(Formula.SOC, 24, 0.76, 1, 1)).isCloseTo(18.24, within(1e-9));
        assertThat(stock(Formula.SOC, 38, 0.8, 1, 1)).isCloseTo(30.4, within(1e-9));
        assertThat(stock(Formula.SOIL_CONTENT, 0.2, 1.45, 100)).isCloseTo(29, within(1e-9));
    }

    private static List<Factor> with(List<Factor> rows, Quantity quantity, double value) {
        List<Factor> all = new ArrayList<>(rows);
        all.add(row(rows.get(0).formula(), quantity, value, 0));
        return all;
    }

    @Test
    void gainLossIsTheExampleOfTheGuidelines() {
        // IPCC 2006, volume 4, section 4.2.1.4: 100,000 ha of pine that grows 4.0 t/ha/yr above ground, R 0.29, CF
        // 0.47:
        // 100,000 x 4.0 x 1.29 x 0.47 = 242,520 t C/yr; of that 1,000 m3/yr are felled at BCEF_R 1.11: 673 t C/yr
        List<Factor> gain = rows(Formula.FOREST_GAIN, 4.0, 1, 0.47, 0.29);
        assertThat(100_000 * model(gain).perHectare(Measure.SEQUESTRATION)).isCloseTo(242_520, within(1e-6));
        List<Factor> both = with(with(gain, Quantity.REMOVAL, 1_000 / 100_000.0), Quantity.BCEF_R, 1.11);
        assertThat(100_000 * model(both).perHectare(Measure.SEQUESTRATION)).isCloseTo(242_520 - 673.0, within(0.1));
        // The example adds bark of a tenth beside the roots, 1,000 x 1.11 x (1 + 0.29 + 0.1) x 0.47 = 725.16 t C/yr:
        // here
        // volumes are over bark, 1,000 x 1.39 / 1.29 m3/yr
        List<Factor> bark = with(with(gain, Quantity.REMOVAL, 1_000 * 1.39 / 1.29 / 100_000), Quantity.BCEF_R, 1.11);
        assertThat(100_000 * model(bark).perHectare(Measure.SEQUESTRATION)).isCloseTo(242_520 - 725.16, within(0.01));
    }

    @Test
    void stockDifferenceIsTheDifferenceOfTwoStocksByTheYears() {
        // IPCC 2006, volume 4, equation 2.5: (C2 - C1) / 5 with C of 60 and of 52 m3/ha
        double later = stock(Formula.FOREST_BEF, 60, 0.378, 1.446, 0.496, 0.227);
        double earlier = stock(Formula.FOREST_BEF, 52, 0.378, 1.446, 0.496, 0.227);
        List<Factor> rows = with(
                with(rows(Formula.FOREST_BEF, 60, 0.378, 1.446, 0.496, 0.227), Quantity.VOLUME_CHANGE, 60 - 52),
                Quantity.PERIOD,
                0.2);
        assertThat(model(rows).perHectare(Measure.SEQUESTRATION)).isCloseTo((later - earlier) / 5, within(1e-12));
        assertThat(model(rows).perHectare(Measure.STOCK)).isCloseTo(later, within(1e-12));
    }

    @Test
    void forestThatLostVolumeIsASource() {
        List<Factor> rows = with(
                with(rows(Formula.CONTINUOUS_BEF, 60, 0.4754, 30.6034, 0.4956), Quantity.VOLUME_CHANGE, 60 - 70),
                Quantity.PERIOD,
                0.2);
        // 0.4754 x (60 - 70) x 0.4956 / 5; the offset drops out
        assertThat(model(rows).perHectare(Measure.SEQUESTRATION)).isCloseTo(-0.47122, within(1e-5));
    }

    @Test
    void soilWithAPeriodChangesByEquation225() {
        // 88 x 0.69 x 1.08 x 1 now, full tillage before: 88 x 0.69 x (1.08 - 1) / 20 = 0.24288; F_LU and F_I as they
        // were
        List<Factor> rows =
                with(with(rows(Formula.SOC, 88, 0.69, 1.08, 1), Quantity.F_MG_BEFORE, 1), Quantity.PERIOD, 0.05);
        assertThat(model(rows).perHectare(Measure.SEQUESTRATION)).isCloseTo(0.24288, within(1e-9));
    }

    @Test
    void errorOfWhatDidNotChangeCancelsInADifference() {
        // F_LU is one number before and after: 12 % of it are 12 % of the change, not of the stock
        Formula soc = Formula.SOC;
        StratumModel model = model(List.of(
                row(soc, Quantity.SOC_REF, 88, 0),
                row(soc, Quantity.F_LU, 0.69, 0.69 * 0.12),
                row(soc, Quantity.F_MG, 1.08, 0),
                row(soc, Quantity.F_I, 1, 0),
                row(soc, Quantity.F_MG_BEFORE, 1, 0),
                row(soc, Quantity.PERIOD, 0.05, 0)));
        Interval change = Propagation.sum(model.lines(Measure.SEQUESTRATION, 1));
        assertThat(change.highHalf()).isCloseTo(0.24288 * 0.12, within(1e-9));
        assertThat(change.lowHalf()).isCloseTo(0.24288 * 0.12, within(1e-9));
    }

    @Test
    void removalWithoutItsFactorIsNamedAndLeftOut() {
        List<Factor> rows = with(rows(Formula.FOREST_GAIN, 3, 1.3, 0.5, 0.4), Quantity.REMOVAL, 1);
        assertThat(model(rows).missing()).containsExactly("set one, formula forest-gain: no row for bcef-r");
        assertThat(model(rows).perHectare(Measure.SEQUESTRATION)).isCloseTo(2.73, within(1e-9));
    }

    @Test
    void gainLossAndDifferenceOfOneSetAreNotAddedUp() {
        List<Factor> rows = rows(Formula.FOREST_BCEF, 50, 1.4, 0.48, 0.23);
        for (Quantity q : List.of(Quantity.INCREMENT, Quantity.BCEF_I, Quantity.VOLUME_CHANGE, Quantity.PERIOD)) {
            rows = with(rows, q, 0.9);
        }
        List<Factor> all = rows;
        assertThatThrownBy(() -> model(all)).hasMessageContaining("would count sequestration twice");
    }

    @Test
    void marshPlantsAreMassAboveTimesCarbonAndRoots() {
        // 6.35 t/ha x 0.45 = 2.8575 above, x 1.81 below
        assertThat(stock(Formula.PLANT_BIOMASS, 6.35, 0.45, 1.81)).isCloseTo(2.8575 * 2.81, within(1e-9));
        assertThat(stock(Formula.DRY_MASS, 6.466, 0.336)).isCloseTo(2.1726, within(1e-4));
    }

    @Test
    void periodIsStatedInYears() {
        assertThat(Quantity.PERIOD.reckon(new Interval(20, 10, 40), "yr")).hasValue(new Interval(0.05, 0.025, 0.1));
        assertThat(Quantity.PERIOD.reckon(Interval.exactly(20), "1")).isEmpty();
        assertThatThrownBy(() -> row(Formula.SOC, Quantity.PERIOD, 0, 0)).hasMessageContaining("longer than nothing");
    }

    @Test
    void missingQuantityIsNamed() {
        assertThat(model(rows(Formula.SOC, 24, 0.76)).missing())
                .containsExactly("set one, formula soc: no row for f-mg", "set one, formula soc: no row for f-i");
    }

    @Test
    void twoFormulasOfASetForTheSameCarbonAreRefused() {
        List<Factor> both = new ArrayList<>(rows(Formula.FOREST_BEF, 60, 0.378, 1.446, 0.496, 0.227));
        both.addAll(rows(Formula.CONTINUOUS_BEF, 60, 0.4754, 30.6034, 0.4956));
        assertThatThrownBy(() -> model(both))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void halfWidthOfAProductIsTheRootOfTheSquares() {
        // 0.2 +- 30 %, 1.5 +- 40 %, 100 exactly: 30 +- 50 % = 30 +- 15
        Formula formula = Formula.SOIL_CONTENT;
        StratumModel model = model(List.of(
                row(formula, Quantity.SOIL_CONTENT, 0.2, 0.06),
                row(formula, Quantity.BULK_DENSITY, 1.5, 0.6),
                row(formula, Quantity.DEPTH, 100, 0)));
        Interval sum = Propagation.sum(model.lines(Measure.STOCK, 1));
        assertThat(sum.low()).isCloseTo(15, within(1e-9));
        assertThat(sum.high()).isCloseTo(45, within(1e-9));
    }

    @Test
    void theDifferenceOfTwoSurveysOfAMarshIsItsUptake() {
        // soil 29.4 t C/ha in 2019 and 31.8 in 2025: 2.4 in 6 years; the change is known within 1.5 at each end
        List<Factor> rows = new ArrayList<>(rows(Formula.DENSITY, 31.8));
        rows.add(row(Formula.STOCK_DIFFERENCE, Quantity.DENSITY_CHANGE, 2.4, 3));
        Interval years = new Interval(6, 6, 6);
        Interval yearly = Quantity.PERIOD.reckon(years, "yr").orElseThrow();
        rows.add(new Factor(
                "years",
                "one",
                Formula.STOCK_DIFFERENCE,
                "land",
                "*",
                Pool.SOIL,
                Quantity.PERIOD,
                yearly,
                years,
                "yr",
                "m",
                "e",
                "2",
                "s",
                "b",
                Verification.ASSUMPTION,
                "low"));
        StratumModel model = model(rows);
        assertThat(model.perHectare(Measure.STOCK)).isEqualTo(31.8);
        assertThat(model.perHectare(Measure.SEQUESTRATION)).isCloseTo(0.4, within(1e-12));
        Interval uptake = Propagation.sum(model.lines(Measure.SEQUESTRATION, 50));
        assertThat(uptake.low()).isCloseTo(50 * (2.4 - 3) / 6, within(1e-12));
        assertThat(uptake.high()).isCloseTo(50 * (2.4 + 3) / 6, within(1e-12));
    }

    @Test
    void aRateBesideADifferenceOfSurveysInOneSetWouldCountTwice() {
        List<Factor> rows = new ArrayList<>(rows(Formula.STOCK_DIFFERENCE, 2.4, 0.2));
        rows.addAll(rows(Formula.RATE, 0.9));
        assertThatThrownBy(() -> model(rows))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("twice");
    }
}
