package sinkmap.run;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import sinkmap.store.UnavailableException;

/** A run that waits or is under way. Its latest state is in memory; the database hears of progress a few times a second. */
final class ActiveRun implements RunProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRun.class);
    private static final long PAUSE_ns = 250_000_000;

    private final RunRequest request;
    private final RunStore store;
    private final Clock clock;
    private final Consumer<StoredRun> listener;
    private StoredRun latest;
    private long lastWrite;
    private boolean cancelled;

    ActiveRun(StoredRun run, RunRequest request, RunStore store, Clock clock, Consumer<StoredRun> listener) {
        this.latest = run;
        this.request = request;
        this.store = store;
        this.clock = clock;
        this.listener = listener;
    }

    String id() {
        return latest().id();
    }

    RunRequest request() {
        return request;
    }

    synchronized StoredRun latest() {
        return latest;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    /** Asks the run to stop; one that still waits is at once. */
    synchronized void cancel() {
        cancelled = true;
        if (latest.state() == State.QUEUED) {
            end(State.CANCELLED, null);
        }
    }

    /** Begins, unless it was cancelled while it waited. */
    synchronized void begin() {
        if (latest.state() == State.QUEUED) {
            write(copy(State.RUNNING, 0, "start", OffsetDateTime.now(clock), null, null));
        }
    }

    @Override
    public synchronized void at(String stage, double share) {
        if (cancelled) {
            throw new CancellationException("run " + latest.id() + " was cancelled");
        }
        double progress = Double.isNaN(share) ? latest.progress() : Math.max(latest.progress(), Math.min(1, share));
        boolean newStage = !stage.equals(latest.stage());
        latest = copy(State.RUNNING, progress, stage, latest.started(), null, null);
        long now = System.nanoTime();
        if (now - lastWrite >= PAUSE_ns) {
            tell();
        } else if (newStage) {
            listener.accept(latest);
        }
    }

    @Override
    public synchronized void answer(String result) {
        at(latest.stage(), latest.progress());
        store.answer(latest.id(), result);
        latest = latest.with(result);
        listener.accept(latest);
    }

    /** Takes over what the database says of the run now that it is completed. */
    synchronized void completed() {
        latest = store.find(latest.id()).orElseThrow();
        listener.accept(latest);
    }

    /** Ends a run that did not complete, with the error of a failed one. */
    synchronized void end(State state, String error) {
        latest = latest.with(null);
        write(copy(state, latest.progress(), latest.stage(), latest.started(), OffsetDateTime.now(clock), error));
    }

    /** Stores how far the run is; that the database is away just now is no reason to give up the work. */
    private void tell() {
        try {
            write(latest);
        } catch (RuntimeException e) {
            if (UnavailableException.find(e).isEmpty()) {
                throw e;
            }
            LOG.warn("the progress of run {} could not be stored: {}", latest.id(), e.getMessage());
        }
    }

    private void write(StoredRun run) {
        lastWrite = System.nanoTime();
        store.update(run);
        latest = run;
        listener.accept(run);
    }

    private StoredRun copy(
            State state, double progress, String stage, OffsetDateTime started, OffsetDateTime finished, String error) {
        return new StoredRun(
                latest.id(),
                latest.kind(),
                latest.plan(),
                latest.request(),
                state,
                progress,
                stage,
                latest.requested(),
                started,
                finished,
                latest.result(),
                error,
                latest.current());
    }
}
