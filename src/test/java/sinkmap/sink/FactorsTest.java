package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class FactorsTest {

    static Factor row(String id, String layer, String classCode, Pool pool, Factor.Scope scope, double value) {
        return row(id, layer, classCode, pool, scope, new Factor.Density(value, value * 0.8, value * 1.5));
    }

    static Factor row(
            String id, String layer, String classCode, Pool pool, Factor.Scope scope, Factor.Density density) {
        return new Factor(
                id, layer, classCode, pool, density, "t C/ha", scope, "IPCC", "2013", "1", "a table", "read", "high");
    }

    private final Factor localReed = row("local-reed", "marsh", "reed", Pool.SOIL, Factor.Scope.LOCAL, 36);
    private final Factor localAny = row("local-any", "marsh", "*", Pool.SOIL, Factor.Scope.LOCAL, 29);
    private final Factor defaultReed = row("default-reed", "marsh", "reed", Pool.SOIL, Factor.Scope.DEFAULT, 226);
    private final Factor defaultAny = row("default-any", "marsh", "*", Pool.SOIL, Factor.Scope.DEFAULT, 255);

    @Test
    void localRowForTheClassWinsWhateverTheOrderOfRows() {
        Factors factors = new Factors(List.of(defaultAny, localAny, defaultReed, localReed));
        assertThat(factors.listFor("marsh", "reed")).containsExactly(localReed);
    }

    @Test
    void localRowForAnyClassBeatsDefaultRowForTheVeryClass() {
        Factors factors = new Factors(List.of(defaultReed, defaultAny, localAny));
        assertThat(factors.listFor("marsh", "reed")).containsExactly(localAny);
    }

    @Test
    void amongDefaultsTheVeryClassWins() {
        Factors factors = new Factors(List.of(defaultAny, defaultReed));
        assertThat(factors.listFor("marsh", "reed")).containsExactly(defaultReed);
        assertThat(factors.listFor("marsh", "suaeda")).containsExactly(defaultAny);
    }

    @Test
    void everyPoolIsLookedUpByItself() {
        Factor biomass = row("biomass", "marsh", "*", Pool.BIOMASS, Factor.Scope.DEFAULT, 4);
        Factors factors = new Factors(List.of(localReed, biomass));
        assertThat(factors.listFor("marsh", "reed")).containsExactly(biomass, localReed);
        assertThat(factors.listFor("marsh", "suaeda")).containsExactly(biomass);
        assertThat(factors.listFor("forest", "reed")).isEmpty();
    }

    @Test
    void classWithoutCodeGetsOnlyRowsForAnyClass() {
        Factors factors = new Factors(List.of(localReed, defaultAny));
        assertThat(factors.listFor("marsh", "*")).containsExactly(defaultAny);
    }

    @Test
    void biomassIsTakenInOneWayOnly() {
        Factor whole = row("whole", "forest", "*", Pool.BIOMASS, Factor.Scope.DEFAULT, 40);
        Factor above = row("above", "forest", "pine", Pool.ABOVE, Factor.Scope.LOCAL, 20);
        Factor below = row("below", "forest", "*", Pool.BELOW, Factor.Scope.DEFAULT, 5);
        Factors factors = new Factors(List.of(whole, above, below));
        assertThat(factors.listFor("forest", "pine")).containsExactly(above, below);

        Factor local = row("local", "forest", "*", Pool.BIOMASS, Factor.Scope.LOCAL, 33);
        assertThat(new Factors(List.of(local, below)).listFor("forest", "oak")).containsExactly(local);
    }

    @Test
    void bothWaysOfBiomassInOneRankAreAnError() {
        Factors factors = new Factors(List.of(
                row("whole", "forest", "*", Pool.BIOMASS, Factor.Scope.DEFAULT, 40),
                row("roots", "forest", "*", Pool.BELOW, Factor.Scope.DEFAULT, 5)));
        assertThatThrownBy(() -> factors.listFor("forest", "pine"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("whole")
                .hasMessageContaining("roots");
    }

    @Test
    void twoRowsForTheSameAreAnError() {
        Factor again = row("again", "marsh", "reed", Pool.SOIL, Factor.Scope.LOCAL, 40);
        assertThatThrownBy(() -> new Factors(List.of(localReed, again)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("local-reed")
                .hasMessageContaining("again");
    }

    @Test
    void intervalThatDoesNotHoldItsValueIsAnError() {
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, Factor.Scope.LOCAL, new Factor.Density(30, 31, 40)))
                .isInstanceOf(SinkmapException.class)
                .hasMessage("factor 'x': the 95 % interval must hold the value, but low, value, high are"
                        + " 31.0, 30.0, 40.0");
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, Factor.Scope.LOCAL, new Factor.Density(30, 20, 29)))
                .isInstanceOf(SinkmapException.class);
    }

    @Test
    void negativeOrMissingDensityIsAnError() {
        assertThatThrownBy(() -> row("x", "marsh", "*", Pool.SOIL, Factor.Scope.LOCAL, new Factor.Density(3, -1, 4)))
                .hasMessageContaining("factor 'x'")
                .hasMessageContaining("negative");
        assertThatThrownBy(() ->
                        row("x", "marsh", "*", Pool.SOIL, Factor.Scope.LOCAL, new Factor.Density(Double.NaN, 1, 4)))
                .isInstanceOf(SinkmapException.class);
    }
}
