package sinkmap.run;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows whether the result of a request is there already: the current run was asked the same, by the same version, under
 * the same definitions, its input layers still hold the same files and were not edited since, and an account that it has areas
 * from is still the current one.
 */
public final class Freshness {

    private final RunStore runs;
    private final Supplier<LayerStates> states;
    private final String definitions;

    Freshness(Catalog catalog, RunStore runs, Supplier<LayerStates> states) {
        this.runs = runs;
        this.states = states;
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
                && sameAccount(result.path("account_run").asString(null))
                && sameContent(result.path("inputs"));
    }

    private boolean sameAccount(String then) {
        return then == null
                || runs.findCurrent("account", "")
                        .filter(run -> run.id().equals(then))
                        .isPresent();
    }

    private boolean sameContent(JsonNode inputs) {
        LayerStates now = states.get();
        Set<String> layers = new TreeSet<>();
        Set<String> then = new TreeSet<>();
        for (JsonNode input : inputs) {
            String layer = input.path("layer").asString();
            layers.add(layer);
            then.add(layer + " edits " + input.path("edits"));
            if (!input.path("checksum").isNull()) {
                then.add(layer + " " + input.path("checksum").asString());
            }
        }
        return then.equals(layers.stream().flatMap(layer -> content(layer, now)).collect(Collectors.toSet()));
    }

    private static Stream<String> content(String layer, LayerStates now) {
        return Stream.concat(
                Stream.of(layer + " edits " + Json.write(now.edits(layer).orElse(null))),
                now.files(layer).stream().map(load -> layer + " " + load.checksum()));
    }
}
