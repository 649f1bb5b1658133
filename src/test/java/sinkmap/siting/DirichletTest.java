package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DirichletTest {

    private static final double[] MEAN = {0.5, 0.3, 0.15, 0.05, 0};
    private static final int MANY = 200_000;

    private static SensitivityRules rules(long seed, double concentration) {
        return new SensitivityRules(1000, seed, 10, 0.2, concentration);
    }

    @Test
    void drawsSumToOneAndKeepZeros() {
        for (double[] draw : Dirichlet.draws(MEAN, rules(1, 30), 1000)) {
            assertThat(Arrays.stream(draw).sum()).isEqualTo(1, within(1e-12));
            assertThat(draw[4]).isZero();
            assertThat(Arrays.stream(draw).limit(4)).allMatch(weight -> weight >= 0 && weight < 1);
        }
    }

    @Test
    void meanAndCovarianceAreThoseOfTheDistribution() {
        // 4 x 0.05 = 0.2: shapes below 1 too
        double a0 = 4;
        double[][] draws = Dirichlet.draws(MEAN, rules(3, a0), MANY);
        for (int j = 0; j < 5; j++) {
            int column = j;
            double mean = Arrays.stream(draws)
                    .mapToDouble(draw -> draw[column])
                    .average()
                    .orElseThrow();
            assertThat(mean).isEqualTo(MEAN[j], within(0.002));
            for (int k = 0; k < 5; k++) {
                int other = k;
                double covariance = Arrays.stream(draws)
                        .mapToDouble(draw -> (draw[column] - MEAN[column]) * (draw[other] - MEAN[other]))
                        .average()
                        .orElseThrow();
                double expected = MEAN[j] * ((j == k ? 1 : 0) - MEAN[k]) / (a0 + 1);
                assertThat(covariance).isEqualTo(expected, within(0.0007));
            }
        }
    }

    @Test
    void usualConcentrationLetsAnAverageWeightVaryByTheChange() {
        double[] even = {0.2, 0.2, 0.2, 0.2, 0.2};
        assertThat(SensitivityRules.USUAL.concentration(5)).isEqualTo(99, within(1e-9));
        double variance = Arrays.stream(Dirichlet.draws(even, SensitivityRules.USUAL, MANY))
                .mapToDouble(draw -> (draw[2] - 0.2) * (draw[2] - 0.2))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(variance)).isEqualTo(0.2 * 0.2, within(0.0005));
    }

    @Test
    void sameSeedGivesTheSameDraws() {
        double[][] draws = Dirichlet.draws(MEAN, rules(42, 60), 2);
        assertThat(Dirichlet.draws(MEAN, rules(42, 60), 3)[1]).containsExactly(draws[1]);
        assertThat(Dirichlet.draws(MEAN, rules(43, 60), 1)[0]).isNotEqualTo(draws[0]);
        // the same numbers on every machine; reckoned once more with another program
        assertThat(draws[0])
                .containsExactly(
                        new double[] {
                            0.5072798071711865, 0.3046621414382866, 0.13293100966559376, 0.05512704172493321, 0
                        },
                        within(1e-14));
    }

    @Test
    void singleWeightDoesNotVary() {
        assertThat(Dirichlet.draws(new double[] {0, 1}, SensitivityRules.USUAL, 2)[1])
                .containsExactly(0, 1);
    }
}
