package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class AhpTest {

    /**
     * How much of what people in the United States drink, by the judgements of a group: coffee, wine, tea, beer, soda,
     * milk, water. T. L. Saaty, Decision making with the analytic hierarchy process, Int. J. Services Sciences 1, 2008,
     * 83-98; judgements, priorities and ratio (0.022) as the test of AHPy, which gives that source, repeats them
     * (github.com/PhilipGriffith/AHPy, tests/test_ahp.py).
     */
    private static final String DRINKS = """
            1   9 5   2   1   1   1/2
            1/9 1 1/3 1/9 1/9 1/9 1/9
            1/5 3 1   1/3 1/4 1/3 1/9
            1/2 9 3   1   1/2 1   1/3
            1   9 4   2   1   2   1/2
            1   9 3   1   1/2 1   1/3
            2   9 9   3   2   3   1
            """;

    /**
     * The choice of a leader by experience, education, charisma and age, the worked example of Wikipedia (Analytic
     * hierarchy process - leader example), which gives the priorities 0.547, 0.127, 0.270, 0.056; the judgements as the
     * Haskell package hahp repeats them (hackage.haskell.org/package/hahp, HAHP.Sample.LeaderChoice).
     */
    private static final String LEADER = """
            1   4 3   7
            1/4 1 1/3 3
            1/3 3 1   5
            1/7 1/3 1/5 1
            """;

    /**
     * Cars by style, reliability and fuel economy, and three criteria of buyers: the test of the R package MCDA
     * (cran.r-project.org/package=MCDA, tests/testthat/test-AHP.R), which gives the four sums of the cars only.
     */
    private static final String CARS = """
            1   1/2 3
            2   1   4
            1/3 1/4 1
            """;

    private static final List<String> CARS_BY_CRITERION = List.of(
            "1 1/4 4 1/6\n4 1 4 1/4\n1/4 1/4 1 1/5\n6 4 5 1",
            "1 2 5 1\n1/2 1 3 2\n1/5 1/3 1 1/4\n1 1/2 4 1",
            "1 2 4 1\n1/2 1 3 2\n1/4 1/3 1 1/5\n1 1/2 5 1");

    /** Judgements of a buyer of a house about eight criteria, who contradicts himself; not from a publication. */
    private static final String HOUSE = """
            1   5   3   7 6   6   1/3 1/4
            1/5 1   1/3 5 3   3   1/5 1/7
            1/3 3   1   6 3   4   6   1/5
            1/7 1/5 1/6 1 1/3 1/4 1/7 1/8
            1/6 1/3 1/3 3 1   1/2 1/5 1/6
            1/6 1/3 1/4 4 2   1   1/5 1/6
            3   5   1/6 7 5   5   1   1/2
            4   7   5   8 6   6   2   1
            """;

    private static final List<String> HOUSE_CRITERIA =
            List.of("size", "transport", "neighbourhood", "age", "yard", "modern", "condition", "financing");

    private static Ahp.Expert expert(String name, String matrix) {
        List<List<Double>> rows = matrix.lines()
                .map(line -> Arrays.stream(line.strip().split("\\s+"))
                        .map(AhpTest::number)
                        .toList())
                .toList();
        return new Ahp.Expert(name, null, rows);
    }

    private static double number(String text) {
        String[] parts = text.split("/");
        return parts.length == 1
                ? Double.parseDouble(text)
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static List<String> ids(int n) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ids.add("c" + (i + 1));
        }
        return ids;
    }

    private static Ahp ahp(String... matrices) {
        List<Ahp.Expert> experts = new ArrayList<>();
        for (String matrix : matrices) {
            experts.add(expert("e" + (experts.size() + 1), matrix));
        }
        return new Ahp(ids((int) matrices[0].lines().count()), experts, List.of());
    }

    private static double[] rowGeometricMeans(Ahp.Expert expert) {
        double[] means = expert.matrix().stream()
                .mapToDouble(row ->
                        Math.exp(row.stream().mapToDouble(Math::log).average().orElseThrow()))
                .toArray();
        double sum = Arrays.stream(means).sum();
        return Arrays.stream(means).map(mean -> mean / sum).toArray();
    }

    private static double[] toArray(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void prioritiesAndRatioOfTheDrinksAreThePublishedOnes() {
        Ahp.Judged judged = ahp(DRINKS).listJudged().get(0);
        assertThat(toArray(judged.weights()))
                .containsExactly(
                        new double[] {0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268}, within(0.00005));
        assertThat(judged.consistencyRatio()).isEqualTo(0.022, within(0.0005));
    }

    @Test
    void prioritiesOfTheLeaderAreThePublishedOnes() {
        Ahp.Judged judged = ahp(LEADER).listJudged().get(0);
        assertThat(toArray(judged.weights())).containsExactly(new double[] {0.547, 0.127, 0.270, 0.056}, within(0.001));
        assertThat(judged.consistencyRatio()).isBetween(0.04, 0.05);
    }

    @Test
    void sumsOfTheCarsAreThePublishedOnes() {
        List<Double> weights = ahp(CARS).listJudged().get(0).weights();
        double[] sums = new double[4];
        for (int criterion = 0; criterion < 3; criterion++) {
            Ahp.Expert buyer = expert("buyer", CARS_BY_CRITERION.get(criterion));
            List<Double> cars = new Ahp(ids(4), List.of(buyer), List.of("buyer"))
                    .listJudged()
                    .get(0)
                    .weights();
            for (int car = 0; car < 4; car++) {
                sums[car] += weights.get(criterion) * cars.get(car);
            }
        }
        assertThat(sums).containsExactly(new double[] {0.2922, 0.2767, 0.0697, 0.3613}, within(0.00005));
    }

    @Test
    void eigenvectorSolvesItsEquationAndIsNearTheRowGeometricMeans() {
        Ahp ahp = ahp(DRINKS);
        List<List<Double>> matrix = ahp.experts().get(0).matrix();
        Ahp.Judged judged = ahp.group();
        double[] means = rowGeometricMeans(ahp.experts().get(0));
        for (int i = 0; i < 7; i++) {
            double product = 0;
            for (int j = 0; j < 7; j++) {
                product += matrix.get(i).get(j) * judged.weights().get(j);
            }
            assertThat(product).isEqualTo(judged.lambdaMax() * judged.weights().get(i), within(1e-12));
            assertThat(judged.weights().get(i)).isEqualTo(means[i], within(0.02));
        }
    }

    @Test
    void inconsistencyIsRefusedWithItsRatioAndTheJudgementThatFitsLeast() {
        assertThatThrownBy(() -> new Ahp(HOUSE_CRITERIA, List.of(expert("buyer", HOUSE)), List.of()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("expert 'buyer' contradicts itself: consistency ratio 0.169, over 0.10")
                .hasMessageContaining("6 for 'neighbourhood' over 'condition', where all judgements together give 1.13")
                .hasMessageContaining("accept_inconsistency: [buyer]");
    }

    @Test
    void inconsistencyThatIsAcceptedByNameIsReported() {
        Ahp ahp = new Ahp(HOUSE_CRITERIA, List.of(expert("buyer", HOUSE)), List.of("buyer"));
        Ahp.Judged judged = ahp.listJudged().get(0);
        assertThat(judged.expert()).isEqualTo("buyer");
        assertThat(judged.lambdaMax()).isEqualTo(9.669, within(0.0005));
        assertThat(judged.consistencyRatio()).isEqualTo(0.169, within(0.0005));
        assertThat(judged.consistencyIndex()).isEqualTo((judged.lambdaMax() - 8) / 7, within(1e-12));
    }

    @Test
    void expertsAreJoinedByTheGeometricMeanOfTheirJudgements() {
        // 2, 8 and 6, 6 and 3, 3/4: geometric means 4, 6, 1.5, which agree with weights 12/17, 3/17, 2/17
        Ahp ahp = ahp("1 2 6\n1/2 1 3\n1/6 1/3 1", "1 8 6\n1/8 1 3/4\n1/6 4/3 1");
        assertThat(ahp.group().weights().get(0)).isEqualTo(12.0 / 17, within(1e-12));
        assertThat(ahp.group().weights().get(1)).isEqualTo(3.0 / 17, within(1e-12));
        assertThat(ahp.group().lambdaMax()).isEqualTo(3, within(1e-12));
        assertThat(ahp.listJudged()).extracting(Ahp.Judged::expert).containsExactly("e1", "e2");
        assertThat(ahp.listJudged().get(1).weights().get(0)).isGreaterThan(0.7);
    }

    @Test
    void judgementsRoundedToTwoDecimalsAreReciprocal() {
        Ahp ahp = ahp("1 8\n0.13 1");
        assertThat(ahp.group().weights()).satisfies(w -> assertThat(w.get(0)).isEqualTo(8.0 / 9, within(1e-12)));
    }

    @Test
    void matrixThatIsNotReciprocalNamesBothCriteriaAndEntries() {
        assertThatThrownBy(() -> ahp("1 3 5\n1/3 1 1/2\n1/5 1/2 1"))
                .isInstanceOf(SinkmapException.class)
                .hasMessage("expert 'e1': 'c2' over 'c3' is 1/2, but 'c3' over 'c2' is 1/2;"
                        + " each must be 1 divided by the other");
        assertThatThrownBy(() -> ahp("1 3\n1/3 2")).hasMessageContaining("'c2' compared with itself must be 1, not 2");
        assertThatThrownBy(() -> ahp("1 0\n1 1")).hasMessageContaining("Saaty's scale from 1/9 to 9, not 0");
        assertThatThrownBy(() -> ahp("1 3\n1/3 1", "1"))
                .hasMessageContaining("expert 'e2': the matrix must have 2 rows");
    }

    @Test
    void namesOfExpertsMustDiffer() {
        Ahp.Expert one = expert("planner", "1 2\n1/2 1");
        assertThatThrownBy(() -> new Ahp(ids(2), List.of(one, one), List.of()))
                .hasMessageContaining("two experts named 'planner'");
        assertThatThrownBy(() -> new Ahp(ids(2), List.of(), List.of())).hasMessageContaining("at least one expert");
    }

    @Test
    void moreCriteriaThanTheRandomIndexKnowsAreRefused() {
        String row = "1 ".repeat(16).strip();
        assertThatThrownBy(() -> ahp((row + "\n").repeat(16))).hasMessageContaining("16 criteria are too many");
        assertThat(ahp(("1 ".repeat(15).strip() + "\n").repeat(15))
                        .group()
                        .weights()
                        .get(14))
                .isEqualTo(1.0 / 15, within(1e-12));
    }

    @Test
    void twoCriteriaCannotDisagree() {
        Ahp.Judged judged = ahp("1 9\n1/9 1").group();
        assertThat(judged.consistencyRatio()).isZero();
        assertThat(judged.weights().get(1)).isEqualTo(0.1, within(1e-12));
    }
}
