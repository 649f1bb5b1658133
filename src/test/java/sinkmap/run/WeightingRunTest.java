package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;
import sinkmap.store.Feature;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weights from data and an aggregation, from the plan to the record of a site. */
class WeightingRunTest {

    private static final String PLAN = "plans/tiny.yaml";

    @TempDir
    private Path folder;

    private StoredRun run(FixtureService service) {
        service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
        service.add("field", service.cells(40, 20, 50, 70), Map.of("state", "free"));
        service.add("reserve", service.cells(0, 0, 2, 2), Map.of());
        service.add("port", service.point(45, 75), Map.of());
        service.fill("sun", 1400);
        return service.runs.runNow(new RunRequest("siting", "tiny", null, null), progress -> {});
    }

    @Test
    void criterionThatIsTheSameEverywhereEndsTheRunWithItsName() {
        FixtureRegion region = new FixtureRegion(folder)
                .with(PLAN, "weights_source: a choice", "weights: {source: data, method: entropy}");
        try (FixtureService service = new FixtureService(region, folder)) {
            assertThatThrownBy(() -> run(service))
                    .isInstanceOf(SinkmapException.class)
                    .hasMessageContaining("criterion 'sun' has the same membership, 0.4000")
                    .hasMessageContaining("entropy weights are undefined");
        }
    }

    @Test
    void blendedWeightsAndTheCertaintyOfRanksAreServed() {
        FixtureRegion region = new FixtureRegion(folder)
                .with(PLAN, "value: {layer: sun}", "value: {distance_to: reserve}")
                .with(PLAN, "linear: {from: 1000, to: 2000}", "sigmoid: {from: 0, to: 6000}")
                .with(PLAN, "weights_source: a choice", """
                        weights: {source: both, method: blend, blend: {explicit: 0.5, entropy: 0.5}}
                        aggregation: {owa: {alpha: 2}}
                        sensitivity: {draws: 200, top: 1}
                        """);
        try (FixtureService service = new FixtureService(region, folder)) {
            StoredRun run = run(service);
            assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);
            JsonNode weights = JsonMapper.shared().readTree(run.result()).get("weights");
            assertThat(weights.get("method").asString()).isEqualTo("blend");
            assertThat(weights.get("aggregation").asString()).isEqualTo("owa");
            assertThat(weights.get("parts").get(0).get("weights").get(0).asDouble())
                    .isEqualTo(0.6);
            assertThat(weights.get("parts").get(1).get("method").asString()).isEqualTo("entropy");
            assertThat(weights.get("sensitivity").get("draws").asInt()).isEqualTo(200);
            assertThat(weights.get("sensitivity").get("concentration").asDouble())
                    .isEqualTo(24, within(1e-9));

            List<Feature> sites = service.list("candidate-site").stream()
                    .sorted(Comparator.comparing(
                            site -> (Long) site.attributes().get("rank")))
                    .toList();
            assertThat(sites).hasSize(2);
            double shares = sites.stream()
                    .mapToDouble(site -> (Double) site.attributes().get("top_share"))
                    .sum();
            assertThat(shares).isEqualTo(1, within(1e-9));
            assertThat((Long) sites.get(0).attributes().get("rank_low")).isEqualTo(1);
            assertThat((Double) sites.get(0).attributes().get("score_spread")).isPositive();
            assertThat((String) sites.get(0).attributes().get("sensitivity")).contains("port");
        }
    }
}
