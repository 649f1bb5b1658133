package sinkmap.ogc.wms;

import java.time.OffsetDateTime;
import sinkmap.store.Store;
import sinkmap.store.StoredRun;

/** Runs for tests. */
final class Runs {

    private Runs() {}

    /** Adds a run, lets it write, and completes it at a time. */
    static void complete(Store store, String id, OffsetDateTime finished, Runnable write) {
        store.runs().add(run(id, StoredRun.State.QUEUED, null));
        write.run();
        store.runs().complete(id, "{}");
        store.runs().update(run(id, StoredRun.State.COMPLETED, finished));
    }

    private static StoredRun run(String id, StoredRun.State state, OffsetDateTime finished) {
        OffsetDateTime requested = OffsetDateTime.parse("2026-02-03T04:05:06Z");
        return new StoredRun(
                id, "siting", "plan", "{}", state, 1, "stage", requested, requested, finished, null, null, false);
    }
}
