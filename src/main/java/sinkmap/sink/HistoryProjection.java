package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Yearly carbon density of land by its history: each history is one hectare of a {@link Scenario}, so that maps and
 * areas are reckoned by the same engine and the map of a year adds up to the stock of the year.
 */
public final class HistoryProjection {

    private final int firstYear;
    private final float[][] density_tc_ha;

    private HistoryProjection(int firstYear, float[][] density_tc_ha) {
        this.firstYear = firstYear;
        this.density_tc_ha = density_tc_ha;
    }

    /**
     * Projects from the first state on.
     *
     * @param histories the land
     * @param classOf class of each code, {@link StratumMap#NONE} among them; areas do not matter. Null for one whose carbon
     *     is not known, and land that ever is of it has no value; nor has what lies outside all strata in every state
     * @param rules what disturbances do
     * @param impacts impact of land that goes from one class to another, null for none
     * @param endYear last year
     */
    public static HistoryProjection of(
            LandHistories histories,
            IntFunction<ScenarioClass> classOf,
            List<DisturbanceRule> rules,
            BiFunction<ScenarioClass, ScenarioClass, Impact> impacts,
            int endYear) {
        int first = histories.years()[0];
        float[][] byYear = new float[endYear - first + 1][histories.size()];
        for (int history = 0; history < histories.size(); history++) {
            double[] density = densities(histories, histories.codes(history), classOf, rules, impacts, endYear);
            for (int i = 0; i < density.length; i++) {
                byYear[i][history] = (float) density[i];
            }
        }
        return new HistoryProjection(first, byYear);
    }

    private static double[] densities(
            LandHistories histories,
            short[] codes,
            IntFunction<ScenarioClass> classOf,
            List<DisturbanceRule> rules,
            BiFunction<ScenarioClass, ScenarioClass, Impact> impacts,
            int endYear) {
        int[] years = histories.years();
        double[] none = new double[endYear - years[0] + 1];
        Arrays.fill(none, Double.NaN);
        Map<String, ScenarioClass> hectare = new LinkedHashMap<>();
        List<Transition> transitions = new ArrayList<>();
        ScenarioClass before = null;
        if (LandHistories.outside(codes)) {
            return none;
        }
        for (int i = 0; i < codes.length; i++) {
            ScenarioClass now = classOf.apply(codes[i]);
            if (now == null) {
                return none;
            }
            double area_ha = before == null ? 1 : 0;
            hectare.putIfAbsent(
                    now.id(), new ScenarioClass(now.id(), now.habitat(), area_ha, now.pools(), now.methane_kg_ha_yr()));
            if (before != null && !before.id().equals(now.id())) {
                transitions.add(new Transition(
                        "state " + years[i], before.id(), now.id(), years[i], 1, 1, impacts.apply(before, now)));
            }
            before = now;
        }
        Scenario scenario = new Scenario(years[0], endYear, List.copyOf(hectare.values()), transitions, rules);
        return scenario.project().years().stream()
                .mapToDouble(Projection.Year::stock_tc)
                .toArray();
    }

    /** The first year, that of the first state. */
    public int firstYear() {
        return firstYear;
    }

    /** How many years there are. */
    public int years() {
        return density_tc_ha.length;
    }

    /** Density by history at the end of a year, t C/ha; NaN where it is not known. */
    public float[] density_tc_ha(int year) {
        return density_tc_ha[year - firstYear];
    }

    /** Density at the end of a later year less that of an earlier one by history, t C/ha; NaN where either is not known. */
    public float[] change_tc_ha(int from, int to) {
        float[] before = density_tc_ha(from);
        float[] after = density_tc_ha(to);
        float[] change = new float[before.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        return change;
    }
}
