package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class AggregationTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static final double[] WEIGHTS = {0.5, 0.2, 0.3};

    private static Statistics statistics(double[]... cells) {
        Statistics statistics = new Statistics(cells[0].length, false, false);
        Arrays.stream(cells).forEach(statistics::add);
        return statistics;
    }

    private static double[] weights(Random random, int n) {
        double[] weights = random.doubles(n).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Yager's formula as it is written: order, add up the importances, take differences of the quantifier. */
    private static double owaByDefinition(double[] x, double[] w, double alpha) {
        List<Integer> order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -x[j]))
                .toList();
        double score = 0;
        for (int k = 1; k <= x.length; k++) {
            double upTo = order.stream().limit(k).mapToDouble(j -> w[j]).sum();
            double before = order.stream().limit(k - 1).mapToDouble(j -> w[j]).sum();
            score += (Math.pow(upTo, alpha) - Math.pow(before, alpha)) * x[order.get(k - 1)];
        }
        return score;
    }

    /** The six steps of Hwang and Yoon over the whole table. */
    private static double[] topsisByDefinition(double[][] cells, double[] w) {
        int n = w.length;
        double[][] v = new double[cells.length][n];
        double[] best = new double[n];
        double[] worst = new double[n];
        for (int j = 0; j < n; j++) {
            int criterion = j;
            double norm = Math.sqrt(Arrays.stream(cells)
                    .mapToDouble(cell -> cell[criterion] * cell[criterion])
                    .sum());
            for (int i = 0; i < cells.length; i++) {
                v[i][j] = w[j] * cells[i][j] / norm;
            }
            best[j] = Arrays.stream(v).mapToDouble(row -> row[criterion]).max().orElseThrow();
            worst[j] = Arrays.stream(v).mapToDouble(row -> row[criterion]).min().orElseThrow();
        }
        return Arrays.stream(v)
                .mapToDouble(row -> distance(row, worst) / (distance(row, best) + distance(row, worst)))
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(j -> (a[j] - b[j]) * (a[j] - b[j]))
                .sum());
    }

    @Test
    void combinationIsTheWeightedSum() {
        Scorer wlc = new Aggregation.Wlc().scorer(WEIGHTS, null);
        assertThat(wlc.score(new double[] {0.4, 1, 0})).isEqualTo(0.4, EXACT);
        assertThat(wlc.score(new double[] {1, 1, 1})).isLessThanOrEqualTo(1);
    }

    @Test
    void orderedAverageWeighsByRank() {
        // descending 0.9 (0.2), 0.5 (0.3), 0.1 (0.5); Q = p2: 0.04, 0.25, 1
        Scorer owa = new Aggregation.Owa(2).scorer(WEIGHTS, null);
        assertThat(owa.score(new double[] {0.1, 0.9, 0.5})).isEqualTo(0.04 * 0.9 + 0.21 * 0.5 + 0.75 * 0.1, EXACT);
    }

    @Test
    void orderedAverageGoesFromTheBestToTheWorstMembership() {
        double[] x = {0.1, 0.9, 0.5};
        assertThat(new Aggregation.Owa(1e-9).scorer(WEIGHTS, null).score(x)).isEqualTo(0.9, within(1e-6));
        assertThat(new Aggregation.Owa(1000).scorer(WEIGHTS, null).score(x)).isEqualTo(0.1, within(1e-6));
        assertThatThrownBy(() -> new Aggregation.Owa(-1))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("alpha must be above 0");
    }

    @Property
    void orderedAverageWithAlphaOneIsTheCombination(@ForAll @IntRange(min = 1, max = 9) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] weights = weights(random, n);
        double[] x = random.doubles(n).toArray();
        double wlc = new Aggregation.Wlc().scorer(weights, null).score(x);
        assertThat(new Aggregation.Owa(1).scorer(weights, null).score(x)).isEqualTo(wlc);
        assertThat(new OwaScorer(weights, 1).score(x)).isEqualTo(wlc, EXACT);
    }

    @Property
    void orderedAverageFollowsItsDefinition(
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @DoubleRange(min = 0.1, max = 6) double alpha,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] weights = weights(random, n);
        // few levels, so that many are equal
        double[] x = random.ints(n, 0, 5).mapToDouble(level -> level / 4.0).toArray();
        assertThat(new OwaScorer(weights, alpha).score(x)).isEqualTo(owaByDefinition(x, weights, alpha), within(1e-9));
    }

    /**
     * G. H. Tzeng and J. J. Huang, Multiple Attribute Decision Making, CRC Press 2011; table, weights and closeness as the
     * test of scikit-criteria, which gives that source, repeats them (github.com/quatrope/scikit-criteria,
     * tests/agg/test_topsis.py). Scales drop out; all values are divided by 8, so that they are memberships.
     */
    @Test
    void closenessOfTzengAndHuangIsThePublishedOne() {
        double[][] alternatives = eighths(new double[][] {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}});
        assertThat(topsis(new double[] {0.3, 0.4, 0.3}, alternatives))
                .containsExactly(new double[] {0.5037, 0.6581, 0.7482, 0.3340}, within(0.00006));
    }

    private static double[][] eighths(double[][] table) {
        return Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(x -> x / 8).toArray())
                .toArray(double[][]::new);
    }

    private static double[] topsis(double[] weights, double[][] alternatives) {
        Scorer topsis = new Aggregation.Topsis().scorer(weights, statistics(alternatives));
        return Arrays.stream(alternatives).mapToDouble(topsis::score).toArray();
    }

    /**
     * Three cars by price, economy, looks and boot: R. Hodgett's example, the test of the R package MCDA
     * (cran.r-project.org/package=MCDA, tests of TOPSIS). Memberships have no costs, so the price p is mirrored to 2 mean - p,
     * which keeps its differences and its norm; each column is divided by a number of its own, which drops out.
     */
    @Test
    void closenessOfHodgettsCarsIsThePublishedOne() {
        double twiceTheMean = 2 * (5490 + 6500 + 6489) / 3.0;
        double[][] cars = {
            {(twiceTheMean - 5490) / 10000, 51.4 / 100, 8.5 / 10, 285 / 300.0},
            {(twiceTheMean - 6500) / 10000, 70.6 / 100, 7.0 / 10, 288 / 300.0},
            {(twiceTheMean - 6489) / 10000, 54.3 / 100, 7.5 / 10, 290 / 300.0}
        };
        assertThat(topsis(new double[] {0.35, 0.25, 0.25, 0.15}, cars))
                .containsExactly(new double[] {0.4817, 0.5182, 0.1780}, within(0.00006));
    }

    @Property(tries = 200)
    void closenessFollowsItsDefinition(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 2, max = 12) int cells,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] weights = weights(random, n);
        double[][] table = new double[cells][];
        Arrays.setAll(table, i -> random.doubles(n).toArray());
        Scorer topsis = new Aggregation.Topsis().scorer(weights, statistics(table));
        assertThat(Arrays.stream(table).mapToDouble(topsis::score).toArray())
                .containsExactly(topsisByDefinition(table, weights), within(1e-9));
    }

    @Test
    void closenessDoesNotMindCriteriaThatTellNothing() {
        double[][] cells = {{0.2, 0, 0.5}, {0.8, 0, 0.5}, {0.5, 0, 0.5}};
        Scorer topsis = new Aggregation.Topsis().scorer(WEIGHTS, statistics(cells));
        assertThat(Arrays.stream(cells).mapToDouble(topsis::score).toArray())
                .containsExactly(new double[] {0, 1, 0.5}, EXACT);
        double[][] same = {{0.2, 0, 0.5}, {0.2, 0, 0.5}};
        assertThat(new Aggregation.Topsis().scorer(WEIGHTS, statistics(same)).score(same[1]))
                .isEqualTo(0.5);
    }

    @Provide
    Arbitrary<Aggregation> aggregations() {
        return Arbitraries.of(
                new Aggregation.Wlc(), new Aggregation.Owa(0.4), new Aggregation.Owa(3), new Aggregation.Topsis());
    }

    @Property(tries = 100)
    void manyCellsAtOnceScoreLikeEachAlone(
            @ForAll("aggregations") Aggregation aggregation,
            @ForAll @IntRange(min = 1, max = 18) int n,
            @ForAll @IntRange(min = 1, max = 2500) int cells,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[][] table = new float[n][cells + 3];
        for (float[] column : table) {
            for (int c = 0; c < column.length; c++) {
                column[c] = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextFloat();
            }
        }
        table[n - 1][cells / 2] = Float.NaN;
        Statistics statistics = new Statistics(n, false, false);
        statistics.add(table, cells);
        Scorer scorer = aggregation.scorer(weights(random, n), statistics);
        float[] scores = new float[cells + 3];
        Arrays.fill(scores, -1);
        scorer.score(table, cells, scores);
        for (int c = 0; c < cells; c++) {
            int cell = c;
            double[] one =
                    IntStream.range(0, n).mapToDouble(j -> table[j][cell]).toArray();
            double alone = scorer.score(one);
            if (cell == cells / 2) {
                assertThat(alone).isNaN();
                assertThat(scores[c]).isNaN();
            } else {
                assertThat(alone).isBetween(0.0, 1.0);
                assertThat((double) scores[c]).isEqualTo(alone, within(1e-7));
            }
        }
        assertThat(scores[cells]).isEqualTo(-1);
    }
}
