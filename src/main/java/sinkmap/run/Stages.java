package sinkmap.run;

import com.google.common.base.Throwables;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sinkmap.store.Progress;

/** The stages of a run: tells of progress, hears of cancellation, takes the time and the peak of the heap. */
final class Stages {

    private static final double STEP = 0.12;
    private static final double MIB = 1024.0 * 1024;

    private static final long POLL_ms = 100;

    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final List<MemoryPoolMXBean> heap;
    private String stage;
    private double from;
    private volatile double share;
    private double goal;
    private long began;

    Stages(Progress progress) {
        this.progress = progress;
        this.heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Ends the stage before and begins one, which takes the run from one share of the whole to another. */
    void begin(String newStage, double start, double to) {
        end();
        stage = newStage;
        from = start;
        share = start;
        goal = to;
        began = System.nanoTime();
        tick();
    }

    /** Throws {@link java.util.concurrent.CancellationException} when the run was cancelled. */
    void tick() {
        progress.at(stage, share);
    }

    /** The same after a piece of work; how many pieces a stage has is not known, so each takes a part of the rest. */
    void step() {
        share += (goal - share) * STEP;
        tick();
    }

    /** Reports which share of the stage is done, 0 to 1. */
    void at(double done) {
        share = from + (goal - from) * done;
        tick();
    }

    /** Does a piece of work that cannot be interrupted, without keeping a cancelled run waiting for its end. */
    void during(Runnable work) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(work, Stages::start);
        while (!done.isDone()) {
            try {
                tick();
                done.get(POLL_ms, TimeUnit.MILLISECONDS);
            } catch (CancellationException e) {
                throw new AbandonedException(e.getMessage(), done);
            } catch (TimeoutException | ExecutionException e) {
                // looked at again below
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AbandonedException("interrupted", done);
            }
        }
        try {
            done.join();
        } catch (CompletionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw e;
        }
        step();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "write");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the last stage. */
    void end() {
        if (stage != null) {
            seconds.merge(stage, (System.nanoTime() - began) / 1e9, Double::sum);
            stage = null;
        }
    }

    /** Seconds of all stages that have ended. */
    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Seconds by stage, in the order of the stages. */
    Map<String, Double> seconds() {
        return seconds;
    }

    /** Sum of the peaks of the heap's pools since the beginning, MiB: an upper bound, for they need not coincide. */
    long peakHeap_mb() {
        return Math.round(
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB);
    }
}
