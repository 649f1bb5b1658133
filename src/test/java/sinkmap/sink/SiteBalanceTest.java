package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;

class SiteBalanceTest {

    private static final Stratum MARSH = new Stratum("marsh", "*", 10, true, true);
    private static final Stratum WOOD = new Stratum("wood", "*", 5, false, true);
    private static final Stratum BARREN = new Stratum("barren", "*", 0, false, false);
    private static final Stratum REEF = new Stratum("reef", "*", 0, true, true);

    private static Factor row(String id, Stratum stratum, Quantity quantity, Pool pool, Interval interval) {
        Formula formula = quantity == Quantity.RATE ? Formula.RATE : Formula.DENSITY;
        return Rows.row(id, "local", formula, stratum.layer(), pool, quantity, interval);
    }

    private static final List<Factor> ROWS = List.of(
            row("marsh-soil", MARSH, Quantity.DENSITY, Pool.SOIL, new Interval(30, 24, 39)),
            row("marsh-biomass", MARSH, Quantity.DENSITY, Pool.BIOMASS, new Interval(5, 4, 7)),
            row("marsh-burial", MARSH, Quantity.RATE, Pool.SOIL, new Interval(0.9, 0.4, 1.8)),
            row("wood-biomass", WOOD, Quantity.DENSITY, Pool.BIOMASS, new Interval(20, 15, 25)),
            row("barren-soil", BARREN, Quantity.DENSITY, Pool.SOIL, new Interval(10, 8, 12)));

    private static Disturbance share(String layer, Pool pool, double value, double low, double high) {
        return new Disturbance(
                "pv", layer, pool, new Interval(value, low, high), "s", "b", Verification.ASSUMPTION, "low");
    }

    @Test
    void disturbanceIsTheExampleOfTheGuidelines() {
        // IPCC 2006, volume 4, section 4.2.1.4 (equation 2.14): 2,000 ha with 4.0 t/ha above ground, R 0.29, CF 0.47,
        // of which
        // a disturbance takes 0.3: 2,000 x 4.0 x 1.29 x 0.47 x 0.3 = 1,455.12 t C
        List<Factor> rows = List.of(
                row("pine-above", WOOD, Quantity.DENSITY, Pool.ABOVE, Interval.exactly(4.0 * 0.47)),
                row("pine-below", WOOD, Quantity.DENSITY, Pool.BELOW, Interval.exactly(4.0 * 0.47 * 0.29)));
        SiteBalance pine = new SiteBalance(
                new Stocks(List.of(WOOD), new Factors(rows), List.of("local")).models(),
                new Disturbances(List.of(share("*", Pool.ABOVE, 0.3, 0.3, 0.3), share("*", Pool.BELOW, 0.3, 0.3, 0.3))),
                "pv");
        SiteBalance.Loss loss = pine.loss(new double[] {2000}, 25);
        assertThat(loss.disturbed().value().value()).isCloseTo(1_455.12, within(1e-9));
        assertThat(loss.pools().get(Pool.ABOVE).disturbed().value().value()).isCloseTo(1_128, within(1e-9));
    }

    private static final Disturbances SHARES = new Disturbances(List.of(
            share("*", Pool.SOIL, 0.2, 0.1, 0.4),
            share("*", Pool.BIOMASS, 1, 0.8, 1),
            share("barren", Pool.SOIL, 0.05, 0, 0.1)));

    private static SiteBalance balance(Disturbances shares) {
        return new SiteBalance(
                new Stocks(List.of(MARSH, WOOD, BARREN, REEF), new Factors(ROWS), List.of("local")).models(),
                shares,
                "pv");
    }

