package sinkmap.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.sink.Disturbances;
import sinkmap.sink.Factors;
import sinkmap.siting.Plan;
import sinkmap.siting.RuleSet;

/**
 * What the carbon of sites is reckoned from.
 *
 * @param account the account that says what is a sink; empty when the region declares none
 * @param factors carbon factors
 * @param disturbances shares of the pools that plants disturb
 * @param yields how far yearly energies may be off
 */
record CarbonTables(
        Optional<AccountPlan> account, Factors factors, Disturbances disturbances, List<YieldError> yields) {

    static CarbonTables read(Catalog catalog, Plans plans, Optional<AccountPlan> account, Factors factors) {
        List<String> technologies = Stream.concat(
                        plans.list().stream().map(Plan::technology),
                        plans.listRuleSets().stream().map(RuleSet::technology))
                .distinct()
                .toList();
        return new CarbonTables(
                account, factors, FactorFiles.disturbance(catalog, technologies), YieldError.list(catalog));
    }

    /** Checks that the shares which plants of a plan disturb are known for all pools of the account. */
    void check(Plan plan) {
        account.ifPresent(a -> SiteCarbon.check(a, factors, disturbances, plan.technology()));
    }

    /** What the balance of the sites of a plan rests on besides their carbon. */
    BalanceTerms terms(Plan plan, List<AvoidedBasis> bases) {
        return new BalanceTerms(
                bases,
                plan.figures().costs() == null
                        ? Double.NaN
                        : plan.figures().costs().life_years().value(),
                YieldError.find(yields, plan.figures().yield()).orElse(null));
    }
}
