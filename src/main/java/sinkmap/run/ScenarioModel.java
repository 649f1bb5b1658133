package sinkmap.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sinkmap.sink.DisturbanceRule;
import sinkmap.sink.Interval;
import sinkmap.sink.OneAtATime;
import sinkmap.sink.Pool;
import sinkmap.sink.Scenario;
import sinkmap.sink.ScenarioClass;
import sinkmap.sink.ScenarioClass.PoolGrowth;
import sinkmap.sink.Transition;
import sinkmap.sink.TransitionCost;
import sinkmap.sink.Valuation;

/**
 * A scenario as a function of its uncertain numbers: rows of the tables, areas of classes that are not planned but
 * measured, and the path of prices.
 */
final class ScenarioModel {

    /** The input that moves all prices between their bounds. */
    private static final String PRICES = "prices";

    private final ScenarioPlan plan;
    private final List<ScenarioPlan.OfClass> classes;
    private final Map<String, Double> area_ha;
    private final List<TransitionRows.Rule> rules;
    private final CarbonPrices prices;
    private final Set<String> restorations;

    /**
     * A model.
     *
     * @param classes all classes, with those of the rest of the account
     * @param area_ha best estimate of the area by class
     * @param rules rules for disturbances
     * @param prices prices of carbon
     */
    ScenarioModel(
            ScenarioPlan plan,
            List<ScenarioPlan.OfClass> classes,
            Map<String, Double> area_ha,
            List<TransitionRows.Rule> rules,
            CarbonPrices prices) {
        this.plan = plan;
        this.classes = classes;
        this.area_ha = area_ha;
        this.rules = rules.stream().filter(this::concerns).toList();
        this.prices = prices;
        this.restorations = plan.transitions().stream()
                .filter(ScenarioPlan.OfTransition::restores)
                .map(t -> t.transition().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean concerns(TransitionRows.Rule rule) {
        return plan.transitions().stream()
                .map(ScenarioPlan.OfTransition::transition)
                .filter(t -> t.impact() == rule.impact())
                .anyMatch(t -> classes.stream()
                        .anyMatch(c -> c.id().equals(t.from()) && rule.habitat().equals(c.habitat())));
    }

    ScenarioPlan plan() {
        return plan;
    }

    List<ScenarioPlan.OfClass> classes() {
        return classes;
    }

    double area_ha(ScenarioPlan.OfClass of) {
        return area_ha.get(of.id());
    }

    /** The rows that it takes, each once. */
    List<Amount.Uncertain> rows() {
        Map<String, Amount.Uncertain> rows = new LinkedHashMap<>();
        amounts().forEach(amount -> amount.rows().forEach(row -> rows.putIfAbsent(row.id(), row)));
        for (TransitionRows.Rule rule : rules) {
            rows.putIfAbsent(rule.share().id(), rule.share());
            rows.putIfAbsent(rule.halfLife_yr().id(), rule.halfLife_yr());
        }
        return List.copyOf(rows.values());
    }

    private List<Amount> amounts() {
        List<Amount> amounts = new ArrayList<>();
        for (ScenarioPlan.OfClass of : classes) {
            for (ScenarioPlan.OfPool pool : of.pools().values()) {
                amounts.add(pool.density());
                amounts.add(pool.rate());
                amounts.add(pool.ceiling() == null ? Amount.ZERO : pool.ceiling());
            }
            amounts.add(of.methane());
        }
        for (ScenarioPlan.OfTransition of : plan.transitions()) {
            amounts.add(of.once() == null ? Amount.ZERO : of.once());
            amounts.add(of.yearly());
        }
        return amounts;
    }

    /** All uncertain numbers. */
    List<OneAtATime.Input> inputs() {
        List<OneAtATime.Input> inputs = new ArrayList<>();
        rows().forEach(row -> inputs.add(new OneAtATime.Input(row.id(), row.interval(), false)));
        Map<String, Interval> areas = new LinkedHashMap<>();
        for (ScenarioPlan.OfClass of : classes) {
            if (of.areaUncertainty_percent() > 0) {
                areas.put(areaInput(of), new Interval(0, -1, 1));
            }
        }
        areas.forEach((id, interval) -> inputs.add(new OneAtATime.Input(id, interval, true)));
        if (plan.price() != null) {
            inputs.add(new OneAtATime.Input(PRICES, new Interval(0, -1, 1), false));
        }
        return inputs;
    }

    /** What the error of an area is asked for by, in half widths: classes of one stratum share it, and strata of one map. */
    private static String areaInput(ScenarioPlan.OfClass of) {
        boolean measured = Double.isNaN(of.area_ha());
        return "area of " + (measured ? of.stratum().areaError() : "class " + of.id());
    }

    /** The best estimates of all inputs. */
    Map<String, Double> best() {
        Map<String, Double> values = new HashMap<>();
        inputs().forEach(input -> values.put(input.id(), input.interval().value()));
        return values;
    }

    /** The scenario when inputs have these values. */
    Scenario scenario(Map<String, Double> values) {
        List<Transition> transitions = plan.transitions().stream()
                .map(ScenarioPlan.OfTransition::transition)
                .toList();
        return new Scenario(
                plan.baseYear(),
                plan.endYear(),
                classes.stream().map(of -> ofClass(of, values)).toList(),
                transitions,
                rules(values));
    }

    /** What disturbances do when inputs have these values. */
    List<DisturbanceRule> rules(Map<String, Double> values) {
        return rules.stream().map(rule -> rule.of(values)).toList();
    }

    private ScenarioClass ofClass(ScenarioPlan.OfClass of, Map<String, Double> values) {
        Map<Pool, PoolGrowth> pools = new EnumMap<>(Pool.class);
        of.pools()
                .forEach((pool, p) -> pools.put(
                        pool,
                        new PoolGrowth(
                                p.density().value(values),
                                p.rate().value(values),
                                p.ceiling() == null
                                        ? Double.POSITIVE_INFINITY
                                        : p.ceiling().value(values))));
        double halves = values.getOrDefault(areaInput(of), 0.0);
        double area = area_ha.get(of.id()) * (1 + halves * of.areaUncertainty_percent() / 100);
        return new ScenarioClass(
                of.id(), of.habitat(), area, pools, of.methane().value(values));
    }

    /** What carbon and actions are worth when inputs have these values. */
    Valuation valuation(Map<String, Double> values) {
        Map<String, TransitionCost> costs = new HashMap<>();
        for (ScenarioPlan.OfTransition of : plan.transitions()) {
            if (of.once() != null) {
                costs.put(
                        of.transition().id(),
                        new TransitionCost(of.once().value(values), of.yearly().value(values)));
            }
        }
        ScenarioPlan.Price price = plan.price();
        return price == null
                ? new Valuation(null, 0, costs)
                : new Valuation(
                        prices.table(price.table(), price.linear(), values.get(PRICES)), price.discountRate(), costs);
    }

    List<CarbonPrices.Row> priceRows() {
        return plan.price() == null ? List.of() : prices.rows(plan.price().table());
    }

    Set<String> restorations() {
        return restorations;
    }
}
