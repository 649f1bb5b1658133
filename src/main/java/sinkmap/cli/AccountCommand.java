package sinkmap.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sinkmap.report.AccountReport;
import sinkmap.report.ReportFolder;
import sinkmap.report.StoredAccount;
import sinkmap.run.RunRequest;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;

/** Runs the carbon-sink account. */
@Command(name = "account", description = "Accounts for the carbon stock of forests, wetlands and coastal habitats.")
final class AccountCommand implements Callable<Integer> {

    /** Inputs that are named as the ones to measure next. */
    private static final int SHOWN_INPUTS = 8;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write a report (HTML, Chinese and English) and the tables of the account (CSV and XLSX)"
                    + " into this folder.")
    private Path report;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        RunRequest request = new RunRequest("account", null, null, options.cell());
        if (report == null) {
            return options.runAndPrint(service, request, AccountCommand::print);
        }
        // a folder that cannot be written to is told before the run, not after it
        ReportFolder folder = new ReportFolder(report);
        return options.runAndPrint(
                service, request, AccountCommand::print, (context, run) -> write(folder, run, context));
    }

    private static void write(ReportFolder folder, StoredRun run, ApplicationContext context) {
        folder.write(StoredAccount.of(run), context.getBean(AccountReport.class))
                .forEach(file -> Console.say("wrote " + file));
    }

    private static void print(JsonNode account, PrintStream out) {
        out.printf("%-40s %12s %15s   %s%n", "stratum", "ha", "t C", "95 % interval");
        for (JsonNode stratum : account.path("strata")) {
            String name = stratum.path("layer").asString() + " "
                    + stratum.path("class").asString("");
            printRow(out, name, stratum);
            for (JsonNode pool : stratum.path("missing_pools")) {
                out.printf("  no factor for its pool %s: in no sum, and not zero%n", pool.asString());
            }
        }
        printRow(out, "total", account.path("total"));
        for (JsonNode missing : account.path("without_factor")) {
            out.printf(
                    "no factor: %s %s, %,.0f ha%n",
                    missing.path("layer").asString(),
                    missing.path("class").asString(""),
                    missing.path("area_ha").asDouble());
        }
        for (JsonNode of :
                List.of(account.path("uncertainty"), account.path("uncertainty").path("sequestration"))) {
            if (of.isObject()) {
                printUncertainty(of, out);
            }
        }
    }

    /** Both intervals, and what would narrow them. */
    private static void printUncertainty(JsonNode uncertainty, PrintStream out) {
        JsonNode first = uncertainty.path("approach1");
        JsonNode second = uncertainty.path("approach2");
        String unit = uncertainty.path("unit").asString("");
        out.printf("%nuncertainty, %s, 95 %% interval%n", unit);
        printApproach(out, "approach 1, propagation of error", first);
        printApproach(out, "approach 2, Monte Carlo, " + second.path("draws").asInt() + " draws", second);
        if (uncertainty.path("note").isObject()) {
            out.println(uncertainty.path("note").path("en").asString());
        }
        out.println("what to measure next (share of the variance):");
        JsonNode contributions = uncertainty.path("contributions");
        for (int i = 0; i < Math.min(SHOWN_INPUTS, contributions.size()); i++) {
            JsonNode of = contributions.get(i);
            out.printf(
                    "  %5.1f %%  %s %s%n",
                    100 * of.path("share").asDouble(),
                    of.path("kind").asString(),
                    of.path("input").asString());
        }
    }

    private static void printApproach(PrintStream out, String name, JsonNode of) {
        out.printf(
                "%-53s %,15.0f   %,.0f to %,.0f%n",
                name,
                of.path("value").asDouble(),
                of.path("low").asDouble(),
                of.path("high").asDouble());
    }

    private static void printRow(PrintStream out, String name, JsonNode row) {
        out.printf(
                "%-40s %,12.0f %,15.0f   %,.0f to %,.0f%n",
                name,
                row.path("area_ha").asDouble(),
                row.path("stock_tc").asDouble(),
                row.path("low_tc").asDouble(),
                row.path("high_tc").asDouble());
    }
}
