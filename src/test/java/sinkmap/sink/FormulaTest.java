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
        return new Factor(
                id,
                "one",
                formula,
                "land",
                "*",
                pool,
                quantity,
                interval,
                interval,
                quantity.unit(),
                "m",
                "e",
                "1",
                "s",
                "b",
                "low");
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
}
