package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tiny region with something on it; a cell is 1 ha. */
final class TinyRegion {

    private TinyRegion() {}

    static FixtureService open(Path folder) {
        FixtureService service = new FixtureService(new FixtureRegion(folder), folder);
        // free: 20 x 30 cells, and 2 x 4 that are too few for a site
        service.add("field", service.cells(10, 10, 30, 40), Map.of("state", "free"));
        service.add("field", service.cells(40, 10, 42, 14), Map.of("state", "free"));
        service.add("field", service.cells(0, 45, 8, 55), Map.of("state", "used"));
        // with 200 m around: columns 34 to 39 of the field, 20 rows
        service.add("reserve", service.cells(10, 36, 30, 46), Map.of("note", "heath"));
        service.add("port", service.point(20, 95), Map.of());
        service.fill("sun", 1400);
        service.add("marsh", service.cells(25, 10, 35, 20), Map.of("species", "reed"));
        service.add("marsh", service.cells(50, 28, 52, 33), Map.of("species", "suaeda"));
        service.add("wood", service.cells(28, 15, 32, 25), Map.of());
        service.add("city", service.cells(-2, -2, 60, 30), Map.of("name_zh", "甲市", "name_en", "Jia", "adcode", "1"));
        service.add("city", service.cells(-2, 30, 60, 80), Map.of("name_zh", "乙市", "name_en", "Yi", "adcode", "2"));
        return service;
    }

    /** The result of a run that completes. */
    static JsonNode run(FixtureService service, RunRequest request) {
        StoredRun run = service.runs.runNow(request, progress -> {});
        assertThat(run.state()).isEqualTo(State.COMPLETED);
        assertThat(run.progress()).isEqualTo(1);
        return JsonMapper.shared().readTree(run.result());
    }
}
