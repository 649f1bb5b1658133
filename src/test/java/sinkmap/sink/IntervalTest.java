package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void productOfIndependentQuantitiesHasTheRelativeHalfWidthsInQuadrature() {
        // -30 % and -40 % make -50 %, +5 % and +12 % make +13 %
        Interval product = new Interval(200, 140, 210).times(new Interval(7, 4.2, 7.84));
        assertThat(product.value()).isCloseTo(1400, within(1e-9));
        assertThat(product.low()).isCloseTo(700, within(1e-9));
        assertThat(product.high()).isCloseTo(1400 * 1.13, within(1e-9));
    }

    @Test
    void productWithAnExactQuantityOrZeroKeepsItsShape() {
        assertThat(new Interval(10, 8, 15).times(Interval.exactly(2))).isEqualTo(new Interval(20, 16, 30));
        assertThat(Interval.exactly(0).times(new Interval(3, 2, 5))).isEqualTo(Interval.exactly(0));
    }
}
