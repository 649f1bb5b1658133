package sinkmap.ogc;

import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many requests work at once as there are processors, connections and memory for: maps and features apart, so that
 * long downloads do not keep maps from being drawn, and memory for pictures and bodies before it is taken. Others wait for
 * their turn, but not many and not long.
 */
public final class Gate {

    /** What is scarce for a request. */
    public enum Kind {
        MAPS,
        FEATURES
    }

    /** The right to work, to be given back. */
    public interface Pass extends AutoCloseable {

        Pass NONE = () -> {};

        @Override
        void close();
    }

    /** When to come back after 503. */
    public static final String RETRY_AFTER_s = "5";

    private static final int KIB = 1024;

    private final Map<Kind, Semaphore> places = new EnumMap<>(Kind.class);
    private final Semaphore memory_kib;
    private final int all_kib;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LoadSettings settings;

    Gate(LoadSettings settings) {
        this(settings, Runtime.getRuntime().maxMemory());
    }

    /**
     * @param heap_bytes the heap of which the pictures and bodies get their share
     */
    Gate(LoadSettings settings, long heap_bytes) {
        this.settings = settings;
        places.put(Kind.MAPS, new Semaphore(settings.maps(), true));
        places.put(Kind.FEATURES, new Semaphore(settings.features(), true));
        all_kib = (int) Math.min(Integer.MAX_VALUE, (long) (settings.memoryShare() * heap_bytes / KIB));
        memory_kib = new Semaphore(all_kib, true);
    }

    /** Waits for a place among the requests of a kind; {@link OwsException} with status 503 when there is none in time. */
    public Pass enter(Kind kind) {
        return take(places.get(kind), 1);
    }

    /**
     * Waits for memory; all there is where more is wanted. {@link OwsException} with status 503 when it is not free in
     * time.
     */
    public Pass reserve(long bytes) {
        int kib = (int) Math.min(all_kib, (bytes + KIB - 1) / KIB);
        return kib == 0 ? Pass.NONE : take(memory_kib, kib);
    }

    /** An answer that is given up when its client takes it too slowly. */
    public OutputStream paced(OutputStream answer) {
        return new PacedStream(answer, settings, System::nanoTime);
    }

    /** Memory for all requests together. */
    long memory_bytes() {
        return (long) all_kib * KIB;
    }

    /** Requests that wait for their turn just now. */
    int waiting() {
        return waiting.get();
    }

    /** Requests of a kind that could be taken on just now. */
    int free(Kind kind) {
        return places.get(kind).availablePermits();
    }

    private Pass take(Semaphore scarce, int permits) {
        if (!scarce.tryAcquire(permits)) {
            await(scarce, permits);
        }
        return () -> scarce.release(permits);
    }

    private void await(Semaphore scarce, int permits) {
        try {
            if (waiting.incrementAndGet() > settings.waiting()
                    || !scarce.tryAcquire(permits, settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static OwsException busy() {
        return new OwsException(
                "NoApplicableCode", null, "the service has more requests than it can take on; try again later", 503);
    }
}
