package sinkmap.store;

import java.util.List;
import java.util.Optional;

/** Runs and their results in the database. */
public class RunStore {

    /** Adds a run in state {@code QUEUED}. */
    public void add(StoredRun run) {
        throw new UnsupportedOperationException();
    }

    /** Updates state, progress, stage, times and error. */
    public void update(StoredRun run) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores the result and makes the run the current one of its kind and plan, in one transaction: from here on layers
     * show its features and rasters.
     */
    public void complete(String run, String resultJson) {
        throw new UnsupportedOperationException();
    }

    /** Removes features and rasters of a run that did not complete. */
    public void discard(String run) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredRun> find(String run) {
        throw new UnsupportedOperationException();
    }

    /** The current run of a kind and plan. */
    public Optional<StoredRun> findCurrent(String kind, String plan) {
        throw new UnsupportedOperationException();
    }

    /** All runs, newest first. */
    public List<StoredRun> list() {
        throw new UnsupportedOperationException();
    }
}
