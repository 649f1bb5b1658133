package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioGroup;
import sinkmap.siting.PortfolioMeasure;
import sinkmap.siting.PortfolioProblem;
import sinkmap.siting.PortfolioProblem.Overlap;
import sinkmap.siting.PortfolioQuota;
import sinkmap.siting.PortfolioQuota.Bound;

class PortfolioSolverTest {

    private static final PortfolioGroup WIND = new PortfolioGroup(PortfolioGroup.Kind.TECHNOLOGY, "wind");
    private static final PortfolioGroup ZIBO = new PortfolioGroup(PortfolioGroup.Kind.CITY, "Zibo");

    @Test
    void takesTheDearSiteThatFitsRatherThanTheCheapOnesThatDoNot() {
        // 10 MW: b + c cost 9; a alone costs 8; a + c, cheapest each by MW, would cost 11
        PortfolioProblem problem = new PortfolioProblem(
                List.of(site("a", 10, 8), site("b", 6, 6), site("c", 4, 3)),
                List.of(atLeast(10)),
                List.of(),
                Set.of(),
                Set.of());

        PortfolioSolver.Answer answer = solver().least(problem, PortfolioCandidate::cost_myuan, 1);

        assertThat(answer.chosen()).containsExactly(0);
        assertThat(answer.value()).isCloseTo(8, within(1e-9));
        assertThat(answer.gap()).isZero();
    }

