package sinkmap.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Suggestion;
import sinkmap.run.RunRequest;
import sinkmap.run.Runs;
import sinkmap.store.StoredRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts, watches and cancels runs. */
@RestController
@RequestMapping("/api/runs")
class RunController {

    private static final int LARGEST_REQUEST_BYTES = 64 * 1024;
    private static final Set<String> KEYS = Set.of("kind", "plan", "rule_set", "cell_m");

    private final Runs runs;
    private final JsonMapper mapper;

    RunController(Runs runs, JsonMapper mapper) {
        this.runs = runs;
        this.mapper = mapper;
    }

    record RunList(List<RunView> runs) {}

    @GetMapping
    RunList list() {
        return new RunList(runs.list().stream().map(RunView::withoutResult).toList());
    }

    @GetMapping("/{id}")
    RunView one(@PathVariable String id) {
        return RunView.of(runs.get(id));
    }

    /** Queues a run: {@code {"kind": "siting", "plan": "wind-offshore", "rule_set": ..., "cell_m": ...}}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunView> start(InputStream body) throws IOException {
        StoredRun run = runs.start(read(body));
        return ResponseEntity.accepted()
                .location(URI.create("/api/runs/" + run.id()))
                .body(RunView.of(run));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<RunView> cancel(@PathVariable String id) {
        runs.get(id);
        runs.cancel(id);
        return ResponseEntity.accepted().body(RunView.withoutResult(runs.get(id)));
    }

    private RunRequest read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_REQUEST_BYTES + 1);
        if (bytes.length > LARGEST_REQUEST_BYTES) {
            throw new RefusedException(
                    HttpStatus.CONTENT_TOO_LARGE, "a run is asked for in at most " + LARGEST_REQUEST_BYTES + " bytes");
        }
        JsonNode request = parse(bytes);
        for (String key : request.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw bad("unknown key '" + key + "'"
                        + Suggestion.among(key, KEYS.stream().sorted().toList()));
            }
        }
        String plan = text(request, "plan");
        String kind = text(request, "kind");
        return new RunRequest(
                kind == null && plan != null ? "siting" : kind, plan, text(request, "rule_set"), cell(request));
    }

    private JsonNode parse(byte[] bytes) {
        try {
            JsonNode request = mapper.readTree(bytes);
            if (request.isObject()) {
                return request;
            }
        } catch (JacksonException e) {
            throw bad("the body is no valid JSON: " + e.getOriginalMessage());
        }
        throw bad("the body must be a JSON object such as {\"kind\": \"siting\", \"plan\": \"...\"}");
    }

    private static String text(JsonNode request, String key) {
        JsonNode value = request.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw bad("'" + key + "' must be a string, not " + value);
        }
        return value.stringValue();
    }

    private static Double cell(JsonNode request) {
        JsonNode value = request.get("cell_m");
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !(value.doubleValue() > 0)) {
            throw bad("'cell_m' must be a positive number of metres, not " + value);
        }
        return value.doubleValue();
    }

    private static RefusedException bad(String message) {
        return new RefusedException(HttpStatus.BAD_REQUEST, message);
    }
}
