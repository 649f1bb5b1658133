package sinkmap.sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/**
 * What a scenario is worth beside the same land left as it is. Only what is additional to that counts: the net removal
 * of a year with the transitions less the one without.
 *
 * @param prices price of carbon by year; null when there is none, and values are then NaN
 * @param discountRate yearly, 0.05 for 5 %; a year {@code t} counts with {@code (1 + rate)^-(t - base year)}
 * @param costs costs by the id of the transition; a transition without is not ranked
 */
public record Valuation(PriceTable prices, double discountRate, Map<String, TransitionCost> costs) {

    public Valuation {
        if (!(discountRate > -1) || Double.isInfinite(discountRate)) {
            throw new SinkmapException("the discount rate cannot be " + discountRate);
        }
        costs = Map.copyOf(costs);
    }

    /**
     * A year.
     *
     * @param year the year
     * @param net_tco2e net removal with the transitions, t CO2e
     * @param additional_tco2e what of it there would not be without, t CO2e
     * @param price_yuan_t price, yuan/t CO2; NaN without a table and in the base year
     * @param cost_yuan known costs of the year
     * @param discountFactor what a yuan of the year counts
     * @param presentValue_yuan additional removal at the price, less the costs, discounted; NaN without a price table
     */
    public record Year(
            int year,
            double net_tco2e,
            double additional_tco2e,
            double price_yuan_t,
            double cost_yuan,
            double discountFactor,
            double presentValue_yuan) {}

    /**
     * A scenario's value.
     *
     * @param years one a year from the base year on
     * @param additional_tco2e sum over the years, t CO2e
     * @param cost_yuan sum over the years, not discounted
     * @param netPresentValue_yuan sum of the present values; NaN without a price table
     */
    public record Value(List<Year> years, double additional_tco2e, double cost_yuan, double netPresentValue_yuan) {}

    /**
     * A restoration on its own, all other land left as it is.
     *
     * @param transition id of the transition
     * @param additional_tco2e what it removes until the end of the scenario, t CO2e; NaN when it cannot stand alone
     * @param cost_yuan what it costs until then, not discounted; NaN when no cost is known
     * @param tco2e_per_yuan tonnes per yuan; NaN when it is not ranked
     * @param netPresentValue_yuan its value; NaN without prices or cost
     * @param note why it is not ranked; empty when it is
     */
    public record Candidate(
            String transition,
            double additional_tco2e,
            double cost_yuan,
            double tco2e_per_yuan,
            double netPresentValue_yuan,
            String note) {}

    /** The value of a scenario. */
    public Value of(Scenario scenario) {
        return of(scenario, scenario.project());
    }

    /**
     * The value of a scenario.
     *
     * @param with what happens to its stocks
     */
    public Value of(Scenario scenario, Projection with) {
        if (prices != null) {
            prices.check(scenario.baseYear() + 1, scenario.endYear());
        }
        Projection without = scenario.with(List.of()).project();
        List<Year> years = new ArrayList<>();
        for (int i = 0; i < with.years().size(); i++) {
            years.add(year(scenario, with.years().get(i), without.years().get(i)));
        }
        return new Value(
                List.copyOf(years),
                years.stream().mapToDouble(Year::additional_tco2e).sum(),
                years.stream().mapToDouble(Year::cost_yuan).sum(),
                years.stream().mapToDouble(Year::presentValue_yuan).sum());
    }

    private Year year(Scenario scenario, Projection.Year with, Projection.Year without) {
        int year = with.year();
        boolean base = year == scenario.baseYear();
        double net = with.net().value();
        double additional = net - without.net().value();
        double cost = scenario.transitions().stream()
                .filter(t -> costs.containsKey(t.id()))
                .mapToDouble(t -> costs.get(t.id()).inYear_yuan(t, year))
                .sum();
        double price = prices == null || base ? Double.NaN : prices.yuan_t(year);
        double factor = Math.pow(1 + discountRate, scenario.baseYear() - year);
        double gain = base && prices != null ? 0 : additional * price;
        return new Year(year, net, additional, price, cost, factor, (gain - cost) * factor);
    }

    /**
     * Restorations of a scenario, in the order of its transitions.
     *
     * @param restorations ids of the transitions that are restorations
     */
    public List<Candidate> candidates(Scenario scenario, Set<String> restorations) {
        return scenario.transitions().stream()
                .filter(transition -> restorations.contains(transition.id()))
                .map(transition -> candidate(scenario, transition))
                .toList();
    }

    /** Candidates, the most tonnes per yuan first; last those that cannot be ranked. */
    public static List<Candidate> rank(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(
                        c -> Double.isNaN(c.tco2e_per_yuan()) ? Double.POSITIVE_INFINITY : -c.tco2e_per_yuan()))
                .toList();
    }

    private Candidate candidate(Scenario scenario, Transition transition) {
        TransitionCost cost = costs.get(transition.id());
        Scenario alone;
        try {
            alone = scenario.alone(transition);
        } catch (SinkmapException e) {
            return new Candidate(
                    transition.id(),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    "not on its own: " + e.getMessage());
        }
        Value value = of(alone);
        if (cost == null || value.cost_yuan() == 0) {
            return new Candidate(
                    transition.id(), value.additional_tco2e(), Double.NaN, Double.NaN, Double.NaN, "no cost known");
        }
        return new Candidate(
                transition.id(),
                value.additional_tco2e(),
                value.cost_yuan(),
                value.additional_tco2e() / value.cost_yuan(),
                value.netPresentValue_yuan(),
                "");
    }
}
