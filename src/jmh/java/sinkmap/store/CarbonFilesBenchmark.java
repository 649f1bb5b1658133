package sinkmap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import sinkmap.catalog.Catalog;
import sinkmap.catalog.RasterLayer;
import sinkmap.sink.Account;
import sinkmap.sink.CarbonBenchmark;

/** The same work as {@link CarbonBenchmark} with both maps written as tiled, compressed GeoTIFFs with overviews. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class CarbonFilesBenchmark {

    private final CarbonBenchmark carbon = new CarbonBenchmark();
    private RasterLayer layer;
    private Path directory;

    @Setup
    public void prepare() throws IOException {
        carbon.prepare();
        layer = (RasterLayer) Catalog.read(Path.of("layers"), Path.of("styles"))
                .findLayer("carbon-density")
                .orElseThrow();
        directory = Files.createTempDirectory(Path.of("target"), "carbon");
    }

    @Benchmark
    public List<Account> stocksAndChangeToFiles() {
        List<Account> accounts = carbon.accounts();
        try (RasterWriter density = writer("density.tif");
                RasterWriter change = writer("change.tif")) {
            carbon.eachBand((now, difference) -> {
                density.writeRows(now);
                change.writeRows(difference);
            });
            density.commit();
            change.commit();
        }
        return accounts;
    }

    private RasterWriter writer(String name) {
        Path file = directory.resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RasterWriter(
                layer, Window.of(CarbonBenchmark.grid()), CarbonBenchmark.grid(), file, checksum -> {});
    }
}
