package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sinkmap.run.PortfolioResult.FrontierPoint;
import sinkmap.run.PortfolioResult.Infeasibility;
import sinkmap.run.PortfolioResult.Release;
import sinkmap.run.PortfolioResult.Shortfall;
import sinkmap.run.PortfolioSolver.Answer;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioProblem;
import sinkmap.siting.PortfolioProblem.Overlap;

/**
 * Portfolios against every subset of the sites: what is asked for is written as a user writes it, and what a subset comes to
 * is added up here, site by site, from numbers that the code under test does not see.
 */
class PortfolioOracleTest {

    private static final double EXACT = 1e-6;

    /** A site; cost and carbon are whole numbers of few values, so that many portfolios cost the same. */
    private record Ground(boolean wind, boolean zibo, int capacity_mw, int energy_gwh, int cost, int carbon) {

        PortfolioCandidate candidate(int number) {
            return new PortfolioCandidate(
                    "s" + number,
                    wind ? "sea" : "field",
                    wind ? "wind" : "pv",
                    zibo ? "Zibo" : "Heze",
                    Set.of(),
                    capacity_mw,
                    energy_gwh,
                    (double) cost / energy_gwh,
                    carbon);
        }
    }

    /** A question: sites, an amount in all, amounts of wind and of Zibo, shares, locks, two sites that overlap. */
    private record Question(
            List<Ground> sites,
            int least_mw,
            int leastEnergy_gwh,
            int leastZibo_mw,
            double leastWind,
            double mostZibo,
            int lockedIn,
            int lockedOut,
            int[] overlap) {

        static Question random(Random random, int count) {
            List<Ground> sites = new ArrayList<>();
            int mw = 0;
            int gwh = 0;
            for (int i = 0; i < count; i++) {
                int capacity_mw = 5 * (1 + random.nextInt(8));
                sites.add(new Ground(
                        random.nextInt(3) == 0,
                        random.nextInt(5) < 2,
                        capacity_mw,
                        capacity_mw * (1 + random.nextInt(3)),
                        1 + random.nextInt(9),
                        random.nextInt(6)));
                mw += capacity_mw;
                gwh += sites.get(i).energy_gwh();
            }
            return new Question(
                    sites,
                    (int) (mw * random.nextDouble() * 0.8),
                    random.nextBoolean() ? 0 : (int) (gwh * random.nextDouble() * 0.7),
                    random.nextBoolean() ? 0 : random.nextInt(60),
                    random.nextBoolean() ? 0 : random.nextInt(7) / 10.0,
                    random.nextBoolean() ? 1 : 0.2 + random.nextInt(8) / 10.0,
                    random.nextBoolean() ? 0 : -1,
                    random.nextBoolean() ? count - 1 : -1,
                    new int[] {1, count / 2});
        }

        PortfolioProblem problem() {
            List<PortfolioCandidate> candidates = IntStream.range(0, sites.size())
                    .mapToObj(i -> sites.get(i).candidate(i))
                    .toList();
            return new PortfolioProblem(
                    candidates,
                    new PortfolioTargets(List.of(), candidates, false)
                                    .read(
                                            targets(),
                                            shares("technology=wind", leastWind, 0),
                                            shares("city=Zibo", mostZibo, 1))
                                    .stream()
                                    .map(PortfolioTargets.Asked::quota)
                                    .toList(),
                    overlap[0] == overlap[1] ? List.of() : List.of(new Overlap(overlap[0], overlap[1], 1)),
                    lockedIn < 0 ? Set.of() : Set.of("s" + lockedIn),
                    lockedOut < 0 ? Set.of() : Set.of("s" + lockedOut));
        }

        List<String> asked() {
            List<String> asked = new ArrayList<>(targets());
            if (leastWind > 0 && has(true)) {
                asked.add("least share technology=wind:" + leastWind);
            }
            if (mostZibo < 1 && has(false)) {
                asked.add("largest share city=Zibo:" + mostZibo);
            }
            return asked;
        }

        private boolean has(boolean wind) {
            return sites.stream().anyMatch(site -> wind ? site.wind() : site.zibo());
        }

        private List<String> targets() {
            List<String> targets = new ArrayList<>(List.of(least_mw + "MW"));
            if (leastEnergy_gwh > 0) {
                targets.add(leastEnergy_gwh + "GWh");
            }
            if (leastZibo_mw > 0 && has(false)) {
                targets.add("city=Zibo:" + leastZibo_mw + "MW");
            }
            return targets;
        }

        private Map<String, Double> shares(String group, double share, double none) {
            boolean asked = share != none && has(group.startsWith("technology"));
            return asked ? Map.of(group, share) : Map.of();
        }

        /** Sums over a subset: MW, GWh, MW of Zibo, MW of wind, cost, carbon. */
        double[] sums(BitSet chosen) {
            double[] sums = new double[6];
            chosen.stream().mapToObj(sites::get).forEach(site -> {
                sums[0] += site.capacity_mw();
                sums[1] += site.energy_gwh();
                sums[2] += site.zibo() ? site.capacity_mw() : 0;
                sums[3] += site.wind() ? site.capacity_mw() : 0;
                sums[4] += site.cost();
                sums[5] += site.carbon();
            });
            return sums;
        }

        /** How far a subset misses each demand, by its text. */
        Map<String, Double> missing(BitSet chosen) {
            double[] sums = sums(chosen);
            Map<String, Double> missing = new TreeMap<>();
            for (String demand : asked()) {
                double miss = demand.startsWith("city=Zibo:")
                        ? leastZibo_mw - sums[2]
                        : demand.startsWith("least share")
                                ? leastWind * sums[0] - sums[3]
                                : demand.startsWith("largest share")
                                        ? sums[2] - mostZibo * sums[0]
                                        : demand.endsWith("GWh") ? leastEnergy_gwh - sums[1] : least_mw - sums[0];
                missing.put(demand, Math.max(0, miss));
            }
            return missing;
        }

        boolean keeps(BitSet chosen) {
            return missing(chosen).values().stream().allMatch(miss -> miss <= EXACT);
        }

        /** Every subset that keeps locks and overlaps, of those that are not released. */
        List<BitSet> subsets(boolean locks, boolean overlaps) {
            return IntStream.range(0, 1 << sites.size())
                    .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
                    .filter(chosen -> !locks || lockedIn < 0 || chosen.get(lockedIn))
                    .filter(chosen -> !locks || lockedOut < 0 || !chosen.get(lockedOut))
                    .filter(chosen -> !overlaps
                            || overlap[0] == overlap[1]
                            || !(chosen.get(overlap[0]) && chosen.get(overlap[1])))
                    .toList();
        }

        List<double[]> answers() {
            return subsets(true, true).stream()
                    .filter(this::keeps)
                    .map(this::sums)
                    .toList();
        }
    }

