package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.Raster;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How sure the ranking is, reckoned a second time from nothing but the records of the sites: mean memberships and weights as
 * they are served, weights drawn by another method and from another seed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankCertaintyTest {

    private static final int DRAWS = 20_000;
    private static final int TOP = 2;

    /** For three criteria with a weight and a change of 20 %: (3 - 1) / 0.2^2 - 1. */
    private static final double CONCENTRATION = 49;

    private FixtureService service;
    private JsonNode result;
    private List<Map<String, Object>> sites;
    private double[][] memberships;
    private double[] weights;

    @BeforeAll
    void runPlan(@TempDir Path folder) {
        FixtureRegion region = new FixtureRegion(folder)
                .with("plans/tiny.yaml", "value: {layer: sun}", "value: {distance_to: reserve}")
                .with("plans/tiny.yaml", "linear: {from: 1000, to: 2000}", "linear: {from: 0, to: 7000}")
                .with("plans/tiny.yaml", "linear: {from: 5000, to: 1000}", "linear: {from: 9000, to: 0}")
                .with("plans/tiny.yaml", "weight: 0.4", """
                        weight: 0.25
                          - id: wood
                            title: {zh: 林地距离, en: Distance to wood}
                            value: {distance_to: wood}
                            membership: {linear: {from: 6000, to: 0}}
                            weight: 0.35""")
                .with("plans/tiny.yaml", "weight: 0.6", "weight: 0.4")
                .with("plans/tiny.yaml", "weights_source: a choice", """
                        weights_source: a choice
                        sensitivity: {top: 2}""");
        service = new FixtureService(region, folder);
        service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
        service.add("field", service.cells(40, 20, 50, 40), Map.of("state", "free"));
        service.add("field", service.cells(2, 50, 12, 66), Map.of("state", "free"));
        service.add("field", service.cells(30, 48, 42, 60), Map.of("state", "free"));
        service.add("field", service.cells(46, 50, 54, 68), Map.of("state", "free"));
        service.add("reserve", service.cells(0, 0, 2, 2), Map.of());
        service.add("lake", service.cells(10, 41, 20, 43), Map.of());
        service.add("port", service.point(45, 66), Map.of());
        service.add("wood", service.cells(4, 44, 8, 48), Map.of());
        service.add("city", service.cells(-2, -2, 60, 99), Map.of("name_zh", "甲", "name_en", "J", "adcode", "1"));
        service.fill("sun", 1400);
        StoredRun run = service.runs.runNow(new RunRequest("siting", "tiny", null, null), progress -> {});
        assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);
        result = JsonMapper.shared().readTree(run.result());
        sites = service.list("candidate-site").stream()
                .map(site -> site.attributes())
                .sorted(Comparator.comparing(site -> (Long) site.get("rank")))
                .toList();
        memberships = sites.stream().map(site -> numbers(site, "membership")).toArray(double[][]::new);
        weights = numbers(sites.get(0), "weight");
    }

    @AfterAll
    void close() {
        service.close();
    }

    private static JsonNode json(Map<String, Object> site, String attribute) {
        return JsonMapper.shared().readTree(site.get(attribute).toString());
    }

    private static double[] numbers(Map<String, Object> site, String name) {
        return json(site, "criteria")
                .valueStream()
                .mapToDouble(criterion -> criterion.path(name).asDouble())
                .toArray();
    }

    private static double score(double[] memberships, double[] weights) {
        return IntStream.range(0, weights.length)
                .mapToDouble(j -> weights[j] * memberships[j])
                .sum();
    }

    /** Rank of a site: one more than there are better ones. */
    private int rank(int site, double[] by) {
        double own = score(memberships[site], by);
        return 1
                + (int) Arrays.stream(memberships)
                        .filter(other -> score(other, by) > own)
                        .count();
    }

    @Test
    void sitesAreRankedByTheirServedMembershipsAndWeights() {
        assertThat(sites).hasSize(5);
        for (int site = 0; site < sites.size(); site++) {
            assertThat((Long) sites.get(site).get("rank")).isEqualTo(rank(site, weights));
            assertThat((Double) sites.get(site).get("score"))
                    .isEqualTo(score(memberships[site], weights), within(1e-5));
        }
    }

    @Test
    void ranksAfterAFifthMoreOrLessOfOneWeightAreThoseOfRenormalisedWeights() {
        boolean moved = false;
        for (int site = 0; site < sites.size(); site++) {
            JsonNode changes = json(sites.get(site), "sensitivity");
            assertThat(changes).hasSize(6);
            for (JsonNode change : changes) {
                List<String> ids = List.of("sun", "port", "wood");
                double[] by = weights.clone();
                int criterion = ids.indexOf(change.path("criterion").asString());
                by[criterion] *= change.path("factor").asDouble();
                double rest = 1 - weights[criterion];
                for (int j = 0; j < by.length; j++) {
                    by[j] = j == criterion ? by[j] : by[j] / rest * (1 - by[criterion]);
                }
                assertThat(Arrays.stream(by).sum()).isEqualTo(1, within(1e-12));
                assertThat(change.path("factor").asDouble()).isIn(0.8, 1.2);
                assertThat(change.path("rank").asInt()).isEqualTo(rank(site, by));
                moved |= rank(site, by) != site + 1;
            }
        }
        assertThat(moved).as("a weight that moves a site").isTrue();
    }

    @Test
    void shareOfDrawsAtTheTopRankIntervalAndSpreadAreThoseOfDrawsMadeOtherwise() {
        assertThat(result.at("/weights/sensitivity/concentration").asDouble()).isEqualTo(CONCENTRATION, within(1e-9));
        assertThat(result.at("/weights/sensitivity/draws").asInt()).isEqualTo(1000);
        double[][] draws = draws();
        for (int i = 0; i < sites.size(); i++) {
            int site = i;
            int[] ranks =
                    Arrays.stream(draws).mapToInt(by -> rank(site, by)).sorted().toArray();
            double top = Arrays.stream(ranks).filter(rank -> rank <= TOP).count() / (double) DRAWS;
            Map<String, Object> record = sites.get(site);
            // 1,000 draws leave a standard error of at most 0.016
            assertThat((Double) record.get("top_share")).as("site %d", i + 1).isEqualTo(top, within(0.05));
            assertThat((Long) record.get("rank_low")).isBetween((long) ranks[DRAWS / 100], (long) ranks[DRAWS / 25]);
            assertThat((Long) record.get("rank_high"))
                    .isBetween((long) ranks[DRAWS - DRAWS / 25], (long) ranks[DRAWS - DRAWS / 100]);
            double[] scores = Arrays.stream(draws)
                    .mapToDouble(by -> score(memberships[site], by))
                    .toArray();
            assertThat((Double) record.get("score_spread"))
                    .isEqualTo(deviation(scores), within(0.1 * deviation(scores)));
        }
        assertThat(sites.stream().map(site -> (Double) site.get("top_share")))
                .as("a site that is at the top in some draws only")
                .anyMatch(share -> share > 0.05 && share < 0.95);
    }

    @Test
    void rasterShowsTheSpreadOfTheScoreOfACell() {
        Raster spread = service.store.rasters().read(service.raster("score-spread-tiny"), service.grid);
        // from the centre of row 35, column 55 to those of the nearest cells touched: 2, 2 of the reserve, 8, 48 of the
        // wood
        double[] cell = {Math.hypot(33, 53) / 70, 1 - Math.hypot(10, 11) / 90, 1 - Math.hypot(27, 7) / 60};
        double[] scores =
                Arrays.stream(draws()).mapToDouble(by -> score(cell, by)).toArray();
        assertThat((double) spread.at(35, 55)).isEqualTo(deviation(scores), within(0.02 * deviation(scores)));
        assertThat(spread.at(20, 45)).isNaN();
    }

    @Test
    void recordSaysWhatIsLeftOfASiteUnderTheOtherRuleSet() {
        // within 300 m of the lake: ten rows of two cells, and around the corner 2, 2 and 1, of 20 x 30 cells
        Map<String, Object> beside = sites.stream()
                .filter(site -> (Double) site.get("area_ha") == 600)
                .findFirst()
                .orElseThrow();
        JsonNode swap = json(beside, "rule_sets").get(0);
        assertThat(swap.path("rule_set").asString()).isEqualTo("keep-off-lakes");
        assertThat(swap.path("available_share").asDouble()).isEqualTo(575 / 600.0, within(1e-9));
        JsonNode all = result.path("other_rule_sets").get(0);
        double area_ha =
                sites.stream().mapToDouble(site -> (Double) site.get("area_ha")).sum();
        assertThat(all.path("both_ha").asDouble()).isEqualTo(area_ha - 25, within(1e-9));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** Weights from the Dirichlet distribution around those of the plan. */
    private double[][] draws() {
        Random random = new Random(9);
        double[][] draws = new double[DRAWS][];
        Arrays.setAll(draws, i -> {
            double[] draw = Arrays.stream(weights)
                    .map(weight -> gamma(CONCENTRATION * weight, random))
                    .toArray();
            double sum = Arrays.stream(draw).sum();
            return Arrays.stream(draw).map(x -> x / sum).toArray();
        });
        return draws;
    }

    /** A gamma variate: exponential ones for the whole part of the shape, M. D. Johnk's method of 1964 for the rest. */
    private static double gamma(double shape, Random random) {
        double sum = 0;
        for (int i = 0; i < (int) shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        double rest = shape - (int) shape;
        if (rest < 1e-9) {
            return sum;
        }
        while (true) {
            double x = Math.pow(random.nextDouble(), 1 / rest);
            double y = Math.pow(random.nextDouble(), 1 / (1 - rest));
            if (x + y <= 1 && x + y > 0) {
                return sum - Math.log(1 - random.nextDouble()) * x / (x + y);
            }
        }
    }
}
