package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;
import sinkmap.store.Feature;
import sinkmap.store.LoadRecord;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan that weighs the carbon of its sites; a cell is 1 ha. */
class CarbonCriterionTest {

    private static final String PLAN = "plans/tiny.yaml";

    @TempDir
    private Path folder;

    private FixtureRegion region(String carbon, double weight) {
        return new FixtureRegion(folder)
                .with(PLAN, "value: {layer: sun}", "value: {carbon: " + carbon + "}")
                .with(PLAN, "linear: {from: 1000, to: 2000}", "linear: {from: 20, to: 0}")
                .with(PLAN, "weight: 0.6", "weight: " + weight)
                .with(PLAN, "weight: 0.4", "weight: " + (1 - weight));
    }

    /** Reed near the port, bare ground far from it, wood without factor. */
    private static void fill(FixtureService service) {
        service.add("field", service.cells(10, 10, 20, 25), Map.of("state", "free"));
        service.add("field", service.cells(40, 60, 50, 69), Map.of("state", "free"));
        service.add("field", service.cells(49, 10, 54, 22), Map.of("state", "free"));
        service.add("marsh", service.cells(5, 5, 30, 30), Map.of("species", "reed"));
        service.add("wood", service.cells(48, 9, 55, 23), Map.of());
        service.add("reserve", service.cells(0, 0, 2, 2), Map.of());
        service.add("lake", service.cells(0, 4, 1, 6), Map.of());
        service.add("port", service.point(15, 5), Map.of());
        service.add("city", service.cells(-2, -2, 60, 99), Map.of("name_zh", "甲市", "name_en", "Jia", "adcode", "1"));
        service.fill("sun", 1400);
        service.store
                .loads()
                .add(new LoadRecord(
                        "sun",
                        "sun.tif",
                        "cd34",
                        "replace",
                        1,
                        0,
                        0,
                        "{}",
                        OffsetDateTime.parse("2025-01-01T00:00:00Z")));
    }

    private static JsonNode run(FixtureService service) {
        StoredRun run = service.runs.runNow(new RunRequest("siting", "tiny", null, null), progress -> {});
        assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);
        return JsonMapper.shared().readTree(run.result());
    }

    private static List<Feature> ranked(FixtureService service) {
        return service.list("candidate-site").stream()
                .sorted(Comparator.comparing(site -> (Long) site.attributes().get("rank")))
                .toList();
    }

    private static JsonNode carbonOf(Feature site) {
        return JsonMapper.shared()
                .readTree(site.attributes().get("criteria").toString())
                .get(0);
    }

    /** Whether the site on reed comes first. */
    private boolean reedFirst(double weight) {
        try (FixtureService service = new FixtureService(region("disturbed", weight), folder)) {
            fill(service);
            run(service);
            return (Double) ranked(service).get(0).attributes().get("blue_carbon_ha") > 0;
        }
    }

    @Test
    void littleWeightLeavesTheSiteOnReedFirst() {
        // reed takes 0.2 x 30 + 5 = 11 t C/ha, which is (20 - 11) / 20 = 0.45; bare ground 1; the port is out of reach
        // of it
        assertThat(reedFirst(0.3)).isTrue();
    }

    @Test
    void moreWeightPutsTheBareGroundFirst() {
        assertThat(reedFirst(0.8)).isFalse();
    }

    @Test
    void valueIsWhatAPlantTakesOfAHectare() {
        try (FixtureService service = new FixtureService(region("disturbed", 0.8), folder)) {
            fill(service);
            JsonNode result = run(service);
            List<Feature> sites = ranked(service);
            assertThat(sites).hasSize(2);
            assertThat(carbonOf(sites.get(0)).get("value").asDouble()).isZero();
            assertThat(carbonOf(sites.get(0)).get("membership").asDouble()).isEqualTo(1);
            assertThat(carbonOf(sites.get(1)).get("value").asDouble()).isCloseTo(11, within(1e-5));
            assertThat(carbonOf(sites.get(1)).get("unit").asString()).isEqualTo("t C/ha");
            assertThat(carbonOf(sites.get(1)).get("membership").asDouble()).isCloseTo(0.45, within(1e-5));
            // the carbon of wood is not known, and that is not zero
            assertThat(result.get("criteria").get(0).get("missing_ha").asDouble())
                    .isEqualTo(60);
        }
    }

    @Test
    void stockIsAllThatAHectareHolds() {
        try (FixtureService service = new FixtureService(
                region("stock", 0.8).with(PLAN, "linear: {from: 20, to: 0}", "linear: {from: 50, to: 0}"), folder)) {
            fill(service);
            run(service);
            assertThat(carbonOf(ranked(service).get(1)).get("value").asDouble()).isCloseTo(35, within(1e-5));
        }
    }

    @Test
    void laterRunTakesOverWhatIsKnownUntilAFactorChanges() {
        FixtureRegion region = region("disturbed", 0.8);
        try (FixtureService service = new FixtureService(region, folder)) {
            fill(service);
            run(service);
            assertThat(run(service).get("reused").toString()).contains("screening");
            assertThat(carbonOf(ranked(service).get(1)).get("value").asDouble()).isCloseTo(11, within(1e-5));
        }
        region.with("factors/carbon.csv", "biomass,density,5,4,7", "biomass,density,9,8,10");
        try (FixtureService service = new FixtureService(region, folder)) {
            assertThat(run(service).get("reused").toString()).doesNotContain("screening");
            assertThat(carbonOf(ranked(service).get(1)).get("value").asDouble()).isCloseTo(15, within(1e-5));
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {carbon: disturbd}                      | 'carbon' cannot be 'disturbd'; did you mean 'disturbed'?
            {carbon: stock, where: "a = 'b'"}       | 'where' goes with 'distance_to'
            {carbon: stock, layer: sun}             | only one of these keys may be given
            """)
    void whatIsWrongIsNamedWithFileAndLine(String value, String message) {
        FixtureRegion region =
                new FixtureRegion(folder).with(PLAN, "{layer: sun}\n    membership", value + "\n    membership");
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:16:")
                .hasMessageContaining(message);
    }

    @Test
    void carbonNeedsAnAccount() {
        FixtureRegion region = region("stock", 0.5).without("account.yaml");
        assertThatThrownBy(() -> new Plans(region.catalog()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("plans/tiny.yaml:16:")
                .hasMessageContaining("needs an account.yaml");
    }
}
