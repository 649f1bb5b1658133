package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ParetoSetTest {

    /** Small numbers, so that ties are common; 6 stands for unknown. */
    @Property(tries = 500)
    void noOtherOneIsAsGoodInBothAndBetterInOne(@ForAll @Size(max = 24) int @IntRange(max = 6) [] numbers) {
        int n = numbers.length / 2;
        double[] gains = new double[n];
        double[] losses = new double[n];
        for (int i = 0; i < n; i++) {
            gains[i] = numbers[2 * i] == 6 ? Double.NaN : numbers[2 * i];
            losses[i] = numbers[2 * i + 1] == 6 ? Double.NaN : numbers[2 * i + 1];
        }
        boolean[] expected = new boolean[n];
        for (int i = 0; i < n; i++) {
            expected[i] = !Double.isNaN(gains[i]) && !Double.isNaN(losses[i]);
            for (int j = 0; j < n; j++) {
                boolean asGood = gains[j] >= gains[i] && losses[j] <= losses[i];
                expected[i] &= !(asGood && (gains[j] > gains[i] || losses[j] < losses[i]));
            }
        }
        assertThat(ParetoSet.of(gains, losses)).isEqualTo(expected);
    }

    @Test
    void thirdsFromTheLeast() {
        assertThat(ParetoSet.terciles(new double[] {50, 10, 40, Double.NaN, 30, 20, 60}))
                .containsExactly(3, 1, 2, 0, 2, 1, 3);
    }

    @Test
    void equalValuesShareAClass() {
        assertThat(ParetoSet.terciles(new double[] {0, 0, 0, 0, 7})).containsExactly(1, 1, 1, 1, 3);
        assertThat(ParetoSet.terciles(new double[] {4, 4, 4})).containsExactly(1, 1, 1);
        assertThat(ParetoSet.terciles(new double[0])).isEmpty();
    }
}
