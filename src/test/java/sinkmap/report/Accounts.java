package sinkmap.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;

/** Stored accounts for tests. */
final class Accounts {

    /** What an account held before methods, partitions, flows and the second approach to uncertainty. */
    static final String OLD = """
            {"cell_m": 100.0, "total": {"area_ha": 6.0, "stock_tc": 300.0, "low_tc": 200.0, "high_tc": 420.0, "stock_tco2e": 1100.0},
             "strata": [{"layer": "marsh", "class": "reed", "title": {"zh": "芦苇", "en": "Reed"}, "area_ha": 6.0, "overlap_ha": 2.0,
               "stock_tc": 300.0, "low_tc": 200.0, "high_tc": 420.0, "stock_tco2e": 1100.0, "pools": []}],
             "zones": [{"name": "甲市", "area_ha": 6.0, "stock_tc": 300.0, "low_tc": 200.0, "high_tc": 420.0, "strata": []}],
             "without_factor": [], "inputs": []}
            """;

    private Accounts() {}

    /** An account with everything, and with texts that mean harm. */
    static StoredAccount full() {
        try {
            return of(Files.readString(Path.of("src/test/resources/report/account.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static StoredAccount of(String result) {
        return StoredAccount.of(run("account", State.COMPLETED, result));
    }

    static StoredRun run(String kind, State state, String result) {
        OffsetDateTime noon = OffsetDateTime.parse("2026-03-01T12:00:00Z");
        return new StoredRun("r1", kind, "", "{}", state, 1, "", noon, noon, noon, result, null, true);
    }

    static JsonNode result() {
        return full().result();
    }
}
