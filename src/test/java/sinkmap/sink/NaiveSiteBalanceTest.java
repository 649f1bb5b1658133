package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The balance of a site against a second reckoning that knows no lines, terms or propagation: a plain sum over strata and
 * pools, done again with each uncertain number at its bound and all others at their values. A sum in which every number
 * stands once as a factor is linear in each, so the squares of those differences add up to the square of the half width.
 */
class NaiveSiteBalanceTest {

    private static final List<String> LAYERS = List.of("marsh", "forest", "field");
    private static final List<Pool> POOLS = List.of(Pool.ABOVE, Pool.BELOW, Pool.SOIL);

    /** Everything that a case states; density and rate by layer and pool, share by pool, area and its error by layer. */
    record Case(
            Map<String, Interval> numbers, double[] area_ha, double[] areaError, double life_years, Interval avoided) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Double> parts = Arbitraries.doubles().between(0.01, 0.99);
        return parts.list().ofSize(70).map(NaiveSiteBalanceTest::drawn);
    }

    private static Case drawn(List<Double> parts) {
        List<Double> rest = new ArrayList<>(parts);
        Map<String, Interval> numbers = new LinkedHashMap<>();
        for (String layer : LAYERS) {
            for (Pool pool : POOLS) {
                numbers.put("density " + layer + pool, interval(rest, 80));
            }
            numbers.put("rate " + layer + Pool.SOIL, interval(rest, 2));
        }
        for (Pool pool : POOLS) {
            double value = rest.remove(0);
            numbers.put(
                    "share " + pool, new Interval(value, value * rest.remove(0), value + (1 - value) * rest.remove(0)));
        }
        double[] area_ha = {900 * rest.remove(0), 400 * rest.remove(0), 50 * rest.remove(0)};
        double[] error = {30 * rest.remove(0), 10 * rest.remove(0), 5 * rest.remove(0)};
        return new Case(numbers, area_ha, error, 10 + Math.rint(30 * rest.remove(0)), interval(rest, 50_000));
    }

    private static Interval interval(List<Double> rest, double most) {
        double value = most * rest.remove(0);
        return new Interval(value, value * rest.remove(0), value * (1 + 2 * rest.remove(0)));
    }

    /** What is lost, t C, given every number by its name. */
    private static double loss_tc(Case of, ToDoubleFunction<String> number, boolean stock, boolean uptake) {
        double sum = 0;
        for (int i = 0; i < LAYERS.size(); i++) {
            double area_ha = of.area_ha()[i] * number.applyAsDouble("area " + i);
            for (Pool pool : POOLS) {
                double share = number.applyAsDouble("share " + pool);
                if (stock) {
                    sum += area_ha * share * number.applyAsDouble("density " + LAYERS.get(i) + pool);
                }
                if (uptake && pool == Pool.SOIL) {
                    sum += area_ha * share * number.applyAsDouble("rate " + LAYERS.get(i) + pool) * of.life_years();
                }
            }
        }
        return sum;
    }

    private static Interval naive(Case of, boolean stock, boolean uptake) {
        Map<String, Interval> all = new LinkedHashMap<>(of.numbers());
        for (int i = 0; i < LAYERS.size(); i++) {
            double error = of.areaError()[i] / 100;
            all.put("area " + i, new Interval(1, 1 - error, 1 + error));
        }
        double value = loss_tc(of, name -> all.get(name).value(), stock, uptake);
        double down = 0;
        double up = 0;
        for (String moved : all.keySet()) {
            down += Math.pow(
                    value
                            - loss_tc(
                                    of,
                                    n -> n.equals(moved)
                                            ? all.get(n).low()
                                            : all.get(n).value(),
                                    stock,
                                    uptake),
                    2);
            up += Math.pow(
                    loss_tc(
                                    of,
                                    n -> n.equals(moved)
                                            ? all.get(n).high()
                                            : all.get(n).value(),
                                    stock,
                                    uptake)
                            - value,
                    2);
        }
        return new Interval(value, value - Math.sqrt(down), value + Math.sqrt(up));
    }

    private static SiteBalance balance(Case of) {
        List<Stratum> strata = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < LAYERS.size(); i++) {
            String layer = LAYERS.get(i);
            strata.add(new Stratum(layer, "*", of.areaError()[i], false, true));
            POOLS.forEach(pool -> factors.add(row(of, "density", Formula.DENSITY, Quantity.DENSITY, layer, pool)));
            factors.add(row(of, "rate", Formula.RATE, Quantity.RATE, layer, Pool.SOIL));
        }
        List<Disturbance> shares = POOLS.stream()
                .map(pool -> new Disturbance(
                        "pv", "*", pool, of.numbers().get("share " + pool), "s", "b", Verification.ASSUMPTION, "low"))
                .toList();
        return new SiteBalance(
                new Stocks(strata, new Factors(factors), List.of("one")).models(), new Disturbances(shares), "pv");
    }

    private static Factor row(Case of, String name, Formula formula, Quantity quantity, String layer, Pool pool) {
        Interval interval = of.numbers().get(name + " " + layer + pool);
        return Rows.row(name + "-" + layer + "-" + pool.code(), "one", formula, layer, pool, quantity, interval);
    }

    @Property(tries = 300)
    void lossForgoneUptakeNetBalanceAndPaybackAreThoseOfThePlainSum(@ForAll("cases") Case of) {
        SiteBalance.Loss loss = balance(of).loss(of.area_ha(), of.life_years());
        Interval stock = naive(of, true, false);
        assertThat(loss.disturbed().value().value()).isCloseTo(stock.value(), within(1e-6));
        assertThat(loss.disturbed().low().value()).isCloseTo(Math.max(0, stock.low()), within(1e-6));
        assertThat(loss.disturbed().high().value()).isCloseTo(stock.high(), within(1e-6));
        assertSame(loss.forgone_tc(), naive(of, false, true));
        Interval both = naive(of, true, true);
        assertSame(loss.loss_tc(), both);

        double lost_t = both.value() * 44 / 12;
        Interval net = SiteBalance.net_tco2e(loss.loss_tc(), of.avoided(), of.life_years());
        assertThat(net.value()).isCloseTo(of.life_years() * of.avoided().value() - lost_t, within(1e-5));
        double worse = Math.hypot(of.life_years() * of.avoided().lowHalf(), both.highHalf() * 44 / 12);
        assertThat(net.low()).isCloseTo(net.value() - worse, within(1e-5));
        Payback payback = Payback.of(loss.loss_tc(), of.avoided());
        assertThat(payback.years()).isCloseTo(lost_t / of.avoided().value(), within(1e-6 * (1 + payback.years())));
        assertThat(payback.low_years()).isLessThanOrEqualTo(payback.years());
        assertThat(payback.high_years()).isGreaterThanOrEqualTo(payback.years());
    }

    private static void assertSame(Interval found, Interval naive) {
        assertThat(found.value()).isCloseTo(naive.value(), within(1e-6));
        assertThat(found.lowHalf()).isCloseTo(naive.lowHalf(), within(1e-6));
        assertThat(found.highHalf()).isCloseTo(naive.highHalf(), within(1e-6));
    }
}
