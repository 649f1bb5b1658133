package sinkmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of an account run as it is stored. Keys that runs of an earlier version did not write are absent; what they
 * wrote in another place is found there.
 *
 * @param run the run
 * @param result its result
 */
public record StoredAccount(StoredRun run, JsonNode result) {

    /**
     * A method of the account with what it gave.
     *
     * @param about id, title and sets; empty for a run that named no methods
     * @param result the node that holds its {@code total}, {@code strata} and {@code without_factor}
     * @param headline whether it stands for the account
     */
    record Method(JsonNode about, JsonNode result, boolean headline) {

        String id() {
            return about.path("id").asString("");
        }

        Stream<JsonNode> strata() {
            return list(result.path("strata"));
        }

        Stream<JsonNode> withoutFactor() {
            return list(result.path("without_factor"));
        }
    }

    /**
     * Reads the result of a run.
     *
     * @throws SinkmapException when the run is no account, or has no result
     */
    public static StoredAccount of(StoredRun run) {
        if (!run.kind().equals("account")) {
            throw new SinkmapException("run '" + run.id() + "' is a run of kind '" + run.kind()
                    + "'; tables and reports are made of runs of kind 'account'");
        }
        if (run.state() != StoredRun.State.COMPLETED || run.result() == null) {
            throw new SinkmapException("run '" + run.id() + "' has no result: its state is '"
                    + run.state().name().toLowerCase(java.util.Locale.ROOT) + "'");
        }
        return new StoredAccount(run, JsonMapper.shared().readTree(run.result()));
    }

    /** The methods side by side, the headline first; one without a name for a run that named none. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        list(result.path("methods")).forEach(method -> {
            boolean headline = methods.isEmpty();
            methods.add(new Method(method, headline && !method.has("strata") ? result : method, headline));
        });
        return methods.isEmpty()
                ? List.of(new Method(JsonMapper.shared().createObjectNode(), result, true))
                : List.copyOf(methods);
    }

    Method headline() {
        return methods().get(0);
    }

    /** The partitions, each with its zones; for a run that knew but one, that one. */
    List<JsonNode> partitions() {
        if (result.path("partitions").isArray()) {
            return list(result.path("partitions")).toList();
        }
        if (!result.path("zones").isArray()) {
            return List.of();
        }
        return List.of(JsonMapper.shared().createObjectNode().put("id", "").set("zones", result.get("zones")));
    }

    /** What lay under a stratum of higher precedence: the overlaps listed, else those that strata state. */
    List<JsonNode> overlaps() {
        return result.path("overlaps").isArray()
                ? list(result.path("overlaps")).toList()
                : headline()
                        .strata()
                        .filter(s -> s.path("overlap_ha").asDouble(0) > 0)
                        .toList();
    }

    /** The elements of an array; nothing for anything else. */
    static Stream<JsonNode> list(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }
}
