package sinkmap.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sinkmap.grid.SinkmapException;
import sinkmap.report.CsvFile;
import sinkmap.report.ScenarioTable;
import sinkmap.run.RunRequest;
import sinkmap.run.ScenarioResult;
import sinkmap.run.Scenarios;
import sinkmap.store.StoredRun;

/** Projects carbon when land changes. */
@Command(
        name = "scenario",
        description = {
            "Projects stocks and fluxes of carbon year by year when land changes its class, values them at a price of",
            "carbon, and ranks restorations by tonnes per yuan. Without ID it lists the scenarios."
        })
final class ScenarioCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "A file of layers/scenarios.")
    private String id;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Also write all years, classes and pools into DIR/ID.csv, and for a scenario of dated maps the",
                "carbon density of every year into DIR/ID.tif, a band a year, and its change from the first year to the",
                "last into DIR/ID-change.tif; the densities of the maps and their difference into DIR/ID-states.tif."
            })
    private Path out;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        if (id == null) {
            return list();
        }
        return options.runAndPrint(
                service,
                new RunRequest(Scenarios.KIND, id, null, options.cell()),
                (result, to) -> print(Scenarios.read(result), to),
                (context, run) -> {
                    if (out != null) {
                        write(Scenarios.read(run));
                        writeMaps(context.getBean(Scenarios.class), run);
                    }
                });
    }

    private int list() {
        try (ConfigurableApplicationContext context = service.open()) {
            context.getBean(Scenarios.class)
                    .list()
                    .forEach(s -> Console.result()
                            .printf(
                                    "%-20s %d-%d  %s%n",
                                    s.id(), s.baseYear(), s.endYear(), s.title().en()));
            return ExitCode.OK;
        }
    }

    private void writeMaps(Scenarios scenarios, StoredRun run) {
        ScenarioResult result = Scenarios.read(run);
        if (result.maps() == null) {
            return;
        }
        copy(scenarios, run, Scenarios.YEARS, out.resolve(id + ".tif"));
        copy(scenarios, run, Scenarios.STATES, out.resolve(id + "-states.tif"));
        Path change = out.resolve(id + "-change.tif");
        scenarios.writeChange(run, result.baseYear(), result.endYear(), change);
        Console.say("wrote " + change);
    }

    private static void copy(Scenarios scenarios, StoredRun run, String name, Path to) {
        try {
            Files.copy(scenarios.findMap(run, name).orElseThrow(), to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SinkmapException("the map cannot be written to " + to + ": " + e.getMessage(), e);
        }
        Console.say("wrote " + to);
    }

    private void write(ScenarioResult result) {
        Path file = out.resolve(result.id() + ".csv");
        try {
            Files.createDirectories(out);
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                CsvFile.write(ScenarioTable.of(result), to);
            }
        } catch (IOException e) {
            throw new SinkmapException("the table cannot be written to " + file + ": " + e.getMessage(), e);
        }
        Console.say("wrote " + file);
    }

    private static void print(ScenarioResult result, PrintStream out) {
        out.printf("%s (%s)%n", result.title().en(), result.quality());
        if (result.maps() != null) {
            result.maps().states().forEach(state -> {
                out.printf("account of %d, %,.0f ha%n", state.year(), state.area_ha());
                printRange(out, "  stock, t C", state.stock_tc());
                printRange(out, "  sequestration, t C/yr", state.sequestration_tc_yr());
            });
            result.transitions()
                    .forEach(t -> out.printf(
                            "%d  %-28s to %-28s %,12.0f ha  %s%n",
                            t.startYear(),
                            t.from(),
                            t.to(),
                            t.area_ha(),
                            t.impact() == null ? "" : "impact " + t.impact()));
        }
        out.printf(
                "%-6s %12s %14s %12s %12s %14s %14s %14s%n",
                "year", "ha", "stock t C", "taken t C", "lost t C", "net t CO2e", "added t CO2e", "value yuan");
        for (ScenarioResult.Year year : result.years()) {
            out.printf(
                    "%-6d %,12.0f %,14.0f %,12.0f %,12.0f %,14.0f %,14.0f %14s%n",
                    year.year(),
                    year.area_ha(),
                    year.stock_tc(),
                    year.accumulation_tc(),
                    year.emission_tc(),
                    year.net_tco2e(),
                    year.additional_tco2e(),
                    plain(year.presentValue_yuan()));
        }
        ScenarioResult.Total total = result.total();
        printRange(out, "stock at first, t C", total.stockFirst_tc());
        printRange(out, "stock at last, t C", total.stockLast_tc());
        printRange(out, "additional, t CO2e", total.additional_tco2e());
        printRange(out, "net present value, yuan", total.netPresentValue_yuan());
        if (!result.candidates().isEmpty()) {
            out.printf("%n%-32s %10s %16s %16s %14s%n", "restoration", "ha", "t CO2e", "cost yuan", "t per kyuan");
        }
        for (ScenarioResult.Candidate candidate : result.candidates()) {
            out.printf(
                    "%-32s %,10.0f %16s %16s %14s  %s%n",
                    candidate.id(),
                    candidate.area_ha(),
                    plain(candidate.additional_tco2e().value()),
                    plain(candidate.cost_yuan().value()),
                    Double.isFinite(candidate.tco2e_per_yuan().value())
                            ? String.format("%.3f", candidate.tco2e_per_yuan().value() * 1000)
                            : "-",
                    candidate.note());
        }
        result.withoutFactor()
                .forEach(w -> out.printf("no factor: %s %s, %,.0f ha%n", w.layer(), w.classCode(), w.area_ha()));
    }

    private static void printRange(PrintStream out, String name, ScenarioResult.Range range) {
        out.printf("%-26s %16s   %s to %s%n", name, plain(range.value()), plain(range.low()), plain(range.high()));
    }

    private static String plain(double number) {
        return Double.isFinite(number) ? String.format("%,.0f", number) : "-";
    }
}
