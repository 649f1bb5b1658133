package sinkmap.grid;

import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The kernels on 61.5 million cells, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class KernelBenchmark {

    private static final int BAND_ROWS = 512;

    /** Sources far apart or close together: the transform's second pass has few or many parabolas to drop. */
    @Param({"1000", "20000"})
    private int patches;

    private Grid grid;
    private Mask sources;
    private List<Geometry> geometries;

    @Setup
    public void prepare() {
        grid = Landscape.large();
        geometries = new Landscape(grid, 7).patches(patches, 24, 500);
        sources = Rasterizer.cells(geometries, grid);
    }

    @Benchmark
    public Raster distanceTransform() {
        return Distance.to(sources);
    }

    @Benchmark
    public Mask within1km() {
        return Distance.within(sources, 1_000);
    }

    @Benchmark
    public Mask within10km() {
        return Distance.within(sources, 10_000);
    }

    @Benchmark
    public Mask rasterize() {
        return Rasterizer.cells(geometries, grid);
    }

    @Benchmark
    public Mask buffer1km() {
        return Buffers.within(geometries, grid, 1_000);
    }

    @Benchmark
    public int buffer1kmInBands() {
        Proximity proximity = Proximity.of(geometries, grid, 1_000, BAND_ROWS);
        int count = 0;
        for (int row = 0; row < grid.rows(); row += BAND_ROWS) {
            int rows = Math.min(BAND_ROWS, grid.rows() - row);
            count += proximity
                    .within(grid.window(row, 0, rows, grid.columns()), 1_000)
                    .count();
        }
        return count;
    }

    @Benchmark
    public Raster shares() {
        return Shares.of(
                sources, new Grid(grid.crs(), 0, grid.north(), 200, grid.rows() / 4, grid.columns() / 4));
    }
}
