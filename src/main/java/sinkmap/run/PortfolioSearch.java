package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sinkmap.run.PortfolioResult.FrontierPoint;
import sinkmap.run.PortfolioResult.Infeasibility;
import sinkmap.run.PortfolioResult.Release;
import sinkmap.run.PortfolioResult.Shortfall;
import sinkmap.run.PortfolioResult.Sums;
import sinkmap.run.PortfolioSolver.Answer;
import sinkmap.siting.Portfolio;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioProblem;
import sinkmap.siting.PortfolioQuota;

/**
 * What is asked of a portfolio problem: the best portfolio, the frontier of cost against carbon, or how far it is from
 * having an answer.
 *
 * <p>The frontier is found by the epsilon constraint (Haimes, Lasdon and Wismer 1971): least cost under limits on carbon
 * in equal steps between the two ends of the frontier. Ends and points are found lexicographically (Mavrotas 2009, Applied
 * Mathematics and Computation 213, section 3): of the portfolios that cost least, the one of least carbon, so that no point
 * is dominated.
 */
final class PortfolioSearch {

    /** Room for rounding when a solution's own sum becomes the limit of the next problem. */
    private static final double ROOM = 1e-7;

    private final PortfolioProblem problem;
    private final PortfolioSolver solver;
    private Ends ends;

    PortfolioSearch(PortfolioProblem problem, PortfolioSolver solver) {
        this.problem = problem;
        this.solver = solver;
    }

    /** The two ends of the frontier: least cost and, among those, least carbon; and the other way round. */
    private record Ends(Portfolio leastCost, Portfolio leastCarbon, double costGap, double carbonGap) {}

    /** The best portfolio by an objective; without a solution when there is none. */
    Answer best(PortfolioObjective objective, double share) {
        if (objective.levelised()) {
            return new LeastMeanCost(problem, solver).answer(share);
        }
        if (!objective.mixed()) {
            return solver.least(problem, objective.weight(), share);
        }
        Ends found = ends(share / 2);
        if (found == null) {
            return solver.least(problem, site -> 0, share);
        }
        return solver.least(problem, mix(objective.costWeight(), found), share);
    }

    /** Both sums on a scale from 0 at the least to 1 at the largest of the two ends; a sum that does not vary is left out. */
    private static ToDoubleFunction<PortfolioCandidate> mix(double costWeight, Ends ends) {
        double costRange = ends.leastCarbon().cost_myuan() - ends.leastCost().cost_myuan();
        double carbonRange = ends.leastCost().carbon_tc() - ends.leastCarbon().carbon_tc();
        double perCost = costRange > 0 ? costWeight / costRange : 0;
        double perCarbon = carbonRange > 0 ? (1 - costWeight) / carbonRange : 0;
        return site -> perCost * site.cost_myuan() + perCarbon * site.carbon_tc();
    }

    /** What a mixed objective is counted from, so that its value lies between 0 and 1; 0 for a pure one. */
    double origin(PortfolioObjective objective) {
        if (!objective.mixed() || ends == null) {
            return 0;
        }
        double costRange = ends.leastCarbon().cost_myuan() - ends.leastCost().cost_myuan();
        double carbonRange = ends.leastCost().carbon_tc() - ends.leastCarbon().carbon_tc();
        return (costRange > 0 ? objective.costWeight() * ends.leastCost().cost_myuan() / costRange : 0)
                + (carbonRange > 0
                        ? (1 - objective.costWeight()) * ends.leastCarbon().carbon_tc() / carbonRange
                        : 0);
    }

    /** The portfolio of an answer. */
    Portfolio portfolio(Answer answer) {
        return new Portfolio(
                answer.chosen().stream().map(problem.candidates()::get).toList());
    }

    /** The frontier in so many points, from least carbon to least cost; empty when there is no portfolio at all. */
    List<FrontierPoint> frontier(int points) {
        Ends found = ends(0.3);
        if (found == null) {
            return List.of();
        }
        double least = found.leastCarbon().carbon_tc();
        double most = found.leastCost().carbon_tc();
        List<FrontierPoint> frontier = new ArrayList<>();
        Portfolio best = found.leastCarbon();
        double gap = found.carbonGap();
        for (int i = 1; i <= points; i++) {
            double limit = least + (most - least) * (i - 1) / (points - 1);
            if (i == points) {
                best = found.leastCost();
                gap = found.costGap();
            } else if (i > 1) {
                Answer answer =
                        under(PortfolioCandidate::cost_myuan, PortfolioCandidate::carbon_tc, limit, 1.0 / (points - i));
                // a portfolio under a tighter limit is one under this limit too
                if (answer.found() && portfolio(answer).cost_myuan() <= best.cost_myuan()) {
                    best = leastCarbonOf(answer, 1.0 / (points - i));
                    gap = answer.gap();
                }
            }
            frontier.add(point(i, limit, best, gap));
        }
        return frontier;
    }

    private static FrontierPoint point(int number, double limit, Portfolio portfolio, double gap) {
        return new FrontierPoint(
                number,
                limit,
                Sums.of(portfolio),
                gap,
                portfolio.sites().stream().map(PortfolioCandidate::id).toList());
    }

