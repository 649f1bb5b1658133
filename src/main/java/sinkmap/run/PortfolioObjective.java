package sinkmap.run;

import java.util.List;
import java.util.function.ToDoubleFunction;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.PortfolioCandidate;

/**
 * What a portfolio minimises: its mean levelised cost, its yearly cost, the carbon under its sites, or cost and carbon.
 *
 * @param text as asked for
 * @param costWeight weight of the cost, 1 for cost alone, 0 for carbon alone
 * @param levelised whether the cost is that of a unit of energy, a quotient of two sums
 */
record PortfolioObjective(String text, double costWeight, boolean levelised) {

    private static final String MIX = "mix:";

    /** Reads {@code lcoe}, {@code cost}, {@code carbon} or {@code mix:0.5}. */
    static PortfolioObjective parse(String text) {
        if (text == null || text.equals("lcoe")) {
            return new PortfolioObjective("lcoe", 1, true);
        }
        if (text.equals("cost")) {
            return new PortfolioObjective(text, 1, false);
        }
        if (text.equals("carbon")) {
            return new PortfolioObjective(text, 0, false);
        }
        if (text.startsWith(MIX)) {
            try {
                double weight = Double.parseDouble(text.substring(MIX.length()));
                if (weight >= 0 && weight <= 1) {
                    return new PortfolioObjective(text, weight, false);
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new SinkmapException("'" + text + "' must give the weight of the cost from 0 to 1, such as mix:0.5");
        }
        throw new SinkmapException("there is no objective '" + text + "'"
                + Suggestion.among(text, List.of("lcoe", "cost", "carbon", "mix:0.5")));
    }

    boolean needsCost() {
        return costWeight > 0;
    }

    boolean needsCarbon() {
        return costWeight < 1;
    }

    boolean mixed() {
        return needsCost() && needsCarbon();
    }

    /** Unit of the sum that is minimised. */
    String unit() {
        if (levelised) {
            return "yuan/kWh";
        }
        return mixed() ? "1" : needsCost() ? "million yuan/yr" : "t C";
    }

    /** How the sum is made, for people. */
    String meaning() {
        String cost = "yearly cost, sum of levelised cost times energy";
        String carbon = "carbon disturbed on the sites";
        if (levelised) {
            return "mean levelised cost, sum of levelised cost times energy over the sum of energy";
        }
        return mixed()
                ? costWeight + " of the " + cost + " and " + (1 - costWeight) + " of the " + carbon
                        + ", each as (sum - least) / (largest - least) between the portfolio of least cost and that of"
                        + " least carbon"
                : needsCost() ? cost : carbon;
    }

    /** The sum of an objective that is neither mixed nor a quotient. */
    ToDoubleFunction<PortfolioCandidate> weight() {
        return needsCost() ? PortfolioCandidate::cost_myuan : PortfolioCandidate::carbon_tc;
    }
}
