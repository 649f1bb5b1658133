package sinkmap.grid;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
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
import org.openjdk.jmh.annotations.Warmup;

/** What six layers, three of them with a buffer, leave of a region: from geometries to the mask of available cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ScreeningBenchmark {

    private static final int BAND_ROWS = 512;

    /** Cells in the region. */
    @Param({"61500000", "155187"})
    private int cells;

    private Grid grid;
    private List<Exclusion> exclusions;

    private record Exclusion(List<Geometry> layer, double distance_m) {}

    @Setup
    public void prepare() {
        grid = cells == 61_500_000 ? Landscape.large() : Landscape.county();
        Landscape land = new Landscape(grid, 11);
        int density = Math.max(1, (int) (grid.size() * grid.cellArea_ha() / 1_000));
        exclusions = List.of(
                new Exclusion(land.patches(density + 10, 12, 400), 500), // villages
                new Exclusion(land.lines(2 + density / 100, 200, 200), 300), // roads
                new Exclusion(land.patches(1 + density / 500, 300, 4_000), 1_000), // protected areas
                new Exclusion(land.patches(2 * density + 10, 10, 300), 0), // ponds
                new Exclusion(land.lines(2 + density / 200, 300, 150), 0), // rivers
                new Exclusion(land.patches(2 + density / 100, 100, 1_500), 0)); // forest
    }

    /** Window by window, as a run does it. */
    @Benchmark
    public int inBands() {
        List<Proximity> layers = exclusions.stream()
                .map(exclusion -> Proximity.of(exclusion.layer(), grid, exclusion.distance_m(), BAND_ROWS))
                .toList();
        return IntStream.range(0, (grid.rows() + BAND_ROWS - 1) / BAND_ROWS)
                .parallel()
                .map(band -> {
                    int row = band * BAND_ROWS;
                    int rows = Math.min(BAND_ROWS, grid.rows() - row);
                    Grid window = grid.window(row, 0, rows, grid.columns());
                    Mask available = new Mask(window).not();
                    for (int i = 0; i < layers.size(); i++) {
                        available.andNot(
                                layers.get(i).within(window, exclusions.get(i).distance_m()));
                    }
                    return available.count();
                })
                .sum();
    }

    /** Rule by rule on the whole region. */
    @Benchmark
    public int atOnce() {
        Mask available = new Mask(grid).not();
        exclusions.forEach(
                exclusion -> available.andNot(Buffers.within(exclusion.layer(), grid, exclusion.distance_m())));
        return available.count();
    }
}