    @Property(tries = 150)
    void findsWhatTryingEverySubsetFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int sites) {
        PortfolioProblem problem = random(new Random(seed), sites);

        PortfolioSolver.Answer answer = solver().least(problem, PortfolioCandidate::cost_myuan, 1);

        double best = best(problem);
        assertThat(answer.found()).isEqualTo(Double.isFinite(best));
        if (answer.found()) {
            assertThat(problem.allows(answer.chosen())).isTrue();
            assertThat(cost(problem, answer.chosen())).isCloseTo(best, within(1e-5 * (1 + best)));
            assertThat(answer.bound()).isLessThanOrEqualTo(best + 1e-5 * (1 + best));
        }
    }

    @Property(tries = 60)
    void oneMoreSiteNeverMakesItDearer(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int sites) {
        Random random = new Random(seed);
        PortfolioProblem problem = random(random, sites);
        List<PortfolioCandidate> more = new ArrayList<>(problem.candidates());
        more.add(site("more", 1 + random.nextInt(40), 1 + random.nextInt(40)));
        PortfolioProblem larger = new PortfolioProblem(
                more, problem.quotas(), problem.overlaps(), problem.lockedIn(), problem.lockedOut());

        PortfolioSolver.Answer before = solver().least(problem, PortfolioCandidate::cost_myuan, 1);
        PortfolioSolver.Answer after = solver().least(larger, PortfolioCandidate::cost_myuan, 1);

        if (before.found()) {
            assertThat(after.value()).isLessThanOrEqualTo(before.value() + 1e-5 * (1 + before.value()));
        }
    }

    @Property(tries = 60)
    void theLeastViolationIsThatOfTheBestSubset(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int sites) {
        PortfolioProblem problem = random(new Random(seed), sites);
        Set<Integer> all =
                Set.copyOf(IntStream.range(0, problem.quotas().size()).boxed().toList());

        PortfolioSolver.Answer answer = solver().leastViolation(problem, all, 1);

        double least = subsets(problem)
                .filter(chosen -> keepsLocksAndOverlaps(problem, chosen))
                .mapToDouble(chosen -> violation(problem, chosen))
                .min()
                .orElseThrow();
        assertThat(answer.value()).isCloseTo(least, within(1e-5));
    }

    @Test
    void boundsTheSecondSumOfAFrontier() {
        PortfolioProblem problem = new PortfolioProblem(
                List.of(site("cheap", 10, 1, 900), site("dear", 10, 5, 100)),
                List.of(atLeast(10)),
                List.of(),
                Set.of(),
                Set.of());

        PortfolioSolver.Answer answer =
                solver().least(problem, PortfolioCandidate::cost_myuan, PortfolioCandidate::carbon_tc, 500, 1);

        assertThat(answer.chosen()).containsExactly(1);
    }

    @Test
    void aCancelledSolverSolvesNothing() {
        PortfolioSolver solver = solver();
        solver.cancel();

        assertThatThrownBy(() -> solver.least(random(new Random(1), 5), PortfolioCandidate::cost_myuan, 1))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void cancellingStopsAHardProblem() throws InterruptedException {
        PortfolioSolver solver = new PortfolioSolver(0, 300);
        Random random = new Random(3);
        List<PortfolioCandidate> sites = IntStream.range(0, 4000)
                .mapToObj(i -> site("s" + i, 50 + random.nextDouble() * 100, 50 + random.nextDouble() * 100))
                .toList();
        PortfolioProblem hard = new PortfolioProblem(
                sites,
                List.of(
                        atLeast(150_000.123),
                        PortfolioQuota.share(WIND, PortfolioMeasure.CAPACITY, Bound.AT_LEAST, 0.37),
                        PortfolioQuota.share(ZIBO, PortfolioMeasure.CAPACITY, Bound.AT_MOST, 0.05)),
                IntStream.range(0, 1000)
                        .mapToObj(i -> new Overlap(i, 3999 - i, 9))
                        .toList(),
                Set.of(),
                Set.of());
        Thread canceller = new Thread(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            solver.cancel();
        });
        canceller.start();

        assertThatThrownBy(() -> solver.least(hard, PortfolioCandidate::cost_myuan, 1))
                .isInstanceOf(CancellationException.class);
        canceller.join();
    }

    @Test
    void refusesLocksThatContradictEachOther() {
        List<PortfolioCandidate> sites = List.of(site("a", 5, 5), site("b", 5, 5));
        List<Overlap> overlap = List.of(new Overlap(0, 1, 12.5));

        assertThatThrownBy(() -> new PortfolioProblem(sites, List.of(), overlap, Set.of("a", "b"), Set.of()))
                .isInstanceOf(SinkmapException.class)
                .hasMessage("sites 'a' and 'b' are both locked in, but lie over each other on 12.5 ha; release one");
        assertThatThrownBy(() -> new PortfolioProblem(sites, List.of(), List.of(), Set.of("a"), Set.of("a")))
                .hasMessageContaining("site 'a' is locked in and locked out");
        assertThatThrownBy(() -> new PortfolioProblem(sites, List.of(), List.of(), Set.of("c"), Set.of()))
                .hasMessageContaining("site 'c' is locked, but is no candidate");
    }

    private static PortfolioSolver solver() {
        return new PortfolioSolver(0, 30);
    }

    private static PortfolioProblem random(Random random, int count) {
        List<PortfolioCandidate> sites = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < count; i++) {
            PortfolioCandidate site = site("s" + i, 1 + random.nextInt(40), 1 + random.nextInt(40));
            sites.add(site);
            total += site.capacity_mw();
        }
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < count / 3; i++) {
            int first = random.nextInt(count);
            int second = random.nextInt(count);
            if (first != second && first != 0 && second != 0) {
                overlaps.add(new Overlap(first, second, 1));
            }
        }
        List<PortfolioQuota> quotas = new ArrayList<>();
        quotas.add(atLeast(total * random.nextDouble() * 0.9));
        if (random.nextBoolean()) {
            quotas.add(PortfolioQuota.share(WIND, PortfolioMeasure.CAPACITY, Bound.AT_LEAST, random.nextInt(8) / 10.0));
        }
        if (random.nextBoolean()) {
            quotas.add(PortfolioQuota.share(
                    ZIBO, PortfolioMeasure.CAPACITY, Bound.AT_MOST, 0.2 + random.nextInt(8) / 10.0));
        }
        Set<String> in = random.nextBoolean() ? Set.of("s0") : Set.of();
        Set<String> out = random.nextBoolean() && count > 1 ? Set.of("s" + (count - 1)) : Set.of();
        return new PortfolioProblem(sites, quotas, overlaps, in, out);
    }

    /** A site whose technology and city follow from its name, asymmetrically: a third is wind, two fifths are in Zibo. */
    private static PortfolioCandidate site(String id, double capacity_mw, double cost_myuan) {
        return site(id, capacity_mw, cost_myuan, 0);
    }

    private static PortfolioCandidate site(String id, double capacity_mw, double cost_myuan, double carbon_tc) {
        int number = Math.abs(id.hashCode());
        return new PortfolioCandidate(
                id,
                "plan",
                number % 3 == 0 ? "wind" : "pv",
                number % 5 < 2 ? "Zibo" : "Heze",
                Set.of(),
                capacity_mw,
                capacity_mw * 2,
                cost_myuan / (capacity_mw * 2),
                carbon_tc);
    }

    private static PortfolioQuota atLeast(double capacity_mw) {
        return PortfolioQuota.atLeast(PortfolioGroup.ALL, PortfolioMeasure.CAPACITY, capacity_mw);
    }

    private static double best(PortfolioProblem problem) {
        return subsets(problem)
                .filter(problem::allows)
                .mapToDouble(chosen -> cost(problem, chosen))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Stream<Set<Integer>> subsets(PortfolioProblem problem) {
        int count = problem.candidates().size();
        return IntStream.range(0, 1 << count).mapToObj(bits -> {
            Set<Integer> chosen = new TreeSet<>();
            for (int i = 0; i < count; i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(i);
                }
            }
            return chosen;
        });
    }

    private static boolean keepsLocksAndOverlaps(PortfolioProblem problem, Set<Integer> chosen) {
        return new PortfolioProblem(
                        problem.candidates(), List.of(), problem.overlaps(), problem.lockedIn(), problem.lockedOut())
                .allows(chosen);
    }

    private static double violation(PortfolioProblem problem, Set<Integer> chosen) {
        List<PortfolioCandidate> sites = new ArrayList<>();
        new HashSet<>(chosen).forEach(i -> sites.add(problem.candidates().get(i)));
        return problem.quotas().stream()
                .mapToDouble(quota -> quota.violation(sites) / problem.scale(quota))
                .sum();
    }

    private static double cost(PortfolioProblem problem, Set<Integer> chosen) {
        return chosen.stream()
                .mapToDouble(i -> problem.candidates().get(i).cost_myuan())
                .sum();
    }
}
