package sinkmap.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
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
        double[] area_ha = StratumAreas.count(map, 0, cell -> 0).total_ha();
        assertThat(area_ha).containsExactly(4, 3, 3);
        assertThat(map.overlap_ha(REED)).isZero();
        assertThat(map.overlap_ha(SUAEDA)).isEqualTo(1);
    }

    @Test
    void stratumWithoutFactorIsListedAndNotZero() {
        StratumMap map = map();
        Account account = stocks.account(map, StratumAreas.count(map, 0, cell -> 0), List.of(), "outside");
        assertThat(account.withoutFactor()).containsExactly(new Account.WithoutFactor(PINE, 3));
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
        Account account = withBare.account(map, StratumAreas.count(map, 1, cell -> 1), List.of("all"), "outside");
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
        Account account = stocks.account(map, areas, List.of("west", "east"), "outside");
        assertThat(account.zones()).extracting(Account.OfZone::name).containsExactly("west", "east", "outside");
        // west: 3 cells of reed; east: 2 of Suaeda; outside, column 2: one each
        assertThat(account.zones())
                .extracting(zone -> zone.stock().value().value())
                .containsExactly(105.0, 60.0, 65.0);
        assertThat(account.zones().stream().mapToDouble(Account.OfZone::area_ha).sum())
                .isEqualTo(account.area_ha());
    }

    @Test
    void anyPartitionAddsUpToTheWholeInStockAndInStrata() {
        Random random = new Random(7);
        StratumMap map = map();
        for (int round = 0; round < 50; round++) {
            int zones = 1 + random.nextInt(4);
            int[] zoneOf = random.ints(GRID.size(), 0, zones + 1).toArray();
            List<String> names = java.util.stream.IntStream.rangeClosed(1, zones)
                    .mapToObj(i -> "zone " + i)
                    .toList();
            Account account =
                    stocks.account(map, StratumAreas.count(map, zones, cell -> zoneOf[cell]), names, "outside");
            double whole = account.stock().value().value();
            assertThat(account.zones().stream()
                            .mapToDouble(z -> z.stock().value().value())
                            .sum())
                    .isCloseTo(whole, within(1e-9));
            assertThat(account.strata().stream()
                            .mapToDouble(s -> s.stock().value().value())
                            .sum())
                    .isCloseTo(whole, within(1e-9));
            assertThat(account.strata().stream()
                            .flatMap(s -> s.pools().stream())
                            .mapToDouble(p -> p.stock().value().value())
                            .sum())
                    .isCloseTo(whole, within(1e-9));
        }
    }

    @Test
    void densityIsNaNWithoutStratumAndWithoutFactor() {
        Raster density = stocks.density(map());
        assertThat(density.at(0, 0)).isEqualTo(35f);
        assertThat(density.at(0, 4)).isEqualTo(30f);
        assertThat(density.at(1, 1)).isNaN();
        assertThat(density.at(2, 4)).isNaN();
        assertThat(density.unit()).isEqualTo("t C/ha");
    }
}
