package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkewTest {

    /** Mean by the midpoint rule over the standard normal density. */
    private static double mean(Skew skew) {
        double sum = 0;
        int steps = 200_000;
        for (int i = 0; i < steps; i++) {
            double z = -9 + 18 * (i + 0.5) / steps;
            sum += skew.at(z) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 18 / steps;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"35, 29, 47", "2, 1.1, 2.9", "100, 20, 150", "0.5, 0.2, 1.6", "226, 202, 252", "-3, -9, -1"})
    void hasTheStatedMeanAndBothStatedBounds(double value, double low, double high) {
        Skew skew = Skew.of(new Interval(value, low, high), false);
        double width = high - low;
        assertThat(skew.at(-1.959963984540054)).isCloseTo(low, within(width * 1e-9));
        assertThat(skew.at(1.959963984540054)).isCloseTo(high, within(width * 1e-9));
        assertThat(mean(skew)).isCloseTo(value, within(width * 1e-6));
    }

    @Test
    void logNormalOfTwoParametersIsFoundAgain() {
        // exp(1 + 0.5 Z): mean exp(1.125), bounds exp(1 -+ 0.98)
        Interval stated = new Interval(
                Math.exp(1.125), Math.exp(1 - 0.5 * 1.959963984540054), Math.exp(1 + 0.5 * 1.959963984540054));
        Skew skew = Skew.of(stated, true);
        assertThat(skew.centre()).isCloseTo(0, within(1e-9));
        assertThat(skew.high()).isCloseTo(0.5, within(1e-9));
        assertThat(skew.at(0.7)).isCloseTo(Math.exp(1.35), within(1e-9));
    }

    @Test
    void halfWithoutWidthHasNoDrawsOnItsSide() {
        Skew skew = Skew.of(new Interval(1, 0.8, 1), true);
        assertThat(skew.at(3)).isEqualTo(1);
        assertThat(skew.at(-1.959963984540054)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void whatCannotBeNegativeIsCutOffAtZero() {
        assertThat(Skew.of(new Interval(1, 0, 2), true).at(-3)).isZero();
        assertThat(Skew.of(new Interval(1, 0, 2), false).at(-3)).isNegative();
    }

    @Test
    void numberWithoutErrorIsItself() {
        assertThat(Skew.of(Interval.exactly(0.47), true).at(2.5)).isEqualTo(0.47);
    }
}
