package sinkmap.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.grid.SinkmapException;
import sinkmap.run.PortfolioResult.Chosen;
import sinkmap.run.PortfolioResult.Demand;
import sinkmap.run.PortfolioResult.Infeasibility;
import sinkmap.run.PortfolioResult.Objective;
import sinkmap.run.PortfolioResult.PlanRun;
import sinkmap.run.PortfolioSolver.Answer;
import sinkmap.run.PortfolioSolver.State;
import sinkmap.run.PortfolioTargets.Asked;
import sinkmap.siting.PlanTarget;
import sinkmap.siting.Portfolio;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioProblem;
import sinkmap.siting.PortfolioQuota;
import sinkmap.store.FeatureStore;
import sinkmap.store.RunStore;

/** Chooses among the sites of the current runs, see {@link PortfolioQuestion} and {@link PortfolioResult}. */
public final class Portfolios {

    private static final String SOLVER = "SCIP, branch and cut, in Google OR-Tools";
    private static final int FRONTIER_POINTS = 10;
    private static final int NAMED = 5;

    private final Catalog catalog;
    private final Plans plans;
    private final TargetsFile targets;
    private final FeatureStore features;
    private final RunStore runs;

    Portfolios(Catalog catalog, Plans plans, TargetsFile targets, FeatureStore features, RunStore runs) {
        this.catalog = catalog;
        this.plans = plans;
        this.targets = targets;
        this.features = features;
        this.runs = runs;
    }

    /** A question that has been checked and can be answered once, and stopped from another thread. */
    public final class Search {

        private final PortfolioQuestion question;
        private final PortfolioObjective objective;
        private final List<PlanRun> planRuns;
        private final List<Asked> asked;
        private final PortfolioProblem problem;
        private final PortfolioSolver solver;

        private Search(PortfolioQuestion question) {
            this.question = question;
            this.objective = PortfolioObjective.parse(question.objective());
            PortfolioSites sites = sites(question.plans());
            List<PortfolioCandidate> candidates = sites.candidates();
            this.planRuns = question.plans().stream()
                    .distinct()
                    .map(plan -> planRun(plan, candidates))
                    .toList();
            this.asked = new PortfolioTargets(targets.list(), candidates, question.netOfBaseline())
                    .read(question.targets(), question.minShares(), question.maxShares());
            this.problem = new PortfolioProblem(
                    candidates,
                    asked.stream().map(Asked::quota).toList(),
                    sites.overlaps(),
                    question.lockedIn(),
                    question.lockedOut());
            checkKnown();
            this.solver = new PortfolioSolver(question.gap(), question.timeLimit_s());
        }

        /** Stops {@link #answer}, which then throws a {@link java.util.concurrent.CancellationException}. */
        public void cancel() {
            solver.cancel();
        }

        /** Solves it, within the time limit. */
        public PortfolioResult answer() {
            long began = System.nanoTime();
            PortfolioSearch search = new PortfolioSearch(problem, solver);
            Answer best = search.best(objective, question.frontier() ? 0.3 : 1);
            Infeasibility infeasibility = null;
            Portfolio portfolio = best.found() ? search.portfolio(best) : null;
            if (best.state() == State.INFEASIBLE) {
                Answer nearest = search.nearest();
                if (nearest.found()) {
                    portfolio = search.portfolio(nearest);
                    infeasibility =
                            search.infeasibility(asked.stream().map(Asked::text).toList(), nearest);
                }
            }
            return new PortfolioResult(
                    best.state().name().toLowerCase(Locale.ROOT),
                    objective(best, search.origin(objective)),
                    planRuns,
                    problem.candidates().size(),
                    problem.overlaps().size(),
                    demands(portfolio),
                    portfolio == null ? null : Chosen.of(portfolio, question.lockedIn()),
                    infeasibility,
                    question.frontier() ? search.frontier(FRONTIER_POINTS) : null,
                    SOLVER,
                    (System.nanoTime() - began) / 1e9);
        }

        private Objective objective(Answer best, double origin) {
            return new Objective(
                    objective.text(),
                    objective.meaning(),
                    objective.unit(),
                    best.value() - origin,
                    best.bound() - origin,
                    best.found() ? best.gap() : Double.NaN);
        }

