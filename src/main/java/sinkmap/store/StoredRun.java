package sinkmap.store;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * A run as the database keeps it.
 *
 * @param id id, sortable by start
 * @param kind {@code siting} or {@code account}
 * @param plan plan id; empty for an account
 * @param request the request as JSON
 * @param state state
 * @param progress share done, 0 to 1
 * @param stage what is being done
 * @param requested when it was asked for
 * @param started when it began, or null
 * @param finished when it ended, or null
 * @param result result as JSON; null while it is not known, and of a run that was not completed
 * @param error why it failed, or null
 * @param current whether its results are the ones that layers show
 */
public record StoredRun(
        String id,
        String kind,
        String plan,
        String request,
        State state,
        double progress,
        String stage,
        OffsetDateTime requested,
        OffsetDateTime started,
        OffsetDateTime finished,
        String result,
        String error,
        boolean current) {

    /** State of a run. {@code INTERRUPTED}: the service stopped while it was under way. */
    public enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED,
        INTERRUPTED
    }

    /** The same run with another result. */
    public StoredRun with(String newResult) {
        return new StoredRun(
                id, kind, plan, request, state, progress, stage, requested, started, finished, newResult, error,
                current);
    }

    /** Share from which on the time that a run has taken tells how long it will take. */
    private static final double TELLING = 0.03;

    /**
     * Seconds that the rest is likely to take, by the time that the share done has taken; null unless the run is under way
     * and has come far enough to tell.
     */
    public Long secondsLeft(OffsetDateTime now) {
        if (state != State.RUNNING || started == null || progress < TELLING) {
            return null;
        }
        double taken = Duration.between(started, now).toMillis() / 1000.0;
        return Math.round(taken * (1 - progress) / progress);
    }
}
