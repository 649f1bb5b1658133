package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sinkmap.run.ScenarioResult.Range;
import sinkmap.sink.Interval;
import sinkmap.sink.Projection;
import sinkmap.sink.Scenario;
import sinkmap.sink.Valuation;

/** Puts what a scenario comes to and what it rests on into a result. */
final class ScenarioAnswer {

    private final ScenarioModel model;
    private final ScenarioPlan plan;
    private final Projection projection;
    private final Valuation.Value value;
    private final List<Valuation.Candidate> candidates;
    private final ScenarioSpread spread;
    private final Map<String, String> passing;
    private final Map<String, Double> area_ha = new HashMap<>();

    /**
     * An answer.
     *
     * @param passing class that counts for a class, where it is another one
     */
    ScenarioAnswer(ScenarioModel model, Map<String, String> passing) {
        this.passing = passing;
        this.model = model;
        this.plan = model.plan();
        Scenario scenario = model.scenario(model.best());
        Valuation valuation = model.valuation(model.best());
        this.projection = scenario.project();
        this.value = valuation.of(scenario, projection);
        this.candidates = valuation.candidates(scenario, model.restorations());
        this.spread = ScenarioSpread.of(model);
        projection.areas().forEach(a -> area_ha.merge(key(a.year(), named(a.classId())), a.area_ha(), Double::sum));
    }

    private String named(String classId) {
        return passing.getOrDefault(classId, classId);
    }

    private static String key(int year, String classId) {
        return year + " " + classId;
    }

    /**
     * The result.
     *
     * @param accountRun run of the account that areas are from; null for none
     * @param maps dated maps that areas are from; null for none
     * @param without strata of the account that no factor is for
     */
    ScenarioResult result(String accountRun, ScenarioResult.OfMaps maps, List<ScenarioResult.WithoutFactor> without) {
        AccountPlan.AccountMethod method = plan.method();
        return new ScenarioResult(
                plan.id(),
                plan.title(),
                plan.areas(),
                plan.quality(),
                plan.baseYear(),
                plan.endYear(),
                accountRun,
                maps,
                method == null ? null : new ScenarioResult.OfMethod(method.id(), method.title(), method.sets()),
                total(),
                classes(),
                transitions(),
                ranked(),
                model.rows().stream().map(ScenarioAnswer::factor).toList(),
                price(),
                without,
                years(),
                parts(),
                List.of(),
                null,
                Map.of(),
                null,
                Version.current());
    }

    private ScenarioResult.Total total() {
        int last = projection.years().size() - 1;
        return new ScenarioResult.Total(
                projection.years().get(0).area_ha(),
                range(spread.stock_tc(0)),
                range(spread.stock_tc(last)),
                range(spread.additional_tco2e()),
                value.cost_yuan(),
                range(spread.netPresentValue_yuan()));
    }

    /** Each class once; one that land only passes through stands under its own name. */
    private List<ScenarioResult.OfClass> classes() {
        Map<String, ScenarioResult.OfClass> byId = new LinkedHashMap<>();
        model.classes().stream()
                .filter(of -> !passing.containsKey(of.id()))
                .forEach(of -> byId.put(of.id(), ofClass(of, model.area_ha(of))));
        model.classes().stream()
                .filter(of -> passing.containsKey(of.id()))
                .forEach(of -> byId.putIfAbsent(named(of.id()), ofClass(of.mapped(named(of.id())), 0)));
        return List.copyOf(byId.values());
    }

    private ScenarioResult.OfClass ofClass(ScenarioPlan.OfClass of, double first_ha) {
        List<ScenarioResult.OfPool> pools = new ArrayList<>();
        of.pools()
                .forEach((pool, p) -> pools.add(new ScenarioResult.OfPool(
                        pool.code(),
                        p.density().best(),
                        p.rate().best(),
                        p.ceiling() == null ? Double.NaN : p.ceiling().best(),
                        ids(p.density(), p.rate(), p.ceiling()))));
        return new ScenarioResult.OfClass(
                of.id(),
                of.title(),
                of.habitat(),
                of.stratum() == null ? null : of.stratum().layer(),
                of.stratum() == null ? null : of.stratum().classCode(),
                first_ha,
                of.areaSource(),
                of.areaUncertainty_percent(),
                area_ha.getOrDefault(key(plan.endYear(), of.id()), 0.0),
                of.methane().best(),
                pools);
    }

    private static List<String> ids(Amount... amounts) {
        return Stream.of(amounts)
                .filter(a -> a != null)
                .flatMap(a -> a.ids().stream())
                .distinct()
                .toList();
    }

