package sinkmap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.report.CsvFile;
import sinkmap.report.ScenarioTable;
import sinkmap.run.Runs;
import sinkmap.run.ScenarioResult;
import sinkmap.run.Scenarios;
import sinkmap.store.StoredRun;

/**
 * Scenarios of the carbon of land that changes. Those of areas are answered from the current account, those of dated maps by
 * their last run; {@code run} asks for another run of the scenario.
 */
@RestController
@RequestMapping("/api/scenarios")
class ScenarioController {

    private final Scenarios scenarios;
    private final Runs runs;

    ScenarioController(Scenarios scenarios, Runs runs) {
        this.scenarios = scenarios;
        this.runs = runs;
    }

    /** All scenarios. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    String list() {
        return scenarios.listJson();
    }

    /** What a scenario comes to, see {@link ScenarioResult}. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String answer(@PathVariable String id, @RequestParam(required = false) String run) {
        return Scenarios.json(result(id, run));
    }

    /** All years, classes and pools of a scenario as one table. */
    @GetMapping("/{id}/years.csv")
    void table(@PathVariable String id, @RequestParam(required = false) String run, HttpServletResponse response)
            throws IOException {
        ScenarioResult result = result(id, run);
        response.setContentType(CsvFile.TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("scenario-" + result.id() + ".csv"));
        CsvFile.write(ScenarioTable.of(result), response.getOutputStream());
    }

    /** The carbon density of every year of a scenario of dated maps, a band a year. */
    @GetMapping("/{id}/years.tif")
    void map(@PathVariable String id, @RequestParam(required = false) String run, HttpServletResponse response)
            throws IOException {
        send("scenario-" + id, map(id, run, Scenarios.YEARS), response);
    }

    /** The carbon density of each dated map and, as the last band, the change from the first to the last. */
    @GetMapping("/{id}/states.tif")
    void states(@PathVariable String id, @RequestParam(required = false) String run, HttpServletResponse response)
            throws IOException {
        send("scenario-" + id + "-states", map(id, run, Scenarios.STATES), response);
    }

    /** What the carbon density of a scenario of dated maps changed between two years. */
    @GetMapping("/{id}/change.tif")
    void change(
            @PathVariable String id,
            @RequestParam(required = false) String run,
            @RequestParam int from,
            @RequestParam int to,
            HttpServletResponse response)
            throws IOException {
        StoredRun made = run(id, run);
        Path file = Files.createTempFile("scenario", ".tif");
        try {
            scenarios.writeChange(made, from, to, file);
            send("scenario-" + id + "-" + from + "-" + to, file, response);
        } finally {
            Files.delete(file);
        }
    }

    private static void send(String name, Path file, HttpServletResponse response) throws IOException {
        response.setContentType("image/tiff");
        response.setContentLengthLong(Files.size(file));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name + ".tif"));
        Files.copy(file, response.getOutputStream());
    }

    private static String attachment(String file) {
        return ContentDisposition.attachment().filename(file).build().toString();
    }

    private ScenarioResult result(String id, String run) {
        check(id);
        return run == null && !scenarios.mapped(id) ? scenarios.answer(id) : Scenarios.read(run(id, run));
    }

    private Path map(String id, String run, String name) {
        StoredRun made = run(id, run);
        return scenarios.findMap(made, name).orElseThrow(() -> withoutMaps(id));
    }

    /** The run that is named, or the last one that was completed. */
    private StoredRun run(String id, String run) {
        check(id);
        if (run != null) {
            StoredRun found = runs.get(run);
            if (!found.kind().equals(Scenarios.KIND) || !found.plan().equals(id) || found.result() == null) {
                throw new RefusedException(
                        HttpStatus.NOT_FOUND,
                        "run '" + run + "' is no completed run of scenario '" + id + "'; GET /api/runs lists them");
            }
            return found;
        }
        return scenarios
                .findRun(id)
                .orElseThrow(() -> scenarios.mapped(id)
                        ? new RefusedException(
                                HttpStatus.NOT_FOUND,
                                "scenario '" + id + "' has dated maps and was not run yet; POST /api/runs"
                                        + " {\"kind\": \"scenario\", \"plan\": \"" + id + "\"}")
                        : withoutMaps(id));
    }

    private static RefusedException withoutMaps(String id) {
        return new RefusedException(
                HttpStatus.NOT_FOUND,
                "scenario '" + id + "' has areas and no dated maps, so it has no map of its years");
    }

    private void check(String id) {
        if (!scenarios.has(id)) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "there is no scenario '" + id + "'; GET /api/scenarios lists them");
        }
    }
}
