package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

/** Against closed forms. With 200,000 draws a standard deviation is good to about 0.2 %, a bound to about 1 % of it. */
class MonteCarloTest {

    private static final double K = 1.959963984540054;
    private static final Stratum REED = new Stratum("marsh", "reed", 0, true, true);
    private static final Stratum SUAEDA = new Stratum("marsh", "suaeda", 0, true, true);

    private final MonteCarlo simulation = new MonteCarlo(200_000, 7);

    private static Factor factor(String id, double value, double low, double high) {
        return FactorsTest.row(id, "marsh", "*", Pool.SOIL, "local", new Interval(value, low, high));
    }

    private static Line line(Stratum stratum, double area_ha, Factor... factors) {
        return new Line(stratum, new Term(1, List.of(factors)), area_ha);
    }

    private static double halfWidth(Interval interval) {
        return (interval.high() - interval.low()) / 2;
    }

    @Test
    void independentNormalsAddInQuadrature() {
        // half widths 3 x 10 and 4 x 10
        Interval sum = simulation
                .simulate(List.of(line(REED, 10, factor("a", 20, 17, 23)), line(SUAEDA, 10, factor("b", 30, 26, 34))))
                .interval();
        assertThat(sum.value()).isCloseTo(500, within(0.2));
        assertThat(halfWidth(sum)).isCloseTo(50, within(0.5));
    }

    @Test
    void sharedRowIsDrawnOnce() {
        Factor shared = factor("a", 20, 17, 23);
        Interval sum = simulation
                .simulate(List.of(line(REED, 10, shared), line(SUAEDA, 10, shared)))
                .interval();
        // 2 x 30, not 30 x sqrt 2
        assertThat(halfWidth(sum)).isCloseTo(60, within(0.6));
    }

    @Test
    void areasOfOneMapAreWrongTogether() {
        Stratum reed = new Stratum("marsh", "reed", 20, true, true, "survey");
        Stratum suaeda = new Stratum("marsh", "suaeda", 10, true, true, "survey");
        Factor exact = factor("a", 5, 5, 5);
        List<Line> lines = List.of(line(reed, 100, exact), line(suaeda, 60, exact));
        // 500 t +- 20 % and 300 t +- 10 %: 100 + 30, and by hand sqrt(100² + 30²) when they err apart
        MonteCarlo.Simulated together = simulation.simulate(lines);
        assertThat(halfWidth(together.interval())).isCloseTo(130, within(1.3));
        // the map once, and the exact row
        assertThat(together.contributions())
                .extracting(MonteCarlo.Contribution::input)
                .containsExactly("survey", "a");
        assertThat(together.contributions().get(0).share()).isCloseTo(1, within(1e-9));
        assertThat(Propagation.sum(lines).highHalf()).isCloseTo(130, within(1e-9));
        List<Line> apart = lines.stream()
                .map(l -> new Line(
                        new Stratum(
                                "marsh", l.stratum().classCode(), l.stratum().areaUncertainty_percent(), true, true),
                        l.term(),
                        l.activity()))
                .toList();
        assertThat(halfWidth(simulation.simulate(apart).interval())).isCloseTo(Math.hypot(100, 30), within(1.1));
        assertThat(Propagation.sum(apart).lowHalf()).isCloseTo(Math.hypot(100, 30), within(1e-9));
    }

    @Test
    void errorsOfAMapAndOfARowAddInQuadratureAndShareTheVariance() {
        Stratum reed = new Stratum("marsh", "reed", 15, true, true, "survey");
        Stratum flat = new Stratum("flat", "*", 15, true, true, "survey");
        // 200 t and 100 t: the map moves 15 % of 300, the row of the marsh 30 % of 200
        List<Line> lines = List.of(line(reed, 10, factor("a", 20, 14, 26)), line(flat, 25, factor("b", 4, 4, 4)));
        assertThat(Propagation.sum(lines).lowHalf()).isCloseTo(Math.hypot(45, 60), within(1e-9));
        MonteCarlo.Simulated of = simulation.simulate(lines);
        assertThat(halfWidth(of.interval())).isCloseTo(75, within(1.5));
        assertThat(of.contributions().get(1).input()).isEqualTo("survey");
        assertThat(of.contributions().get(1).share()).isCloseTo(45 * 45 / (75.0 * 75), within(0.01));
    }

    @Test
    void productOfLogNormalsIsLogNormal() {
        Factor a = logNormal("a", 1, 0.3);
        Factor b = logNormal("b", -0.5, 0.4);
        Interval product = simulation.simulate(List.of(line(REED, 1, a, b))).interval();
        // log-normal of mean 0.5 and variance 0.09 + 0.16
        assertThat(product.value()).isCloseTo(Math.exp(0.5 + 0.125), within(0.01));
        assertThat(product.low()).isCloseTo(Math.exp(0.5 - 0.5 * K), within(0.01));
        assertThat(product.high()).isCloseTo(Math.exp(0.5 + 0.5 * K), within(0.06));
    }

    private static Factor logNormal(String id, double mean, double sigma) {
        return factor(id, Math.exp(mean + sigma * sigma / 2), Math.exp(mean - sigma * K), Math.exp(mean + sigma * K));
    }

