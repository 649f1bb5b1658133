package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;

class StocksTest {

    private static final Stratum REED = new Stratum("marsh", "reed", 15, true, true);
    private static final Stratum SUAEDA = new Stratum("marsh", "suaeda", 20, true, true);
    private static final Stratum PINE = new Stratum("forest", "pine", 0, false, true);
    private static final List<Stratum> STRATA = List.of(REED, SUAEDA, PINE);

    /** Marsh soil is one row for both classes; only reed has biomass; pine has no row. */
    private static final Factors FACTORS = new Factors(List.of(
            FactorsTest.row("soil", "marsh", "*", Pool.SOIL, "local", new Interval(30, 24, 40)),
            FactorsTest.row("reed", "marsh", "reed", Pool.BIOMASS, "local", new Interval(5, 4, 7))));

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** The same with rates of reed and pine, and methane of the marsh. */
    private final Stocks withFlows = new Stocks(
            STRATA,
            new Factors(Stream.concat(
                            FACTORS.list().stream(),
                            Stream.of(
                                    flow("rate-reed", Formula.RATE, "marsh", "reed", new Interval(0.5, 0.2, 1.1)),
                                    flow("rate-pine", Formula.RATE, "forest", "pine", new Interval(2, 1, 3)),
                                    flow("methane", Formula.METHANE, "marsh", "*", new Interval(40, 10, 90))))
                    .toList()),
            List.of("local"));

    private static Factor flow(String id, Formula formula, String layer, String classCode, Interval value) {
        Quantity quantity = formula.quantities().get(0);
        return new Factor(
                id,
                "local",
                formula,
                layer,
                classCode,
                Pool.SOIL,
                quantity,
                value,
                value,
                quantity.unit(),
                "a method",
                "2013",
                "1",
                "a table",
                "read",
                Verification.SOURCE_READ,
                "high");
    }

    private static List<Partition> whole(StratumMap map) {
        return List.of(new Partition("whole", StratumAreas.count(map, 0, cell -> 0), List.of(), "outside"));
    }

    private final Stocks stocks = new Stocks(STRATA, FACTORS, List.of("local"));

    /** 3 rows x 5 columns of 1 ha. Each letter is a cell; covers of different strata may overlap. */
    private static final Grid GRID = new Grid("EPSG:32650", 500_000, 4_000_000, 100, 3, 5);

