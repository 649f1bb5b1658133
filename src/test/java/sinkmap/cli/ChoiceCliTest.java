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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.Sinkmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Choosing among sites and assessing roofs on the command line, after one run on the data of the demonstration. */
class ChoiceCliTest {

    @TempDir
    private static Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private PrintStream systemOut;
    private PrintStream systemErr;

    @BeforeAll
    static void loadAndRun() throws IOException {
        copy(Path.of("layers"), folder.resolve("layers"));
        copy(Path.of("styles"), folder.resolve("layers/styles"));
        Path demo = folder.resolve("layers/demo/demo.yaml");
        String text = Files.readString(demo);
        Files.writeString(demo, text.substring(0, text.indexOf("\nruns:")) + "\nruns: []\n");
        assertThat(sinkmap("demo", "--no-serve")).isZero();
        assertThat(sinkmap("site", "wind-offshore", "--cell", "1000", "--json")).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static int sinkmap(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--layers",
                folder.resolve("layers").toString(),
                "--data",
                folder.resolve("data").toString()));
        return Cli.run(Sinkmap.class, all.toArray(String[]::new));
    }

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

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPortfolioReachesItsTargetWithWhatItsSitesAddUpTo() {
        assertThat(sinkmap("portfolio", "--plans", "wind-offshore", "--target", "1GW", "--json"))
                .as(this::errors)
                .isZero();
        JsonNode result = JsonMapper.shared().readTree(output());
        assertThat(result.path("state").asString()).isEqualTo("optimal");
        double sum_mw = 0;
        for (JsonNode site : result.at("/portfolio/sites")) {
            sum_mw += site.path("capacity_mw").asDouble();
        }
        assertThat(sum_mw).isGreaterThanOrEqualTo(1000);
        assertThat(result.at("/portfolio/total/capacity_mw").asDouble()).isCloseTo(sum_mw, within(1e-6));
        assertThat(result.at("/demands/0/achieved").asDouble()).isCloseTo(sum_mw, within(1e-6));
    }

    @Test
    void aTargetBeyondAllSitesIsRefusedWithWhatIsMissing() {
        assertThat(sinkmap("portfolio", "--plans", "wind-offshore", "--target", "90000GW"))
                .isEqualTo(1);
        assertThat(output()).contains("infeasible", "no choice of sites keeps all demands", "90000GW");
    }

    @Test
    void theFrontierIsPrintedAndDrawn() throws IOException {
        Path chart = folder.resolve("frontier.svg");
        String target = "technology=wind-offshore:1GW";
        assertThat(sinkmap(
                        "portfolio",
                        "--plans",
                        "wind-offshore",
                        "--target",
                        target,
                        "--frontier",
                        "--chart",
                        chart.toString()))
                .as(this::errors)
                .isZero();
        assertThat(output()).contains("frontier", "10: ");
        assertThat(Files.readString(chart)).startsWith("<svg").endsWith("</svg>\n");
    }

    @Test
    void whatIsWrongWithAQuestionIsNamed() {
        assertThat(sinkmap("portfolio", "--plans", "pv-saline-alkali", "--target", "1GW"))
                .isEqualTo(1);
        assertThat(errors()).contains("plan 'pv-saline-alkali' has not been run", "sinkmap site pv-saline-alkali");
        err.reset();
        assertThat(sinkmap("portfolio", "--plans", "wind-offshore", "--target", "1GW", "--max-share", "city=潍坊市 30 %"))
                .isEqualTo(1);
        assertThat(errors()).contains("'city=潍坊市 30 %' is no share");
        assertThat(sinkmap("portfolio", "--plans", "wind-offshore")).isEqualTo(2);
    }

    @Test
    void roofsOfAllUsesAddUpToTheTotal() {
        assertThat(sinkmap("assess", "pv-rooftop-county", "--cell", "1000", "--json"))
                .as(this::errors)
                .isZero();
        JsonNode result = JsonMapper.shared().readTree(output());
        for (String sum : List.of("ground_ha", "roof_ha", "capacity_mw", "energy_gwh")) {
            double uses = 0;
            for (JsonNode use : result.path("by_use")) {
                uses += use.at("/sums/" + sum).asDouble();
            }
            assertThat(uses).isPositive().isCloseTo(result.at("/total/" + sum).asDouble(), within(1e-6 * uses));
        }
        double counties = 0;
        for (JsonNode county : result.path("by_county")) {
            counties += county.path("roof_ha").asDouble();
        }
        assertThat(counties).isCloseTo(result.at("/total/roof_ha").asDouble(), within(1e-6 * counties));
        out.reset();
        assertThat(sinkmap("assess", "pv-rooftop-county", "--cell", "1000")).isZero();
        assertThat(output()).contains("roof share", "total", "capacity ");
    }

    @Test
    void anUnknownAssessmentIsNamed() {
        assertThat(sinkmap("assess", "pv-rooftops")).isEqualTo(1);
        assertThat(errors()).contains("there is no assessment 'pv-rooftops'");
    }
}
