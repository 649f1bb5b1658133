package sinkmap.sink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the land of a scenario from year to year. */
final class ScenarioStepper {

    private static final Pool[] POOLS = Pool.values();

    private final Scenario scenario;
    private final Map<String, ClassLand> lands = new LinkedHashMap<>();
    private final List<Projection.Year> years = new ArrayList<>();
    private final List<Projection.Part> parts = new ArrayList<>();
    private final List<Projection.Area> areas = new ArrayList<>();

    ScenarioStepper(Scenario scenario) {
        this.scenario = scenario;
        scenario.classes().forEach(c -> lands.put(c.id(), new ClassLand(c)));
    }

    Projection run() {
        move(scenario.baseYear());
        lands.values().forEach(ClassLand::clearFluxes);
        note(scenario.baseYear());
        for (int year = scenario.baseYear() + 1; year <= scenario.endYear(); year++) {
            lands.values().forEach(ClassLand::age);
            move(year);
            note(year);
            lands.values().forEach(ClassLand::clearFluxes);
        }
        return new Projection(scenario.baseYear(), List.copyOf(years), List.copyOf(parts), List.copyOf(areas));
    }

    private void move(int year) {
        for (Transition transition : scenario.transitions()) {
            double left_ha = transition.moved_ha(year);
            if (left_ha > 0) {
                ClassLand from = lands.get(transition.from());
                ClassLand to = lands.get(transition.to());
                for (Tract tract : from.take(left_ha)) {
                    from.moved(tract, -1);
                    disturb(tract, transition);
                    to.moved(tract, 1);
                    to.tracts.addLast(tract);
                }
            }
        }
    }

    private void disturb(Tract tract, Transition transition) {
        for (Pool pool : POOLS) {
            double standing_tc_ha = tract.standing_tc_ha[pool.ordinal()];
            DisturbanceRule rule = standing_tc_ha > 0 ? scenario.rule(transition, pool) : null;
            if (rule != null) {
                double disturbed_tc_ha = standing_tc_ha * rule.shareLost();
                tract.standing_tc_ha[pool.ordinal()] -= disturbed_tc_ha;
                tract.decaying_tc_ha.get(pool).merge(rule.halfLife_yr(), disturbed_tc_ha, Double::sum);
            }
        }
    }

    private void note(int year) {
        double[] sums = new double[6];
        for (ClassLand land : lands.values()) {
            double area_ha = land.tracts.stream().mapToDouble(t -> t.area_ha).sum();
            areas.add(new Projection.Area(year, land.of.id(), area_ha, land.methane_t));
            sums[0] += area_ha;
            sums[5] += land.methane_t;
            for (Pool pool : POOLS) {
                Projection.Part part = land.part(year, pool);
                sums[1] += part.stock_tc();
                sums[2] += part.decaying_tc();
                sums[3] += part.accumulation_tc();
                sums[4] += part.emission_tc();
                if (part.stock_tc() != 0 || part.accumulation_tc() != 0 || part.moved_tc() != 0) {
                    parts.add(part);
                }
            }
        }
        years.add(new Projection.Year(year, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]));
    }

    /** Land with one history. */
    private static final class Tract {

        private double area_ha;
        private final double[] standing_tc_ha;
        /** Disturbed carbon in t C/ha by half-life: what decays alike is taken as one. */
        private final Map<Pool, Map<Double, Double>> decaying_tc_ha = new EnumMap<>(Pool.class);

        Tract(double area_ha, double[] standing_tc_ha) {
            this.area_ha = area_ha;
            this.standing_tc_ha = standing_tc_ha;
            for (Pool pool : POOLS) {
                decaying_tc_ha.put(pool, new TreeMap<>());
            }
        }

        /** Parts some of the land off. */
        Tract split(double part_ha) {
            Tract part = new Tract(part_ha, standing_tc_ha.clone());
            decaying_tc_ha.forEach(
                    (pool, amounts) -> part.decaying_tc_ha.get(pool).putAll(amounts));
            area_ha -= part_ha;
            return part;
        }

        double decaying_tc_ha(Pool pool) {
            double sum = 0;
            for (double amount : decaying_tc_ha.get(pool).values()) {
                sum += amount;
            }
            return sum;
        }

        /** Lets a year of decay go by and returns what was given off, t C/ha. */
        double decay_tc_ha(Pool pool) {
            double before = decaying_tc_ha(pool);
            decaying_tc_ha.get(pool).replaceAll((halfLife_yr, amount) -> amount * Math.pow(0.5, 1 / halfLife_yr));
            return before - decaying_tc_ha(pool);
        }
    }

    /** The land of a class, the longest in it first, and its fluxes of the year. */
    private static final class ClassLand {

        private final ScenarioClass of;
        private final Deque<Tract> tracts = new ArrayDeque<>();
        private final double[] accumulation_tc = new double[POOLS.length];
        private final double[] emission_tc = new double[POOLS.length];
        private final double[] moved_tc = new double[POOLS.length];
        private double methane_t;

        ClassLand(ScenarioClass of) {
            this.of = of;
            double[] standing_tc_ha = new double[POOLS.length];
            for (Pool pool : POOLS) {
                standing_tc_ha[pool.ordinal()] = of.growth(pool).density_tc_ha();
            }
            if (of.area_ha() > 0) {
                tracts.add(new Tract(of.area_ha(), standing_tc_ha));
            }
        }

        void clearFluxes() {
            java.util.Arrays.fill(accumulation_tc, 0);
            java.util.Arrays.fill(emission_tc, 0);
            java.util.Arrays.fill(moved_tc, 0);
            methane_t = 0;
        }

        void age() {
            for (Tract tract : tracts) {
                for (Pool pool : POOLS) {
                    int p = pool.ordinal();
                    double later = of.growth(pool).yearLater_tc_ha(tract.standing_tc_ha[p]);
                    accumulation_tc[p] += (later - tract.standing_tc_ha[p]) * tract.area_ha;
                    emission_tc[p] += tract.decay_tc_ha(pool) * tract.area_ha;
                    tract.standing_tc_ha[p] = later;
                }
                methane_t += of.methane_kg_ha_yr() * tract.area_ha / 1000;
            }
        }

        /** Takes land out, the oldest first; the caller knows that there is enough, but for rounding. */
        List<Tract> take(double area_ha) {
            List<Tract> taken = new ArrayList<>();
            double left_ha = area_ha;
            while (left_ha > 0 && !tracts.isEmpty()) {
                Tract oldest = tracts.peekFirst();
                if (oldest.area_ha <= left_ha) {
                    tracts.removeFirst();
                    taken.add(oldest);
                    left_ha -= oldest.area_ha;
                } else {
                    taken.add(oldest.split(left_ha));
                    left_ha = 0;
                }
            }
            return taken;
        }

        void moved(Tract tract, int sign) {
            for (Pool pool : POOLS) {
                moved_tc[pool.ordinal()] +=
                        sign * tract.area_ha * (tract.standing_tc_ha[pool.ordinal()] + tract.decaying_tc_ha(pool));
            }
        }

        Projection.Part part(int year, Pool pool) {
            double standing_tc = 0;
            double decaying_tc = 0;
            for (Tract tract : tracts) {
                standing_tc += tract.area_ha * tract.standing_tc_ha[pool.ordinal()];
                decaying_tc += tract.area_ha * tract.decaying_tc_ha(pool);
            }
            int p = pool.ordinal();
            return new Projection.Part(
                    year,
                    of.id(),
                    pool,
                    standing_tc + decaying_tc,
                    decaying_tc,
                    accumulation_tc[p],
                    emission_tc[p],
                    moved_tc[p]);
        }
    }
}