    private static Mask mask(String... rows) {
        Mask mask = new Mask(GRID);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                if (rows[row].charAt(column) != '.') {
                    mask.set(GRID.index(row, column));
                }
            }
        }
        return mask;
    }

    private static StratumMap map() {
        StratumMap map = new StratumMap(GRID, STRATA);
        map.add(REED, mask("rrr..", "r....", "....."));
        map.add(SUAEDA, mask("..sss", ".....", "..s.."));
        map.add(PINE, mask(".....", "....p", "...pp"));
        return map;
    }

    @Test
    void intervalOfOnePoolIsAreaAndFactorInQuadrature() {
        // 100 ha x 30 t C/ha; area 20 %: 600 t; factor low half 6 x 100 = 600, high half 10 x 100 = 1000
        Stock stock = stocks.stock(new double[] {0, 100, 0});
        assertThat(stock.value().value()).isEqualTo(3000);
        assertThat(stock.low().value()).isCloseTo(3000 - Math.sqrt(600 * 600 + 600 * 600), within(1e-9));
        assertThat(stock.high().value()).isCloseTo(3000 + Math.sqrt(600 * 600 + 1000 * 1000), within(1e-9));
    }

    @Test
    void poolsOfAStratumShareTheErrorOfItsArea() {
        // 10 ha of reed: soil 300 t, biomass 50 t; area 15 % of 350 = 52.5; halves soil 60 / 100, biomass 10 / 20
        Stock stock = stocks.stock(new double[] {10, 0, 0});
        assertThat(stock.value().value()).isEqualTo(350);
        assertThat(stock.low().value()).isCloseTo(350 - Math.sqrt(52.5 * 52.5 + 60 * 60 + 10 * 10), within(1e-9));
        assertThat(stock.high().value()).isCloseTo(350 + Math.sqrt(52.5 * 52.5 + 100 * 100 + 20 * 20), within(1e-9));
    }

    @Test
    void strataThatUseTheSameRowShareItsError() {
        // soil row over 10 + 100 ha: high half 10 x 110 = 1100, not sqrt(100^2 + 1000^2)
        Stock stock = stocks.stock(new double[] {10, 100, 0});
        assertThat(stock.value().value()).isEqualTo(3350);
        double area = 52.5 * 52.5 + 600.0 * 600;
        assertThat(stock.high().value()).isCloseTo(3350 + Math.sqrt(area + 1100 * 1100 + 20 * 20), within(1e-9));
        assertThat(stock.low().value()).isCloseTo(3350 - Math.sqrt(area + 660 * 660 + 10 * 10), within(1e-9));
    }

    @Test
    void lowBoundStopsAtZero() {
        Stratum vague = new Stratum("marsh", "suaeda", 150, true, true);
        Stock stock = new Stocks(List.of(vague), FACTORS, List.of("local")).stock(new double[] {2});
        assertThat(stock.low().value()).isZero();
    }

    @Test
    void cellUnderTwoStrataCountsOnceForTheFirst() {
        StratumMap map = map();
        StratumAreas areas = StratumAreas.count(map, 0, cell -> 0);
        assertThat(areas.total_ha()).containsExactly(4, 3, 3);
        assertThat(areas.overlap_ha()).containsExactly(0, 1, 0);
    }

    @Test
    void stratumWithoutFactorIsListedAndNotZero() {
        StratumMap map = map();
        Account account = stocks.account(whole(map));
        assertThat(account.withoutFactor())
                .containsExactly(
                        new Account.WithoutFactor(PINE, 3, 0, new Flows(new Flow(0, UNKNOWN), new Flow(0, UNKNOWN))));
        assertThat(account.strata()).extracting(Account.OfStratum::stratum).containsExactly(REED, SUAEDA);
        assertThat(account.area_ha()).isEqualTo(7);
        // reed 4 x 35, suaeda 3 x 30
        assertThat(account.stock().value().value()).isEqualTo(230);
        assertThat(stocks.withoutFactor_ha(new double[] {4, 3, 3})).isEqualTo(3);
        assertThat(stocks.blue_ha(new double[] {4, 3, 3})).isEqualTo(7);
    }

    @Test
    void landThatIsNoSinkIsInNoAccountButCountsUnderASite() {
        Stratum bare = new Stratum("marsh", "suaeda", 20, false, false);
        Stocks withBare = new Stocks(List.of(REED, bare), FACTORS, List.of("local"));
        StratumMap map = new StratumMap(GRID, List.of(REED, bare));
        map.add(REED, mask("rrr..", ".....", "....."));
        map.add(bare, mask("...bb", ".....", "....."));
        Account account = withBare.account(
                List.of(new Partition("all", StratumAreas.count(map, 1, cell -> 1), List.of("all"), "outside")));
        // reed 3 ha x 35; the two bare hectares only where a site takes them: 2 x 30
        assertThat(account.stock().value().value()).isEqualTo(105);
        assertThat(account.area_ha()).isEqualTo(3);
        assertThat(account.zones().get(0).stock().value().value()).isEqualTo(105);
        assertThat(account.strata()).extracting(Account.OfStratum::stratum).containsExactly(REED);
        assertThat(withBare.stock(new double[] {0, 2}).value().value()).isEqualTo(60);
    }

    @Test
    void zonesAndWhatLiesOutsideAddUpToTheTotal() {
        StratumMap map = map();
        StratumAreas areas = StratumAreas.count(map, 2, cell -> cell % 5 == 2 ? 0 : cell % 5 < 2 ? 1 : 2);
        Account account = stocks.account(List.of(new Partition("sides", areas, List.of("west", "east"), "outside")));
        assertThat(account.zones()).extracting(Account.OfZone::name).containsExactly("west", "east", "outside");
        // west: 3 cells of reed; east: 2 of Suaeda; outside, column 2: one each
        assertThat(account.zones())
                .extracting(zone -> zone.stock().value().value())
                .containsExactly(105.0, 60.0, 65.0);
        assertThat(account.zones().stream().mapToDouble(Account.OfZone::area_ha).sum())
                .isEqualTo(account.area_ha());
    }

    @Test
    void anyPartitionAddsUpToTheWholeInStockAreaAndFlowsAndChangesNoOther() {
        Random random = new Random(7);
        StratumMap map = map();
        for (int round = 0; round < 50; round++) {
            Partition first = random(map, random);
            Partition second = random(map, random);
            Account account = withFlows.account(List.of(first, second));
            assertThat(withFlows.account(List.of(second)).zones())
                    .isEqualTo(account.partitions().get(1).zones());
            for (Account.OfPartition partition : account.partitions()) {
                assertAddsUp(account, partition.zones());
            }
            double whole = account.stock().value().value();
            assertThat(sum(account.strata(), s -> s.stock().value().value())).isCloseTo(whole, within(1e-9));
            assertThat(account.strata().stream()
                            .flatMap(s -> s.pools().stream())
                            .mapToDouble(p -> p.stock().value().value())
                            .sum())
                    .isCloseTo(whole, within(1e-9));
        }
    }

    private static void assertAddsUp(Account account, List<Account.OfZone> zones) {
        assertThat(sum(zones, z -> z.stock().value().value()))
                .isCloseTo(account.stock().value().value(), within(1e-9));
        assertThat(sum(zones, Account.OfZone::area_ha)).isCloseTo(account.area_ha(), within(1e-9));
        assertThat(sum(zones, z -> z.flows().sequestration().area_ha()))
                .isCloseTo(account.flows().sequestration().area_ha(), within(1e-9));
        assertThat(sum(zones, z -> known(z.flows().sequestration())))
                .isCloseTo(known(account.flows().sequestration()), within(1e-9));
        assertThat(sum(zones, z -> known(z.flows().methane())))
                .isCloseTo(known(account.flows().methane()), within(1e-9));
    }

    private static double known(Flow flow) {
        return flow.unknown() ? 0 : flow.value().value();
    }

    private static <T> double sum(List<T> of, ToDoubleFunction<T> value) {
        return of.stream().mapToDouble(value).sum();
    }

    private static Partition random(StratumMap map, Random random) {
        int zones = 1 + random.nextInt(4);
        int[] zoneOf = random.ints(GRID.size(), 0, zones + 1).toArray();
        List<String> names =
                IntStream.rangeClosed(1, zones).mapToObj(i -> "zone " + i).toList();
        return new Partition("random", StratumAreas.count(map, zones, cell -> zoneOf[cell]), names, "outside");
    }

    @Test
    void flowsAreAreaTimesRateAndUnknownWhereNoRowIs() {
        Account account = withFlows.account(whole(map()));
        // reed 4 ha x 0.5 (0.2 to 1.1) t C/ha/yr; area 15 %: 0.3; halves 4 x 0.3 = 1.2 and 4 x 0.6 = 2.4
        // pine 3 ha x 2 (1 to 3), area exact: halves 3 and 3
        Interval carbon = account.flows().sequestration().value();
        assertThat(carbon.value()).isCloseTo(8, within(1e-9));
        assertThat(carbon.low()).isCloseTo(8 - Math.sqrt(0.09 + 1.44 + 9), within(1e-9));
        assertThat(carbon.high()).isCloseTo(8 + Math.sqrt(0.09 + 5.76 + 9), within(1e-9));
        assertThat(account.flows().sequestration().area_ha()).isEqualTo(7);
        // methane of reed and Suaeda, one row: (4 + 3) ha x 40 kg = 0.28 t, 28 times as much CO2
        double methane = account.flows().methane().value().value();
        assertThat(methane).isCloseTo(0.28, within(1e-12));
        assertThat(new TonnesMethane(methane).toCo2e().value()).isCloseTo(7.84, within(1e-12));
        Account.OfStratum suaeda = account.strata().get(1);
        assertThat(suaeda.flows().sequestration().unknown()).isTrue();
        assertThat(suaeda.flows().sequestration().area_ha()).isZero();
        // the stock of pine is unknown, its flow is not
        assertThat(account.withoutFactor()
                        .get(0)
                        .flows()
                        .sequestration()
                        .value()
                        .value())
                .isEqualTo(6);
    }

    @Test
    void anotherMethodHasItsOwnRowsAndLeavesTheFirstAlone() {
        Factors both = new Factors(List.of(
                FactorsTest.row("soil", "marsh", "*", Pool.SOIL, "local", new Interval(30, 24, 40)),
                FactorsTest.row("reed", "marsh", "reed", Pool.BIOMASS, "local", new Interval(5, 4, 7)),
                FactorsTest.row("soil-default", "marsh", "*", Pool.SOIL, "default", new Interval(226, 202, 252))));
        Account local = new Stocks(STRATA, both, List.of("local")).account(whole(map()));
        Account defaults = new Stocks(STRATA, both, List.of("default")).account(whole(map()));
        assertThat(local).isEqualTo(stocks.account(whole(map())));
        // (4 + 3) ha x 226; biomass has no default and is not borrowed
        assertThat(defaults.stock().value().value()).isEqualTo(1582);
        assertThat(defaults.area_ha()).isEqualTo(local.area_ha());
        assertThat(defaults.gaps()).isEqualTo(local.gaps());
    }

    @Test
    void gapsAreWhatNoSinkCovers() {
        StratumMap map = map();
        // 15 ha, 10 of them sinks; columns 3 and 4 are a zone of 6 ha with 5 of sinks
        StratumAreas areas = StratumAreas.count(map, 1, cell -> cell % 5 > 2 ? 1 : 0);
        Account account = stocks.account(List.of(new Partition("east", areas, List.of("east"), "outside")));
        assertThat(account.gaps()).isEqualTo(new Account.Gaps(15, 10, 5, 1));
        assertThat(account.zones().get(0).uncovered_ha()).isEqualTo(1);
    }

    @Test
    void windowsCountedOneByOneMakeTheWhole() {
        StratumMap map = map();
        IntUnaryOperator zoneOf = cell -> cell % 3;
        StratumAreas whole = StratumAreas.count(map, 2, zoneOf);
        StratumAreas sum = new StratumAreas(STRATA.size(), 2, 1);
        sum.add(StratumAreas.count(map, 2, zoneOf));
        sum.add(map, zoneOf);
        for (int zone = 0; zone <= 2; zone++) {
            double[] twice = whole.inZone_ha(zone);
            Arrays.setAll(twice, i -> twice[i] * 2);
            assertThat(sum.inZone_ha(zone)).containsExactly(twice);
        }
        assertThat(sum.whole_ha()).isEqualTo(30);
        assertThat(sum.overlap_ha()).containsExactly(0, 2, 0);
    }

    @Test
    void mapsOfFlowAndUncertaintyAreOfAHectare() {
        Raster rate = withFlows.perHectare(Measure.SEQUESTRATION).on(map());
        assertThat(rate.at(0, 0)).isEqualTo(0.5f);
        assertThat(rate.at(0, 4)).isNaN();
        assertThat(rate.at(2, 4)).isEqualTo(2f);
        Raster uncertainty = withFlows.uncertainty_percent().on(map());
        // reed: halves sqrt(6^2 + 1^2) and sqrt(10^2 + 2^2) of 35; Suaeda: 6 and 10 of 30; the area plays no part
        assertThat(uncertainty.at(0, 0))
                .isCloseTo((float) (100 * (Math.sqrt(37) + Math.sqrt(104)) / 2 / 35), within(1e-4f));
        assertThat(uncertainty.at(0, 4)).isCloseTo(100 * 8f / 30, within(1e-4f));
        assertThat(uncertainty.at(2, 4)).isNaN();
    }

    @Test
    void overlapNamesWhoHasTheCellsAndIsOfSinksAlone() {
        Stratum bare = new Stratum("bare", "*", 0, false, false);
        List<Stratum> strata = List.of(REED, SUAEDA, bare);
        StratumMap map = new StratumMap(GRID, strata);
        map.add(REED, mask("rr...", ".....", "....."));
        map.add(SUAEDA, mask(".ss..", ".....", "....."));
        map.add(bare, mask("bbb..", ".....", "....."));
        StratumAreas areas = StratumAreas.count(map, 0, cell -> 0);
        assertThat(areas.overlap_ha(0, 2)).isEqualTo(2);
        assertThat(areas.overlap_ha(1, 2)).isEqualTo(1);
        Account account = new Stocks(strata, FACTORS, List.of("local"))
                .account(List.of(new Partition("whole", areas, List.of(), "outside")));
        assertThat(account.overlaps())
                .containsExactly(new Account.Overlap(SUAEDA, 1, List.of(new Account.Under(REED, 1))));
    }

    @Test
    void mapOfTheStockSumsUpToTheAccount() {
        Stratum bare = new Stratum("marsh", "bare", 0, false, false);
        List<Stratum> strata = List.of(REED, bare, PINE);
        StratumMap map = new StratumMap(GRID, strata);
        map.add(REED, mask("rrr..", "r....", "....."));
        map.add(bare, mask("bbbbb", ".....", "....."));
        Stocks withBare = new Stocks(strata, FACTORS, List.of("local"));
        Raster density = withBare.perHectare(Measure.STOCK).on(map);
        double sum = 0;
        for (float value : density.values()) {
            sum += Float.isNaN(value) ? 0 : value;
        }
        assertThat(sum)
                .isEqualTo(withBare.account(whole(map)).stock().value().value())
                .isEqualTo(140);
    }

    @Test
    void changeIsTheLaterStateLessTheEarlierAndUnknownWhereEitherIs() {
        StratumMap later = new StratumMap(GRID, STRATA);
        later.add(REED, mask("r....", "r...r", "....r"));
        later.add(SUAEDA, mask(".s.s.", ".....", "....."));
        Raster change = stocks.perHectare(Measure.STOCK).change(map(), later);
        // reed stays, reed turns to Suaeda, reed goes, Suaeda stays, pine, which has no factor, turns to reed
        assertThat(change.at(0, 0)).isZero();
        assertThat(change.at(0, 1)).isEqualTo(-5f);
        assertThat(change.at(0, 2)).isNaN();
        assertThat(change.at(0, 3)).isZero();
        assertThat(change.at(1, 4)).isNaN();
        assertThat(change.unit()).isEqualTo("t C/ha");
    }

    @Test
    void densityIsNaNWithoutStratumAndWithoutFactor() {
        Raster density = stocks.perHectare(Measure.STOCK).on(map());
        assertThat(density.at(0, 0)).isEqualTo(35f);
        assertThat(density.at(0, 4)).isEqualTo(30f);
        assertThat(density.at(1, 1)).isNaN();
        assertThat(density.at(2, 4)).isNaN();
        assertThat(density.unit()).isEqualTo("t C/ha");
    }
}
