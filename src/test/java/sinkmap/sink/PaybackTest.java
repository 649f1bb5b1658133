package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaybackTest {

    @Test
    void stockAsCo2OverWhatIsAvoidedInAYear() {
        // 1200 t C are 4400 t CO2; 800 t a year are avoided
        Payback payback = Payback.of(Stock.of(new Interval(1200, 900, 1800)), new TonnesCo2e(800));
        assertThat(payback.years()).isCloseTo(5.5, within(1e-12));
        assertThat(payback.low_years()).isCloseTo(900 * 44.0 / 12 / 800, within(1e-12));
        assertThat(payback.high_years()).isCloseTo(8.25, within(1e-12));
    }

    @Test
    void withoutStockThereIsNothingToPayBack() {
        assertThat(Payback.of(Stock.of(new Interval(0, 0, 0)), new TonnesCo2e(800))
                        .years())
                .isZero();
    }

    @Test
    void neverWhenNothingIsAvoided() {
        Payback payback = Payback.of(Stock.of(new Interval(10, 0, 20)), new TonnesCo2e(0));
        assertThat(payback.years()).isInfinite();
        assertThat(payback.low_years()).isNaN();
        assertThat(Payback.of(Stock.of(new Interval(10, 8, 20)), new TonnesCo2e(-5))
                        .years())
                .isInfinite();
    }

    @Test
    void carbonTimes44Over12() {
        assertThat(new TonnesCarbon(3).toCo2e().value()).isEqualTo(11);
    }
}
