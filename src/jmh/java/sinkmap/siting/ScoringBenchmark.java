package sinkmap.siting;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import org.openjdk.jmh.annotations.Warmup;

/** Scoring 15 million cells by 8 criteria, in bands on all cores, and testing the ranking of 500 sites. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ScoringBenchmark {

    private static final int CRITERIA = 8;
    private static final int BANDS = 30;
    private static final int BAND_CELLS = 500_000;
    private static final int SITES = 500;

    @Param({"wlc", "owa", "topsis"})
    private String aggregation;

    private final float[][] band = new float[CRITERIA][BAND_CELLS];
    private final double[][] sites = new double[SITES][];
    private Statistics statistics;
    private Weighting weighting;
    private Weights weights;
    private Scorer scorer;
    private ScoreSpread spread;

    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (float[] memberships : band) {
            for (int c = 0; c < BAND_CELLS; c++) {
                memberships[c] = random.nextFloat();
            }
        }
        Arrays.setAll(sites, i -> random.doubles(CRITERIA).toArray());
        statistics = new Statistics(CRITERIA);
        statistics.add(band, BAND_CELLS);
        Aggregation by =
                switch (aggregation) {
                    case "owa" -> new Aggregation.Owa(2);
                    case "topsis" -> new Aggregation.Topsis();
                    default -> new Aggregation.Wlc();
                };
        weighting = new Weighting("benchmark", new WeightMethod.Explicit(), by, SensitivityRules.USUAL);
        Double[] even = new Double[CRITERIA];
        Arrays.fill(even, 1.0 / CRITERIA);
        weights = new Weights(List.of(even), List.of(), List.of(), null);
        scorer = by.scorer(weights.toArray(), statistics);
        spread = ScoreSpread.of(weighting, weights, statistics);
    }

    @Benchmark
    public double score() {
        return bands(scores -> scorer.score(band, BAND_CELLS, scores));
    }

    @Benchmark
    public double spread() {
        return bands(spreads -> spread.spread(band, BAND_CELLS, spreads));
    }

    @Benchmark
    public List<SiteStability> sensitivity() {
        return Sensitivity.of(weighting, weights, statistics, sites);
    }

    private static double bands(Consumer<float[]> kernel) {
        return IntStream.range(0, BANDS)
                .parallel()
                .mapToDouble(i -> {
                    float[] results = new float[BAND_CELLS];
                    kernel.accept(results);
                    return results[i];
                })
                .sum();
    }
}
