package sinkmap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.Sinkmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CoresCommandTest {

    private static final String FILE = """
            study_id,site_id,core_id,depth_min,depth_max,dry_bulk_density,fraction_carbon
            S,delta,A,0,20,1.0,0.03
            S,delta,A,50,100,1.0,0.01
            S,delta,B,0,60,1.5,0.01
            S,delta,C,0,15,1.2,0.006
            S,delta,D,0,100,-1.2,0.006
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private PrintStream systemOut;

    @BeforeEach
    void catchOutput() {
        systemOut = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseOutput() {
        System.setOut(systemOut);
    }

    private String run(String... options) throws IOException {
        return runOn(FILE, options);
    }

    private String runOn(String text, String... options) throws IOException {
        Path file = folder.resolve("cores.csv");
        Files.writeString(file, text);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "cores";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(Cli.run(Sinkmap.class, arguments)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyCoreSaysItsStockOrWhyItHasNoneAndWhatWasFilled() throws IOException {
        assertThat(run())
                .containsPattern("S / delta / A +170.00 +70 cm +30 cm +0 cm")
                .containsPattern("S / delta / B +150.00 +60 cm +0 cm +40 cm")
                .containsPattern("S / delta / C +none: measured to 15 cm only")
                .containsPattern("S / delta / D +none: no slice")
                .contains("mean of S: 160.0 t C/ha from 2 cores, 95 % interval")
                .contains("row 6, S / delta / D: rejected: dry bulk density -1.2 g/cm3");
    }

    @Test
    void jsonAndCsvHoldTheSameStocks() throws IOException {
        Path csv = folder.resolve("stocks.csv");

        JsonNode json = JsonMapper.shared().readTree(run("--depth", "50", "--json", "--out", csv.toString()));

        // A to 50 cm: 60 + 30 cm at 0.02 g/cm3 = 120
        assertThat(json.path("cores").get(0).path("stock_tc_ha").asDouble()).isCloseTo(120, within(1e-9));
        assertThat(json.path("cores").get(2).path("stock_tc_ha").isNull()).isTrue();
        // A 120, B 75: mean 97.5
        assertThat(json.path("studies").path("S").path("mean_tc_ha").asDouble()).isCloseTo(97.5, within(1e-9));
        assertThat(json.path("studies").path("S").path("high_tc_ha").asDouble()).isGreaterThan(97.5);
        assertThat(json.path("findings").get(0).path("row").asInt()).isEqualTo(6);
        assertThat(Files.readAllLines(csv))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("S,delta,A,50.0,120.0,60.0,20.0,30.0,0.0,"))
                .anyMatch(line -> line.startsWith("S,delta,C,50.0,,"));
    }

    @Test
    void aNameThatASpreadsheetWouldComputeIsTextInTheCsv() throws IOException {
        Path csv = folder.resolve("stocks.csv");
        String names = FILE.replace("S,delta,A", "=1+1,@delta,-A");

        runOn(names, "--depth", "50", "--out", csv.toString());

        assertThat(Files.readAllLines(csv)).anyMatch(line -> line.startsWith("'=1+1,'@delta,'-A,50.0,120.0,60.0,"));
    }

    @Test
    void anUnknownEquationIsNamedWithThoseThereAre() {
        PrintStream systemErr = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            assertThat(Cli.run(Sinkmap.class, "cores", "x.csv", "--equation", "craft"))
                    .isEqualTo(1);
        } finally {
            System.setErr(systemErr);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'craft'", "craft-1991");
    }
}
