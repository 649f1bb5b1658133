package sinkmap.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carbon that is reckoned but kept apart, in no total: what farmed shellfish and seaweed carry out of the sea, which is
 * no lasting sink by the IPCC Guidelines, or what rock binds when it weathers, under land that has an account already.
 *
 * @param rows activity times coefficient each
 */
public record AsideAccount(List<Row> rows) {

    public AsideAccount {
        rows = List.copyOf(rows);
    }

    /**
     * A product.
     *
     * @param factor name of the coefficient; rows that share it share its error
     * @param activity what was given, such as tonnes of harvest; with an error of its own
     * @param coefficient carbon for one unit of activity
     */
    public record Row(String factor, Interval activity, Interval coefficient) {

        /** Carbon of the row with its interval, t C/yr. */
        public Interval removal() {
            return new AsideAccount(List.of(this)).removal();
        }
    }

    /**
     * The sum of the rows with its 95 % interval, t C/yr (IPCC 2006 Guidelines, volume 1, chapter 3, approach 1): errors
     * of activities are independent, the error of a coefficient is the same in all rows that use it.
     */
    public Interval removal() {
        double value = 0;
        double low = 0;
        double high = 0;
        Map<String, double[]> byFactor = new LinkedHashMap<>();
        for (Row row : rows) {
            value += row.activity.value() * row.coefficient.value();
            low += square(row.activity.lowHalf() * row.coefficient.value());
            high += square(row.activity.highHalf() * row.coefficient.value());
            double[] halves = byFactor.computeIfAbsent(row.factor, f -> new double[2]);
            halves[0] += row.activity.value() * row.coefficient.lowHalf();
            halves[1] += row.activity.value() * row.coefficient.highHalf();
        }
        for (double[] halves : byFactor.values()) {
            low += square(halves[0]);
            high += square(halves[1]);
        }
        return new Interval(value, value - Math.sqrt(low), value + Math.sqrt(high));
    }

    private static double square(double x) {
        return x * x;
    }
}
