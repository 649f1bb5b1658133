package sinkmap.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/**
 * The question for a portfolio: which of the candidate sites, each whole or not at all, keep every quota, never two that
 * overlap, and cost least. A problem that exists is consistent; whether anything satisfies it is another matter.
 *
 * @param candidates the sites
 * @param quotas what must be reached or not be exceeded
 * @param overlaps pairs of sites that lie over each other, of which a portfolio holds at most one
 * @param lockedIn ids of sites that every portfolio holds
 * @param lockedOut ids of sites that no portfolio holds
 */
public record PortfolioProblem(
        List<PortfolioCandidate> candidates,
        List<PortfolioQuota> quotas,
        List<Overlap> overlaps,
        Set<String> lockedIn,
        Set<String> lockedOut) {

    /** Sums of a portfolio may miss a limit by this part of it: the solver's arithmetic is that of floating point. */
    public static final double TOLERANCE = 1e-6;

    /**
     * Two sites that lie over each other.
     *
     * @param first index of one candidate
     * @param second index of the other
     * @param area_ha area that both cover, hectares
     */
    public record Overlap(int first, int second, double area_ha) {}

    public PortfolioProblem {
        candidates = List.copyOf(candidates);
        quotas = List.copyOf(quotas);
        overlaps = List.copyOf(overlaps);
        lockedIn = Set.copyOf(lockedIn);
        lockedOut = Set.copyOf(lockedOut);
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (index.put(candidates.get(i).id(), i) != null) {
                throw new SinkmapException("site '" + candidates.get(i).id() + "' is a candidate twice");
            }
        }
        for (String id : lockedIn) {
            known(id, index);
            if (lockedOut.contains(id)) {
                throw new SinkmapException("site '" + id + "' is locked in and locked out; choose one");
            }
        }
        lockedOut.forEach(id -> known(id, index));
        for (Overlap overlap : overlaps) {
            PortfolioCandidate first = candidates.get(overlap.first());
            PortfolioCandidate second = candidates.get(overlap.second());
            if (lockedIn.contains(first.id()) && lockedIn.contains(second.id())) {
                throw new SinkmapException(String.format(
                        "sites '%s' and '%s' are both locked in, but lie over each other on %.1f ha; release one",
                        first.id(), second.id(), overlap.area_ha()));
            }
        }
    }

    private static void known(String id, Map<String, Integer> index) {
        if (!index.containsKey(id)) {
            throw new SinkmapException("site '" + id + "' is locked, but is no candidate of the plans named");
        }
    }

    /** Whether a choice of sites, by index, answers the question: quotas within {@link #TOLERANCE}, overlaps and locks exactly. */
    public boolean allows(Set<Integer> chosen) {
        List<PortfolioCandidate> sites = chosen.stream().map(candidates::get).toList();
        Set<String> ids = Set.copyOf(sites.stream().map(PortfolioCandidate::id).toList());
        return ids.containsAll(lockedIn)
                && lockedOut.stream().noneMatch(ids::contains)
                && overlaps.stream().noneMatch(o -> chosen.contains(o.first()) && chosen.contains(o.second()))
                && quotas.stream().allMatch(quota -> quota.violation(sites) <= TOLERANCE * scale(quota));
    }

    /** By what a violation of a quota is measured: its limit, or for a share the whole of the largest amount asked for. */
    public double scale(PortfolioQuota quota) {
        double largest = quotas.stream()
                .filter(other -> other.measure() == quota.measure())
                .mapToDouble(PortfolioQuota::limit)
                .max()
                .orElse(0);
        double scale = quota.share() ? largest : quota.limit();
        return scale > 0 ? scale : 1;
    }

    /** The same question with one more quota. */
    public PortfolioProblem with(PortfolioQuota quota) {
        List<PortfolioQuota> all = new ArrayList<>(quotas);
        all.add(quota);
        return new PortfolioProblem(candidates, all, overlaps, lockedIn, lockedOut);
    }

    /** The same question with every site free to be taken or left. */
    public PortfolioProblem withoutLocks() {
        return new PortfolioProblem(candidates, quotas, overlaps, Set.of(), Set.of());
    }

    /** The same question with sites that may lie over each other. */
    public PortfolioProblem withoutOverlaps() {
        return new PortfolioProblem(candidates, quotas, List.of(), lockedIn, lockedOut);
    }
}
