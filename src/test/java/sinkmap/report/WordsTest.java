package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.catalog.Text;
import sinkmap.sink.Formula;
import sinkmap.sink.Measure;
import sinkmap.sink.Pool;
import sinkmap.sink.Quantity;
import sinkmap.sink.Verification;

/** Whatever a result can name, a report can say in both languages. */
class WordsTest {

    @ParameterizedTest
    @EnumSource(Formula.class)
    void everyFormulaHasWords(Formula formula) {
        check(Words.formula(formula.code()));
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void everyQuantityHasWords(Quantity quantity) {
        check(Words.quantity(quantity.code()));
    }

    @ParameterizedTest
    @EnumSource(Pool.class)
    void everyPoolHasWords(Pool pool) {
        check(Words.pool(pool.code()));
    }

    @ParameterizedTest
    @EnumSource(Verification.class)
    void everyVerificationHasWords(Verification verification) {
        check(Words.verification(verification.code()));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureHasWords(Measure measure) {
        check(Words.measure(measure.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "new-set"})
    void anUnknownCodeStandsForItself(String code) {
        assertThat(Words.set(code)).isEqualTo(new Text(code, code));
    }

    private static void check(Text words) {
        assertThat(words.zh()).containsPattern("\\p{IsHan}|SOC_ref");
        assertThat(words.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }
}
