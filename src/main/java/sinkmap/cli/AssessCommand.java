package sinkmap.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import sinkmap.run.RunRequest;
import tools.jackson.databind.JsonNode;

/** Runs an assessment that finds no sites. */
@Command(name = "assess", description = "Runs an assessment of the layers directory, such as pv-rooftop-county.")
final class AssessCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ASSESSMENT", description = "Id of an assessment, the name of its file in assessments.")
    private String plan;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        return options.runAndPrint(
                service, new RunRequest("assessment", plan, null, options.cell()), AssessCommand::print);
    }

    private static void print(JsonNode result, PrintStream out) {
        out.printf("%-16s %12s %12s %12s %12s%n", "county", "area ha", "roof share %", "MW", "GWh/yr");
        for (JsonNode county : result.path("by_county")) {
            out.printf(
                    "%-16s %,12.0f %12.2f %,12.0f %12s%n",
                    county.path("name_zh").asString(),
                    county.path("area_ha").asDouble(),
                    county.path("roof_share").asDouble() * 100,
                    county.path("capacity_mw").asDouble(),
                    county.path("energy_gwh").isNull()
                            ? "-"
                            : String.format("%,.0f", county.path("energy_gwh").asDouble()));
        }
        out.printf("%n%-16s %12s %12s %12s %12s%n", "use", "ground ha", "roof ha", "MW", "GWh/yr");
        for (JsonNode use : result.path("by_use")) {
            row(use.path("use").asString(), use.path("sums"), out);
        }
        row("total", result.path("total"), out);
        out.printf(
                "capacity %,.0f to %,.0f MW (%s)%n",
                result.path("total").path("capacity_low_mw").asDouble(),
                result.path("total").path("capacity_high_mw").asDouble(),
                result.path("interval").asString());
    }

    private static void row(String name, JsonNode sums, PrintStream out) {
        out.printf(
                "%-16s %,12.0f %,12.0f %,12.0f %,12.0f%n",
                name,
                sums.path("ground_ha").asDouble(),
                sums.path("roof_ha").asDouble(),
                sums.path("capacity_mw").asDouble(),
                sums.path("energy_gwh").asDouble());
    }
}
