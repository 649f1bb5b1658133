package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Aggregation;
import sinkmap.siting.Ahp;
import sinkmap.siting.Blend;
import sinkmap.siting.Criterion;
import sinkmap.siting.Membership;
import sinkmap.siting.Plan;
import sinkmap.siting.SensitivityRules;
import sinkmap.siting.WeightMethod;

class CriteriaFilesTest {

    private static final String PLAN = "plans/tiny.yaml";
    private static final String SUN = "linear: {from: 1000, to: 2000}";
    private static final String PORT = "linear: {from: 5000, to: 1000}";
    private static final String SOURCE = "weights_source: a choice";

    @TempDir
    private Path folder;

    private FixtureRegion region;

    @BeforeEach
    void copyRegion() {
        region = new FixtureRegion(folder);
        region.withFile(
                "inputs/cover.yaml",
                List.of(
                        "id: cover",
                        "title: {zh: 地类, en: Land cover}",
                        "summary: {zh: 测试用, en: For tests}",
                        "theme: land",
                        "role: resource",
                        "source: made up",
                        "licence: none",
                        "date: \"2026\"",
                        "quality: published",
                        "style: ghi",
                        "band:",
                        "  unit: \"1\"",
                        "  classes:",
                        "    - {code: 10, title: {zh: 林, en: Wood}}",
                        "    - {code: 20, title: {zh: 荒, en: Barren}}",
                        "    - {code: 30, title: {zh: 水, en: Water}}"));
    }

    private Plan plan() {
        return new Plans(region.catalog()).get("tiny");
    }

    private Membership sun(String membership) {
        region.with(PLAN, SUN, membership);
        return plan().criteria().get(0).membership();
    }

    @Test
    void membershipsAreReadAsTheyStand() {
        region.with(PLAN, PORT, "trapezoid: {a: 1, b: 2, c: 3, d: 4.5}");
        assertThat(sun("sigmoid: {from: 2000, to: 1000}")).isEqualTo(new Membership.Sigmoid(2000, 1000));
        assertThat(plan().criteria().get(1).membership()).isEqualTo(new Membership.Trapezoid(1, 2, 3, 4.5));
    }

    @Test
    void gaussianAndPiecewiseMembershipsAreReadAsTheyStand() {
        region.with(PLAN, PORT, "gaussian: {mean: 1500, sd: 100}");
        assertThat(sun("piecewise: [[1000, 0.2], [1500, 1]]"))
                .isEqualTo(new Membership.Piecewise(
                        List.of(new Membership.Piecewise.Point(1000, 0.2), new Membership.Piecewise.Point(1500, 1))));
        assertThat(plan().criteria().get(1).membership()).isEqualTo(new Membership.Gaussian(1500, 100));
    }

