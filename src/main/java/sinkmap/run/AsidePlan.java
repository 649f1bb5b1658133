package sinkmap.run;

import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.sink.Interval;

/**
 * What is said and reckoned beside an account, from {@code aside.yaml}: nothing of it enters a total.
 *
 * @param statements what the account does not hold, and why
 * @param accounts accounts kept apart
 */
record AsidePlan(List<Text> statements, List<Apart> accounts) {

    static final AsidePlan NONE = new AsidePlan(List.of(), List.of());

    /**
     * An account kept apart.
     *
     * @param note why it is kept apart
     * @param factors carbon for a unit of activity, by class
     * @param activities what was given; empty when nothing was
     */
    record Apart(String id, Text title, Text note, List<AsideFactor> factors, List<Activity> activities) {}

    /**
     * Carbon for a unit of activity.
     *
     * @param interval in the unit
     * @param unit such as {@code t C/t}: by what the activity is counted
     */
    record AsideFactor(
            String id,
            String classCode,
            Interval interval,
            String unit,
            String method,
            String edition,
            String tier,
            String source,
            String basis,
            String verification,
            String confidence) {}

    /**
     * What was harvested, or what area there is.
     *
     * @param reckoned in the unit that the factor counts by
     * @param stated as the table states it
     * @param unit unit as the table states it
     */
    record Activity(
            AsideFactor factor,
            String place,
            int year,
            Interval reckoned,
            Interval stated,
            String unit,
            String source) {}

    /** Units that activities may be stated in, by the unit of the factor, with what they are times that of the factor. */
    static final Map<String, Map<String, Double>> UNITS = Map.of(
            "t C/t", Map.of("t", 1.0, "10^4 t", 1e4),
            "t C/km2/yr", Map.of("km2", 1.0, "ha", 0.01));
}
