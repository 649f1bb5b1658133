package sinkmap.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Text;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.ClassPattern;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.HistoryProjection;
import sinkmap.sink.Impact;
import sinkmap.sink.LandChange;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Measure;
import sinkmap.sink.ScenarioClass;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;
import sinkmap.sink.StratumModel;

/** A scenario whose land is that of dated maps: its classes, areas and transitions, and its map of every year. */
final class MappedScenario {

    private static final Text OUTSIDE = new Text("各汇以外", "outside all sinks");

    private final ScenarioPlan plan;
    private final AccountPlan account;
    private final LandHistories land;
    private final List<TransitionRows.Rule> rules;
    /** By code; nothing for what is not known. */
    private final Map<Integer, ScenarioPlan.OfClass> classes = new LinkedHashMap<>();
    /** By the id of a class; null for land outside all sinks. */
    private final Map<String, Stratum> strata = new HashMap<>();

    private final LandChange change;

    MappedScenario(
            ScenarioPlan plan,
            AccountPlan account,
            Factors factors,
            List<TransitionRows.Rule> rules,
            LandHistories land) {
        this.plan = plan;
        this.account = account;
        this.land = land;
        this.rules = rules;
        if (plan.maps().bareOutside()) {
            classes.put((int) StratumMap.NONE, bare());
        }
        for (int i = 0; i < account.strata().size(); i++) {
            Stratum stratum = account.strata().get(i);
            StratumModel model = factors.model(stratum, plan.method().sets());
            ScenarioPlan.OfClass given = given(stratum);
            if (given != null || !model.lacks(Measure.STOCK)) {
                classes.put(
                        i + 1,
                        withHabitat(given != null ? given : ScenarioClassYaml.rest(model, account.title(stratum), 1)));
            }
        }
        classes.values().forEach(of -> strata.put(of.id(), of.stratum()));
        this.change = LandChange.of(land, this::classId, this::impact);
        if (change.area_ha().isEmpty()) {
            throw new SinkmapException("the maps show no land whose carbon is known; load the layers of 'states'");
        }
    }

    private static ScenarioPlan.OfClass bare() {
        return new ScenarioPlan.OfClass(
                ScenarioPlan.Maps.OUTSIDE, OUTSIDE, null, null, 1, 0, 0, "dated maps", Map.of(), Amount.ZERO);
    }

    private ScenarioPlan.OfClass given(Stratum stratum) {
        return plan.classes().stream()
                .filter(of -> stratum.equals(of.stratum()))
                .findFirst()
                .orElse(null);
    }

    /** A class that names no habitat is of that of its layer, if disturbances of one of this name are known. */
    private ScenarioPlan.OfClass withHabitat(ScenarioPlan.OfClass of) {
        String layer = of.stratum().layer();
        boolean known = rules.stream().anyMatch(rule -> rule.habitat().equals(layer));
        return of.habitat() == null && known ? of.inHabitat(layer) : of;
    }

    private String classId(int code) {
        ScenarioPlan.OfClass of = classes.get(code);
        return of == null ? null : of.id();
    }

    private Impact impact(String from, String to) {
        Stratum before = strata.get(from);
        Stratum after = strata.get(to);
        return plan.maps().changes().stream()
                .filter(change -> change.fits(before, after))
                .findFirst()
                .orElseThrow(() -> new SinkmapException("land goes from " + name(before) + " to " + name(after)
                        + " between the states, and 'changes' does not say what happens to its carbon; add it, with an"
                        + " impact or without"))
                .impact();
    }

    private static String name(Stratum stratum) {
        return stratum == null ? ScenarioPlan.Maps.OUTSIDE : stratum.layer() + ClassPattern.PART + stratum.classCode();
    }

    /** The plan with the classes and transitions of the maps. */
    ScenarioPlan plan() {
        List<ScenarioPlan.OfTransition> moves = change.transitions().stream()
                .map(move -> new ScenarioPlan.OfTransition(
                        new Text(move.id(), move.id()), null, move, "dated maps", null, Amount.ZERO))
                .toList();
        return plan.with(classes(), moves);
    }

    private List<ScenarioPlan.OfClass> classes() {
        Map<String, ScenarioPlan.OfClass> byId = new HashMap<>();
        classes.values().forEach(of -> byId.put(of.id(), of));
        return change.area_ha().keySet().stream()
                .map(id -> byId.get(change.passing().getOrDefault(id, id)).mapped(id))
                .toList();
    }

    /** Area of each class in the first state, hectares. */
    Map<String, Double> area_ha() {
        return change.area_ha();
    }

    /** Class of classes that land only passes through. */
    Map<String, String> passing() {
        return change.passing();
    }

    /** Land whose carbon is not known at some time and that is in no sum. */
    List<ScenarioResult.WithoutFactor> without() {
        List<ScenarioResult.WithoutFactor> without = new ArrayList<>();
        change.unknown_ha().forEach((code, area_ha) -> {
            Stratum stratum = code == StratumMap.NONE ? null : account.strata().get(code - 1);
            without.add(new ScenarioResult.WithoutFactor(
                    stratum == null ? ScenarioPlan.Maps.OUTSIDE : stratum.layer(),
                    stratum == null ? Factor.ANY : stratum.classCode(),
                    stratum == null ? OUTSIDE : account.title(stratum),
                    area_ha));
        });
        return without;
    }

    /**
     * Carbon density of each history and year from the first state on.
     *
     * @param model the scenario of {@link #plan()}
     */
    HistoryProjection project(ScenarioModel model) {
        Map<String, ScenarioClass> byId = new HashMap<>();
        model.scenario(model.best()).classes().forEach(of -> byId.put(of.id(), of));
        return HistoryProjection.of(
                land,
                code -> ofHistory(code, byId),
                model.rules(model.best()),
                (from, to) -> impact(from.id(), to.id()),
                plan.endYear());
    }

    /** The class of a code; one that land only ever passes through goes by the first of its passing names. */
    private ScenarioClass ofHistory(int code, Map<String, ScenarioClass> byId) {
        String id = classId(code);
        if (id == null || byId.containsKey(id)) {
            return byId.get(id);
        }
        ScenarioClass passing = change.passing().entrySet().stream()
                .filter(e -> e.getValue().equals(id))
                .map(e -> byId.get(e.getKey()))
                .findFirst()
                .orElseThrow();
        return new ScenarioClass(id, passing.habitat(), 0, passing.pools(), passing.methane_kg_ha_yr());
    }
}
