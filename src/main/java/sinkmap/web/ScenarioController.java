package sinkmap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
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
import sinkmap.run.ScenarioResult;
import sinkmap.run.Scenarios;

/** Scenarios of the carbon of land that changes, answered from the areas of the current account. */
@RestController
@RequestMapping("/api/scenarios")
class ScenarioController {

    private final Scenarios scenarios;

    ScenarioController(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** All scenarios. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    String list() {
        return scenarios.listJson();
    }

    /** What a scenario comes to, see {@link ScenarioResult}. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String answer(@PathVariable String id) {
        return Scenarios.json(result(id));
    }

    /** All years, classes and pools of a scenario as one table. */
    @GetMapping("/{id}/years.csv")
    void table(@PathVariable String id, HttpServletResponse response) throws IOException {
        ScenarioResult result = result(id);
        response.setContentType(CsvFile.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("scenario-" + result.id() + ".csv")
                        .build()
                        .toString());
        CsvFile.write(ScenarioTable.of(result), response.getOutputStream());
    }

    /** The carbon density of every year of a scenario of dated maps, a band a year. */
    @GetMapping("/{id}/years.tif")
    void map(@PathVariable String id, HttpServletResponse response) throws IOException {
        checkMaps(id);
        send("scenario-" + id, file -> scenarios.write(id, file), response);
    }

    /** What the carbon density of a scenario of dated maps changed between two years. */
    @GetMapping("/{id}/change.tif")
    void change(@PathVariable String id, @RequestParam int from, @RequestParam int to, HttpServletResponse response)
            throws IOException {
        checkMaps(id);
        send("scenario-" + id + "-" + from + "-" + to, file -> scenarios.writeChange(id, from, to, file), response);
    }

    /** The carbon density of each dated map and, as the last band, the change from the first to the last. */
    @GetMapping("/{id}/states.tif")
    void states(@PathVariable String id, HttpServletResponse response) throws IOException {
        checkMaps(id);
        send("scenario-" + id + "-states", file -> scenarios.writeStates(id, file), response);
    }

    private static void send(String name, Consumer<Path> writer, HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile("scenario", ".tif");
        try {
            writer.accept(file);
            response.setContentType("image/tiff");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + ".tif")
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private ScenarioResult result(String id) {
        check(id);
        return scenarios.answer(id);
    }

    private void checkMaps(String id) {
        check(id);
        if (!scenarios.mapped(id)) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND,
                    "scenario '" + id + "' has areas and no dated maps, so it has no map of its years");
        }
    }

    private void check(String id) {
        if (!scenarios.has(id)) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "there is no scenario '" + id + "'; GET /api/scenarios lists them");
        }
    }
}
