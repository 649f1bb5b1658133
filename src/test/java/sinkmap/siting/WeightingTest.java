package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class WeightingTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Four cells by three criteria. */
    private static final double[][] CELLS = {{0.1, 0.9, 0.5}, {0.4, 0.8, 0.55}, {0.2, 0.2, 0.5}, {0.9, 0.0, 0.6}};

    private static final List<Criterion> CRITERIA = criteria(0.5, 0.3, 0.2);

    private static List<Criterion> criteria(double... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new Criterion(
                        "c" + (i + 1),
                        Plans.TITLE,
                        new Criterion.RasterValue("layer" + i),
                        new Membership.Linear(0, 1),
                        weights[i]))
                .toList();
    }

    private static Statistics statistics(double[]... cells) {
        Statistics statistics = new Statistics(cells[0].length);
        Arrays.stream(cells).forEach(statistics::add);
        return statistics;
    }

    private static Weights weights(WeightMethod method) {
        return weighting(method).weights(CRITERIA, statistics(CELLS));
    }

    private static Weighting weighting(WeightMethod method) {
        return new Weighting("test", method, new Aggregation.Wlc(), SensitivityRules.USUAL);
    }

    private static double[] normalised(double... values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }

    private static double[] column(int criterion) {
        return Arrays.stream(CELLS).mapToDouble(cell -> cell[criterion]).toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] entropyByDefinition() {
        double[] diversity = new double[3];
        for (int j = 0; j < 3; j++) {
            double[] shares = normalised(column(j));
            double entropy = 0;
            for (double p : shares) {
                entropy -= p == 0 ? 0 : p * Math.log(p) / Math.log(4);
            }
            diversity[j] = 1 - entropy;
        }
        return normalised(diversity);
    }

    private static double[] criticByDefinition() {
        double[] information = new double[3];
        for (int j = 0; j < 3; j++) {
            double mean = Arrays.stream(column(j)).average().orElseThrow();
            double variance = Arrays.stream(column(j))
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            for (int k = 0; k < 3; k++) {
                information[j] += Math.sqrt(variance) * (1 - correlation(column(j), column(k)));
            }
        }
        return normalised(information);
    }

    @Test
    void explicitWeightsAreThoseOfTheCriteria() {
        Weights weights = weights(new WeightMethod.Explicit());
        assertThat(weights.values()).containsExactly(0.5, 0.3, 0.2);
        assertThat(weights.parts()).containsExactly(new Weights.Part("explicit", 1, List.of(0.5, 0.3, 0.2)));
        assertThat(weights.experts()).isEmpty();
        assertThat(weights.group()).isNull();
    }

    @Test
    void entropyWeightsFollowTheirDefinition() {
        double[] weights = weights(new WeightMethod.Entropy()).toArray();
        assertThat(weights).containsExactly(entropyByDefinition(), EXACT);
        assertThat(weights[2]).isLessThan(0.02); // hardly differs from cell to cell
    }

    @Test
    void criticWeightsFollowTheirDefinition() {
        double[] weights = weights(new WeightMethod.Critic()).toArray();
        assertThat(weights).containsExactly(criticByDefinition(), EXACT);
        assertThat(weights[1]).isGreaterThan(weights[0]);
    }

    /**
     * The example that the CRITIC method was published with: profitability, market share and productivity of eight firms, D.
     * Diakoulaki, G. Mavrotas and L. Papayannakis, Computers and Operations Research 22, 1995; table and weights as the test
     * of scikit-criteria, which gives that source, repeats them (github.com/quatrope/scikit-criteria,
     * tests/preprocessing/test_weighters.py).
     */
    @Test
    void criticWeightsOfDiakoulakiAreThePublishedOnes() {
        double[][] firms = {
            {61, 1.08, 4.33},
            {20.7, 0.26, 4.34},
            {16.3, 1.98, 2.53},
            {9.0, 3.29, 1.65},
            {5.4, 2.77, 2.33},
            {4.0, 4.12, 1.21},
            {-6.1, 3.52, 2.10},
            {-34.6, 3.31, 0.98}
        };
        double[] low = {-34.6, 0.26, 0.98};
        double[] high = {61, 4.12, 4.34};
        double[][] memberships = Arrays.stream(firms)
                .map(firm -> IntStream.range(0, 3)
                        .mapToDouble(j -> (firm[j] - low[j]) / (high[j] - low[j]))
                        .toArray())
                .toArray(double[][]::new);
        assertThat(weighting(new WeightMethod.Critic())
                        .weights(CRITERIA, statistics(memberships))
                        .toArray())
                .containsExactly(new double[] {0.20222554, 0.48090173, 0.31687273}, within(1e-8));
    }

    /**
     * X. Xu, A note on the subjective and objective integrated approach to determine attribute weights, EJOR 156, 2004; table
     * and weights as the test of pyrepo-mcda, which gives that source, repeats them. Shares do not change when a column is
     * divided by 100.
     */
    @Test
    void entropyWeightsOfXuAreThePublishedOnes() {
        Statistics statistics = statistics(new double[][] {
            {0.30, 0.30, 0.38, 0.29}, {0.19, 0.54, 0.86, 0.29}, {0.19, 0.15, 0.85, 0.289}, {0.68, 0.70, 0.60, 0.29}
        });
        assertThat(weighting(new WeightMethod.Entropy())
                        .weights(criteria(0.25, 0.25, 0.25, 0.25), statistics)
                        .toArray())
                .containsExactly(new double[] {0.4630, 0.3992, 0.1378, 0.0000}, within(0.00006));
    }

    @Test
    void blendIsTheWeightedGeometricMeanOfItsParts() {
        Weights blend = weights(new Blend(List.of(
                new Blend.Share(new WeightMethod.Explicit(), 0.5),
                new Blend.Share(new WeightMethod.Entropy(), 0.3),
                new Blend.Share(new WeightMethod.Critic(), 0.2))));
        double[] entropy = entropyByDefinition();
        double[] critic = criticByDefinition();
        double[] explicit = {0.5, 0.3, 0.2};
        double[] expected = new double[3];
        for (int j = 0; j < 3; j++) {
            expected[j] = Math.pow(explicit[j], 0.5) * Math.pow(entropy[j], 0.3) * Math.pow(critic[j], 0.2);
        }
        assertThat(blend.toArray()).containsExactly(normalised(expected), EXACT);
        assertThat(blend.parts()).extracting(Weights.Part::method).containsExactly("explicit", "entropy", "critic");
        assertThat(blend.parts()).extracting(Weights.Part::share).containsExactly(0.5, 0.3, 0.2);
    }

    @Test
    void blendKeepsWhatItsPartsAgreeOnAndGivesNothingWhereOneGivesNothing() {
        Blend half = new Blend(List.of(
                new Blend.Share(new WeightMethod.Explicit(), 0.5), new Blend.Share(new WeightMethod.Entropy(), 0.5)));
        assertThat(half.of(List.of(new double[] {0.7, 0.3}, new double[] {0.7, 0.3})))
                .containsExactly(new double[] {0.7, 0.3}, EXACT);
        assertThat(half.of(List.of(new double[] {0.5, 0.5, 0}, new double[] {0.8, 0.1, 0.1}))[2])
                .isZero();
        assertThatThrownBy(() -> half.of(List.of(new double[] {1, 0}, new double[] {0, 1})))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("weight 0 in one of the methods");
    }

    @Test
    void judgementsAreReportedForEachExpertAndTheGroup() {
        Ahp ahp = new Ahp(
                List.of("c1", "c2", "c3"),
                List.of(new Ahp.Expert(
                        "a",
                        null,
                        List.of(List.of(1.0, 2.0, 6.0), List.of(0.5, 1.0, 3.0), List.of(1 / 6.0, 1 / 3.0, 1.0)))),
                List.of());
        Weights weights = weights(ahp);
        assertThat(weights.toArray()).containsExactly(new double[] {0.6, 0.3, 0.1}, EXACT);
        assertThat(weights.experts()).extracting(Ahp.Judged::expert).containsExactly("a");
        assertThat(weights.group().consistencyRatio()).isEqualTo(0, within(1e-12));
        assertThat(weighting(ahp).findFault(CRITERIA)).isEmpty();
        assertThat(weighting(ahp).findFault(CRITERIA.subList(0, 2)))
                .hasValue("the pairwise comparisons are about other criteria than the plan's");
    }

    @Test
    void criterionThatIsTheSameEverywhereLeavesDataWeightsUndefined() {
        Statistics flat = statistics(new double[][] {{0.1, 0.3, 0.5}, {0.4, 0.3, 0.55}});
        for (WeightMethod method : List.of(new WeightMethod.Entropy(), new WeightMethod.Critic())) {
            assertThatThrownBy(() -> weighting(method).weights(CRITERIA, flat))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining(
                            "criterion 'c2' has the same membership, 0.3000, in all 2 available cells, so "
                                    + method.id() + " weights are undefined");
        }
    }

    @Test
    void criteriaThatRiseTogetherLeaveCriticUndefined() {
        Statistics alike = statistics(new double[][] {{0.25, 0.5, 0}, {0.5, 0.75, 0.25}, {0.75, 1, 0.5}});
        assertThatThrownBy(() -> weighting(new WeightMethod.Critic()).weights(CRITERIA, alike))
                .hasMessageContaining("the criteria all say the same about the 3 available cells");
    }

    @Test
    void singleCriterionHasAllTheWeight() {
        assertThat(weighting(new WeightMethod.Critic())
                        .weights(criteria(Double.NaN), statistics(new double[] {0.4}))
                        .values())
                .containsExactly(1.0);
    }

    @Test
    void withoutCellsDataGiveNoWeights() {
        assertThat(weighting(new WeightMethod.Entropy())
                        .weights(CRITERIA, new Statistics(3))
                        .values())
                .containsOnly(Double.NaN);
        assertThat(weighting(new WeightMethod.Critic())
                        .weights(CRITERIA, new Statistics(3))
                        .values())
                .containsOnly(Double.NaN);
    }

    @Test
    void statisticsGatherWhatTheWeightsNeed() {
        Weighting entropy = weighting(new Blend(List.of(
                new Blend.Share(new WeightMethod.Explicit(), 0.5), new Blend.Share(new WeightMethod.Entropy(), 0.5))));
        Statistics statistics = entropy.statistics(3);
        Arrays.stream(CELLS).forEach(statistics::add);
        assertThat(statistics.entropy(0)).isEqualTo(statistics(CELLS).entropy(0));
        assertThatThrownBy(() -> statistics.correlation(0, 1)).isInstanceOf(IllegalStateException.class);
    }
}
