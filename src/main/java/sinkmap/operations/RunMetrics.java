package sinkmap.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import sinkmap.run.Runs;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

/**
 * Runs as metrics: how many wait ({@code sinkmap.runs.waiting}) and work ({@code sinkmap.runs.working}), and how many ended
 * how and after what time ({@code sinkmap.runs}, by kind and state).
 */
final class RunMetrics {

    private final MeterRegistry registry;

    RunMetrics(MeterRegistry registry, Runs runs) {
        this.registry = registry;
        Gauge.builder("sinkmap.runs.waiting", runs, r -> r.count(State.QUEUED))
                .description("Runs that wait for their turn")
                .register(registry);
        Gauge.builder("sinkmap.runs.working", runs, r -> r.count(State.RUNNING))
                .description("Runs under way")
                .register(registry);
    }

    @EventListener
    void ended(StoredRun run) {
        if (run.started() == null || run.finished() == null) {
            return;
        }
        Timer.builder("sinkmap.runs")
                .description("Runs that ended, and how long they worked")
                .tag("kind", run.kind())
                .tag("state", run.state().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.between(run.started(), run.finished()));
    }
}
