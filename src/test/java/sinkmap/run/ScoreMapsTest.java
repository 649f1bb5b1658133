package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class ScoreMapsTest {

    @Property
    void aScoreIsKeptToHalfAStep(@ForAll @FloatRange(min = 0, max = 1) float score) {
        float kept = ScoreMaps.rounded(score);
        assertThat((double) kept).isCloseTo(score, within(1 / 8192.0)).isBetween(0.0, 1.0);
        assertThat(kept * 4096.0 % 1).isZero();
        assertThat(ScoreMaps.rounded(kept)).isEqualTo(kept);
    }

    @Test
    void theEndsAndNodataStayWhatTheyAre() {
        assertThat(ScoreMaps.rounded(0)).isZero();
        assertThat(ScoreMaps.rounded(1)).isEqualTo(1);
        assertThat(ScoreMaps.rounded(Float.NaN)).isNaN();
    }
}
