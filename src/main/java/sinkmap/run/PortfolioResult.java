package sinkmap.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.catalog.Text;
import sinkmap.siting.Portfolio;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioMeasure;

/**
 * The answer to a {@link PortfolioQuestion}.
 *
 * @param state {@code optimal}: proven within the gap asked for; {@code feasible}: the time was over, the gap is stated;
 *     {@code infeasible}: nothing keeps all demands, see {@code infeasibility}; {@code undecided}: the time was over first
 * @param objective what was minimised
 * @param plans the plans and the runs whose sites were candidates
 * @param candidates number of candidate sites
 * @param overlaps number of pairs of them of which one at most may be chosen
 * @param demands targets and shares, with what the portfolio comes to
 * @param portfolio the portfolio; where nothing keeps all demands the one that fails them least, null when undecided
 * @param infeasibility how far the demands are from what there is; null unless infeasible
 * @param frontier the frontier of cost against carbon, from least carbon to least cost; null unless asked for
 * @param solver what solved it
 * @param seconds time taken, s
 */
public record PortfolioResult(
        String state,
        Objective objective,
        List<PlanRun> plans,
        int candidates,
        int overlaps,
        List<Demand> demands,
        Chosen portfolio,
        Infeasibility infeasibility,
        List<FrontierPoint> frontier,
        String solver,
        double seconds) {

    /**
     * What was minimised.
     *
     * @param name as asked for
     * @param meaning in words
     * @param unit unit of value and bound
     * @param value the sum reached; NaN, null in JSON, without a portfolio
     * @param bound no portfolio is under this, proven
     * @param gap {@code (value - bound) / |value|}
     */
    public record Objective(String name, String meaning, String unit, double value, double bound, double gap) {}

    /** A plan and the run that found its sites. */
    public record PlanRun(String plan, String run, int sites) {}

    /**
     * A target or a share.
     *
     * @param asked as asked for
     * @param group the sites that count
     * @param bound {@code at_least} or {@code at_most}
     * @param value the amount or share asked for
     * @param unit its unit; {@code 1} for a share
     * @param achieved what the portfolio comes to, in the same unit
     * @param available what all candidates of the group hold that may be chosen, overlaps aside; null for a share
     * @param title name of the plan's target, or null
     * @param baselineSubtracted_gw stock of the base year that was subtracted, GW; null when nothing was
     * @param baselineYear its year, or null
     */
    public record Demand(
            String asked,
            String group,
            String bound,
            double value,
            String unit,
            Double achieved,
            Double available,
            Text title,
            Double baselineSubtracted_gw,
            String baselineYear) {}

    /** Sums of chosen sites; costs in million yuan a year, carbon in t C. */
    public record Sums(
            int sites,
            double capacity_mw,
            double energy_gwh,
            double cost_myuan_yr,
            double lcoe_yuan_kwh,
            double carbon_disturbed_tc) {

        static Sums of(Portfolio portfolio) {
            return new Sums(
                    portfolio.sites().size(),
                    portfolio.sum(PortfolioMeasure.CAPACITY),
                    portfolio.sum(PortfolioMeasure.ENERGY),
                    portfolio.cost_myuan(),
                    portfolio.lcoe_yuan_kwh(),
                    portfolio.carbon_tc());
        }
    }

    /** A portfolio: its sums, the same by technology and by city, its sites. */
    public record Chosen(Sums total, Map<String, Sums> byTechnology, Map<String, Sums> byCity, List<ChosenSite> sites) {

        static Chosen of(Portfolio portfolio, Set<String> lockedIn) {
            return new Chosen(
                    Sums.of(portfolio),
                    sums(portfolio.by(PortfolioCandidate::technology)),
                    sums(portfolio.by(PortfolioCandidate::city)),
                    portfolio.sites().stream()
                            .map(site -> ChosenSite.of(site, lockedIn.contains(site.id())))
                            .toList());
        }

        private static Map<String, Sums> sums(Map<String, Portfolio> groups) {
            Map<String, Sums> sums = new LinkedHashMap<>();
            groups.forEach((name, portfolio) -> sums.put(name, Sums.of(portfolio)));
            return sums;
        }
    }

    /** A site of a portfolio. */
    public record ChosenSite(
            String siteId,
            String plan,
            String technology,
            String city,
            double capacity_mw,
            double energy_gwh,
            double lcoe_yuan_kwh,
            double cost_myuan_yr,
            double carbon_disturbed_tc,
            boolean lockedIn) {

        static ChosenSite of(PortfolioCandidate site, boolean lockedIn) {
            return new ChosenSite(
                    site.id(),
                    site.plan(),
                    site.technology(),
                    site.city(),
                    site.capacity_mw(),
                    site.energy_gwh(),
                    site.lcoe_yuan_kwh(),
                    site.cost_myuan(),
                    site.carbon_tc(),
                    lockedIn);
        }
    }

    /**
     * How far the demands are from what there is.
     *
     * @param message the shortfalls in words
     * @param shortfalls demands that the choice closest to all of them fails; that choice minimises the sum of the
     *     violations, each over the amount asked for
     * @param aloneEnough for each demand that would do if it alone were relaxed: by how much at least
     * @param released what would still be missed without the locks, and without the rule that sites which lie over each other
     *     exclude each other; of these only what the question holds
     */
    public record Infeasibility(
            String message, List<Shortfall> shortfalls, List<Shortfall> aloneEnough, List<Release> released) {}

    /**
     * What becomes of the demands when something that is not a demand no longer binds.
     *
     * @param constraint {@code locks} or {@code overlaps}
     * @param shortfalls demands that would still be failed; none when releasing it is enough
     * @param message these in words; empty when releasing it is enough
     */
    public record Release(String constraint, List<Shortfall> shortfalls, String message) {}

    /**
     * A demand and how far it is missed.
     *
     * @param asked the demand as asked for
     * @param missing by how much, in {@code unit}; a share is missed by the capacity or energy that is too little or too
     *     much
     * @param unit MW or GWh/yr
     * @param achieved what is reached instead: an amount in {@code unit}, or a share
     */
    public record Shortfall(String asked, double missing, String unit, double achieved) {}

    /**
     * A point of the frontier: the least cost under a limit on carbon.
     *
     * @param point 1 for least carbon
     * @param carbonLimit_tc the limit, t C
     * @param total sums of the portfolio
     * @param gap gap of its cost
     * @param sites ids of its sites
     */
    public record FrontierPoint(int point, double carbonLimit_tc, Sums total, double gap, List<String> sites) {}
}
