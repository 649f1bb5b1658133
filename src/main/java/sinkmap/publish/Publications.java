package sinkmap.publish;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import sinkmap.grid.SinkmapException;
import sinkmap.publish.PublishReport.Step;
import sinkmap.store.StoredRun;

/**
 * Publishing in the background, one at a time: on request and, where it is set so, when the service has started and after
 * each completed run. Requests that come while one is waiting are the same request. A publication that fails or leaves
 * something out leaves the run as it is and is repeated, after pauses that double, until one brings everything.
 */
public final class Publications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);
    private static final long LONGEST_WAIT_S = 60;
    private static final Duration CHECK = Duration.ofSeconds(5);

    private final Publisher publisher;
    private final PublishSettings settings;
    private final Consumer<Outcome> listener;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "publish");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "publish-again");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Outcome last;
    private volatile OffsetDateTime next;
    private volatile int failures;
    private Future<?> repetition;

    /**
     * @param listener told of each publication once it has ended
     */
    Publications(Publisher publisher, PublishSettings settings, Consumer<Outcome> listener) {
        this.publisher = publisher;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * How a publication ended.
     *
     * @param began when it began
     * @param ended when
     * @param error why it could not be done at all, or null
     * @param steps what was done, without what was right already
     */
    public record Outcome(OffsetDateTime began, OffsetDateTime ended, String error, List<Step> steps) {

        /** Whether everything is published. */
        public boolean complete() {
            return error == null && steps.stream().noneMatch(step -> step.action() == PublishReport.Action.FAILED);
        }
    }

    /** Whether there is a GeoServer to publish to. */
    public boolean enabled() {
        return settings.enabled();
    }

    /** Whether a publication is waiting to begin. */
    public boolean waiting() {
        return waiting.get();
    }

    /** How the last publication of this process ended. */
    public Optional<Outcome> findLast() {
        return Optional.ofNullable(last);
    }

    /** When it is published again without being asked for. */
    public Optional<OffsetDateTime> findNext() {
        return Optional.ofNullable(next);
    }

    /** How many publications in a row have failed or left something out, the last one included. */
    public int failures() {
        return failures;
    }

    /** Asks for a publication; {@link SinkmapException} when there is nothing to publish to. */
    public void request() {
        if (!settings.enabled()) {
            throw new SinkmapException("there is no GeoServer to publish to; set sinkmap.publish.url");
        }
        if (waiting.compareAndSet(false, true)) {
            worker.execute(this::publish);
        }
    }

    /** Asks the GeoServer, once and briefly, whether it answers and knows our user; what is wrong, or nothing. */
    public Optional<String> findTrouble() {
        try {
            new GeoServerClient(settings.withOneTry(CHECK)).find("/about/version.json");
            return Optional.empty();
        } catch (SinkmapException e) {
            return Optional.of(e.getMessage());
        }
    }

    @EventListener
    void ended(StoredRun run) {
        if (run.state() == StoredRun.State.COMPLETED && settings.afterRun() && settings.enabled()) {
            LOG.info("publishing after run {}", run.id());
            request();
        }
    }

    private void publish() {
        waiting.set(false);
        Outcome outcome = attempt();
        last = outcome;
        failures = outcome.complete() ? 0 : failures + 1;
        repeat(outcome.complete() ? settings.again().every() : settings.again().after(failures));
        listener.accept(outcome);
    }

    private Outcome attempt() {
        OffsetDateTime began = now();
        try {
            PublishReport report = publisher.publish(false, step -> {});
            report.failures().forEach(step -> LOG.warn("publishing: {}", step.line()));
            return new Outcome(began, now(), null, shown(report));
        } catch (SinkmapException e) {
            LOG.warn("publishing failed: {}", e.getMessage());
            return new Outcome(began, now(), e.getMessage(), List.of());
        } catch (RuntimeException e) {
            LOG.error("publishing failed", e);
            return new Outcome(began, now(), "internal error, see log", List.of());
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** Asks for a publication after a pause, in the place of the one that was due so far; none where the pause is 0. */
    private synchronized void repeat(Duration pause) {
        if (repetition != null) {
            repetition.cancel(false);
        }
        next = null;
        if (!pause.isZero() && !timer.isShutdown()) {
            next = now().plus(pause);
            repetition = timer.schedule(this::request, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void stopRepeating() {
        timer.shutdownNow();
    }

    private static List<Step> shown(PublishReport report) {
        return report.steps().stream()
                .filter(step ->
                        step.action() != PublishReport.Action.KEPT && step.action() != PublishReport.Action.VERIFIED)
                .toList();
    }

    /** Lets what is asked for end. */
    @Override
    public void close() {
        stopRepeating();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                LOG.warn("publishing did not end in time; publish again");
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
