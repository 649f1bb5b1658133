package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AsideAccountTest {

    private static AsideAccount.Row row(String factor, double activity, double half, double coefficient, double error) {
        return new AsideAccount.Row(
                factor,
                new Interval(activity, activity - half, activity + half),
                new Interval(coefficient, coefficient - error, coefficient + 2 * error));
    }

    @Test
    void errorsOfAProductAreCombinedInQuadrature() {
        // 1000 +- 50 t x 0.06 (0.052 to 0.076): 60; halves 3 and 8 below, 3 and 16 above
        Interval removal = row("kelp", 1000, 50, 0.06, 0.008).removal();
        assertThat(removal.value()).isCloseTo(60, within(1e-9));
        assertThat(removal.lowHalf()).isCloseTo(Math.sqrt(9 + 64), within(1e-9));
        assertThat(removal.highHalf()).isCloseTo(Math.sqrt(9 + 256), within(1e-9));
    }

    @Test
    void errorOfASharedFactorAddsUpBetweenPlaces() {
        Interval two =
                new AsideAccount(List.of(row("kelp", 1000, 0, 0.06, 0.01), row("kelp", 500, 0, 0.06, 0.01))).removal();
        assertThat(two.lowHalf()).isCloseTo(15, within(1e-9));
        Interval apart = new AsideAccount(List.of(row("kelp", 1000, 0, 0.06, 0.01), row("oyster", 500, 0, 0.06, 0.01)))
                .removal();
        assertThat(apart.lowHalf()).isCloseTo(Math.sqrt(100 + 25), within(1e-9));
    }
}
