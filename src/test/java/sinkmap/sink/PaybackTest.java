package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaybackTest {

    @Test
    void stockAsCo2OverWhatIsAvoidedInAYear() {
        // 1200 t C are 4400 t CO2; 800 t a year are avoided
        Payback payback = Payback.of(new Interval(1200, 900, 1800), Interval.exactly(800));
        assertThat(payback.years()).isCloseTo(5.5, within(1e-12));
        assertThat(payback.low_years()).isCloseTo(900 * 44.0 / 12 / 800, within(1e-12));
        assertThat(payback.high_years()).isCloseTo(8.25, within(1e-12));
    }

    @Test
    void intervalHoldsTheErrorOfWhatIsAvoidedToo() {
        // stock -30 % +40 %, avoided -30 % +40 %: both down 50 %, up 50 %
        Payback payback = Payback.of(new Interval(1200, 840, 1680), new Interval(800, 560, 1120));
        assertThat(payback.low_years()).isCloseTo(5.5 * (1 - 0.5), within(1e-12));
        assertThat(payback.high_years()).isCloseTo(5.5 * (1 + 0.5), within(1e-12));
    }

    @Test
    void uncertainEmissionFactorAloneMakesAnInterval() {
        Payback payback = Payback.of(Interval.exactly(1200), new Interval(800, 760, 840));
        assertThat(payback.low_years()).isCloseTo(5.5 * 0.95, within(1e-12));
        assertThat(payback.high_years()).isCloseTo(5.5 * 1.05, within(1e-12));
    }

    @Test
    void lowBoundStopsAtZero() {
        Payback payback = Payback.of(new Interval(1200, 0, 1800), new Interval(800, 700, 900));
        assertThat(payback.low_years()).isZero();
    }

    @Test
    void withoutStockThereIsNothingToPayBack() {
        assertThat(Payback.of(Interval.exactly(0), new Interval(800, 700, 900))).isEqualTo(new Payback(0, 0, 0));
    }

    @Test
    void landThatGivesOffCarbonAnywayHasNothingToPayBack() {
        Payback payback = Payback.of(new Interval(-100, -300, 240), new Interval(800, 800, 800));
        assertThat(payback).isEqualTo(new Payback(0, 0, 240 * 44.0 / 12 / 800));
    }

    @Test
    void neverWhenNothingIsAvoided() {
        Payback payback = Payback.of(new Interval(10, 0, 20), Interval.exactly(0));
        assertThat(payback.years()).isInfinite();
        assertThat(payback.low_years()).isNaN();
        assertThat(Payback.of(new Interval(10, 8, 20), Interval.exactly(-5)).years())
                .isInfinite();
    }

    @Test
    void carbonTimes44Over12() {
        assertThat(new TonnesCarbon(3).toCo2e().value()).isEqualTo(11);
    }
}