    /** Moves between the same classes in the same year and way are one. */
    private List<ScenarioResult.OfTransition> transitions() {
        Map<List<Object>, ScenarioResult.OfTransition> merged = new LinkedHashMap<>();
        for (ScenarioPlan.OfTransition of : plan.transitions()) {
            ScenarioResult.OfTransition row = ofTransition(of);
            Object id = of.action() == null ? "" : row.id();
            merged.merge(
                    Arrays.asList(id, row.from(), row.to(), row.startYear(), row.impact()),
                    row,
                    ScenarioResult.OfTransition::and);
        }
        return List.copyOf(merged.values());
    }

    private ScenarioResult.OfTransition ofTransition(ScenarioPlan.OfTransition of) {
        return new ScenarioResult.OfTransition(
                of.transition().id(),
                of.title(),
                of.action() == null ? null : code(of.action()),
                named(of.transition().from()),
                named(of.transition().to()),
                of.transition().impact() == null
                        ? null
                        : of.transition().impact().code(),
                of.transition().startYear(),
                of.transition().ramp_years(),
                of.transition().area_ha(),
                of.areaSource(),
                of.once() == null ? null : of.once().best(),
                of.once() == null ? null : of.yearly().best(),
                ids(of.once(), of.yearly()));
    }

    private static String code(ScenarioPlan.Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<ScenarioResult.Candidate> ranked() {
        return Valuation.rank(candidates).stream()
                .map(c -> candidate(c, candidates.indexOf(c)))
                .toList();
    }

    private ScenarioResult.Candidate candidate(Valuation.Candidate of, int at) {
        ScenarioPlan.OfTransition transition = plan.transitions().stream()
                .filter(t -> t.transition().id().equals(of.transition()))
                .findFirst()
                .orElseThrow();
        return new ScenarioResult.Candidate(
                of.transition(),
                transition.title(),
                code(transition.action()),
                transition.transition().area_ha(),
                range(spread.candidateAdditional_tco2e(at)),
                range(spread.candidateCost_yuan(at)),
                range(spread.candidate_tco2e_per_yuan(at)),
                of.additional_tco2e() > 0 ? of.cost_yuan() / of.additional_tco2e() : Double.NaN,
                range(spread.candidateValue_yuan(at)),
                of.note());
    }

    private static ScenarioResult.OfFactor factor(Amount.Uncertain row) {
        return new ScenarioResult.OfFactor(
                row.id(),
                row.quantity(),
                row.interval().value(),
                row.interval().low(),
                row.interval().high(),
                row.unit(),
                row.source(),
                row.basis(),
                row.confidence());
    }

    private ScenarioResult.OfPrice price() {
        if (plan.price() == null) {
            return null;
        }
        List<ScenarioResult.PriceRow> rows = model.priceRows().stream()
                .map(r -> new ScenarioResult.PriceRow(
                        r.year(),
                        r.price_yuan_t().value(),
                        r.price_yuan_t().low(),
                        r.price_yuan_t().high(),
                        r.source(),
                        r.basis(),
                        r.confidence()))
                .toList();
        return new ScenarioResult.OfPrice(
                plan.price().table(), plan.price().linear(), plan.price().discountRate() * 100, rows);
    }

    private List<ScenarioResult.Year> years() {
        List<ScenarioResult.Year> years = new ArrayList<>();
        for (int i = 0; i < projection.years().size(); i++) {
            years.add(year(i, projection.years().get(i), value.years().get(i)));
        }
        return years;
    }

    private ScenarioResult.Year year(int i, Projection.Year of, Valuation.Year worth) {
        return new ScenarioResult.Year(
                of.year(),
                of.area_ha(),
                of.stock_tc(),
                spread.stock_tc(i).low(),
                spread.stock_tc(i).high(),
                of.decaying_tc(),
                of.accumulation_tc(),
                of.emission_tc(),
                of.methane_t(),
                worth.net_tco2e(),
                spread.net_tco2e(i).low(),
                spread.net_tco2e(i).high(),
                worth.additional_tco2e(),
                spread.additionalOfYear_tco2e(i).low(),
                spread.additionalOfYear_tco2e(i).high(),
                worth.price_yuan_t(),
                worth.cost_yuan(),
                worth.discountFactor(),
                worth.presentValue_yuan());
    }

    private List<ScenarioResult.Part> parts() {
        Map<List<Object>, ScenarioResult.Part> merged = new LinkedHashMap<>();
        for (Projection.Part of : projection.parts()) {
            ScenarioResult.Part part = part(of);
            merged.merge(List.of(part.year(), part.classId(), part.pool()), part, ScenarioResult.Part::and);
        }
        return List.copyOf(merged.values());
    }

    private ScenarioResult.Part part(Projection.Part of) {
        String classId = named(of.classId());
        return new ScenarioResult.Part(
                of.year(),
                classId,
                of.pool().code(),
                area_ha.get(key(of.year(), classId)),
                of.stock_tc(),
                of.decaying_tc(),
                of.accumulation_tc(),
                of.emission_tc(),
                of.moved_tc());
    }

    static Range range(Interval of) {
        return new Range(of.value(), of.low(), of.high());
    }
}