    private static PortfolioSearch search(Question question) {
        return new PortfolioSearch(question.problem(), new PortfolioSolver(0, 60));
    }

    private static double[] sums(Question question, Answer answer) {
        BitSet chosen = new BitSet();
        answer.chosen().forEach(chosen::set);
        assertThat(question.keeps(chosen)).isTrue();
        assertThat(question.subsets(true, true)).contains(chosen);
        return question.sums(chosen);
    }

    private static double least(List<double[]> answers, int sum) {
        return answers.stream().mapToDouble(sums -> sums[sum]).min().orElseThrow();
    }

    @Property(tries = 60)
    void leastCostLeastCarbonAndTheirMixAreThoseOfTheBestSubset(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 11) int count) {
        Question question = Question.random(new Random(seed), count);
        List<double[]> answers = question.answers();
        Answer cheap = search(question).best(PortfolioObjective.parse("cost"), 1);
        assertThat(cheap.found()).isEqualTo(!answers.isEmpty());
        if (answers.isEmpty()) {
            return;
        }
        double cost = least(answers, 4);
        double carbon = least(answers, 5);
        assertThat(sums(question, cheap)[4]).isEqualTo(cost, within(EXACT));
        assertThat(cheap.bound()).isLessThanOrEqualTo(cost + EXACT);
        assertThat(cheap.gap()).isLessThanOrEqualTo(EXACT);
        Answer clean = search(question).best(PortfolioObjective.parse("carbon"), 1);
        assertThat(sums(question, clean)[5]).isEqualTo(carbon, within(EXACT));
        // the ends: of the cheapest the cleanest, of the cleanest the cheapest
        double most = least(answers.stream().filter(sums -> sums[4] == cost).toList(), 5);
        double dear = least(answers.stream().filter(sums -> sums[5] == carbon).toList(), 4);
        PortfolioSearch search = search(question);
        double[] mixed = sums(question, search.best(PortfolioObjective.parse("mix:0.3"), 1));
        assertThat(mix(mixed, cost, dear, carbon, most))
                .isEqualTo(
                        answers.stream()
                                .mapToDouble(sums -> mix(sums, cost, dear, carbon, most))
                                .min()
                                .orElseThrow(),
                        within(EXACT));
    }

    @Property(tries = 60)
    void leastMeanLevelisedCostIsThatOfTheBestSubset(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 11) int count) {
        Question question = Question.random(new Random(seed), count);
        List<double[]> answers = question.answers();
        Answer answer = search(question).best(PortfolioObjective.parse("lcoe"), 1);
        assertThat(answer.found()).isEqualTo(!answers.isEmpty());
        if (answers.stream().allMatch(sums -> sums[1] > 0) && answer.found()) {
            double least = answers.stream()
                    .mapToDouble(sums -> sums[4] / sums[1])
                    .min()
                    .orElseThrow();
            double[] sums = sums(question, answer);
            assertThat(sums[4] / sums[1]).isEqualTo(least, within(1e-9));
            assertThat(answer.value()).isEqualTo(least, within(1e-9));
            assertThat(answer.bound()).isBetween(least - 1e-6, least + 1e-9);
        }
    }

    private static double mix(double[] sums, double cost, double dear, double carbon, double most) {
        return (dear > cost ? 0.3 * (sums[4] - cost) / (dear - cost) : 0)
                + (most > carbon ? 0.7 * (sums[5] - carbon) / (most - carbon) : 0);
    }

    @Property(tries = 40)
    void pointsOfTheFrontierAreInOrderAndNoSubsetDominatesOne(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 10) int count) {
        Question question = Question.random(new Random(seed), count);
        List<double[]> answers = question.answers();
        List<FrontierPoint> frontier = search(question).frontier(10);
        assertThat(frontier).hasSize(answers.isEmpty() ? 0 : 10);
        FrontierPoint before = null;
        for (FrontierPoint point : frontier) {
            double cost = point.total().cost_myuan_yr();
            double carbon = point.total().carbon_disturbed_tc();
            assertThat(answers)
                    .as("point %d", point.point())
                    .noneMatch(sums -> sums[4] <= cost + EXACT
                            && sums[5] <= carbon + EXACT
                            && (sums[4] < cost - EXACT || sums[5] < carbon - EXACT));
            assertThat(carbon).isLessThanOrEqualTo(point.carbonLimit_tc() + EXACT);
            if (before != null) {
                assertThat(cost).isLessThanOrEqualTo(before.total().cost_myuan_yr() + EXACT);
                assertThat(carbon).isGreaterThanOrEqualTo(before.total().carbon_disturbed_tc() - EXACT);
            }
            before = point;
        }
    }

    @Property(tries = 150)
    void whatNoSubsetKeepsIsMissedByTheLeastThatASubsetMisses(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 10) int count) {
        Question question = Question.random(new Random(seed), count);
        if (!question.answers().isEmpty()) {
            return;
        }
        PortfolioSearch search = search(question);
        Infeasibility infeasibility = search.infeasibility(question.asked(), search.nearest());
        assertThat(infeasibility.shortfalls()).isNotEmpty();
        assertThat(weighed(question, infeasibility.shortfalls()))
                .isEqualTo(leastViolation(question, true, true), within(1e-5));
        for (String demand : question.asked()) {
            double alone = question.subsets(true, true).stream()
                    .map(question::missing)
                    .filter(missing -> missing.entrySet().stream()
                            .allMatch(e -> e.getKey().equals(demand) || e.getValue() <= EXACT))
                    .mapToDouble(missing -> missing.get(demand))
                    .min()
                    .orElse(Double.NaN);
            List<Shortfall> told = infeasibility.aloneEnough().stream()
                    .filter(one -> one.asked().equals(demand))
                    .toList();
            assertThat(told).as(demand).hasSize(Double.isNaN(alone) ? 0 : 1);
            told.forEach(one -> assertThat(one.missing()).isEqualTo(alone, within(1e-4)));
        }
        for (Release release : infeasibility.released()) {
            boolean locks = release.constraint().equals("locks");
            assertThat(weighed(question, release.shortfalls()))
                    .as(release.constraint())
                    .isEqualTo(leastViolation(question, !locks, locks), within(1e-5));
        }
    }

    /** The sum of violations, each over what was asked for; a share over the largest amount in its measure, MW. */
    private static double leastViolation(Question question, boolean locks, boolean overlaps) {
        return question.subsets(locks, overlaps).stream()
                .mapToDouble(chosen -> question.missing(chosen).entrySet().stream()
                        .mapToDouble(e -> e.getValue() / scale(question, e.getKey()))
                        .sum())
                .min()
                .orElseThrow();
    }

    private static double weighed(Question question, List<Shortfall> shortfalls) {
        return shortfalls.stream()
                .mapToDouble(one -> one.missing() / scale(question, one.asked()))
                .sum();
    }

    private static double scale(Question question, String demand) {
        double scale = demand.startsWith("city=Zibo:")
                ? question.leastZibo_mw()
                : demand.endsWith("GWh")
                        ? question.leastEnergy_gwh()
                        : demand.contains("share")
                                ? Math.max(question.least_mw(), zibo_mw(question))
                                : question.least_mw();
        return scale > 0 ? scale : 1;
    }

    private static int zibo_mw(Question question) {
        return question.asked().stream().anyMatch(demand -> demand.startsWith("city=Zibo:"))
                ? question.leastZibo_mw()
                : 0;
    }

    @Test
    void locksThatBindAreNamedAndWhatIsMissingWithoutThem() {
        // 30 + 20 MW; the site of 20 MW is locked out, and both lie over each other
        List<Ground> sites = List.of(new Ground(true, true, 30, 30, 1, 1), new Ground(false, true, 20, 20, 1, 1));
        Question question = new Question(sites, 45, 0, 0, 0, 1, -1, 1, new int[] {0, 1});

        PortfolioSearch search = search(question);
        Infeasibility infeasibility = search.infeasibility(List.of("45MW"), search.nearest());

        assertThat(infeasibility.message()).isEqualTo("45MW is missed by 15.00 MW");
        assertThat(infeasibility.released())
                .extracting(Release::constraint, Release::message)
                .containsExactly(
                        tuple("locks", "45MW is missed by 15.00 MW"), tuple("overlaps", "45MW is missed by 15.00 MW"));

        Question apart = new Question(sites, 45, 0, 0, 0, 1, -1, 1, new int[] {0, 0});
        PortfolioSearch free = search(apart);
        assertThat(free.infeasibility(List.of("45MW"), free.nearest()).released())
                .singleElement()
                .satisfies(release -> {
                    assertThat(release.constraint()).isEqualTo("locks");
                    assertThat(release.shortfalls()).isEmpty();
                });
    }
}
