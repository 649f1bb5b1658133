package sinkmap.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sites chosen together, with their sums. Where a cost or a stock of one of them is not known, the sum is NaN.
 *
 * @param sites the sites, in the order of the candidates
 */
public record Portfolio(List<PortfolioCandidate> sites) {

    public Portfolio {
        sites = List.copyOf(sites);
    }

    /** Sum of a measure, in its unit. */
    public double sum(PortfolioMeasure measure) {
        return sites.stream().mapToDouble(measure::of).sum();
    }

    /** Sum of levelised cost times energy, million yuan/yr. */
    public double cost_myuan() {
        return sites.stream().mapToDouble(PortfolioCandidate::cost_myuan).sum();
    }

    /** Carbon stock under the sites, t C. */
    public double carbon_tc() {
        return sites.stream().mapToDouble(PortfolioCandidate::carbon_tc).sum();
    }

    /** Mean levelised cost weighted by energy, yuan/kWh; NaN without energy. */
    public double lcoe_yuan_kwh() {
        return cost_myuan() / sum(PortfolioMeasure.ENERGY);
    }

    /** The sites by technology, city or plan, in the order of the names; those without are under an empty name. */
    public Map<String, Portfolio> by(Function<PortfolioCandidate, String> key) {
        Map<String, List<PortfolioCandidate>> groups = new TreeMap<>();
        for (PortfolioCandidate site : sites) {
            String name = key.apply(site) == null ? "" : key.apply(site);
            groups.computeIfAbsent(name, n -> new ArrayList<>()).add(site);
        }
        Map<String, Portfolio> portfolios = new TreeMap<>();
        groups.forEach((name, of) -> portfolios.put(name, new Portfolio(of)));
        return portfolios;
    }
}
