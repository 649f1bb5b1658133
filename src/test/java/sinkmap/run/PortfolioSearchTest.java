package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.catalog.Text;
import sinkmap.grid.SinkmapException;
import sinkmap.run.PortfolioResult.FrontierPoint;
import sinkmap.run.PortfolioSolver.Answer;
import sinkmap.run.PortfolioTargets.Asked;
import sinkmap.siting.Portfolio;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioGroup;
import sinkmap.siting.PortfolioMeasure;
import sinkmap.siting.PortfolioProblem;
import sinkmap.siting.PortfolioProblem.Overlap;
import sinkmap.siting.PortfolioQuota;

class PortfolioSearchTest {

    @Test
    void theFrontierIsThatOfEverySubset() {
        Random random = new Random(11);
        List<PortfolioCandidate> sites = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            sites.add(site("s" + i, 10 + random.nextInt(30), 5 + random.nextInt(50), 100 + random.nextInt(900)));
        }
        PortfolioProblem problem = problem(sites, 120);

        List<FrontierPoint> frontier = new PortfolioSearch(problem, new PortfolioSolver(0, 60)).frontier(10);

        assertThat(frontier).hasSize(10);
        for (FrontierPoint point : frontier) {
            assertThat(point.total().cost_myuan_yr())
                    .as("point %d", point.point())
                    .isCloseTo(leastCostUnder(problem, point.carbonLimit_tc()), within(1e-6));
            assertThat(point.total().carbon_disturbed_tc()).isLessThanOrEqualTo(point.carbonLimit_tc() + 1e-6);
        }
        assertThat(frontier.get(0).carbonLimit_tc())
                .isCloseTo(frontier.get(0).total().carbon_disturbed_tc(), within(1e-6));
    }

    @Test
    void aMixIsScaledBetweenTheEnds() {
        // ends: a (cost 10, carbon 400) and b (cost 30, carbon 200); c is (14, 240): 0.5 * 4/20 + 0.5 * 40/200 = 0.2
        PortfolioProblem problem =
                problem(List.of(site("a", 10, 10, 400), site("b", 10, 30, 200), site("c", 10, 14, 240)), 10);
        PortfolioSearch search = new PortfolioSearch(problem, new PortfolioSolver(0, 60));
        PortfolioObjective mix = PortfolioObjective.parse("mix:0.5");

        Answer answer = search.best(mix, 1);

        assertThat(search.portfolio(answer).sites())
                .extracting(PortfolioCandidate::id)
                .containsExactly("c");
        assertThat(answer.value() - search.origin(mix)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void theLeastMeanCostPrefersSunnySitesThatCostAsMuchAYear() {
        // each 10 MW at 10 million yuan a year; the sunny one gives 25 GWh, the others 20: 0.4 against 0.5 yuan/kWh
        PortfolioProblem problem =
                problem(List.of(sunny("cloudy", 20, 10), sunny("sunny", 25, 10), sunny("cloudy-too", 20, 10)), 10);
        PortfolioSearch search = new PortfolioSearch(problem, new PortfolioSolver(0, 60));

        Answer answer = search.best(PortfolioObjective.parse("lcoe"), 1);

        assertThat(search.portfolio(answer).sites())
                .extracting(PortfolioCandidate::id)
                .containsExactly("sunny");
        assertThat(answer.value()).isEqualTo(0.4, within(1e-12));
        assertThat(answer.gap()).isZero();
    }

    private static PortfolioCandidate sunny(String id, double energy_gwh, double cost_myuan) {
        return new PortfolioCandidate(id, "p", "pv", "Zibo", Set.of(), 10, energy_gwh, cost_myuan / energy_gwh, 0);
    }

    @Test
    void withoutEnergyThereIsNoMeanCost() {
        PortfolioProblem problem = problem(List.of(sunny("a", 20, 10)), 0);

        Answer answer =
                new PortfolioSearch(problem, new PortfolioSolver(0, 60)).best(PortfolioObjective.parse("lcoe"), 1);

        assertThat(answer.found()).isTrue();
        assertThat(answer.chosen()).isEmpty();
        assertThat(answer.value()).isNaN();
    }

    @Test
    void aTargetBeyondAllSitesSaysWhatIsMissing() {
        PortfolioProblem problem = new PortfolioProblem(
                List.of(site("a", 30, 1, 1), site("b", 20, 1, 1), site("c", 15, 1, 1)),
                List.of(PortfolioQuota.atLeast(PortfolioGroup.ALL, PortfolioMeasure.CAPACITY, 100)),
                List.of(new Overlap(0, 1, 5)),
                Set.of(),
                Set.of());
        PortfolioSearch search = new PortfolioSearch(problem, new PortfolioSolver(0, 60));
        assertThat(search.best(PortfolioObjective.parse("lcoe"), 1).state())
                .isEqualTo(PortfolioSolver.State.INFEASIBLE);

        PortfolioResult.Infeasibility infeasibility = search.infeasibility(List.of("100MW"), search.nearest());

        // a and b lie over each other: 30 + 15 of the 100 MW
        assertThat(infeasibility.message()).isEqualTo("100MW is missed by 55.00 MW");
        assertThat(infeasibility.aloneEnough()).singleElement().satisfies(one -> {
            assertThat(one.missing()).isCloseTo(55, within(1e-6));
            assertThat(one.achieved()).isCloseTo(45, within(1e-6));
        });
    }

    @Test
    void sitesOfTwoPlansOverlapUnlessTheyOnlyTouchOrShareASliver() throws ParseException {
        List<PortfolioCandidate> sites =
                List.of(ofPlan("wind", "w"), ofPlan("pv", "p1"), ofPlan("pv", "p2"), ofPlan("pv", "p3"));
        List<Geometry> outlines = List.of(
                box(0, 0, 1000, 2000), box(900, 0, 1900, 1000), box(1000, 1000, 2000, 2000), box(-995, 0, 5, 1000));

        List<Overlap> overlaps = PortfolioSites.overlaps(sites, outlines);

        // p1 shares 100 m x 1 km = 10 ha of its 100; p2 touches; p3 shares 0.5 %
        assertThat(overlaps).singleElement().satisfies(overlap -> {
            assertThat(overlap.first()).isEqualTo(0);
            assertThat(overlap.second()).isEqualTo(1);
            assertThat(overlap.area_ha()).isCloseTo(10, within(1e-9));
        });
    }

    @Test
    void targetsAreReadAsAmountsRowsAndGroups() {
        PortfolioTargets targets = new PortfolioTargets(rows(), List.of(site("a", 10, 1, 1)), false);

        List<Asked> asked =
                targets.read(List.of("2GW", "1.5 TWh/yr", "city=Zibo:800MW", "T12"), Map.of(), Map.of("plan=p", 0.3));

        assertThat(asked).extracting(a -> a.quota().limit()).containsExactly(2000.0, 1500.0, 800.0, 1000.0, 0.0);
        assertThat(asked.get(1).quota().measure()).isEqualTo(PortfolioMeasure.ENERGY);
        assertThat(asked.get(4).quota().measure()).isEqualTo(PortfolioMeasure.CAPACITY);
        assertThat(asked.get(4).quota().share()).isTrue();
    }

    @Test
    void theBaselineIsSubtractedOnlyWhenAskedFor() {
        PortfolioTargets net = new PortfolioTargets(rows(), List.of(site("a", 10, 1, 1)), true);

        Asked pv = net.read(List.of("T07"), Map.of(), Map.of()).get(0);

        assertThat(pv.quota().limit()).isCloseTo(95_000 - 22_720, within(1e-6));
        assertThat(pv.baseline()).isEqualTo(22.72);
        assertThatThrownBy(() -> net.read(List.of("T12"), Map.of(), Map.of()))
                .hasMessageContaining("has no baseline that could be subtracted");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            T13                | target T13 (saline base) has no number: named
            T29                | is in %; a portfolio reaches GW
            T99                | targets.csv has no row 'T99'
            T08                | no site of the plans named serves target T08
            10                 | '10' is no target; give an amount in MW, GW
            -5GW               | '-5GW' is no target
            town=Zibo:5GW      | 'town=Zibo' names no group of sites
            city=Zbo:5GW       | no candidate site has the city 'Zbo'; did you mean 'Zibo'?
            city=Zibo:T12      | a target of the plan counts the sites that serve it
            """, quoteCharacter = '`')
    void badTargetsSayWhatToDo(String target, String message) {
        PortfolioTargets targets = new PortfolioTargets(rows(), List.of(site("a", 10, 1, 1)), false);

        assertThatThrownBy(() -> targets.read(List.of(target), Map.of(), Map.of()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining(message);
    }

    @Test
    void objectivesAreReadStrictly() {
        assertThat(PortfolioObjective.parse("mix:0.25").costWeight()).isEqualTo(0.25);
        assertThatThrownBy(() -> PortfolioObjective.parse("mix:2")).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> PortfolioObjective.parse("loce")).hasMessageContaining("did you mean 'lcoe'?");
    }

    private static List<Target> rows() {
        return List.of(
                row("T07", "PV", "GW", 22.72, 95.0, "="),
                row("T08", "wind", "GW", 17.95, 45.0, "="),
                row("T12", "subsidence base", "GW", null, 1.0, ">="),
                row("T13", "saline base", "GW", null, null, "named"),
                row("T29", "roofs", "%", null, 50.0, "="));
    }

    private static Target row(String id, String name, String unit, Double baseline, Double value, String operator) {
        return new Target(
                id,
                name,
                name,
                unit,
                baseline,
                "2020",
                null,
                value,
                operator,
                "2030",
                "3",
                "yes",
                null,
                null,
                new Text("", ""));
    }

    private static PortfolioProblem problem(List<PortfolioCandidate> sites, double capacity_mw) {
        return new PortfolioProblem(
                sites,
                List.of(PortfolioQuota.atLeast(PortfolioGroup.ALL, PortfolioMeasure.CAPACITY, capacity_mw)),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static double leastCostUnder(PortfolioProblem problem, double carbon_tc) {
        int count = problem.candidates().size();
        double best = Double.POSITIVE_INFINITY;
        for (int bits = 0; bits < 1 << count; bits++) {
            List<PortfolioCandidate> chosen = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(problem.candidates().get(i));
                }
            }
            Portfolio portfolio = new Portfolio(chosen);
            if (problem.quotas().get(0).violation(chosen) == 0 && portfolio.carbon_tc() <= carbon_tc + 1e-6) {
                best = Math.min(best, portfolio.cost_myuan());
            }
        }
        return best;
    }

    private static PortfolioCandidate site(String id, double capacity_mw, double cost_myuan, double carbon_tc) {
        return new PortfolioCandidate(
                id,
                "p",
                "pv",
                "Zibo",
                Set.of("T07", "T12"),
                capacity_mw,
                capacity_mw * 2,
                cost_myuan / (capacity_mw * 2),
                carbon_tc);
    }

    private static PortfolioCandidate ofPlan(String plan, String id) {
        return new PortfolioCandidate(id, plan, plan, null, Set.of(), 1, 1, 1, 1);
    }

    private static Geometry box(int west, int south, int east, int north) throws ParseException {
        return new WKTReader()
                .read(String.format(
                        "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))", west, south, east, north));
    }
}