    private Ends ends(double share) {
        if (ends == null) {
            Answer cheap = solver.least(problem, PortfolioCandidate::cost_myuan, share / 4);
            Answer clean = solver.least(problem, PortfolioCandidate::carbon_tc, share / 3);
            if (!cheap.found() || !clean.found()) {
                return null;
            }
            Portfolio leastCost = leastCarbonOf(cheap, share);
            Portfolio leastCarbon = second(
                    clean,
                    PortfolioCandidate::cost_myuan,
                    PortfolioCandidate::carbon_tc,
                    portfolio(clean).carbon_tc(),
                    share);
            ends = new Ends(leastCost, leastCarbon, cheap.gap(), clean.gap());
        }
        return ends;
    }

    /** Of the portfolios that cost as much as an answer, the one of least carbon. */
    private Portfolio leastCarbonOf(Answer cheap, double share) {
        return second(
                cheap,
                PortfolioCandidate::carbon_tc,
                PortfolioCandidate::cost_myuan,
                portfolio(cheap).cost_myuan(),
                share);
    }

    /** Among the portfolios that are as good by the first sum, the best by the second. */
    private Portfolio second(
            Answer first,
            ToDoubleFunction<PortfolioCandidate> weight,
            ToDoubleFunction<PortfolioCandidate> kept,
            double most,
            double share) {
        Answer answer = under(weight, kept, most, share / 2);
        Portfolio before = portfolio(first);
        if (!answer.found()) {
            return before;
        }
        Portfolio after = portfolio(answer);
        return sum(after, weight) <= sum(before, weight) ? after : before;
    }

    private static double sum(Portfolio portfolio, ToDoubleFunction<PortfolioCandidate> weight) {
        return portfolio.sites().stream().mapToDouble(weight).sum();
    }

    private Answer under(
            ToDoubleFunction<PortfolioCandidate> weight,
            ToDoubleFunction<PortfolioCandidate> limited,
            double most,
            double share) {
        return solver.least(problem, weight, limited, most + Math.abs(most) * ROOM, share);
    }

    /** How far the problem, which has no answer, is from one; the answer given is the choice that fails it least. */
    Infeasibility infeasibility(List<String> asked, Answer nearest) {
        List<PortfolioCandidate> sites = portfolio(nearest).sites();
        List<Shortfall> shortfalls = shortfalls(asked, sites);
        List<Shortfall> alone = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Answer answer = solver.leastViolation(problem, Set.of(i), 0.5);
            if (answer.found()) {
                alone.add(shortfall(
                        asked.get(i), problem.quotas().get(i), portfolio(answer).sites()));
            }
        }
        return new Infeasibility(inWords(shortfalls), shortfalls, alone, releases(asked));
    }

    /** What would still be missed if locked sites were free, and if sites that overlap could be taken together. */
    private List<Release> releases(List<String> asked) {
        List<Release> releases = new ArrayList<>();
        if (!problem.lockedIn().isEmpty() || !problem.lockedOut().isEmpty()) {
            release("locks", problem.withoutLocks(), asked).ifPresent(releases::add);
        }
        if (!problem.overlaps().isEmpty()) {
            release("overlaps", problem.withoutOverlaps(), asked).ifPresent(releases::add);
        }
        return releases;
    }

    private Optional<Release> release(String constraint, PortfolioProblem released, List<String> asked) {
        PortfolioSearch search = new PortfolioSearch(released, solver);
        Answer nearest = search.nearest();
        if (!nearest.found()) {
            return Optional.empty();
        }
        List<Shortfall> left =
                search.shortfalls(asked, search.portfolio(nearest).sites());
        return Optional.of(new Release(constraint, left, inWords(left)));
    }

    private List<Shortfall> shortfalls(List<String> asked, List<PortfolioCandidate> sites) {
        return IntStream.range(0, asked.size())
                .filter(i -> fails(problem.quotas().get(i), sites))
                .mapToObj(i -> shortfall(asked.get(i), problem.quotas().get(i), sites))
                .toList();
    }

    private static String inWords(List<Shortfall> shortfalls) {
        return shortfalls.stream()
                .map(s -> String.format(Locale.ROOT, "%s is missed by %s %s", s.asked(), number(s.missing()), s.unit()))
                .collect(Collectors.joining("; "));
    }

    /** The choice that fails the quotas least. */
    Answer nearest() {
        Set<Integer> all = IntStream.range(0, problem.quotas().size()).boxed().collect(Collectors.toSet());
        return solver.leastViolation(problem, all, 0.5);
    }

    private boolean fails(PortfolioQuota quota, List<PortfolioCandidate> sites) {
        return quota.violation(sites) > PortfolioProblem.TOLERANCE * problem.scale(quota);
    }

    private static Shortfall shortfall(String asked, PortfolioQuota quota, List<PortfolioCandidate> sites) {
        return new Shortfall(asked, quota.violation(sites), quota.measure().unit(), quota.achieved(sites));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
