package sinkmap.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Propagation of error: IPCC 2006 Guidelines, volume 1, chapter 3, approach 1, carried out to first order so that
 * shared factors, and areas of one map, add up before they are squared (see the package description).
 */
public final class Propagation {

    private Propagation() {}

    /** Sum of the lines with its 95 % interval. The low bound may be below zero. */
    public static Interval sum(List<Line> lines) {
        double value = 0;
        Map<String, Double> ofArea = new LinkedHashMap<>();
        Map<Factor, Double> slopes = new LinkedHashMap<>();
        for (Line line : lines) {
            value += line.value();
            double half = line.value() * line.stratum().areaUncertainty_percent() / 100;
            ofArea.merge(line.stratum().areaError(), half, Double::sum);
            for (int i = 0; i < line.term().factors().size(); i++) {
                slopes.merge(line.term().factors().get(i), slope(line, i), Double::sum);
            }
        }
        double low = 0;
        for (double half : ofArea.values()) {
            low += square(half);
        }
        double high = low;
        for (Map.Entry<Factor, Double> e : slopes.entrySet()) {
            Interval interval = e.getKey().interval();
            boolean rising = e.getValue() >= 0;
            low += square(e.getValue() * (rising ? interval.lowHalf() : interval.highHalf()));
            high += square(e.getValue() * (rising ? interval.highHalf() : interval.lowHalf()));
        }
        return new Interval(value, value - Math.sqrt(low), value + Math.sqrt(high));
    }

    /** Derivative of a line with respect to its factor at position {@code at}. */
    private static double slope(Line line, int at) {
        double slope = line.activity() * line.term().coefficient();
        List<Factor> factors = line.term().factors();
        for (int i = 0; i < factors.size(); i++) {
            slope *= i == at ? 1 : factors.get(i).interval().value();
        }
        return slope;
    }

    private static double square(double x) {
        return x * x;
    }
}