    @Test
    void shareAndDensityAndAreaAreCombined() {
        // 100 ha of marsh: soil 0.2 x 3000 = 600, biomass 500
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {100, 0, 0, 0}, Double.NaN);
        assertThat(loss.pools().get(Pool.SOIL).disturbed().value().value()).isCloseTo(600, within(1e-9));
        assertThat(loss.pools().get(Pool.BIOMASS).disturbed().value().value()).isCloseTo(500, within(1e-9));
        assertThat(loss.disturbed().value().value()).isCloseTo(1100, within(1e-9));
        // low: area 110, soil row 0.2 x 600, biomass row 100, soil share 0.1 x 3000, biomass share 0.2 x 500
        double low = 1100 - Math.sqrt(110 * 110 + 120 * 120 + 100 * 100 + 300 * 300 + 100 * 100);
        assertThat(loss.disturbed().low().value()).isCloseTo(low, within(1e-9));
        // high: soil row 0.2 x 900, biomass row 200, soil share 0.2 x 3000, biomass share at its end
        double high = 1100 + Math.sqrt(110 * 110 + 180 * 180 + 200 * 200 + 600 * 600);
        assertThat(loss.disturbed().high().value()).isCloseTo(high, within(1e-9));
    }

    @Test
    void strataUnderOneShareShareItsError() {
        // biomass 500 of marsh and 1000 of wood: the share of 0.8 takes 0.2 x 1500 at once
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {100, 50, 0, 0}, Double.NaN);
        double low = 1500 - Math.sqrt(50 * 50 + 50 * 50 + 100 * 100 + 250 * 250 + 300 * 300);
        assertThat(loss.pools().get(Pool.BIOMASS).disturbed().low().value()).isCloseTo(low, within(1e-9));
    }

    @Test
    void shareForTheVeryLayerBeatsTheOneForAny() {
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {0, 0, 40, 0}, 25);
        assertThat(loss.disturbed().value().value()).isCloseTo(0.05 * 400, within(1e-9));
    }

    @Test
    void forgoneUptakeIsThatOfTheShareOverTheLife() {
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {100, 0, 0, 0}, 25);
        assertThat(loss.forgone_tc().value()).isCloseTo(0.2 * 90 * 25, within(1e-9));
        assertThat(loss.forgoneUnknown_ha()).isZero();
        assertThat(loss.loss_tc().value()).isCloseTo(1100 + 450, within(1e-9));
        // the share of the soil errs in both at once: 0.1 x (3000 + 25 x 90)
        double area = 1550 * 0.1;
        double low = area * area + 120 * 120 + 100 * 100 + Math.pow(0.2 * 25 * 50, 2) + Math.pow(525, 2) + 100 * 100;
        assertThat(loss.loss_tc().low()).isCloseTo(1550 - Math.sqrt(low), within(1e-9));
    }

    @Test
    void unknownUptakeIsNotZero() {
        SiteBalance.Loss wood = balance(SHARES).loss(new double[] {0, 50, 0, 0}, 25);
        assertThat(wood.forgone_tc()).isNull();
        assertThat(wood.forgoneUnknown_ha()).isEqualTo(50);
        SiteBalance.Loss both = balance(SHARES).loss(new double[] {100, 50, 0, 0}, 25);
        assertThat(both.forgone_tc().value()).isCloseTo(450, within(1e-9));
        assertThat(both.forgoneUnknown_ha()).isEqualTo(50);
        // what is no sink takes up nothing, and so does bare ground
        assertThat(balance(SHARES).loss(new double[] {0, 0, 40, 0}, 25).forgone_tc())
                .isEqualTo(Interval.exactly(0));
        assertThat(balance(SHARES).loss(new double[4], 25).forgone_tc()).isEqualTo(Interval.exactly(0));
    }

    @Test
    void stockOfNoFactorIsNotZero() {
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {0, 0, 0, 30}, 25);
        assertThat(loss.disturbed()).isNull();
        assertThat(loss.loss_tc()).isNull();
        assertThat(loss.pools()).isEmpty();
        SiteBalance.Loss both = balance(SHARES).loss(new double[] {100, 0, 0, 30}, 25);
        assertThat(both.disturbed().value().value()).isCloseTo(1100, within(1e-9));
        assertThat(balance(SHARES).loss(new double[4], 25).disturbed().value().value())
                .isZero();
    }

    @Test
    void poolsCarryStockAndUptake() {
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {100, 0, 0, 0}, 25);
        SiteBalance.OfPool soil = loss.pools().get(Pool.SOIL);
        assertThat(soil.stock().value().value()).isCloseTo(3000, within(1e-9));
        assertThat(soil.forgone_tc().value()).isCloseTo(450, within(1e-9));
        assertThat(loss.pools().get(Pool.BIOMASS).forgone_tc()).isNull();
    }

    @Test
    void rowsThatHoldAreNamedOnce() {
        assertThat(balance(SHARES).rows(new double[] {100, 50, 40, 0}))
                .extracting(row -> row.layer() + " " + row.pool().code())
                .containsExactlyInAnyOrder("* soil", "* biomass", "barren soil");
        assertThat(balance(SHARES).rows(new double[] {0, 50, 0, 0}))
                .extracting(Disturbance::pool)
                .containsExactly(Pool.BIOMASS);
    }

    @Test
    void disturbedDensityIsThatOfTheSharesOfAHectare() {
        assertThat(balance(SHARES).disturbed_tc_ha(0)).isCloseTo(0.2 * 30 + 5, within(1e-12));
        assertThat(balance(SHARES).disturbed_tc_ha(3)).isNaN();
    }

    @Test
    void netBalanceOverTheLife() {
        SiteBalance.Loss loss = balance(SHARES).loss(new double[] {100, 0, 0, 0}, 25);
        Interval net = SiteBalance.net_tco2e(loss.loss_tc(), new Interval(1000, 950, 1100), 25);
        double lost = 1550 * 44.0 / 12;
        assertThat(net.value()).isCloseTo(25_000 - lost, within(1e-9));
        double lostHigh = loss.loss_tc().highHalf() * 44 / 12;
        assertThat(net.lowHalf()).isCloseTo(Math.hypot(25 * 50, lostHigh), within(1e-6));
    }

    @Property(tries = 200)
    void poolsAddUpToTheWholeAndNeverExceedTheStock(
            @ForAll @DoubleRange(max = 1e4) double marsh,
            @ForAll @DoubleRange(max = 1e4) double wood,
            @ForAll @DoubleRange(max = 1e4) double barren) {
        double[] area_ha = {marsh, wood, barren, 0};
        SiteBalance.Loss loss = balance(SHARES).loss(area_ha, 25);
        double sum = loss.pools().values().stream()
                .mapToDouble(pool -> pool.disturbed().value().value())
                .sum();
        double stock = marsh * 35 + wood * 20 + barren * 10;
        assertThat(loss.disturbed().value().value()).isCloseTo(sum, within(1e-6));
        assertThat(sum).isLessThanOrEqualTo(stock + 1e-6);
    }

    @Test
    void missingShareIsNamed() {
        Disturbances soilOnly = new Disturbances(List.of(share("*", Pool.SOIL, 0.2, 0.1, 0.4)));
        assertThatThrownBy(() -> balance(soilOnly))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("technology 'pv' and pool 'biomass' of layer 'marsh'");
    }

    @Test
    void shareThatIsNoneIsRefused() {
        assertThatThrownBy(() -> share("*", Pool.SOIL, 0.9, 0.5, 1.1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> share("*", Pool.SOIL, 0.9, 0.95, 1)).hasMessageContaining("must hold the value");
        Disturbance row = share("*", Pool.SOIL, 0.9, 0.5, 1);
        assertThatThrownBy(() -> new Disturbances(List.of(row, row))).hasMessageContaining("keep one");
    }
}
