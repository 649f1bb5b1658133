package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.sink.Interval;

class AccountUncertaintyTest {

    private static final Interval FIRST = new Interval(100, 80, 150);

    @ParameterizedTest
    @CsvSource({"100, 80, 150", "109, 90, 160", "100, 81.5, 146", "91, 72, 140"})
    void approachesThatAgreeToATenthNeedNoNote(double value, double low, double high) {
        assertThat(AccountUncertainty.note(FIRST, new Interval(value, low, high)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "111, 91, 161, mean of the Monte Carlo simulation is +11 %",
        "100, 75, 150, its lower half width +25 %",
        "100, 80, 140, its upper half width -20 %"
    })
    void differenceOfMoreThanATenthIsNamed(double value, double low, double high, String message) {
        assertThat(AccountUncertainty.note(FIRST, new Interval(value, low, high))
                        .en())
                .contains(message);
    }

    @Test
    void numbersWithoutErrorAgree() {
        assertThat(AccountUncertainty.note(Interval.exactly(5), Interval.exactly(5)))
                .isNull();
    }
}
