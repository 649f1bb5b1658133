package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class FactorsTest {

    static Factor row(String id, String layer, String classCode, Pool pool, String set, double value) {
        return row(id, layer, classCode, pool, set, new Interval(value, value * 0.8, value * 1.5));
    }

    static Factor row(String id, String layer, String classCode, Pool pool, String set, Interval density) {
        return new Factor(
                id,
                set,
                Formula.DENSITY,
                layer,
                classCode,
                pool,
                Quantity.DENSITY,
                density,
                density,
                "t C/ha",
                "IPCC",
                "2013",
                "1",
                "a table",
                "read",
                Verification.SOURCE_READ,
                "high");
    }

    private static List<Factor> rowsFor(Factors factors, String layer, String classCode) {
        Stratum stratum = new Stratum(layer, classCode, 5, false, true);
        return factors.model(stratum, List.of("local", "default")).entries().stream()
                .flatMap(entry -> entry.factors().stream())
                .toList();
    }

    private final Factor localReed = row("local-reed", "marsh", "reed", Pool.SOIL, "local", 36);
    private final Factor localAny = row("local-any", "marsh", "*", Pool.SOIL, "local", 29);
    private final Factor defaultReed = row("default-reed", "marsh", "reed", Pool.SOIL, "default", 226);
    private final Factor defaultAny = row("default-any", "marsh", "*", Pool.SOIL, "default", 255);

    @Test
    void localRowForTheClassWinsWhateverTheOrderOfRows() {
        Factors factors = new Factors(List.of(defaultAny, localAny, defaultReed, localReed));
        assertThat(rowsFor(factors, "marsh", "reed")).containsExactly(localReed);
    }

    @Test
    void localRowForAnyClassBeatsDefaultRowForTheVeryClass() {
        Factors factors = new Factors(List.of(defaultReed, defaultAny, localAny));
        assertThat(rowsFor(factors, "marsh", "reed")).containsExactly(localAny);
    }

    @Test
    void amongDefaultsTheVeryClassWins() {
        Factors factors = new Factors(List.of(defaultAny, defaultReed));
        assertThat(rowsFor(factors, "marsh", "reed")).containsExactly(defaultReed);
        assertThat(rowsFor(factors, "marsh", "suaeda")).containsExactly(defaultAny);
    }

    @Test
    void everyPoolIsLookedUpByItself() {
        Factor biomass = row("biomass", "marsh", "*", Pool.BIOMASS, "default", 4);
        Factors factors = new Factors(List.of(localReed, biomass));
        assertThat(rowsFor(factors, "marsh", "reed")).containsExactly(biomass, localReed);
        assertThat(rowsFor(factors, "marsh", "suaeda")).containsExactly(biomass);
        assertThat(rowsFor(factors, "forest", "reed")).isEmpty();
    }

    @Test
    void classWithoutCodeGetsOnlyRowsForAnyClass() {
        Factors factors = new Factors(List.of(localReed, defaultAny));
        assertThat(rowsFor(factors, "marsh", "*")).containsExactly(defaultAny);
    }

    @Test
    void biomassIsTakenInOneWayOnly() {
        Factor whole = row("whole", "forest", "*", Pool.BIOMASS, "default", 40);
        Factor above = row("above", "forest", "pine", Pool.ABOVE, "local", 20);
        Factor below = row("below", "forest", "*", Pool.BELOW, "default", 5);
        Factors factors = new Factors(List.of(whole, above, below));
        assertThat(rowsFor(factors, "forest", "pine")).containsExactly(above, below);

        Factor local = row("local", "forest", "*", Pool.BIOMASS, "local", 33);
        assertThat(rowsFor(new Factors(List.of(local, below)), "forest", "oak")).containsExactly(local);
    }

    @Test
    void bothWaysOfBiomassInOneRankAreAnError() {
        Factors factors = new Factors(List.of(
                row("whole", "forest", "*", Pool.BIOMASS, "default", 40),
                row("roots", "forest", "*", Pool.BELOW, "default", 5)));
        assertThatThrownBy(() -> rowsFor(factors, "forest", "pine"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("whole")
                .hasMessageContaining("roots");
    }

    @Test
    void twoRowsForTheSameAreAnError() {
        Factor again = row("again", "marsh", "reed", Pool.SOIL, "local", 40);
        assertThatThrownBy(() -> new Factors(List.of(localReed, again)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("local-reed")
                .hasMessageContaining("again");
    }

    @Test
    void rowForSeveralClassesIsOneNumberForAll() {
        Factor hardwoods = row("hardwoods", "forest", "oak|poplar", Pool.ABOVE, "local", 20);
        Factor any = row("any", "forest", "*", Pool.ABOVE, "local", 10);
        Factors factors = new Factors(List.of(any, hardwoods));
        assertThat(rowsFor(factors, "forest", "oak")).containsExactly(hardwoods);
        assertThat(rowsFor(factors, "forest", "poplar")).containsExactly(hardwoods);
        assertThat(rowsFor(factors, "forest", "pine")).containsExactly(any);

        Factor oak = row("oak", "forest", "pine|oak", Pool.ABOVE, "local", 22);
        assertThatThrownBy(() -> new Factors(List.of(hardwoods, oak))).hasMessageContaining("class oak");
    }

    @Test
    void ageSaysMoreThanTheSpeciesAndBothSayMost() {
        Factor poplar = row("poplar", "forest", "poplar", Pool.ABOVE, "local", 20);
        Factor young = row("young", "forest", "*/young", Pool.ABOVE, "local", 8);
        Factor youngPoplar = row("young-poplar", "forest", "poplar/young", Pool.ABOVE, "local", 9);
        Factors factors = new Factors(List.of(poplar, young, youngPoplar));
        assertThat(rowsFor(factors, "forest", "poplar")).containsExactly(poplar);
        assertThat(rowsFor(factors, "forest", "poplar/old")).containsExactly(poplar);
        assertThat(rowsFor(factors, "forest", "oak/young")).containsExactly(young);
        assertThat(rowsFor(factors, "forest", "poplar/young")).containsExactly(youngPoplar);
        assertThat(rowsFor(new Factors(List.of(poplar, young)), "forest", "poplar/young"))
                .containsExactly(young);
        assertThat(rowsFor(factors, "forest", "oak")).isEmpty();
    }

    @Test
    void intervalThatDoesNotHoldItsValueIsAnError() {
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, "local", new Interval(30, 31, 40)))
                .isInstanceOf(SinkmapException.class)
                .hasMessage("factor 'x': the 95 % interval must hold the value, but low, value, high are"
                        + " 31.0, 30.0, 40.0");
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, "local", new Interval(30, 20, 29)))
                .isInstanceOf(SinkmapException.class);
    }

    @Test
    void negativeOrMissingDensityIsAnError() {
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, "local", new Interval(3, -1, 4)))
                .hasMessageContaining("factor 'x'")
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, "local", new Interval(Double.NaN, 1, 4)))
                .isInstanceOf(SinkmapException.class);
    }
}
