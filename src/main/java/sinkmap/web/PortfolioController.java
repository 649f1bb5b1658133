package sinkmap.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Suggestion;
import sinkmap.run.FrontierChart;
import sinkmap.run.PortfolioQuestion;
import sinkmap.run.PortfolioResult;
import sinkmap.run.Portfolios;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chooses portfolios of sites. One is solved at a time. */
@RestController
@RequestMapping("/api/portfolios")
class PortfolioController {

    private static final int LARGEST_REQUEST_BYTES = 256 * 1024;
    private static final double LONGEST_S = 300;
    private static final Set<String> KEYS = Set.of(
            "id",
            "plans",
            "target",
            "targets",
            "objective",
            "lock_in",
            "lock_out",
            "min_share",
            "max_share",
            "net_of_baseline",
            "frontier",
            "gap",
            "time_limit_s");

    private final Portfolios portfolios;
    private final Map<String, Portfolios.Search> running = new ConcurrentHashMap<>();
    private final Semaphore oneAtATime = new Semaphore(1, true);

    PortfolioController(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * Solves a portfolio and answers with the {@link sinkmap.run.PortfolioResult}, in snake case. The request:
     *
     * <pre>{@code
     * {"plans": ["pv-saline-alkali", "wind-offshore"],      sites of their current runs
     *  "target": "T11",                                     or "10GW", "5000GWh", "city=潍坊市:800MW"; "targets": [...] for several
     *  "objective": "lcoe",                                 or "cost", "carbon", "mix:0.5"; default lcoe
     *  "lock_in": ["site"], "lock_out": ["site"],
     *  "min_share": {"technology=wind-offshore": 0.2},      of the portfolio's capacity or energy, as the first target
     *  "max_share": {"city=潍坊市": 0.3},
     *  "net_of_baseline": false,                            subtract the stock of the base year from a row of targets.csv
     *  "frontier": true,                                    cost against carbon in 10 points
     *  "gap": 1e-4, "time_limit_s": 60,                     at most 300 s
     *  "id": "my-question"}                                 chosen by the client, so that DELETE can name it
     * }</pre>
     *
     * <p>The answer waits for the solution, at the longest for the time limit; {@code DELETE /api/portfolios/my-question}
     * stops it before, and it is answered with 409. No portfolio that reaches the target is an answer too (200, state
     * {@code infeasible}); what is wrong with the question is a problem document (400).
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> solve(InputStream body) throws IOException, InterruptedException {
        return ResponseEntity.ok(Portfolios.json(answer(read(body))));
    }

    /** The same question, with {@code Accept: image/svg+xml}, answered with the chart of the frontier. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = "image/svg+xml")
    ResponseEntity<String> chart(InputStream body) throws IOException, InterruptedException {
        return ResponseEntity.ok(FrontierChart.svg(answer(read(body))));
    }

    private PortfolioResult answer(JsonNode request) throws InterruptedException {
        String id = text(request, "id");
        Portfolios.Search search = portfolios.search(question(request));
        if (id != null && running.putIfAbsent(id, search) != null) {
            throw new RefusedException(
                    HttpStatus.CONFLICT, "portfolio '" + id + "' is being solved; choose another id");
        }
        oneAtATime.acquire();
        try {
            return search.answer();
        } finally {
            oneAtATime.release();
            if (id != null) {
                running.remove(id);
            }
        }
    }

    /** Stops a portfolio that is being solved. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id) {
        Portfolios.Search search = running.get(id);
        if (search == null) {
            throw new RefusedException(HttpStatus.NOT_FOUND, "no portfolio '" + id + "' is being solved");
        }
        search.cancel();
        return ResponseEntity.accepted().build();
    }

    private static PortfolioQuestion question(JsonNode request) {
        List<String> targets = new ArrayList<>(texts(request, "targets"));
        String target = text(request, "target");
        if (target != null) {
            targets.add(0, target);
        }
        double limit = number(request, "time_limit_s", PortfolioQuestion.USUAL_LIMIT_S);
        if (limit > LONGEST_S) {
            throw bad("'time_limit_s' may be at most " + LONGEST_S + ", not " + limit
                    + "; the command line has more time");
        }
        return new PortfolioQuestion(
                texts(request, "plans"),
                targets,
                text(request, "objective"),
                new LinkedHashSet<>(texts(request, "lock_in")),
                new LinkedHashSet<>(texts(request, "lock_out")),
                shares(request, "min_share"),
                shares(request, "max_share"),
                flag(request, "net_of_baseline"),
                flag(request, "frontier"),
                number(request, "gap", PortfolioQuestion.USUAL_GAP),
                limit);
    }

    private static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_REQUEST_BYTES + 1);
        if (bytes.length > LARGEST_REQUEST_BYTES) {
            throw new RefusedException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "a portfolio is asked for in at most " + LARGEST_REQUEST_BYTES + " bytes");
        }
        JsonNode request;
        try {
            request = JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw bad("the body is no valid JSON: " + e.getOriginalMessage());
        }
        if (!request.isObject()) {
            throw bad("the body must be a JSON object such as {\"plans\": [\"wind-offshore\"], \"target\": \"T11\"}");
        }
        for (String key : request.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw bad("unknown key '" + key + "'"
                        + Suggestion.among(key, KEYS.stream().sorted().toList()));
            }
        }
        return request;
    }

    private static JsonNode find(JsonNode request, String key) {
        JsonNode value = request.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private static String text(JsonNode request, String key) {
        JsonNode value = find(request, key);
        if (value != null && !value.isString()) {
            throw bad("'" + key + "' must be a string, not " + value);
        }
        return value == null ? null : value.stringValue();
    }

    private static List<String> texts(JsonNode request, String key) {
        JsonNode value = find(request, key);
        List<String> texts = new ArrayList<>();
        if (value != null && !value.isArray()) {
            throw bad("'" + key + "' must be a list of strings, not " + value);
        }
        if (value != null) {
            for (JsonNode item : value) {
                if (!item.isString()) {
                    throw bad("'" + key + "' must hold strings, not " + item);
                }
                texts.add(item.stringValue());
            }
        }
        return texts;
    }

    private static Map<String, Double> shares(JsonNode request, String key) {
        JsonNode value = find(request, key);
        Map<String, Double> shares = new LinkedHashMap<>();
        if (value != null && !value.isObject()) {
            throw bad("'" + key + "' must be an object such as {\"city=潍坊市\": 0.3}, not " + value);
        }
        if (value != null) {
            for (String group : value.propertyNames()) {
                shares.put(group, number(value, group, Double.NaN));
            }
        }
        return shares;
    }

    private static double number(JsonNode request, String key, double otherwise) {
        JsonNode value = find(request, key);
        if (value != null && !value.isNumber()) {
            throw bad("'" + key + "' must be a number, not " + value);
        }
        return value == null ? otherwise : value.doubleValue();
    }

    private static boolean flag(JsonNode request, String key) {
        JsonNode value = find(request, key);
        if (value != null && !value.isBoolean()) {
            throw bad("'" + key + "' must be true or false, not " + value);
        }
        return value != null && value.booleanValue();
    }

    private static RefusedException bad(String message) {
        return new RefusedException(HttpStatus.BAD_REQUEST, message);
    }
}
