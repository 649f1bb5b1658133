package sinkmap.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as the REST interface shows it.
 *
 * @param kind {@code siting}, {@code account}, {@code scenario} or {@code assessment}
 * @param plan id of the plan, scenario or assessment; null for an account
 * @param progress share done, 0 to 1
 * @param secondsLeft seconds that the rest is likely to take; null while that cannot be told
 * @param current whether layers show the results of this run
 * @param answered whether the result is known and the sites can be asked for, {@code /api/sites?run=}; the maps of scores may
 *     still be drawn
 * @param result null in lists, and until the run is answered
 */
@JsonNaming(SnakeCaseStrategy.class)
record RunView(
        String id,
        String kind,
        String plan,
        JsonNode request,
        String state,
        double progress,
        String stage,
        Long secondsLeft,
        OffsetDateTime requested,
        OffsetDateTime started,
        OffsetDateTime finished,
        String error,
        boolean current,
        boolean answered,
        String self,
        JsonNode result) {

    static RunView of(StoredRun run) {
        return of(run, JsonText.parse(run.result()));
    }

    static RunView withoutResult(StoredRun run) {
        return of(run, null);
    }

    private static RunView of(StoredRun run, JsonNode result) {
        return new RunView(
                run.id(),
                run.kind(),
                run.plan() == null || run.plan().isEmpty() ? null : run.plan(),
                JsonText.parse(run.request()),
                Names.of(run.state()),
                run.progress(),
                run.stage(),
                run.secondsLeft(OffsetDateTime.now(ZoneOffset.UTC)),
                run.requested(),
                run.started(),
                run.finished(),
                run.error(),
                run.current(),
                run.result() != null,
                "/api/runs/" + run.id(),
                result);
    }
}
