package sinkmap.sink;

import java.util.ArrayList;
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

/**
 * 10,000 draws over 200 strata of four pools, each pool a product of two rows: one of its own and one that ten strata
 * share. Draws are made anew each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class MonteCarloBenchmark {

    private static final int STRATA = 200;
    private static final int SHARING = 10;
    private static final List<Pool> POOLS = List.of(Pool.ABOVE, Pool.BELOW, Pool.LITTER, Pool.SOIL);

    private final List<Line> lines = new ArrayList<>();

    @Setup
    public void lines() {
        for (int i = 0; i < STRATA; i++) {
            Stratum stratum = new Stratum("layer", "class-" + i, 10, false, true);
            for (Pool pool : POOLS) {
                Factor own = factor("own-" + i + "-" + pool, pool, new Interval(20 + i, 15 + i, 32 + i));
                Factor shared = factor("shared-" + i / SHARING + "-" + pool, pool, new Interval(0.47, 0.44, 0.5));
                lines.add(new Line(stratum, new Term(1, List.of(own, shared)), 100 + i));
            }
        }
    }

    private static Factor factor(String id, Pool pool, Interval interval) {
        return new Factor(
                id,
                "set",
                Formula.DENSITY,
                "layer",
                Factor.ANY,
                pool,
                Quantity.DENSITY,
                interval,
                interval,
                "t C/ha",
                "method",
                "edition",
                "1",
                "source",
                "basis",
                Verification.ASSUMPTION,
                "low");
    }

    @Benchmark
    public MonteCarlo.Simulated simulate() {
        return new MonteCarlo(MonteCarlo.FEWEST_DRAWS, 2030).simulate(lines);
    }
}