        private List<Demand> demands(Portfolio portfolio) {
            return asked.stream().map(a -> demand(a, portfolio)).toList();
        }

        private Demand demand(Asked of, Portfolio portfolio) {
            PortfolioQuota quota = of.quota();
            double available = problem.candidates().stream()
                    .filter(site -> !question.lockedOut().contains(site.id()))
                    .filter(quota.group()::contains)
                    .mapToDouble(quota.measure()::of)
                    .sum();
            return new Demand(
                    of.text(),
                    quota.group().label(),
                    quota.bound().name().toLowerCase(Locale.ROOT),
                    quota.value(),
                    quota.share() ? "1" : quota.measure().unit(),
                    portfolio == null ? null : quota.achieved(portfolio.sites()),
                    quota.share() ? null : available,
                    of.row() == null
                            ? null
                            : new Text(of.row().nameZh(), of.row().nameEn()),
                    of.baseline(),
                    of.baseline() == null ? null : of.row().baselineYear());
        }

        /** A cost or a stock that is not known must not count as none. */
        private void checkKnown() {
            if (objective.needsCost() || question.frontier()) {
                check(
                        site -> Double.isNaN(site.cost_myuan()),
                        "no levelised cost",
                        "run the plan again, give it 'costs', or lock these sites out");
            }
            if (objective.needsCarbon() || question.frontier()) {
                check(
                        site -> Double.isNaN(site.carbon_tc()),
                        "no known carbon cost",
                        "run the plan again with an account.yaml, or lock these sites out");
            }
        }

        private void check(Predicate<PortfolioCandidate> unknown, String what, String remedy) {
            List<PortfolioCandidate> without = problem.candidates().stream()
                    .filter(site -> !question.lockedOut().contains(site.id()))
                    .filter(unknown)
                    .toList();
            if (!without.isEmpty()) {
                List<String> ids = without.stream()
                        .limit(NAMED)
                        .map(PortfolioCandidate::id)
                        .toList();
                throw new SinkmapException(without.size() + " of "
                        + problem.candidates().size() + " candidate sites have " + what + " ("
                        + String.join(", ", ids) + (without.size() > NAMED ? ", ..." : "") + "); " + remedy);
            }
        }
    }

    /** Reads the sites and checks the question; a {@link SinkmapException} says what is wrong with it. */
    public Search search(PortfolioQuestion question) {
        return new Search(question);
    }

    private PortfolioSites sites(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        distinct.forEach(name -> {
            plans.get(name);
            if (runs.findCurrent("siting", name).isEmpty()) {
                throw new SinkmapException(
                        "plan '" + name + "' has not been run, so it has no sites; run it first: sinkmap site " + name);
            }
        });
        FeatureLayer layer = new DerivedLayers(catalog).candidateSite();
        PortfolioSites read = PortfolioSites.read(
                features, layer, distinct, Crs.of(catalog.region().crs()));
        if (read.candidates().isEmpty()) {
            throw new SinkmapException("the current runs of " + String.join(", ", distinct) + " found no sites");
        }
        return new PortfolioSites(
                read.candidates().stream().map(this::withTargets).toList(), read.overlaps());
    }

    /** A site counts for what its plan says that its sites count for. */
    private PortfolioCandidate withTargets(PortfolioCandidate site) {
        Set<String> ids = plans.get(site.plan()).figures().targets().stream()
                .map(PlanTarget::id)
                .collect(Collectors.toSet());
        return new PortfolioCandidate(
                site.id(),
                site.plan(),
                site.technology(),
                site.city(),
                ids,
                site.capacity_mw(),
                site.energy_gwh(),
                site.lcoe_yuan_kwh(),
                site.carbon_tc());
    }

    private PlanRun planRun(String plan, List<PortfolioCandidate> candidates) {
        int count = (int)
                candidates.stream().filter(site -> site.plan().equals(plan)).count();
        return new PlanRun(plan, runs.findCurrent("siting", plan).orElseThrow().id(), count);
    }

    /** A result as JSON, names in snake case, numbers that are none as null. */
    public static String json(PortfolioResult result) {
        return Json.write(result);
    }
}