    @Test
    void classesOfARasterHaveMembershipsByCode() {
        region.with(PLAN, "value: {layer: sun}", "value: {layer: cover}");
        assertThat(sun("classes: {20: 1, 10: 0.25, other: 0}"))
                .isEqualTo(new Membership.Classes("cover", Map.of(10, 0.25, 20, 1.0), 0.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            classes: {20: 1, 30: 0}             | class 10 of layer 'cover' has no membership
            classes: {20: 1, 40: 0, other: 0}   | layer 'cover' has no class '40'
            classes: {20: 1.5, other: 0}        | memberships lie between 0 and 1, not 1.5
            classes: {other: 0}                 | at least one class code
            linear: {from: 10, to: 20}          | layer 'cover' holds classes, not quantities
            """)
    void whatIsWrongAboutClassesIsNamed(String membership, String message) {
        region.with(PLAN, "value: {layer: sun}", "value: {layer: cover}");
        assertThatThrownBy(() -> sun(membership))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:17:")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sigmoid: {from: 5, to: 5}                   | from and to are both 5
            sigmoid: {from: 5, too: 6}                  | unknown key 'too'; did you mean 'to'?
            trapezoid: {a: 1, b: 1, c: 2, d: 3}         | needs a < b <= c < d, not 1.0, 1.0, 2.0, 3.0
            gaussian: {mean: 4, sd: 0}                  | sd must be above 0, not 0.0
            piecewise: []                               | at least two points
            piecewise: [[1, 0], [1, 1]]                 | values must rise, but 1.0 follows 1.0
            piecewise: [[1, 0], [2, 0]]                 | every point has membership 0.0
            piecewise: [[1, 0], [2, 1.1]]               | memberships lie between 0 and 1, not 1.1
            piecewise: [[1, 0, 3], [2, 1]]              | a point is a pair
            classes: {1: 0}                             | 'classes' needs a raster that declares classes
            sigmoyd: {from: 1, to: 2}                   | unknown key 'sigmoyd'; did you mean 'sigmoid'?
            """)
    void whatIsWrongAboutAMembershipIsNamed(String membership, String message) {
        assertThatThrownBy(() -> sun(membership))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:17:")
                .hasMessageContaining(message);
    }

    @Test
    void distanceHasNoClasses() {
        region.with(PLAN, PORT, "classes: {10: 1, other: 0}");
        assertThatThrownBy(this::plan).hasMessageContaining("'classes' needs a raster that declares classes");
    }

    @Test
    void weightsMayStandInOnePlaceWithTheirSource() {
        region.with(PLAN, SOURCE, "weights: {source: we asked}");
        assertThat(plan().weighting().source()).isEqualTo("we asked");
        assertThat(plan().weighting().method()).isEqualTo(new WeightMethod.Explicit());
        assertThat(plan().weighting().aggregation()).isEqualTo(new Aggregation.Wlc());
        assertThat(plan().weighting().sensitivity()).isEqualTo(SensitivityRules.USUAL);
    }

    @Test
    void expertsWeighCriteriaThatHaveNoWeight() {
        region.with(PLAN, "    weight: 0.6\n", "")
                .with(PLAN, "    weight: 0.4\n", "")
                .with(PLAN, SOURCE, """
                        weights:
                          source: two experts
                          method: ahp
                          ahp:
                            experts:
                              - {name: planner, title: {zh: 规划师, en: Planner}, matrix: [[1, 4], [1/4, 1]]}
                              - {name: grid, matrix: [[1, 1], [1, 1]]}
                        """);
        Plan plan = plan();
        assertThat(plan.criteria()).extracting(Criterion::weight).containsOnly(Double.NaN);
        Ahp ahp = (Ahp) plan.weighting().method();
        assertThat(ahp.criteria()).containsExactly("sun", "port");
        assertThat(ahp.experts().get(0).title().en()).isEqualTo("Planner");
        // geometric mean of 4 and 1 is 2
        assertThat(ahp.group().weights().get(0)).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void blendAggregationAndSensitivityAreRead() {
        region.with(PLAN, SOURCE, """
                weights: {source: both, method: blend, blend: {explicit: 0.75, critic: 0.25}}
                aggregation: {owa: {alpha: 2}}
                sensitivity: {draws: 500, seed: 7, top: 3, change: 0.1, concentration: 80}
                """);
        Plan plan = plan();
        assertThat(plan.weighting().method())
                .isEqualTo(new Blend(List.of(
                        new Blend.Share(new WeightMethod.Explicit(), 0.75),
                        new Blend.Share(new WeightMethod.Critic(), 0.25))));
        assertThat(plan.weighting().aggregation()).isEqualTo(new Aggregation.Owa(2));
        assertThat(plan.weighting().sensitivity()).isEqualTo(new SensitivityRules(500, 7, 3, 0.1, 80));
    }

    /** What stands in place of the source of the weights, its line that is wrong, part of the message. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            weights: {source: x, method: ahq}                                 | 24 | 'method' cannot be 'ahq'; did you mean 'ahp'?
            weights: {method: entropy}                                        | 1  | key 'weights_source' is missing
            weights: {source: x, sauce: y}                                    | 24 | unknown key 'sauce'
            weights: {source: x, method: ahp}                                 | 24 | key 'ahp' is missing
            weights: {source: x, blend: {critic: 1}}                          | 24 | 'blend' has no effect when the method is explicit
            weights: {source: x, method: blend, blend: {critic: 0.5, ahp: 0.5}} | 24 | key 'ahp' is missing
            weights: {source: x, method: blend, blend: {critic: 0.5, entropy: 0.4}} | 24 | the shares sum to 0.900000
            weights: {source: x, method: blend, blend: {critic: 1.5}}         | 24 | the share of critic must lie between 0 and 1, not 1.5
            weights: {source: x, method: blend, blend: {entropie: 1}}         | 24 | unknown key 'entropie'; did you mean 'entropy'?
            weights_source: a¦aggregation: {owa: {alpha: 0}}                  | 25 | alpha must be above 0, not 0.0
            weights_source: a¦aggregation: {owa: {beta: 1}}                   | 25 | unknown key 'beta'
            weights_source: a¦aggregation: {wlc: {alpha: 1}}                  | 25 | unknown key 'alpha'
            weights_source: a¦aggregation: {wlc: {}, topsis: {}}              | 25 | only one of these keys may be given
            weights_source: a¦sensitivity: {draws: 10}                        | 25 | draws must lie between 100 and 10000, not 10
            weights_source: a¦sensitivity: {change: 1}                        | 25 | change must lie between 0 and 1, not 1.0
            weights_source: a¦sensitivity: {top: 0}                           | 25 | top must be 1 or more
            weights_source: a¦sensitivity: {concentration: 0}                 | 25 | concentration must be above 0
            weights_source: a¦weights: {source: b}                            | 24 | the source stands in 'weights' already
            """)
    void whatIsWrongAboutTheWeightingIsNamed(String text, int line, String message) {
        region.with(PLAN, SOURCE, text.replace('¦', '\n'));
        assertThatThrownBy(this::plan)
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:" + line + ":")
                .hasMessageContaining(message);
    }

    /** The matrix of the second of two experts, in line 30, and part of the message. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[1, 3], [3, 1]]        | expert 'grid': 'sun' over 'port' is 3, but 'port' over 'sun' is 3
            [[1, 10], [1/10, 1]]    | judgements lie on Saaty's scale from 1/9 to 9, not 10
            [[1, -3], [-1/3, 1]]    | 'matrix[2][1]' must be a number, not '-1/3'
            [[1, 3]]                | the matrix must have 2 rows of 2 judgements
            [[1, 3], [1/3]]         | the matrix must have 2 rows of 2 judgements
            [[2, 3], [1/3, 1]]      | 'sun' compared with itself must be 1, not 2
            [[1, three], [1/3, 1]]  | must be a number, not 'three'
            """)
    void whatIsWrongAboutJudgementsIsNamedWithItsExpert(String matrix, String message) {
        region.with(PLAN, SOURCE, """
                weights:
                  source: two experts
                  method: ahp
                  ahp:
                    experts:
                      - {name: planner, matrix: [[1, 4], [1/4, 1]]}
                      - {name: grid, matrix: %s}
                """.formatted(matrix));
        assertThatThrownBy(this::plan)
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:30:")
                .hasMessageContaining(message);
    }

    @Test
    void inconsistencyCannotBeAcceptedForNobody() {
        region.with(PLAN, SOURCE, """
                weights:
                  source: one expert
                  method: ahp
                  ahp:
                    experts: [{name: planner, matrix: [[1, 4], [1/4, 1]]}]
                    accept_inconsistency: [planer]
                """);
        assertThatThrownBy(this::plan)
                .hasMessageContaining("plans/tiny.yaml:27:")
                .hasMessageContaining("accept_inconsistency names 'planer', but there is no such expert");
    }

    @Test
    void explicitWeightsThatAreMissingAreNamed() {
        region.with(PLAN, "    weight: 0.6\n", "");
        assertThatThrownBy(this::plan)
                .hasMessageContaining("plans/tiny.yaml:14:")
                .hasMessageContaining("key 'weight' is missing");
    }
}
