package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.store.StoredRun;
import tools.jackson.databind.json.JsonMapper;

class RuleSetValidityTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2023-03-19T15:59:59Z, false", "2023-03-19T16:00:00Z, true"})
    void ruleSetIsInForceFromItsFirstDayInChinaWhateverDayItIsToday(Instant now, boolean inForce) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        FixtureRegion region = new FixtureRegion(folder);
        try (FixtureService service = new FixtureService(region, folder, 1 << 20, clock)) {
            service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
            service.add("reserve", service.cells(0, 0, 2, 2), Map.of());
            service.add("port", service.point(20, 95), Map.of());
            service.fill("sun", 1400);
            StoredRun run = service.runs.runNow(new RunRequest("siting", "tiny", null, null), progress -> {});
            assertThat(run.error()).isNull();
            assertThat(JsonMapper.shared()
                            .readTree(run.result())
                            .path("rule_set_valid")
                            .path("in_force")
                            .asBoolean())
                    .isEqualTo(inForce);
        }
    }
}