    @Test
    void contributionsOfAProductAreItsFirstOrderVariances() {
        Stratum marsh = new Stratum("marsh", "reed", 100 * K * 0.3, true, true);
        // area 1 +- 0.3, factor 10 +- 2 (standard deviations): 9 and 4 of 9 + 4 + 0.36
        MonteCarlo.Simulated product =
                simulation.simulate(List.of(line(marsh, 1, factor("a", 10, 10 - 2 * K, 10 + 2 * K))));
        assertThat(product.contributions())
                .extracting(MonteCarlo.Contribution::input)
                .containsExactly("marsh/reed", "a");
        assertThat(product.contributions())
                .extracting(MonteCarlo.Contribution::kind)
                .containsExactly(MonteCarlo.Kind.AREA, MonteCarlo.Kind.FACTOR);
        assertThat(product.contributions().get(0).share()).isCloseTo(9 / 13.36, within(0.01));
        assertThat(product.contributions().get(1).share()).isCloseTo(4 / 13.36, within(0.01));
        assertThat(product.interactions()).isCloseTo(0.36 / 13.36, within(0.01));
    }

    @Test
    void sharesAndInteractionsAddUpToOne() {
        MonteCarlo.Simulated sum = simulation.simulate(mixed());
        double shares = sum.contributions().stream()
                .mapToDouble(MonteCarlo.Contribution::share)
                .sum();
        assertThat(shares + sum.interactions()).isCloseTo(1, within(1e-12));
        assertThat(sum.interactions()).isBetween(0.0, 0.2);
    }

    private static List<Line> mixed() {
        Stratum reed = new Stratum("marsh", "reed", 15, true, true);
        Stratum pine = new Stratum("forest", "pine", 5, false, true);
        Factor soil = factor("soil", 30, 24, 45);
        Factor root = factor("root", 0.25, 0.2, 0.33);
        Factor stem = factor("stem", 40, 30, 50);
        return List.of(line(reed, 120, soil), line(pine, 70, stem), line(pine, 70, stem, root), line(pine, 70, soil));
    }

    @Test
    void orderOfTheLinesAndOtherSumsChangeNothing() {
        List<Line> shuffled = new ArrayList<>(mixed());
        Collections.shuffle(shuffled, new Random(3));
        MonteCarlo other = new MonteCarlo(200_000, 7);
        other.simulate(List.of(line(SUAEDA, 3, factor("something-else", 4, 1, 9))));
        Interval again = other.simulate(shuffled).interval();
        Interval first = simulation.simulate(mixed()).interval();
        assertThat(again.value()).isCloseTo(first.value(), within(1e-9));
        assertThat(again.low()).isCloseTo(first.low(), within(1e-9));
        assertThat(again.high()).isCloseTo(first.high(), within(1e-9));
        assertThat(new MonteCarlo(200_000, 8).simulate(mixed()).interval()).isNotEqualTo(first);
    }

    @Test
    void agreesWithDrawsMadeByHand() {
        Random random = new Random(11);
        double[] sums = random.doubles(200_000)
                .map(ignored -> {
                    double reed = 1 + 0.15 / K * random.nextGaussian();
                    double pine = 1 + 0.05 / K * random.nextGaussian();
                    double soil = Skew.of(new Interval(30, 24, 45), true).at(random.nextGaussian());
                    double root = Skew.of(new Interval(0.25, 0.2, 0.33), true).at(random.nextGaussian());
                    double stem = 40 + 10 / K * random.nextGaussian();
                    return 120 * reed * soil + 70 * pine * (stem * (1 + root) + soil);
                })
                .sorted()
                .toArray();
        Interval sum = simulation.simulate(mixed()).interval();
        assertThat(sum.low()).isCloseTo(sums[5_000], within(40.0));
        assertThat(sum.high()).isCloseTo(sums[195_000], within(60.0));
    }

    @Test
    void agreesWithPropagationWhereErrorsAreSmall() {
        List<Line> lines = List.of(
                line(new Stratum("marsh", "reed", 3, true, true), 50, factor("a", 30, 29, 31)),
                line(new Stratum("marsh", "suaeda", 4, true, true), 20, factor("b", 28, 27, 29)));
        Interval simulated = simulation.simulate(lines).interval();
        Interval propagated = Propagation.sum(lines);
        assertThat(simulated.low()).isCloseTo(propagated.low(), within(1.0));
        assertThat(simulated.high()).isCloseTo(propagated.high(), within(1.0));
    }

    @Test
    void sumWithoutErrorHasNoContributions() {
        MonteCarlo.Simulated sum = simulation.simulate(List.of(line(REED, 2, factor("a", 10, 10, 10))));
        assertThat(sum.interval()).isEqualTo(Interval.exactly(20));
        assertThat(sum.interactions()).isZero();
        assertThat(sum.contributions()).allSatisfy(c -> assertThat(c.share()).isZero());
    }

    @Test
    void tooFewDrawsAreRefused() {
        assertThatThrownBy(() -> new MonteCarlo(9_999, 1))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("at least 10000 draws, not 9999");
    }
}
