package sinkmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.sink.DisturbanceRule;
import sinkmap.sink.HistoryProjection;
import sinkmap.sink.Impact;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Pool;
import sinkmap.sink.ScenarioClass;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;

/** Three dated maps of 4 million cells and 12 classes in patches, projected year by year into one GeoTIFF. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class YearlyStatesBenchmark {

    private static final int SIDE = 2000;
    private static final int PATCH = 8;
    private static final int CLASSES = 12;

    @Param({"10", "40"})
    int years;

    private final Grid grid = new Grid("EPSG:3857", 0, SIDE * 100.0, 100, SIDE, SIDE);
    private final List<Stratum> strata = IntStream.range(0, CLASSES)
            .mapToObj(i -> new Stratum("land" + i, "*", 10, false, true))
            .toList();
    /** By row of tiles, then by state. */
    private final List<List<StratumMap>> windows = new ArrayList<>();
    private Path file;

    @Setup
    public void prepare() throws IOException {
        Random random = new Random(1);
        int[] now = new int[(SIDE / PATCH) * (SIDE / PATCH)];
        for (int row = 0; row < SIDE; row += RasterWriter.TILE) {
            windows.add(new ArrayList<>());
        }
        for (int state = 0; state < 3; state++) {
            for (int patch = 0; patch < now.length; patch++) {
                now[patch] = state == 0 || random.nextInt(5) == 0 ? random.nextInt(CLASSES) : now[patch];
            }
            for (int i = 0; i < windows.size(); i++) {
                windows.get(i).add(map(now, i * RasterWriter.TILE));
            }
        }
        file = Files.createTempFile("years", ".tif");
    }

    private StratumMap map(int[] patches, int top) {
        Grid window = grid.window(top, 0, Math.min(RasterWriter.TILE, SIDE - top), SIDE);
        StratumMap map = new StratumMap(window, strata);
        for (int i = 0; i < CLASSES; i++) {
            Mask mask = new Mask(window);
            for (int cell = 0; cell < window.size(); cell++) {
                if (patches[(top + cell / SIDE) / PATCH * (SIDE / PATCH) + cell % SIDE / PATCH] == i) {
                    mask.set(cell);
                }
            }
            map.add(strata.get(i), mask);
        }
        return map;
    }

    @Benchmark
    public Path project() {
        List<ScenarioClass> classes = IntStream.range(0, CLASSES)
                .mapToObj(i -> new ScenarioClass(
                        "land" + i,
                        "land",
                        0,
                        Map.of(
                                Pool.ABOVE, new ScenarioClass.PoolGrowth(3 + i, 0.3 * i, 40),
                                Pool.BELOW, new ScenarioClass.PoolGrowth(1 + i, 0.1 * i, 12),
                                Pool.LITTER, ScenarioClass.PoolGrowth.steady(2),
                                Pool.SOIL, new ScenarioClass.PoolGrowth(20 + i, 0.5, 60)),
                        0))
                .toList();
        List<DisturbanceRule> rules = IntStream.range(0, Pool.values().length)
                .mapToObj(i -> new DisturbanceRule("r" + i, "land", Pool.values()[i], Impact.LOW, 0.3, 0.5 + 2 * i))
                .toList();
        LandHistories land = new LandHistories(new int[] {2015, 2018, 2021}, code -> code);
        windows.forEach(land::add);
        HistoryProjection projection =
                HistoryProjection.of(land, code -> code == 0 ? null : classes.get(code - 1), rules, (from, to) -> Impact.LOW, 2015 + years - 1);
        List<String> names =
                IntStream.range(0, years).mapToObj(i -> String.valueOf(2015 + i)).toList();
        BandStack.write(
                file,
                grid,
                names,
                window -> {
                    int row = (int) Math.round((grid.north() - window.north()) / grid.cellSize());
                    int[] of = land.on(windows.get(row / RasterWriter.TILE));
                    return (band, cell, values, from, length) -> {
                        float[] density = projection.density_tc_ha(2015 + band);
                        for (int i = 0; i < length; i++) {
                            values[from + i] = density[of[cell + i]];
                        }
                    };
                },
                done -> {});
        return file;
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }
}
