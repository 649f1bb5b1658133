package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Columns of memberships as they are in a region: correlated, some of them 0. */
    private static float[][] table(int cells, long seed) {
        Random random = new Random(seed);
        float[][] table = new float[3][cells];
        for (int c = 0; c < cells; c++) {
            table[0][c] = random.nextFloat();
            table[1][c] = Math.max(0, table[0][c] - 0.6f * random.nextFloat());
            table[2][c] = 0.9f + 0.0001f * random.nextFloat();
        }
        return table;
    }

    private static Statistics of(float[][] table) {
        Statistics statistics = new Statistics(table.length);
        statistics.add(table, table[0].length);
        return statistics;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double covariance(float[] a, float[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (a[c] - mean(a)) * (b[c] - mean(b));
        }
        return sum / a.length;
    }

    private static double entropy(float[] values) {
        double sum = mean(values) * values.length;
        double entropy = 0;
        for (float value : values) {
            double share = value / sum;
            entropy -= share == 0 ? 0 : share * Math.log(share);
        }
        return entropy / Math.log(values.length);
    }

    @Test
    void agreesWithTheDefinitions() {
        float[][] table = table(2500, 1);
        Statistics statistics = of(table);
        assertThat(statistics.count()).isEqualTo(2500);
        for (int i = 0; i < 3; i++) {
            assertThat(statistics.mean(i)).isEqualTo(mean(table[i]), EXACT);
            double sd = Math.sqrt(covariance(table[i], table[i]));
            assertThat(statistics.standardDeviation(i)).isEqualTo(sd, within(1e-10 * sd));
            assertThat(statistics.entropy(i)).isEqualTo(entropy(table[i]), EXACT);
            double squares = covariance(table[i], table[i]) + mean(table[i]) * mean(table[i]);
            assertThat(statistics.norm(i)).isEqualTo(Math.sqrt(squares * 2500), within(1e-9));
            for (int j = 0; j < 3; j++) {
                double r = covariance(table[i], table[j])
                        / Math.sqrt(covariance(table[i], table[i]) * covariance(table[j], table[j]));
                assertThat(statistics.correlation(i, j)).isEqualTo(r, within(1e-9));
            }
        }
    }

    @Test
    void knowsSmallestAndLargestAndWhatIsConstant() {
        Statistics statistics = of(new float[][] {{0.25f, 0.75f, 0.5f}, {0.5f, 0.5f, 0.5f}, {0, 0, 0}});
        assertThat(statistics.minimum(0)).isEqualTo(0.25);
        assertThat(statistics.maximum(0)).isEqualTo(0.75);
        assertThat(statistics.constant(0)).isFalse();
        assertThat(statistics.constant(1)).isTrue();
        assertThat(statistics.standardDeviation(1)).isZero();
        assertThat(statistics.entropy(1)).isEqualTo(1, EXACT);
        assertThat(statistics.entropy(2)).isNaN();
        assertThat(statistics.correlation(0, 1)).isNaN();
        assertThat(statistics.norm(2)).isZero();
    }

    @Test
    void cellsThatLackAValueAreLeftOut() {
        Statistics statistics = of(new float[][] {{0.2f, Float.NaN, 0.4f, 0.6f}, {1, 0.5f, Float.NaN, 0}});
        statistics.add(new double[] {Double.NaN, 0.5});
        assertThat(statistics.count()).isEqualTo(2);
        assertThat(statistics.mean(0)).isEqualTo(0.4, within(1e-7));
        assertThat(statistics.maximum(1)).isEqualTo(1);
    }

    @Test
    void nothingIsKnownAboutNothing() {
        Statistics statistics = new Statistics(2);
        assertThat(statistics.count()).isZero();
        assertThat(statistics.mean(0)).isNaN();
        assertThat(statistics.minimum(1)).isNaN();
        assertThat(statistics.entropy(1)).isNaN();
        assertThat(statistics.constant(0)).isFalse();
        statistics.merge(new Statistics(2));
        assertThat(statistics.count()).isZero();
    }

    @Test
    void nearlyEqualValuesKeepTheirDigits() {
        Statistics statistics = new Statistics(1, false, false);
        for (int c = 0; c < 3_000_000; c++) {
            statistics.add(new double[] {c % 2 == 0 ? 0.9 : 0.9 + 1e-9});
        }
        // the variance is (5e-10)2; as a difference of sums of squares its digits would be lost
        assertThat(statistics.standardDeviation(0)).isEqualTo(5e-10, within(1e-15));
    }

    @Property(tries = 50)
    void partsJoinedAreTheWhole(@ForAll @IntRange(min = 0, max = 3000) int first, @ForAll long seed) {
        float[][] table = table(3000, seed);
        Statistics joined = new Statistics(3);
        joined.merge(part(table, 0, first));
        joined.merge(part(table, first, 3000));
        Statistics whole = of(table);
        assertThat(joined.count()).isEqualTo(3000);
        for (int i = 0; i < 3; i++) {
            assertThat(joined.mean(i)).isEqualTo(whole.mean(i), EXACT);
            assertThat(joined.minimum(i)).isEqualTo(whole.minimum(i));
            assertThat(joined.maximum(i)).isEqualTo(whole.maximum(i));
            double sd = whole.standardDeviation(i);
            assertThat(joined.standardDeviation(i)).isEqualTo(sd, within(1e-9 * sd));
            assertThat(joined.entropy(i)).isEqualTo(whole.entropy(i), EXACT);
            assertThat(joined.correlation(i, 0)).isEqualTo(whole.correlation(i, 0), within(1e-9));
        }
    }

    private static Statistics part(float[][] table, int from, int to) {
        Statistics statistics = new Statistics(3);
        for (int c = from; c < to; c++) {
            statistics.add(new double[] {table[0][c], table[1][c], table[2][c]});
        }
        return statistics;
    }
}
