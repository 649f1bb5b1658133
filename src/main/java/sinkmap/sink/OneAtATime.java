package sinkmap.sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Error propagation through a model that is no sum of products, such as a scenario with ceilings and half-lives: each
 * input is set to its low and to its high bound while all others keep their best estimate, and the deviations of all
 * inputs are combined in quadrature, downward and upward by themselves (IPCC 2006 Guidelines, volume 1, chapter 3,
 * approach 1, with differences in place of derivatives). An input counts once wherever the model uses it. Where the model
 * is a sum of products this is {@link Propagation}.
 */
public final class OneAtATime {

    private OneAtATime() {}

    /**
     * An uncertain number.
     *
     * @param id what the model asks for it by
     * @param interval best estimate and 95 % interval
     * @param upwardOnly whether only the high bound is tried, and the deviation downward taken to be the opposite; for
     *     a model that is linear in it but cannot be asked below the best estimate
     */
    public record Input(String id, Interval interval, boolean upwardOnly) {

        public Input {
            interval.check("input '" + id + "'");
        }
    }

    /**
     * The outcomes of a model with their intervals; NaN where there is no outcome.
     *
     * @param inputs the inputs, each id once
     * @param model outcomes for the values of inputs by their ids; always as many
     */
    public static List<Interval> outcomes(List<Input> inputs, Function<Map<String, Double>, double[]> model) {
        Map<String, Double> values = new HashMap<>();
        inputs.forEach(input -> values.put(input.id(), input.interval().value()));
        double[] best = model.apply(values);
        double[] down = new double[best.length];
        double[] up = new double[best.length];
        for (Input input : inputs) {
            double[] high = deviations(input, input.interval().high(), values, model, best);
            double[] low = new double[best.length];
            if (input.upwardOnly()) {
                for (int i = 0; i < low.length; i++) {
                    low[i] = -high[i];
                }
            } else {
                low = deviations(input, input.interval().low(), values, model, best);
            }
            for (int i = 0; i < best.length; i++) {
                double least = Math.min(0, Math.min(low[i], high[i]));
                double most = Math.max(0, Math.max(low[i], high[i]));
                down[i] += least * least;
                up[i] += most * most;
            }
        }
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            intervals.add(new Interval(best[i], best[i] - Math.sqrt(down[i]), best[i] + Math.sqrt(up[i])));
        }
        return intervals;
    }

    private static double[] deviations(
            Input input,
            double value,
            Map<String, Double> values,
            Function<Map<String, Double>, double[]> model,
            double[] best) {
        double[] deviations = new double[best.length];
        if (value == input.interval().value()) {
            return deviations;
        }
        Map<String, Double> moved = new HashMap<>(values);
        moved.put(input.id(), value);
        double[] outcome = model.apply(moved);
        for (int i = 0; i < best.length; i++) {
            deviations[i] = outcome[i] - best[i];
        }
        return deviations;
    }
}
