package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSpreadTest {

    private static final double[] WEIGHTS = {0.35, 0.05, 0.25, 0.15, 0.2, 0};
    private static final int CELLS = 60;

    private static Weighting weighting(Aggregation aggregation) {
        return new Weighting("test", new WeightMethod.Explicit(), aggregation, SensitivityRules.USUAL);
    }

    private static Weights weights(double... weights) {
        return new Weights(Arrays.stream(weights).boxed().toList(), List.of(), List.of(), null);
    }

    private static float[][] table(long seed) {
        Random random = new Random(seed);
        float[][] table = new float[WEIGHTS.length][CELLS];
        for (float[] column : table) {
            for (int c = 0; c < CELLS; c++) {
                column[c] = random.nextFloat();
            }
        }
        return table;
    }

    private static double[] cell(float[][] table, int cell) {
        return IntStream.range(0, table.length).mapToDouble(j -> table[j][cell]).toArray();
    }

    /** Mean and largest relative distance of the spreads from those of 40,000 draws. */
    private static double[] errors(Aggregation aggregation) {
        float[][] table = table(11);
        Statistics statistics = new Statistics(WEIGHTS.length);
        statistics.add(table, CELLS);
        float[] spreads = new float[CELLS];
        ScoreSpread.of(weighting(aggregation), weights(WEIGHTS), statistics).spread(table, CELLS, spreads);
        double[][] draws = Dirichlet.draws(WEIGHTS, SensitivityRules.USUAL, 40_000);
        double[] sum = new double[CELLS];
        double[] squares = new double[CELLS];
        for (double[] draw : draws) {
            Scorer scorer = aggregation.scorer(draw, statistics);
            for (int c = 0; c < CELLS; c++) {
                double score = scorer.score(cell(table, c));
                sum[c] += score;
                squares[c] += score * score;
            }
        }
        double[] errors = IntStream.range(0, CELLS)
                .mapToDouble(c -> {
                    double mean = sum[c] / draws.length;
                    return Math.abs(spreads[c] / Math.sqrt(squares[c] / draws.length - mean * mean) - 1);
                })
                .toArray();
        return new double[] {
            Arrays.stream(errors).average().orElseThrow(),
            Arrays.stream(errors).max().orElseThrow()
        };
    }

    @Test
    void spreadOfTheCombinationIsThatOfDraws() {
        assertThat(errors(new Aggregation.Wlc())[1]).isLessThan(0.02); // what 40,000 draws leave open
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.01, 0.03", "2, 0.02, 0.06", "4, 0.05, 0.25"})
    void spreadOfTheOrderedAverageIsNearThatOfDraws(double alpha, double mean, double most) {
        double[] errors = errors(new Aggregation.Owa(alpha));
        assertThat(errors[0]).isLessThan(mean);
        assertThat(errors[1]).isLessThan(most);
    }

    @Test
    void spreadOfTheClosenessIsNearThatOfDraws() {
        double[] errors = errors(new Aggregation.Topsis());
        assertThat(errors[0]).isLessThan(0.03);
        assertThat(errors[1]).isLessThan(0.10);
    }

    @Test
    void spreadByHand() {
        // a0 = 1 / 0.04 - 1 = 24; sum(m x2) - (sum(m x))2 = 0.25 x 1 - 0.0625
        float[] spreads = new float[3];
        float[][] cells = {{1, 0.5f, Float.NaN}, {0, 0.5f, 0}};
        ScoreSpread.of(weighting(new Aggregation.Wlc()), weights(0.25, 0.75), null)
                .spread(cells, 3, spreads);
        assertThat((double) spreads[0]).isEqualTo(Math.sqrt(0.1875 / 25), within(1e-7));
        assertThat(spreads[1]).isZero(); // as good in everything: weights do not matter
        assertThat(spreads[2]).isNaN();
    }

    @Test
    void singleCriterionHasNoSpread() {
        float[] spreads = {-1};
        ScoreSpread.of(weighting(new Aggregation.Owa(2)), weights(1), null).spread(new float[][] {{0.3f}}, 1, spreads);
        assertThat(spreads[0]).isZero();
    }

    @Test
    void idealAndAntiIdealHaveNoSpreadUnderTopsis() {
        float[][] cells = {{1, 0, 0.5f}, {0.8f, 0.2f, 0.4f}};
        Statistics statistics = new Statistics(2);
        statistics.add(cells, 3);
        float[] spreads = new float[3];
        ScoreSpread.of(weighting(new Aggregation.Topsis()), weights(0.5, 0.5), statistics)
                .spread(cells, 3, spreads);
        assertThat(spreads[0]).isZero();
        assertThat(spreads[1]).isZero();
        assertThat(spreads[2]).isPositive();
    }
}
