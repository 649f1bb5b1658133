package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sinkmap.sink.Interval;
import sinkmap.sink.OneAtATime;
import sinkmap.sink.Projection;
import sinkmap.sink.Scenario;
import sinkmap.sink.Valuation;

/** The intervals of what a scenario comes to. */
final class ScenarioSpread {

    private static final int OF_YEAR = 3;
    private static final int OF_TOTAL = 2;
    private static final int OF_CANDIDATE = 4;

    private final List<Interval> outcomes;
    private final int years;

    private ScenarioSpread(List<Interval> outcomes, int years) {
        this.outcomes = outcomes;
        this.years = years;
    }

    static ScenarioSpread of(ScenarioModel model) {
        int years = model.plan().endYear() - model.plan().baseYear() + 1;
        return new ScenarioSpread(OneAtATime.outcomes(model.inputs(), values -> outcomes(model, values)), years);
    }

    private static double[] outcomes(ScenarioModel model, Map<String, Double> values) {
        Scenario scenario = model.scenario(values);
        Valuation valuation = model.valuation(values);
        Projection projection = scenario.project();
        Valuation.Value value = valuation.of(scenario, projection);
        List<Double> out = new ArrayList<>();
        List<Projection.Year> projected = projection.years();
        for (int i = 0; i < projected.size(); i++) {
            out.add(projected.get(i).stock_tc());
            out.add(value.years().get(i).net_tco2e());
            out.add(value.years().get(i).additional_tco2e());
        }
        out.add(value.additional_tco2e());
        out.add(value.netPresentValue_yuan());
        for (Valuation.Candidate candidate : valuation.candidates(scenario, model.restorations())) {
            out.add(candidate.additional_tco2e());
            out.add(candidate.cost_yuan());
            out.add(candidate.tco2e_per_yuan());
            out.add(candidate.netPresentValue_yuan());
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Interval stock_tc(int year) {
        return outcomes.get(year * OF_YEAR);
    }

    Interval net_tco2e(int year) {
        return outcomes.get(year * OF_YEAR + 1);
    }

    Interval additionalOfYear_tco2e(int year) {
        return outcomes.get(year * OF_YEAR + 2);
    }

    Interval additional_tco2e() {
        return outcomes.get(years * OF_YEAR);
    }

    Interval netPresentValue_yuan() {
        return outcomes.get(years * OF_YEAR + 1);
    }

    Interval candidateAdditional_tco2e(int candidate) {
        return ofCandidate(candidate, 0);
    }

    Interval candidateCost_yuan(int candidate) {
        return ofCandidate(candidate, 1);
    }

    Interval candidate_tco2e_per_yuan(int candidate) {
        return ofCandidate(candidate, 2);
    }

    Interval candidateValue_yuan(int candidate) {
        return ofCandidate(candidate, 3);
    }

    private Interval ofCandidate(int candidate, int what) {
        return outcomes.get(years * OF_YEAR + OF_TOTAL + candidate * OF_CANDIDATE + what);
    }
}
