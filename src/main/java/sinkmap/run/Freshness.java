package sinkmap.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sinkmap.catalog.Catalog;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows whether the result of a request is there already: the current run was asked the same, by the same version, under
 * the same definitions, and its input layers still hold the same files.
 */
public final class Freshness {

    private final RunStore runs;
    private final LoadStore loads;
    private final String definitions;

    Freshness(Catalog catalog, RunStore runs, LoadStore loads) {
        this.runs = runs;
        this.loads = loads;
        this.definitions = Definitions.hash(catalog.directory());
    }

    /** The current run of a kind and plan if running the request again would give the same result. */
    public Optional<StoredRun> find(RunRequest request) {
        String plan = request.plan() == null ? "" : request.plan();
        return runs.findCurrent(request.kind(), plan)
                .filter(run -> run.result() != null && run.request().equals(Json.write(request)))
                .filter(run -> same(JsonMapper.shared().readTree(run.result())));
    }

    private boolean same(JsonNode result) {
        return result.path("version").asString("").equals(Version.current())
                && result.path("definitions_hash").asString("").equals(definitions)
                && sameFiles(result.path("inputs"));
    }

    private boolean sameFiles(JsonNode inputs) {
        Set<String> layers = new TreeSet<>();
        Set<String> then = new TreeSet<>();
        for (JsonNode input : inputs) {
            String layer = input.path("layer").asString();
            layers.add(layer);
            if (!input.path("checksum").isNull()) {
                then.add(layer + " " + input.path("checksum").asString());
            }
        }
        Set<String> now = layers.stream()
                .flatMap(layer -> checksums(layer).stream().map(checksum -> layer + " " + checksum))
                .collect(Collectors.toSet());
        return now.equals(then);
    }

    private List<String> checksums(String layer) {
        return loads.listCurrent(layer).stream().map(LoadRecord::checksum).toList();
    }
}
