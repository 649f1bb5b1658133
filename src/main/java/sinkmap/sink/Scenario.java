package sinkmap.sink;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sinkmap.grid.SinkmapException;

/**
 * Classes of land, and how land moves between them from a base year on.
 *
 * <p><b>Time.</b> Stocks are those at the end of a year. A flux of year t leads from the stock at the end of t-1 to that
 * at the end of t. A transition of year s happens at the end of s, so its first flux is that of s+1.
 *
 * <p><b>Rules.</b> Land that keeps its class keeps accumulating. Land that moves keeps what it holds and then grows by
 * the rates of its new class. When it is disturbed, a share of each pool no longer stands but decays; with {@code D} the
 * disturbed carbon and {@code H} its half-life, what it gives off in year t is
 *
 * <pre>
 *   E(t) = D · ( 0.5^((t-s-1)/H) - 0.5^((t-s)/H) )
 * </pre>
 *
 * (InVEST user's guide, Coastal Blue Carbon, emissions after a disturbance). The rest stands on and counts for the new
 * class. What decays is still part of the stock, moves along with its land and does not count against a ceiling. Of a
 * class that is left in part, the land that has been longest in it goes first.
 */
public final class Scenario {

    private final int baseYear;
    private final int endYear;
    private final Map<String, ScenarioClass> classes = new LinkedHashMap<>();
    private final List<Transition> transitions;
    private final List<DisturbanceRule> rules;

    /**
     * A scenario; an error that names the culprit when it cannot be.
     *
     * @param baseYear year at whose end the classes have their areas and densities
     * @param endYear last year
     * @param transitions in the order in which they happen within a year
     * @param rules what disturbances do
     */
    public Scenario(
            int baseYear,
            int endYear,
            List<ScenarioClass> classes,
            List<Transition> transitions,
            List<DisturbanceRule> rules) {
        if (endYear <= baseYear) {
            throw new SinkmapException(
                    "the scenario ends in " + endYear + ", which is not after its base year " + baseYear);
        }
        this.baseYear = baseYear;
        this.endYear = endYear;
        this.transitions = List.copyOf(transitions);
        this.rules = List.copyOf(rules);
        for (ScenarioClass of : classes) {
            if (this.classes.put(of.id(), of) != null) {
                throw new SinkmapException("class '" + of.id() + "' is in the scenario twice; name it once");
            }
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Transition transition : transitions) {
            if (!ids.add(transition.id())) {
                throw new SinkmapException("transition '" + transition.id() + "' is in the scenario twice");
            }
            check(transition);
        }
        checkAreas();
    }

    private void check(Transition transition) {
        checkClass(transition, "from", transition.from());
        checkClass(transition, "to", transition.to());
        if (transition.from().equals(transition.to())) {
            throw new SinkmapException("transition '" + transition.id() + "' leads from class '" + transition.from()
                    + "' to the same class; land that keeps its class needs no transition");
        }
        if (transition.startYear() < baseYear || transition.lastYear() >= endYear) {
            throw new SinkmapException("transition '" + transition.id() + "' moves land from "
                    + transition.startYear() + " to " + transition.lastYear()
                    + ", but the scenario takes transitions from " + baseYear + " to " + (endYear - 1));
        }
    }

    private void checkClass(Transition transition, String key, String id) {
        if (!classes.containsKey(id)) {
            throw new SinkmapException("transition '" + transition.id() + "': there is no class '" + id + "' to lead "
                    + key + "; classes are " + String.join(", ", classes.keySet()));
        }
    }

    /** No more land may leave a class than is there. */
    private void checkAreas() {
        Map<String, Double> area_ha = new HashMap<>();
        classes.values().forEach(c -> area_ha.put(c.id(), c.area_ha()));
        double smallest_ha = 1e-9
                * classes.values().stream().mapToDouble(ScenarioClass::area_ha).sum();
        for (int year = baseYear; year < endYear; year++) {
            for (Transition transition : transitions) {
                double moved_ha = transition.moved_ha(year);
                double there_ha = area_ha.get(transition.from());
                if (moved_ha > there_ha + smallest_ha) {
                    throw tooMuch(transition, year, moved_ha, there_ha);
                }
                area_ha.merge(transition.from(), -Math.min(moved_ha, there_ha), Double::sum);
                area_ha.merge(transition.to(), Math.min(moved_ha, there_ha), Double::sum);
            }
        }
    }

    private static SinkmapException tooMuch(Transition transition, int year, double moved_ha, double there_ha) {
        return new SinkmapException("transition '" + transition.id() + "' moves " + plain(moved_ha)
                + " ha out of class '" + transition.from() + "' in " + year + ", but only " + plain(there_ha)
                + " ha are there; take less land, or bring it there before");
    }

    private static String plain(double area_ha) {
        BigDecimal rounded = BigDecimal.valueOf(area_ha).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public int baseYear() {
        return baseYear;
    }

    public int endYear() {
        return endYear;
    }

    public Collection<ScenarioClass> classes() {
        return classes.values();
    }

    public List<Transition> transitions() {
        return transitions;
    }

    /** The same land with only some of the transitions; an error when these need land that others bring. */
    public Scenario with(Collection<Transition> kept) {
        return new Scenario(
                baseYear,
                endYear,
                new ArrayList<>(classes.values()),
                transitions.stream().filter(kept::contains).toList(),
                rules);
    }

    /** One transition and the two classes between which it moves land; an error when it needs land that others bring. */
    Scenario alone(Transition transition) {
        return new Scenario(
                baseYear,
                endYear,
                List.of(classes.get(transition.from()), classes.get(transition.to())),
                List.of(transition),
                rules);
    }

    ScenarioClass get(String id) {
        return classes.get(id);
    }

    /** What a transition does to a pool that holds carbon, or null when it leaves the carbon alone. */
    DisturbanceRule rule(Transition transition, Pool pool) {
        if (transition.impact() == null) {
            return null;
        }
        ScenarioClass from = classes.get(transition.from());
        return rules.stream()
                .filter(r -> r.habitat().equals(from.habitat()))
                .filter(r -> r.pool() == pool && r.impact() == transition.impact())
                .findFirst()
                .orElseThrow(() -> new SinkmapException("transition '" + transition.id()
                        + "': there is no disturbance rule of impact "
                        + transition.impact().code() + " for pool "
                        + pool.code() + " of class '" + from.id() + "' ("
                        + (from.habitat() == null ? "it names no habitat" : "habitat '" + from.habitat() + "'")
                        + "); rules are there for habitats "
                        + rules.stream()
                                .map(DisturbanceRule::habitat)
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }

    /** What happens to the stocks. */
    public Projection project() {
        return new ScenarioStepper(this).run();
    }
}
