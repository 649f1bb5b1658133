package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    private static final SensitivityRules RULES = new SensitivityRules(1000, 7, 2, 0.2, Double.NaN);

    private static Weighting weighting(Aggregation aggregation, SensitivityRules rules) {
        return new Weighting("test", new WeightMethod.Explicit(), aggregation, rules);
    }

    private static Weights weights(double... weights) {
        return new Weights(Arrays.stream(weights).boxed().toList(), List.of(), List.of(), null);
    }

    private static List<SiteStability> wlc(double[][] sites, double... weights) {
        return Sensitivity.of(weighting(new Aggregation.Wlc(), RULES), weights(weights), null, sites);
    }

    private static double[][] sites(int sites, int criteria, long seed) {
        Random random = new Random(seed);
        double[][] memberships = new double[sites][];
        Arrays.setAll(memberships, i -> random.doubles(criteria).toArray());
        return memberships;
    }

    /** Ranks by sorting, best first. */
    private static int[] ranks(double[][] sites, double[] weights) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sites.length).boxed().toList());
        order.sort((a, b) -> Double.compare(score(sites[b], weights), score(sites[a], weights)));
        int[] ranks = new int[sites.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[order.get(i)] = i + 1;
        }
        return ranks;
    }

    private static double score(double[] site, double[] weights) {
        return IntStream.range(0, site.length)
                .mapToDouble(j -> weights[j] * site[j])
                .sum();
    }

    @Test
    void raisingAWeightLowersTheOthersInTheirProportions() {
        assertThat(Sensitivity.changed(new double[] {0.5, 0.3, 0.2}, 0, 1.2))
                .containsExactly(new double[] {0.6, 0.24, 0.16}, within(1e-12));
        assertThat(Sensitivity.changed(new double[] {0.5, 0.3, 0.2}, 2, 0.8))
                .containsExactly(new double[] {0.525, 0.315, 0.16}, within(1e-12));
        assertThat(Sensitivity.changed(new double[] {0.9, 0.1}, 0, 1.2))
                .containsExactly(new double[] {1, 0}, within(1e-12));
    }

    @Test
    void changesNameTheCriterionThatMovesASite() {
        // scores 0.50, 0.49, 0.30; a fifth more weight on the second criterion: 0.48, 0.494; less of it: 0.52, 0.486
        List<SiteStability> sites = wlc(new double[][] {{0.6, 0.4}, {0.48, 0.5}, {0.3, 0.3}}, 0.5, 0.5);
        assertThat(sites).extracting(SiteStability::rank).containsExactly(1, 2, 3);
        assertThat(sites.get(0).changes())
                .containsExactly(
                        new SiteStability.Change(0, 0.8, 2),
                        new SiteStability.Change(0, 1.2, 1),
                        new SiteStability.Change(1, 0.8, 1),
                        new SiteStability.Change(1, 1.2, 2));
    }

    @Test
    void siteThatIsBestInEverythingStaysFirst() {
        List<SiteStability> sites =
                wlc(new double[][] {{0.2, 0.3, 0.1}, {0.9, 0.8, 0.7}, {0.5, 0.1, 0.6}}, 0.2, 0.5, 0.3);
        assertThat(sites.get(1).rankLow()).isEqualTo(1);
        assertThat(sites.get(1).rankHigh()).isEqualTo(1);
        assertThat(sites.get(1).topShare()).isEqualTo(1);
        assertThat(sites.get(0).topShare() + sites.get(2).topShare()).isEqualTo(1, within(1e-12)); // one place is left
    }

    @Test
    void drawsAgreeWithRankingEachOfThem() {
        double[][] memberships = sites(40, 4, 5);
        double[] weights = {0.4, 0.3, 0.2, 0.1};
        List<SiteStability> sites = wlc(memberships, weights);
        double[][] draws = Dirichlet.draws(weights, RULES, 1000);
        int[][] ranks =
                Arrays.stream(draws).map(draw -> ranks(memberships, draw)).toArray(int[][]::new);
        for (int i = 0; i < 40; i++) {
            int site = i;
            int[] sorted =
                    Arrays.stream(ranks).mapToInt(of -> of[site]).sorted().toArray();
            double[] scores = Arrays.stream(draws)
                    .mapToDouble(draw -> score(memberships[site], draw))
                    .toArray();
            double mean = Arrays.stream(scores).average().orElseThrow();
            double squares =
                    Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
            SiteStability stability = sites.get(site);
            assertThat(stability.rankLow()).isEqualTo(sorted[25]);
            assertThat(stability.rankHigh()).isEqualTo(sorted[1000 - 26]);
            assertThat(stability.topShare())
                    .isEqualTo(Arrays.stream(sorted).filter(rank -> rank <= 2).count() / 1000.0, within(1e-12));
            assertThat(stability.scoreSpread()).isEqualTo(Math.sqrt(squares / 999), within(1e-12));
        }
    }

    @Test
    void sitesAreScoredByThePlansAggregation() {
        double[][] memberships = {{0.9, 0.1}, {0.48, 0.48}};
        SiteStability mean = wlc(memberships, 0.5, 0.5).get(0);
        SiteStability cautious = Sensitivity.of(
                        weighting(new Aggregation.Owa(3), RULES), weights(0.5, 0.5), null, memberships)
                .get(0);
        assertThat(mean.rank()).isEqualTo(1);
        assertThat(cautious.rank()).isEqualTo(2);
        assertThat(cautious.rankLow()).isEqualTo(2);
    }

    @Test
    void equalSitesKeepTheirOrder() {
        List<SiteStability> sites = wlc(new double[][] {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}}, 0.7, 0.3);
        assertThat(sites).extracting(SiteStability::rank).containsExactly(1, 2, 3);
        assertThat(sites).extracting(SiteStability::rankHigh).containsExactly(1, 2, 3);
        assertThat(sites).extracting(SiteStability::topShare).containsExactly(1.0, 1.0, 0.0);
    }

    @Test
    void singleCriterionLeavesNothingToChange() {
        SiteStability site = wlc(new double[][] {{0.2, 0.9}, {0.6, 0.1}}, 1, 0).get(0);
        assertThat(site.changes()).isEmpty();
        assertThat(site.scoreSpread()).isZero();
        assertThat(site.rankLow()).isEqualTo(2);
        assertThat(site.rankHigh()).isEqualTo(2);
    }

    @Test
    void noSitesHaveNoRanking() {
        assertThat(wlc(new double[0][], 0.5, 0.5)).isEmpty();
    }

    @Test
    void manySitesGetFewerDraws() {
        SensitivityRules rules = new SensitivityRules(5000, 1, 10, 0.2, Double.NaN);
        assertThat(Sensitivity.draws(rules, 500)).isEqualTo(5000);
        assertThat(Sensitivity.draws(rules, 20_000)).isEqualTo(1000);
        assertThat(Sensitivity.draws(rules, 100_000)).isEqualTo(200);
        assertThat(Sensitivity.draws(rules, 3_000_000)).isEqualTo(100);
    }

    @Test
    void rulesSayWhatWasDone() {
        Weighting weighting = weighting(new Aggregation.Wlc(), RULES);
        assertThat(Sensitivity.applied(weighting, weights(0.5, 0.3, 0, 0.2), 50_000))
                .isEqualTo(new SensitivityRules(400, 7, 2, 0.2, 2 / (0.2 * 0.2) - 1));
        assertThat(Sensitivity.applied(weighting, weights(1), 5).concentration())
                .isNaN();
    }

    @Test
    void canBeStoppedOnTheWay() {
        assertThatThrownBy(() -> Sensitivity.of(
                        weighting(new Aggregation.Wlc(), RULES), weights(0.5, 0.5), null, sites(3, 2, 1), () -> {
                            throw new IllegalStateException("enough");
                        }))
                .hasMessage("enough");
    }

    @Property(tries = 100)
    void ranksAreThoseOfSorting(@ForAll long seed) {
        double[][] memberships = sites(25, 3, seed);
        double[] weights = {0.2, 0.5, 0.3};
        int[] ranks = new int[25];
        Sensitivity.rank(
                Arrays.stream(memberships)
                        .mapToDouble(site -> score(site, weights))
                        .toArray(),
                ranks);
        assertThat(ranks).isEqualTo(ranks(memberships, weights));
    }
}
