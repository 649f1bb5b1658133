package sinkmap.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;

/**
 * Carbon of two states of 16.8 million cells, 4096 x 4096, in forty strata of four pools: stock of both states by stratum
 * and pool with intervals, and the maps of the carbon and of its change, in bands as an account goes through them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class CarbonBenchmark {

    private static final Grid GRID = new Grid("EPSG:32650", 0, 4_100_000, 30, 4096, 4096);
    private static final int BAND_ROWS = 256;
    private static final List<Pool> POOLS = List.of(Pool.ABOVE, Pool.BELOW, Pool.LITTER, Pool.SOIL);

    private Stocks stocks;
    private List<StratumMap> before;
    private List<StratumMap> after;

    /** Total carbon of both states, t C, with the maps of a state and of the change. */
    public record Carbon(Account before, Account after, List<Raster> density, List<Raster> change) {}

    @Setup
    public void prepare() {
        List<Stratum> strata = IntStream.range(0, 40)
                .mapToObj(i -> new Stratum("land", "class-" + i, 5, false, true))
                .toList();
        List<Factor> factors = new ArrayList<>();
        for (Stratum stratum : strata) {
            POOLS.forEach(pool -> factors.add(row(stratum, pool)));
        }
        stocks = new Stocks(strata, new Factors(factors), List.of("set"));
        before = bands(strata, 1);
        after = bands(strata, 2);
    }

    private static Factor row(Stratum stratum, Pool pool) {
        double value = 5 + Math.abs((stratum.classCode() + pool.code()).hashCode() % 80);
        Interval interval = new Interval(value, value * 0.7, value * 1.4);
        return new Factor(
                stratum.classCode() + "-" + pool.code(),
                "set",
                Formula.DENSITY,
                stratum.layer(),
                stratum.classCode(),
                pool,
                Quantity.DENSITY,
                interval,
                interval,
                "t C/ha",
                "benchmark",
                "1",
                "1",
                "none",
                "none",
                Verification.ASSUMPTION,
                "low");
    }

    /** Patches of 16 x 16 cells, a tenth of them without stratum; the states differ in a tenth of the patches. */
    private static List<StratumMap> bands(List<Stratum> strata, int state) {
        List<StratumMap> bands = new ArrayList<>();
        for (int row = 0; row < GRID.rows(); row += BAND_ROWS) {
            Grid window = GRID.window(row, 0, BAND_ROWS, GRID.columns());
            Mask[] covers = strata.stream().map(s -> new Mask(window)).toArray(Mask[]::new);
            for (int cell = 0; cell < window.size(); cell++) {
                int patchRow = (row + cell / GRID.columns()) / 16;
                int patch = patchRow * 256 + cell % GRID.columns() / 16;
                SplittableRandom random = new SplittableRandom(patch);
                int stratum = random.nextInt(strata.size() * 10 / 9);
                if (state == 2 && random.nextInt(10) == 0) {
                    stratum = random.nextInt(strata.size());
                }
                if (stratum < covers.length) {
                    covers[stratum].set(cell);
                }
            }
            StratumMap map = new StratumMap(window, strata);
            for (int i = 0; i < covers.length; i++) {
                map.add(strata.get(i), covers[i]);
            }
            bands.add(map);
        }
        return bands;
    }

    /** The grid of the states. */
    public static Grid grid() {
        return GRID;
    }

    /** The maps of the later state and of the change, band by band. */
    public void eachBand(BiConsumer<Raster, Raster> take) {
        PerHectare carbon = stocks.perHectare(Measure.STOCK);
        IntStream.range(0, after.size())
                .parallel()
                .forEach(i -> take.accept(carbon.on(after.get(i)), carbon.change(before.get(i), after.get(i))));
    }

    /** The accounts of both states. */
    public List<Account> accounts() {
        return List.of(account(before), account(after));
    }

    /** Stock of four pools of both states, total and change as rasters in memory. */
    @Benchmark
    public Carbon stocksAndChange() {
        PerHectare carbon = stocks.perHectare(Measure.STOCK);
        List<Raster> density =
                after.parallelStream().map(carbon::on).toList();
        List<Raster> change = IntStream.range(0, after.size())
                .parallel()
                .mapToObj(i -> carbon.change(before.get(i), after.get(i)))
                .toList();
        return new Carbon(account(before), account(after), density, change);
    }

    private Account account(List<StratumMap> bands) {
        StratumAreas areas =
                new StratumAreas(stocks.models().size(), 0, GRID.cellArea_ha());
        bands.parallelStream()
                .map(band -> StratumAreas.count(band, 0, cell -> 0))
                .toList()
                .forEach(areas::add);
        return stocks.account(List.of(new Partition("whole", areas, List.of(), "outside")));
    }
}
