package sinkmap.operations;

import java.util.Locale;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

/** Whether the last run that ended did what it was asked for; one that was cancelled was not asked to go on. */
final class RunHealth extends AbstractHealthIndicator {

    private final RunStore runs;

    RunHealth(RunStore runs) {
        super("the runs cannot be read");
        this.runs = runs;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        StoredRun last = runs.findLastEnded().orElse(null);
        if (last == null) {
            builder.up().withDetail("last", "none yet");
            return;
        }
        boolean bad = last.state() == State.FAILED || last.state() == State.INTERRUPTED;
        builder.status(bad ? OperationsConfiguration.DEGRADED : Status.UP)
                .withDetail("last", last.id())
                .withDetail("state", last.state().name().toLowerCase(Locale.ROOT))
                .withDetail("finished", last.finished().toString());
        if (last.error() != null) {
            builder.withDetail("error", last.error());
        }
    }
}
