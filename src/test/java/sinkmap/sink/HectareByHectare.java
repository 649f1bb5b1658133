package sinkmap.sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The naive way to run a scenario, for tests: every hectare is an object of its own, every disturbance is remembered
 * with its year, and what is given off is taken from the published formula. Areas must be whole hectares each year.
 */
final class HectareByHectare {

    private record Disturbance(Pool pool, int year, double disturbed_tc, double halfLife_yr) {

        double emission_tc(int t) {
            return disturbed_tc
                    * (Math.pow(0.5, (t - year - 1) / halfLife_yr) - Math.pow(0.5, (t - year) / halfLife_yr));
        }

        double left_tc(int t) {
            return disturbed_tc * Math.pow(0.5, (t - year) / halfLife_yr);
        }
    }

    private static final class Hectare {
        private String classId;
        private int since;
        private long order;
        private final Map<Pool, Double> standing_tc = new HashMap<>();
        private final List<Disturbance> disturbances = new ArrayList<>();
    }

    private final List<Hectare> hectares = new ArrayList<>();
    private final Map<String, ScenarioClass> classes = new HashMap<>();
    private long moves;

    /** Stock of a class and pool by "year class pool", fluxes of all land by "year accumulation" and "year emission". */
    final Map<String, Double> sums = new HashMap<>();

    HectareByHectare(
            List<ScenarioClass> given, List<Transition> transitions, List<DisturbanceRule> rules, int from, int to) {
        for (ScenarioClass of : given) {
            classes.put(of.id(), of);
            for (int i = 0; i < of.area_ha(); i++) {
                Hectare hectare = new Hectare();
                hectare.classId = of.id();
                hectare.since = from;
                of.pools().forEach((pool, growth) -> hectare.standing_tc.put(pool, growth.density_tc_ha()));
                hectares.add(hectare);
            }
        }
        for (int year = from; year <= to; year++) {
            if (year > from) {
                grow(year);
            }
            for (Transition transition : transitions) {
                if (year >= transition.startYear() && year < transition.startYear() + transition.ramp_years()) {
                    move(transition, rules, year);
                }
            }
            sum(year);
        }
    }

    private void grow(int year) {
        for (Hectare hectare : hectares) {
            for (Map.Entry<Pool, ScenarioClass.PoolGrowth> entry :
                    classes.get(hectare.classId).pools().entrySet()) {
                double before = hectare.standing_tc.getOrDefault(entry.getKey(), 0.0);
                double rate = entry.getValue().accumulation_tc_ha_yr();
                double ceiling = entry.getValue().ceiling_tc_ha();
                double after = before + rate;
                if (rate >= 0 && after > ceiling) {
                    after = before > ceiling ? before : ceiling;
                }
                if (after < 0) {
                    after = 0;
                }
                hectare.standing_tc.put(entry.getKey(), after);
                sums.merge(year + " accumulation", after - before, Double::sum);
            }
            for (Disturbance disturbance : hectare.disturbances) {
                sums.merge(year + " emission", disturbance.emission_tc(year), Double::sum);
            }
        }
    }

    private void move(Transition transition, List<DisturbanceRule> rules, int year) {
        List<Hectare> oldest = hectares.stream()
                .filter(h -> h.classId.equals(transition.from()))
                .sorted(Comparator.<Hectare>comparingInt(h -> h.since).thenComparingLong(h -> h.order))
                .limit(Math.round(transition.area_ha() / transition.ramp_years()))
                .toList();
        String habitat = classes.get(transition.from()).habitat();
        for (Hectare hectare : oldest) {
            for (DisturbanceRule rule : rules) {
                if (rule.impact() == transition.impact() && rule.habitat().equals(habitat)) {
                    double standing = hectare.standing_tc.getOrDefault(rule.pool(), 0.0);
                    double lost = standing * rule.shareLost();
                    hectare.standing_tc.put(rule.pool(), standing - lost);
                    hectare.disturbances.add(new Disturbance(rule.pool(), year, lost, rule.halfLife_yr()));
                }
            }
            hectare.classId = transition.to();
            hectare.since = year;
            hectare.order = ++moves;
        }
    }

    private void sum(int year) {
        for (Hectare hectare : hectares) {
            hectare.standing_tc.forEach((pool, stock) -> add(year, hectare, pool, stock));
            hectare.disturbances.forEach(d -> add(year, hectare, d.pool(), d.left_tc(year)));
            sums.merge(year + " " + hectare.classId, 1.0, Double::sum);
        }
    }

    private void add(int year, Hectare hectare, Pool pool, double stock_tc) {
        sums.merge(year + " " + hectare.classId + " " + pool.code(), stock_tc, Double::sum);
    }
}
