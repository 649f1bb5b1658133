package sinkmap.web;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Catalog;

/** What the region's carbon-peak plan sets as targets, from {@code targets.csv}; what it does not set stays null. */
@RestController
@RequestMapping("/api/targets")
class TargetController {

    private static final Set<String> NUMBERS = Set.of("baseline_value", "baseline_year", "target_value", "target_year");

    private final Catalog catalog;

    TargetController(Catalog catalog) {
        this.catalog = catalog;
    }

    record Targets(List<Map<String, Object>> targets) {}

    @GetMapping
    Targets targets() throws IOException {
        Path file = catalog.directory().resolve("targets.csv");
        if (!Files.isRegularFile(file)) {
            return new Targets(List.of());
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Targets(
                    format.parse(reader).stream().map(TargetController::target).toList());
        }
    }

    private static Map<String, Object> target(CSVRecord row) {
        Map<String, Object> target = new LinkedHashMap<>();
        row.toMap().forEach((column, text) -> target.put(column, value(column, text)));
        return target;
    }

    private static Object value(String column, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return NUMBERS.contains(column) ? new BigDecimal(text) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
