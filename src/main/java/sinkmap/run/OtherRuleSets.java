package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Plan;
import sinkmap.siting.Screening;
import sinkmap.siting.Truths;

/**
 * A plan under the other rule sets for its technology: what a swap would change. A rule set whose layers hold nothing
 * cannot be compared with and says why; it does not stop the run.
 *
 * @param plans the plan under each of the others
 * @param missing those that cannot be compared with
 */
record OtherRuleSets(List<Plan> plans, List<Missing> missing) {

    /** A rule set that cannot be compared with, and why. */
    record Missing(String ruleSet, String reason) {}

    /**
     * A plan under the other rule sets for its technology; none when it is under no rule set.
     *
     * @param plan the plan under the rule set of the run
     * @param plans knows the plan without rule set, and the rule sets
     */
    static List<Plan> list(Plan plan, Plans plans) {
        if (plan.ruleSet() == null) {
            return List.of();
        }
        Plan own = plans.get(plan.id());
        return plans.listRuleSets(plan).stream()
                .filter(rules -> !rules.id().equals(plan.ruleSet()))
                .map(own::under)
                .toList();
    }

    /**
     * Finds out which can be compared with.
     *
     * @param plans the plan under each of the others
     * @param region tells whether layers hold anything
     * @param window any part of the region
     */
    static OtherRuleSets of(List<Plan> plans, RegionEvidence region, Grid window) {
        OtherRuleSets others = new OtherRuleSets(new ArrayList<>(), new ArrayList<>());
        Grid row = window.window(0, 0, 1, window.columns());
        for (Plan plan : plans) {
            try {
                Screening.available(plan, Truths.over(new StoreEvidence(region, row)));
                others.plans.add(plan);
            } catch (SinkmapException e) {
                others.missing.add(new Missing(plan.ruleSet(), e.getMessage()));
            }
        }
        return others;
    }
}
