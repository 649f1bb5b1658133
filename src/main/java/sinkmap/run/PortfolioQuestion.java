package sinkmap.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/**
 * What a portfolio is asked for.
 *
 * @param plans ids of the plans whose sites may be chosen, at least one
 * @param targets what is to be reached, at least one: {@code 10GW}, {@code 5000 GWh}, the id of a row of
 *     {@code targets.csv}, or an amount of a group, {@code technology=wind-offshore:5GW}, {@code city=潍坊市:800MW}
 * @param objective {@code lcoe} for the mean levelised cost, {@code cost} a year, {@code carbon} or {@code mix:W} with the weight W of the cost, 0 to 1
 * @param lockedIn ids of sites to be chosen in any case
 * @param lockedOut ids of sites not to be chosen
 * @param minShares least shares of groups, {@code technology=wind-offshore} to a number from 0 to 1
 * @param maxShares largest shares of groups
 * @param netOfBaseline whether the stock that a target of the plan starts from is subtracted from it
 * @param frontier whether the frontier of cost against carbon is wanted too
 * @param gap relative gap at which a portfolio counts as optimal
 * @param timeLimit_s seconds for everything
 */
public record PortfolioQuestion(
        List<String> plans,
        List<String> targets,
        String objective,
        Set<String> lockedIn,
        Set<String> lockedOut,
        Map<String, Double> minShares,
        Map<String, Double> maxShares,
        boolean netOfBaseline,
        boolean frontier,
        double gap,
        double timeLimit_s) {

    /** Gap where none is asked for. */
    public static final double USUAL_GAP = 1e-4;

    /** Time limit where none is asked for, seconds. */
    public static final double USUAL_LIMIT_S = 60;

    private static final double LONGEST_S = 3600;

    public PortfolioQuestion {
        plans = List.copyOf(plans);
        targets = List.copyOf(targets);
        lockedIn = Set.copyOf(lockedIn);
        lockedOut = Set.copyOf(lockedOut);
        minShares = Map.copyOf(minShares);
        maxShares = Map.copyOf(maxShares);
        if (plans.isEmpty()) {
            throw new SinkmapException("a portfolio needs at least one plan whose sites it may choose");
        }
        if (targets.isEmpty()) {
            throw new SinkmapException(
                    "a portfolio needs a target, such as 10GW, 5000GWh or T11 of the carbon-peak plan");
        }
        if (!(gap >= 0 && gap < 1)) {
            throw new SinkmapException("the gap must lie between 0 and 1, not " + gap);
        }
        if (!(timeLimit_s > 0 && timeLimit_s <= LONGEST_S)) {
            throw new SinkmapException(
                    "the time limit must lie between 0 and " + LONGEST_S + " seconds, not " + timeLimit_s);
        }
    }
}
