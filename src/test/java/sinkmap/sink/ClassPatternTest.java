package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassPatternTest {

    private static int fit(String pattern, String classCode) {
        return ClassPattern.of(pattern).fit(classCode);
    }

    @Test
    void anyFitsAllAndNamesNothing() {
        assertThat(fit("*", "reed")).isZero();
        assertThat(fit("*", "*")).isZero();
        assertThat(fit("*/*", "reed/saline")).isZero();
    }

    @Test
    void aNameFitsItsClassWhateverThePartsAfterIt() {
        assertThat(fit("reed", "reed")).isPositive();
        assertThat(fit("reed", "reed/saline")).isEqualTo(fit("reed", "reed"));
        assertThat(fit("reed", "suaeda")).isNegative();
        assertThat(fit("reed", "*")).isNegative();
    }

    @Test
    void whatIsNotKnownOfAPatchFitsNoNameForIt() {
        assertThat(fit("*/saline", "reed")).isNegative();
        assertThat(fit("reed/saline", "reed/fresh")).isNegative();
        assertThat(fit("reed/saline", "suaeda/saline")).isNegative();
    }

    @Test
    void laterPartsCountMoreThanAllEarlierOnes() {
        assertThat(fit("*/saline", "reed/saline")).isGreaterThan(fit("reed", "reed/saline"));
        assertThat(fit("reed/saline", "reed/saline")).isGreaterThan(fit("*/saline", "reed/saline"));
        assertThat(fit("*/*/c", "a/b/c")).isGreaterThan(fit("a/b", "a/b/c"));
    }

    @Test
    void alternativesFitEach() {
        assertThat(fit("oak | poplar/young", "oak")).isPositive();
        assertThat(fit("oak | poplar/young", "poplar/young")).isPositive();
        assertThat(fit("oak | poplar/young", "poplar")).isNegative();
    }
}
