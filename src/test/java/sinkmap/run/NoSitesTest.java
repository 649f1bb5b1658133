package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A region where the rules leave nothing has a result without sites, and a reason. */
class NoSitesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"weights_source: a choice", "weights: {source: data, method: entropy}"})
    void regionEmptyAfterScreeningHasAResultAndTheReason(String weights) {
        FixtureRegion region = new FixtureRegion(folder).with("plans/tiny.yaml", "weights_source: a choice", weights);
        try (FixtureService service = new FixtureService(region, folder)) {
            service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
            service.add("reserve", service.cells(5, 5, 35, 45), Map.of());
            service.add("port", service.point(20, 50), Map.of());
            service.fill("sun", 1400);
            StoredRun run = service.runs.runNow(new RunRequest("siting", "tiny", null, null), progress -> {});
            assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);
            JsonNode result = JsonMapper.shared().readTree(run.result());
            assertThat(result.get("sites").get("count").asInt()).isZero();
            assertThat(result.get("area").get("eligible_ha").asDouble()).isEqualTo(600);
            assertThat(result.get("area").get("available_ha").asDouble()).isZero();
            assertThat(result.get("reason").get("en").asString())
                    .contains("the rule that takes most of it is 'reserve'");
            assertThat(service.list("candidate-site")).isEmpty();
        }
    }
}
