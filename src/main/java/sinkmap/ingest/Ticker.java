package sinkmap.ingest;

import sinkmap.store.Progress;

/** Passes progress on at most five times a second, never falling. */
final class Ticker {

    private static final long INTERVAL_NS = 200_000_000L;

    private final Progress progress;
    private final String stage;
    private long last = System.nanoTime();
    private double highest;

    Ticker(Progress progress, String stage) {
        this.progress = progress;
        this.stage = stage;
        progress.at(stage, 0);
    }

    void at(double share) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL_NS) {
            last = now;
            highest = Math.max(highest, Math.min(1, share));
            progress.at(stage, highest);
        }
    }
}
