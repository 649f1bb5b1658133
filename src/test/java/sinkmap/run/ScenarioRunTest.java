package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import sinkmap.grid.SinkmapException;
import sinkmap.store.LoadRecord;
import sinkmap.store.StoredRun;

/** How a scenario of dated maps is run: windows, cancelling, failing, what is refused. */
class ScenarioRunTest extends DatedScenario {

    @Test
    void windowsGiveTheSameAsTheWhole() throws Exception {
        StoredRun whole = run();
        StoredRun windows = run(1, progress -> {});
        for (String name : List.of(Scenarios.YEARS, Scenarios.STATES)) {
            assertThat(map(windows, name)).hasSameBinaryContentAs(map(whole, name));
        }
        assertThat(Scenarios.read(windows))
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                .ignoringFields("seconds", "peakHeap_mb")
                .isEqualTo(Scenarios.read(whole));
    }

    @Test
    void aRunThatIsCancelledAtAnyStageLeavesNothing() {
        StoredRun kept = run();
        List<String> stages = List.of("maps", "land", "years", "map of the years", "map of the states");
        for (String stage : stages) {
            List<String> cancelled = new ArrayList<>();
            try (Runs queue = queue(1)) {
                assertThatThrownBy(() -> queue.runNow(REQUEST, run -> {
                            if (run.stage().equals(stage)) {
                                cancelled.add(run.id());
                                queue.cancel(run.id());
                            }
                        }))
                        .as(stage)
                        .isInstanceOf(CancellationException.class);
                assertThat(cancelled).as(stage).isNotEmpty();
                assertThat(queue.get(cancelled.get(0)).result()).isNull();
            }
            assertThat(service.filesOf(cancelled.get(0))).as(stage).isEmpty();
        }
        assertThat(scenarios().findRun("dated")).map(StoredRun::id).contains(kept.id());
        assertThat(service.filesOf(kept.id())).hasSize(2);
    }

    @Test
    void aRunThatFailsLeavesNothingAndTheOneBeforeStays() {
        StoredRun kept = run();
        replace("  - {from: outside, to: marsh}", "  - {from: marsh, to: outside}");
        List<String> failed = new ArrayList<>();
        assertThatThrownBy(() -> run(1, run -> failed.add(run.id()))).isInstanceOf(SinkmapException.class);
        assertThat(service.filesOf(failed.get(0))).isEmpty();
        assertThat(scenarios().answer("dated").years()).hasSize(16);
        assertThat(service.store.runs().find(failed.get(0)))
                .hasValueSatisfying(run -> assertThat(run.error()).contains("dated.yaml", "outside to marsh/reed"));
        assertThat(scenarios().findRun("dated")).map(StoredRun::id).contains(kept.id());
    }

    @Test
    void progressNeverFallsAndStagesAreTimed() {
        List<Double> shares = new ArrayList<>();
        StoredRun run = run(1, progress -> shares.add(progress.progress()));
        assertThat(shares).isSorted().last().isEqualTo(1.0);
        assertThat(Scenarios.read(run).seconds())
                .containsOnlyKeys("maps", "land", "years", "map of the years", "map of the states");
    }

    @Test
    void requestsThatDoNotFitAreRefusedBeforeTheRun() {
        try (Runs queue = queue(1 << 20)) {
            assertRefused(
                    queue, new RunRequest(Scenarios.KIND, null, null, null), "needs the id of a scenario", "dated");
            assertRefused(
                    queue, new RunRequest(Scenarios.KIND, "date", null, null), "there is no scenario 'date'", "dated");
            assertRefused(
                    queue, new RunRequest(Scenarios.KIND, "dated", "legacy", null), "takes no rule set", "legacy");
            assertRefused(queue, new RunRequest(Scenarios.KIND, "dated", null, 0.5), "between 10 and 5000 m");
            assertThat(queue.list()).isEmpty();
        }
    }

    private static void assertRefused(Runs queue, RunRequest request, String... parts) {
        assertThatThrownBy(() -> queue.start(request))
                .isInstanceOf(SinkmapException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void aScenarioOfMapsThatWasNotRunSaysSo() {
        assertThatThrownBy(() -> scenarios().answer("dated"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("was not run yet");
    }

    @Test
    void aRunIsFreshUntilALayerOfAStateChanges() {
        run();
        Freshness freshness = new Freshness(
                region.catalog(),
                service.store.runs(),
                () -> LayerStates.now(region.catalog(), service.store.loads(), service.store.edits()));
        assertThat(freshness.find(REQUEST)).isPresent();
        OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC());
        service.store.loads().add(new LoadRecord("marsh-2015", "more.geojson", "cd34", "append", 1, 0, 0, "{}", now));
        assertThat(freshness.find(REQUEST)).isEmpty();
    }
}
