package sinkmap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.Sinkmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a person uses it: on the project's own layers, with coarse cells and data of its own. */
class CliTest {

    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private PrintStream systemOut;
    private PrintStream systemErr;

    @BeforeEach
    void catchOutput() {
        systemOut = System.out;
        systemErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseOutput() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }

    @Test
    void theDemoRunsOnceAndASitingPrintsGridAreasSitesSecondsAndHeap() {
        assertThat(run("demo", "--no-serve")).as(this::errors).isZero();
        assertThat(errors()).contains("account: running", "wind-offshore: running");
        err.reset();
        assertThat(run("demo", "--no-serve")).as(this::errors).isZero();
        assertThat(errors())
                .contains("account: up to date", "wind-offshore: up to date")
                .doesNotContain("running");

        assertThat(run("site", "wind-offshore", "--cell", "1000", "--json"))
                .as(this::errors)
                .isZero();
        JsonNode legacy = json();
        out.reset();
        assertThat(run("site", "wind-offshore", "--cell", "500", "--rule-set", "offshore-wind-2025", "--json"))
                .as(this::errors)
                .isZero();
        JsonNode result = json();

        assertThat(legacy.path("grid").path("cell_m").asDouble()).isEqualTo(1000);
        assertThat(result.path("rule_set").asString()).isEqualTo("offshore-wind-2025");
        assertThat(result.path("sites").path("count").asInt()).isPositive();
        assertThat(result.path("seconds").isEmpty()).isFalse();
        assertThat(result.path("peak_heap_mb").asLong()).isPositive();
        JsonNode area = result.path("area");
        double lost_ha = 0;
        for (JsonNode rule : result.path("exclusions")) {
            assertThat(rule.path("in_sequence_ha").asDouble())
                    .isLessThanOrEqualTo(rule.path("alone_ha").asDouble());
            lost_ha += rule.path("in_sequence_ha").asDouble();
        }
        // what is lost in sequence and what is left make up the whole
        assertThat(area.path("available_ha").asDouble() + lost_ha)
                .isEqualTo(area.path("eligible_ha").asDouble(), within(1.0));
    }

    @Test
    void aPlanWhoseLayersHoldNothingNamesPlanAndLayer() {
        assertThat(run("site", "wind-offshore", "--cell", "1000")).isEqualTo(1);
        assertThat(errors()).contains("sinkmap: ", "wind-offshore", "land");
    }

    @Test
    void theAccountOfOneForestIsItsAreaTimesItsFactors() throws IOException {
        load("city", "city.geojson", square(118, 36, 0.5));
        load("forest", "forest.geojson", square(118.1, 36.1, 0.1));

        out.reset();
        assertThat(run("account", "--cell", "100", "--json")).isZero();

        JsonNode total = JsonMapper.shared()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("total");
        // 0.1 x 0.1 degrees at 36.15 N are 9,998 ha on the ellipsoid (GeographicLib); the cells agree within 0.5 %
        assertThat(total.path("area_ha").asDouble()).isBetween(9_940.0, 10_050.0);
        assertThat(total.path("stock_tc").asDouble())
                .isBetween(
                        total.path("low_tc").asDouble(), total.path("high_tc").asDouble());
    }

    @Test
    void layersListsWhatWasLoadedAndFromWhichFile() throws IOException {
        load("forest", "woods.geojson", square(118, 36, 0.1));

        assertThat(run("layers")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("forest +1 polygon .*woods.geojson");
    }

    @Test
    void aWrongLayerIsNamedWithTheOneThatWasMeant() {
        assertThat(run("ingest", "forrest", "x.geojson")).isEqualTo(1);

        assertThat(errors()).contains("there is no layer 'forrest'; did you mean 'forest'?");
    }

    @Test
    void anUnknownPlanIsAnErrorAndAWrongOptionIsAnotherOne() {
        assertThat(run("site", "wind-offshor")).isEqualTo(1);
        assertThat(errors()).contains("did you mean 'wind-offshore'?");
        assertThat(Cli.run(Sinkmap.class, "site", "wind-offshore", "--cel", "100"))
                .isEqualTo(2);
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of("demo", "serve", "layers", "ingest", "site", "account")) {
            assertThat(Cli.run(Sinkmap.class, command, "--help")).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--layers", "--cell", "--json", "--rule-set", "--port");
    }

    private void load(String layer, String name, String geojson) throws IOException {
        Path file = data.resolve(name);
        Files.writeString(file, geojson);
        assertThat(run("ingest", layer, file.toString())).as(this::errors).isZero();
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.resolve("data").toString()));
        return Cli.run(Sinkmap.class, all.toArray(String[]::new));
    }

    /** A square with its south-western corner at x, y, with what the layers ask for. */
    private static String square(double x, double y, double size) {
        String ring =
                "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]".formatted(x, y, x + size, y + size);
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                 "properties":{"code":"A","name_zh":"甲","name_en":"A","adcode":"370100","species":"populus","kind":"town"},
                 "geometry":{"type":"Polygon","coordinates":[%s]}}]}
                """.formatted(ring);
    }
}
