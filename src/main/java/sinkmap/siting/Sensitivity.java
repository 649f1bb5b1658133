package sinkmap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How sure the ranking of sites is: what becomes of it when weights change.
 *
 * <p>A site is scored by its mean memberships with the plan's own aggregation. For the weighted linear combination this is
 * exactly the mean score of its cells; for OWA and TOPSIS it is the score of a cell that is like the mean of the site.
 *
 * <p>Two tests. One at a time: each weight is raised and lowered by a share, and the other weights share the rest in
 * their proportions (Y. Chen, J. Yu and S. Khan, Spatial sensitivity analysis of multi-criteria weights in GIS-based land
 * suitability evaluation, Environmental Modelling and Software 25, 2010). All at once: Monte Carlo over {@link Dirichlet}
 * weights (the stochastic acceptability of R. Lahdelma, J. Hokkanen and P. Salminen, SMAA, EJOR 106, 1998).
 */
public final class Sensitivity {

    /** Ranks over all draws; many sites get fewer draws, so that time and memory have a bound. */
    private static final int MOST_RANKS = 20_000_000;

    private static final int FEWEST_DRAWS = 100;

    /** Scores are told apart in steps of 2^-44: closer ones are the same but for rounding. */
    private static final int SCORE_bits = 44;

    private final Weighting weighting;
    private final Statistics statistics;
    private final double[] weights;
    private final double[][] memberships;
    private final int sites;

    private Sensitivity(Weighting weighting, Weights weights, Statistics statistics, double[][] memberships) {
        this.weighting = weighting;
        this.statistics = statistics;
        this.weights = weights.toArray();
        this.memberships = memberships;
        this.sites = memberships.length;
    }

    /** Tests the ranking of sites, as {@link #of(Weighting, Weights, Statistics, double[][], Runnable)} does. */
    static List<SiteStability> of(Weighting weighting, Weights weights, Statistics statistics, double[][] memberships) {
        return of(weighting, weights, statistics, memberships, () -> {});
    }

    /**
     * Tests the ranking of sites.
     *
     * @param statistics memberships of all scored cells
     * @param memberships for each site its mean memberships, in the order of the criteria; of sites with equal scores the
     *     first ranks first
     * @param tick called again and again; what it throws ends the test
     * @return one for each site, in the same order
     */
    public static List<SiteStability> of(
            Weighting weighting, Weights weights, Statistics statistics, double[][] memberships, Runnable tick) {
        return memberships.length == 0
                ? List.of()
                : new Sensitivity(weighting, weights, statistics, memberships).test(tick);
    }

    /** Number of draws that are made for a number of sites: as many as the rules say, up to about 20,000 sites. */
    public static int draws(SensitivityRules rules, int sites) {
        return Math.min(rules.draws(), Math.max(FEWEST_DRAWS, MOST_RANKS / Math.max(1, sites)));
    }

    /** The rules as they are applied to a number of sites: with the draws that are made and the concentration that is used. */
    public static SensitivityRules applied(Weighting weighting, Weights weights, int sites) {
        SensitivityRules rules = weighting.sensitivity();
        int weighted = Dirichlet.weighted(weights.toArray());
        return new SensitivityRules(
                draws(rules, sites),
                rules.seed(),
                rules.top(),
                rules.change(),
                weighted < 2 ? Double.NaN : rules.concentration(weighted));
    }

    private List<SiteStability> test(Runnable tick) {
        double[] scores = new double[sites];
        int[] ranks = new int[sites];
        rank(weights, scores, ranks);
        List<List<SiteStability.Change>> changes = changes();
        int draws = draws(weighting.sensitivity(), sites);
        Spread spread = new Spread(sites, draws, weighting.sensitivity().top());
        double[] drawnScores = new double[sites];
        int[] drawnRanks = new int[sites];
        for (double[] drawn : Dirichlet.draws(weights, weighting.sensitivity(), draws)) {
            tick.run();
            rank(drawn, drawnScores, drawnRanks);
            spread.add(drawnScores, drawnRanks);
        }
        List<SiteStability> stabilities = new ArrayList<>(sites);
        for (int site = 0; site < sites; site++) {
            stabilities.add(spread.of(site, ranks[site], changes.get(site)));
        }
        return List.copyOf(stabilities);
    }

    private void rank(double[] by, double[] scores, int[] ranks) {
        Scorer scorer = weighting.aggregation().scorer(by, statistics);
        for (int site = 0; site < sites; site++) {
            scores[site] = scorer.score(memberships[site]);
        }
        rank(scores, ranks);
    }

    /** Ranks from 1 for the highest score; of equal ones the first is before the others. */
    static void rank(double[] scores, int[] ranks) {
        int siteBits = Integer.SIZE - Integer.numberOfLeadingZeros(scores.length);
        double steps = (double) (1L << Math.min(SCORE_bits, Long.SIZE - 2 - siteBits));
        long[] keys = new long[scores.length];
        for (int site = 0; site < scores.length; site++) {
            keys[site] = (Math.round((1 - scores[site]) * steps) << siteBits) | site;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            ranks[(int) (keys[i] & ((1L << siteBits) - 1))] = i + 1;
        }
    }

    /** For each site its ranks after each change of one weight. */
    private List<List<SiteStability.Change>> changes() {
        List<List<SiteStability.Change>> changes = new ArrayList<>(sites);
        for (int site = 0; site < sites; site++) {
            changes.add(new ArrayList<>());
        }
        double change = weighting.sensitivity().change();
        int[] ranks = new int[sites];
        double[] scores = new double[sites];
        for (int criterion = 0; criterion < weights.length; criterion++) {
            if (weights[criterion] > 0 && Dirichlet.weighted(weights) > 1) {
                for (double factor : new double[] {1 - change, 1 + change}) {
                    rank(changed(weights, criterion, factor), scores, ranks);
                    for (int site = 0; site < sites; site++) {
                        changes.get(site).add(new SiteStability.Change(criterion, factor, ranks[site]));
                    }
                }
            }
        }
        return changes;
    }

    /** Weights with one of them times a factor, but not over 1, and the others scaled so that all sum to 1. */
    static double[] changed(double[] weights, int criterion, double factor) {
        double[] changed = weights.clone();
        double own = Math.min(1, weights[criterion] * factor);
        double others = 0;
        for (int j = 0; j < weights.length; j++) {
            others += j == criterion ? 0 : weights[j];
        }
        for (int j = 0; j < weights.length; j++) {
            changed[j] = j == criterion ? own : weights[j] * (1 - own) / others;
        }
        return changed;
    }

    /** What the draws say about each site. */
    private static final class Spread {
        private final RankTails tails;
        private final int top;
        private final int[] atTop;
        private final double[] mean;
        private final double[] squares;
        private int draws;

        Spread(int sites, int draws, int top) {
            this.tails = new RankTails(sites, draws);
            this.top = top;
            this.atTop = new int[sites];
            this.mean = new double[sites];
            this.squares = new double[sites];
        }

        void add(double[] scores, int[] ranks) {
            draws++;
            for (int site = 0; site < scores.length; site++) {
                tails.add(site, ranks[site]);
                atTop[site] += ranks[site] <= top ? 1 : 0;
                double difference = scores[site] - mean[site];
                mean[site] += difference / draws;
                squares[site] += difference * (scores[site] - mean[site]);
            }
        }

        SiteStability of(int site, int rank, List<SiteStability.Change> changes) {
            return new SiteStability(
                    rank,
                    (double) atTop[site] / draws,
                    tails.low(site),
                    tails.high(site),
                    Math.sqrt(squares[site] / (draws - 1)),
                    changes);
        }
    }
}
