package sinkmap.run;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import sinkmap.store.UnavailableException;

/**
 * The queue of runs: one at a time, each with progress, each can be cancelled. A run's results are seen when it is
 * completed and not before; one that fails or is cancelled leaves the results of earlier runs as they are.
 */
public class Runs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    /** Tries, each of some seconds, to tell a database that is away what became of a run. */
    private static final int MOST_ATTEMPTS = 60;

    private static final int PAUSE_s = 1;

    private final Map<String, Work> kinds;
    private final RunStore store;
    private final Clock clock;
    private final int keep;
    private final Consumer<StoredRun> ended;
    private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService worker;

    /**
     * A queue.
     *
     * @param kinds what each kind of run does
     * @param store where runs are kept
     * @param settings length of the queue, and how many runs are kept
     * @param clock the time
     * @param ended told of each run once it has ended, however it ended
     */
    Runs(Map<String, Work> kinds, RunStore store, RunSettings settings, Clock clock, Consumer<StoredRun> ended) {
        this.kinds = Map.copyOf(kinds);
        this.store = store;
        this.clock = clock;
        this.keep = settings.keep();
        this.ended = ended;
        this.worker =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(settings.queue()), task -> {
                    Thread thread = new Thread(task, "runs");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Queues a run and returns it; a {@link SinkmapException} when the request names what is not there. */
    public StoredRun start(RunRequest request) {
        work(request).check(request);
        ActiveRun run = add(request, progress -> {});
        StoredRun queued = run.latest();
        try {
            worker.execute(() -> perform(run));
        } catch (RejectedExecutionException e) {
            active.remove(run.id());
            run.end(State.FAILED, "the queue is full");
            throw new SinkmapException("too many runs are waiting; try again when one has ended, or cancel one", e);
        }
        return queued;
    }

    /**
     * Runs in this thread and returns the completed run; for the command line. Throws what made the run fail, and
     * {@link CancellationException} when it was cancelled.
     */
    public StoredRun runNow(RunRequest request, Consumer<StoredRun> progress) {
        work(request).check(request);
        ActiveRun run = add(request, progress);
        RuntimeException failure = perform(run);
        if (failure != null) {
            throw failure;
        }
        StoredRun ended = get(run.id());
        if (ended.state() == State.CANCELLED) {
            throw new CancellationException("run " + run.id() + " was cancelled");
        }
        return ended;
    }

    /** Asks a run to stop; it does within a second. A run that has ended stays as it is. */
    public void cancel(String run) {
        ActiveRun found = active.get(run);
        if (found != null) {
            found.cancel();
        } else {
            get(run);
        }
    }

    /** A run; {@link UnknownRunException} when there is none of that id. */
    public StoredRun get(String run) {
        ActiveRun found = active.get(run);
        return found != null ? found.latest() : store.find(run).orElseThrow(() -> new UnknownRunException(run));
    }

    /** All runs, newest first. */
    public List<StoredRun> list() {
        return store.list().stream()
                .map(run -> {
                    ActiveRun found = active.get(run.id());
                    return found != null ? found.latest() : run;
                })
                .toList();
    }

    /** How many runs of this process are in a state that has not ended. */
    public long count(State state) {
        return active.values().stream()
                .filter(run -> run.latest().state() == state)
                .count();
    }

    /** Cancels what is under way, so that the service can stop. */
    @Override
    public void close() {
        stopping.countDown();
        worker.shutdown();
        active.values().forEach(ActiveRun::cancel);
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("a run did not stop in time; it is marked as interrupted at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Work work(RunRequest request) {
        Work work = request.kind() == null ? null : kinds.get(request.kind());
        if (work == null) {
            throw new SinkmapException("there is no kind of run '" + request.kind() + "'"
                    + Suggestion.among(
                            String.valueOf(request.kind()),
                            kinds.keySet().stream().sorted().toList()));
        }
        return work;
    }

    private ActiveRun add(RunRequest request, Consumer<StoredRun> listener) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String id = ID.format(now.withOffsetSameInstant(ZoneOffset.UTC))
                + String.format("-%04x", ThreadLocalRandom.current().nextInt(0x10000));
        String plan = request.plan() == null ? "" : request.plan();
        StoredRun run = new StoredRun(
                id,
                request.kind(),
                plan,
                Json.write(request),
                State.QUEUED,
                0,
                "queued",
                now,
                null,
                null,
                null,
                null,
                false);
        ActiveRun added = new ActiveRun(run, request, store, clock, listener);
        store.add(run);
        active.put(id, added);
        return added;
    }

    /** Performs a run and returns what made it fail, or null. */
    private RuntimeException perform(ActiveRun run) {
        oneAtATime.lock();
        try (MDC.MDCCloseable lines = MDC.putCloseable("run", run.id())) {
            insist(run::begin);
            return run.latest().state() == State.RUNNING ? carryOut(run) : null;
        } finally {
            active.remove(run.id());
            announce(run.latest());
            oneAtATime.unlock();
        }
    }

    private RuntimeException carryOut(ActiveRun run) {
        try {
            String result = work(run.request()).run(run.id(), run.request(), run);
            run.at("complete", 1);
            insist(() -> complete(run.id(), result));
            run.completed();
            prune(run.latest());
            return null;
        } catch (AbandonedException e) {
            discard(run, State.CANCELLED, null);
            CompletableFuture<Void> unused = e.rest().whenComplete((done, failure) -> removeResults(run.id()));
            return null;
        } catch (CancellationException e) {
            discard(run, State.CANCELLED, null);
            return null;
        } catch (SinkmapException e) {
            LOG.info("run {} failed: {}", run.id(), e.getMessage());
            discard(run, State.FAILED, e.getMessage());
            return e;
        } catch (OutOfMemoryError e) {
            LOG.error("run {} ran out of memory", run.id(), e);
            String message = "the run needs more memory than the service has; take larger cells or start it with -Xmx";
            discard(run, State.FAILED, message);
            return new SinkmapException(message, e);
        } catch (RuntimeException | Error e) {
            LOG.error("run {} failed", run.id(), e);
            UnavailableException away = UnavailableException.find(e).orElse(null);
            discard(run, State.FAILED, away == null ? "internal error, see log" : away.getMessage());
            return e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    /** Completes a run, unless it was and only the answer was lost. */
    private void complete(String run, String result) {
        boolean done = store.find(run).filter(r -> r.state() == State.COMPLETED).isPresent();
        if (!done) {
            store.complete(run, result);
        }
    }

    /** Tells the database what it must know of a run; while it is away, again and again for some minutes. */
    private void insist(Runnable telling) {
        for (int attempt = 1; ; attempt++) {
            try {
                telling.run();
                return;
            } catch (RuntimeException e) {
                if (UnavailableException.find(e).isEmpty() || attempt == MOST_ATTEMPTS || stops()) {
                    throw e;
                }
                LOG.warn("the state of a run could not be stored and is tried again: {}", e.getMessage());
            }
        }
    }

    /** Waits a moment; whether the service stops meanwhile. */
    private boolean stops() {
        try {
            return stopping.await(PAUSE_s, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Tells of a run that has ended; that a listener fails is no failure of the run. */
    private void announce(StoredRun run) {
        try {
            ended.accept(run);
        } catch (RuntimeException e) {
            LOG.error("telling of run {} failed", run.id(), e);
        }
    }

    /** Removes old runs; that it fails is no failure of the run that has just been completed. */
    private void prune(StoredRun newest) {
        if (keep == 0) {
            return;
        }
        try {
            int removed = store.prune(newest.kind(), newest.plan(), keep);
            if (removed > 0) {
                LOG.info("{} old runs of {} {} removed", removed, newest.kind(), newest.plan());
            }
        } catch (RuntimeException e) {
            LOG.error("old runs of {} {} could not be removed", newest.kind(), newest.plan(), e);
        }
    }

    private void discard(ActiveRun run, State state, String error) {
        removeResults(run.id());
        insist(() -> run.end(state, error));
    }

    private void removeResults(String run) {
        try {
            insist(() -> store.discard(run));
        } catch (RuntimeException e) {
            LOG.error("results of run {} could not be removed", run, e);
        }
    }
}
