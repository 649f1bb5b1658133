package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sinkmap.grid.SinkmapException;

/**
 * Monte Carlo simulation: IPCC 2006 Guidelines, volume 1, chapter 3, approach 2.
 *
 * <p>Every factor row is one random number ({@link Skew}), drawn once a draw and used by all lines that name it, so
 * that what shares a row shares its error; every stratum has one more, normal, for its area, which strata of one map share
 * ({@link Stratum#areaError()}). A draw hangs on the seed and
 * on the name of its input alone: sums over other lines, in another order or by another thread, meet the same draws, so
 * that differences between results are those of the results.
 *
 * <p>Not thread-safe. Keeps the draws of the inputs it has met, 8 bytes a draw.
 */
public final class MonteCarlo {

    /** Fewest draws with which the bounds of a 95 % interval are worth stating. */
    public static final int FEWEST_DRAWS = 10_000;

    private final int draws;
    private final long seed;
    private final Map<Object, Input> inputs = new LinkedHashMap<>();

    /**
     * A simulation. A {@link SinkmapException} when there are fewer than {@link #FEWEST_DRAWS} draws.
     *
     * @param draws number of draws
     * @param seed the same seed gives the same numbers
     */
    public MonteCarlo(int draws, long seed) {
        if (draws < FEWEST_DRAWS) {
            throw new SinkmapException("a 95 % interval takes at least " + FEWEST_DRAWS + " draws, not " + draws);
        }
        this.draws = draws;
        this.seed = seed;
    }

    /** What an input is. */
    public enum Kind {
        FACTOR,
        AREA
    }

    /**
     * What an input adds to the variance.
     *
     * @param input id of the factor row; for an area layer and class of the stratum, with a slash between them, or the map
     *     that several strata share
     * @param kind which of the two
     * @param share its share of the variance, 0 to 1: the variance that would go if it were known
     */
    public record Contribution(String input, Kind kind, double share) {}

    /**
     * What a simulation gave.
     *
     * @param interval mean of the draws with their 2.5 % and 97.5 % quantiles
     * @param contributions every input, the largest share first. The sum is linear in each of them, so the shares are
     *     the first-order indices of I. M. Sobol (Sensitivity estimates for nonlinear mathematical models, 1993), {@code
     *     (∂sum/∂input at the means)² · var(input) / var(sum)}
     * @param interactions what is left of 1: variance that only goes when several inputs are known, because they are
     *     multiplied
     */
    public record Simulated(Interval interval, List<Contribution> contributions, double interactions) {}

    private record Named(String name, Kind kind) {}

    /** The draws of an input; those of one name come from the same deviates. */
    private record Input(Named named, double[] draws, double mean, double variance) {}

    public int draws() {
        return draws;
    }

    public long seed() {
        return seed;
    }

    /** Simulates a sum of lines. */
    public Simulated simulate(List<Line> lines) {
        double[] sums = sums(lines);
        double mean = mean(sums);
        double variance = variance(sums, mean);
        double[] sorted = sums.clone();
        Arrays.sort(sorted);
        Interval interval = new Interval(mean, quantile(sorted, 0.025), quantile(sorted, 0.975));
        return shares(interval, slopes(lines), variance);
    }

    private static Simulated shares(Interval interval, Map<Input, Double> slopes, double variance) {
        List<Contribution> contributions = new ArrayList<>();
        double explained = 0;
        Map<Named, Double> deviations = deviations(slopes);
        for (double deviation : deviations.values()) {
            explained += deviation * deviation;
        }
        // sampling may explain a little more than there is
        double whole = Math.max(variance, explained);
        for (Map.Entry<Named, Double> e : deviations.entrySet()) {
            double share = whole == 0 ? 0 : e.getValue() * e.getValue() / whole;
            contributions.add(new Contribution(e.getKey().name(), e.getKey().kind(), share));
        }
        contributions.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return new Simulated(interval, contributions, whole == 0 ? 0 : 1 - explained / whole);
    }

    /** What each error moves the sum by, in standard deviations; areas of one map move it together. */
    private static Map<Named, Double> deviations(Map<Input, Double> slopes) {
        Map<Named, Double> deviations = new LinkedHashMap<>();
        slopes.forEach(
                (input, slope) -> deviations.merge(input.named(), slope * Math.sqrt(input.variance()), Double::sum));
        return deviations;
    }

    private double[] sums(List<Line> lines) {
        double[] sums = new double[draws];
        double[] product = new double[draws];
        for (Line line : lines) {
            Arrays.fill(product, line.activity() * line.term().coefficient());
            inputs(line).forEach(input -> multiply(product, input.draws()));
            for (int i = 0; i < draws; i++) {
                sums[i] += product[i];
            }
        }
        return sums;
    }

    private static void multiply(double[] product, double[] draws) {
        for (int i = 0; i < product.length; i++) {
            product[i] *= draws[i];
        }
    }

    /** Derivative of the sum with respect to each input, the others at their means. */
    private Map<Input, Double> slopes(List<Line> lines) {
        Map<Input, Double> slopes = new LinkedHashMap<>();
        for (Line line : lines) {
            List<Input> of = inputs(line);
            for (int at = 0; at < of.size(); at++) {
                double slope = line.activity() * line.term().coefficient();
                for (int i = 0; i < of.size(); i++) {
                    slope *= i == at ? 1 : of.get(i).mean();
                }
                slopes.merge(of.get(at), slope, Double::sum);
            }
        }
        return slopes;
    }

    /** The random numbers of a line: the area of its stratum, then its factors. */
    private List<Input> inputs(Line line) {
        List<Input> of = new ArrayList<>();
        Stratum stratum = line.stratum();
        Object area = List.of(stratum.areaError(), stratum.areaUncertainty_percent());
        of.add(inputs.computeIfAbsent(area, key -> area(stratum)));
        for (Factor factor : line.term().factors()) {
            of.add(inputs.computeIfAbsent(factor, key -> factor(factor)));
        }
        return of;
    }

    private Input area(Stratum stratum) {
        double half = stratum.areaUncertainty_percent() / 100;
        return input(stratum.areaError(), Kind.AREA, Skew.of(new Interval(1, 1 - half, 1 + half), true));
    }

    private Input factor(Factor factor) {
        boolean positive = !factor.quantity().signed();
        return input(factor.id(), Kind.FACTOR, Skew.of(factor.interval(), positive));
    }

    private Input input(String name, Kind kind, Skew skew) {
        SplittableRandom random = new SplittableRandom(seed ^ hash(kind + " " + name));
        double[] values = new double[draws];
        for (int i = 0; i < draws; i++) {
            values[i] = skew.at(random.nextGaussian());
        }
        double mean = mean(values);
        return new Input(new Named(name, kind), values, mean, variance(values, mean));
    }

    /** Hash of a text, FNV-1a over its UTF-16 units. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    /** Quantile with linear interpolation between order statistics, definition 7 of Hyndman and Fan (1996). */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
    }
}
