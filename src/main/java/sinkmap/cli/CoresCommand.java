package sinkmap.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sinkmap.catalog.Text;
import sinkmap.grid.SinkmapException;
import sinkmap.report.CsvFile;
import sinkmap.report.Table;
import sinkmap.run.CoreFile;
import sinkmap.survey.CoreFinding;
import sinkmap.survey.CoreStock;
import sinkmap.survey.Cores;
import sinkmap.survey.Estimate;
import sinkmap.survey.Estimator;
import sinkmap.survey.OrganicMatterEquation;
import sinkmap.survey.StockToDepth;
import tools.jackson.databind.json.JsonMapper;

/** Soil cores to carbon stocks. Needs no layers and no database. */
@Command(
        name = "cores",
        description = {
            "Organic carbon of soil cores to a depth, t C/ha, from a CSV of depth series, and its mean by study.",
            "Columns: study_id, site_id, core_id, depth_min, depth_max (cm), dry_bulk_density (g/cm3), fraction_carbon",
            "or fraction_organic_matter, as in the Coastal Carbon Network; MarSOC's names are understood too. Other",
            "units in columns depth_unit, dry_bulk_density_unit, carbon_unit, organic_matter_unit; compaction_factor",
            "is length in the tube by depth driven."
        })
final class CoresCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "CSV file, one slice of a core a row.")
    private Path file;

    @Option(
            names = "--depth",
            paramLabel = "CM",
            defaultValue = "100",
            description = "Depth of the stock (default: 100).")
    private double depth_cm;

    @Option(
            names = "--min-depth",
            paramLabel = "CM",
            defaultValue = "50",
            description = "Cores measured less deep than this are not extrapolated (default: 50).")
    private double minimum_cm;

    @Option(
            names = "--equation",
            paramLabel = "NAME",
            description = "From organic matter to carbon where a row states none: craft-1991, holmquist-2018,"
                    + " van-bemmelen (default: none).")
    private String equation;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the stocks as CSV.")
    private Path out;

    @Option(names = "--json", description = "Print all as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Cores cores = CoreFile.read(file, equation());
        StockToDepth rule = new StockToDepth(depth_cm, minimum_cm);
        List<CoreStock> stocks = cores.cores().stream().map(rule::of).toList();
        Map<String, Estimate> means = means(stocks);
        if (out != null) {
            write(stocks);
        }
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("depth_cm", depth_cm);
            result.put("cores", stocks.stream().map(CoresCommand::json).toList());
            result.put("studies", json(means));
            result.put("findings", cores.findings());
            Console.result()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        } else {
            print(stocks, means, cores.findings(), Console.result());
        }
        return ExitCode.OK;
    }

    private OrganicMatterEquation equation() {
        if (equation == null) {
            return null;
        }
        return OrganicMatterEquation.find(equation)
                .orElseThrow(() -> new SinkmapException("--equation '" + equation + "' is not known; known are "
                        + java.util.Arrays.stream(OrganicMatterEquation.values())
                                .map(OrganicMatterEquation::code)
                                .collect(Collectors.joining(", "))));
    }

    private static Map<String, Estimate> means(List<CoreStock> stocks) {
        Map<String, List<Double>> byStudy = new TreeMap<>();
        for (CoreStock stock : stocks) {
            if (stock.isWhole()) {
                byStudy.computeIfAbsent(stock.core().study(), study -> new java.util.ArrayList<>())
                        .add(stock.stock_tc_ha());
            }
        }
        Map<String, Estimate> means = new TreeMap<>();
        byStudy.forEach((study, values) -> means.put(study, Estimator.simpleRandom(values)));
        return means;
    }

    private static Map<String, Object> json(CoreStock stock) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("core", stock.core());
        row.put("stock_tc_ha", orNull(stock.stock_tc_ha()));
        row.put("measured_stock_tc_ha", stock.measuredStock_tc_ha());
        row.put("measured_cm", stock.measured_cm());
        row.put("interpolated_cm", stock.interpolated_cm());
        row.put("extrapolated_cm", stock.extrapolated_cm());
        row.put("parts", stock.parts());
        row.put("reason", stock.reason());
        return row;
    }

    private static Map<String, Object> json(Map<String, Estimate> means) {
        Map<String, Object> studies = new LinkedHashMap<>();
        means.forEach((study, mean) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cores", mean.cores());
            row.put("mean_tc_ha", mean.mean_tc_ha());
            row.put("low_tc_ha", orNull(mean.low_tc_ha()));
            row.put("high_tc_ha", orNull(mean.high_tc_ha()));
            row.put("standard_error_tc_ha", orNull(mean.standardError_tc_ha()));
            row.put("degrees_of_freedom", orNull(mean.degreesOfFreedom()));
            studies.put(study, row);
        });
        return studies;
    }

    /** JSON has no NaN. */
    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static void print(
            List<CoreStock> stocks, Map<String, Estimate> means, List<CoreFinding> findings, PrintStream to) {
        to.printf("%-60s %9s %8s %8s %8s%n", "core", "t C/ha", "measured", "between", "beyond");
        for (CoreStock stock : stocks) {
            if (stock.isWhole()) {
                to.printf(
                        Locale.ROOT,
                        "%-60s %9.2f %5.0f cm %5.0f cm %5.0f cm%n",
                        stock.core(),
                        stock.stock_tc_ha(),
                        stock.measured_cm(),
                        stock.interpolated_cm(),
                        stock.extrapolated_cm());
            } else {
                to.printf(Locale.ROOT, "%-60s %9s %s%n", stock.core(), "none:", stock.reason());
            }
        }
        means.forEach((study, mean) -> to.println(line(study, mean)));
        for (CoreFinding finding : findings) {
            String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            to.println("row " + finding.row() + ", " + finding.core() + ": " + kind + ": " + finding.reason());
        }
    }

    private static String line(String study, Estimate mean) {
        String interval = mean.hasInterval()
                ? String.format(Locale.ROOT, "95 %% interval %.1f to %.1f", mean.low_tc_ha(), mean.high_tc_ha())
                : "no interval: one core does not tell how much cores differ";
        return String.format(
                Locale.ROOT,
                "mean of %s: %.1f t C/ha from %d core%s, %s",
                study.isEmpty() ? "all" : study,
                mean.mean_tc_ha(),
                mean.cores(),
                mean.cores() == 1 ? "" : "s",
                interval);
    }

    private void write(List<CoreStock> stocks) {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out))) {
            CsvFile.write(table(stocks), to);
        } catch (IOException e) {
            throw new SinkmapException(out + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Table table(List<CoreStock> stocks) {
        return new Table(
                "cores",
                new Text("土芯碳储量", "Stocks of cores"),
                List.of(
                        "study_id",
                        "site_id",
                        "core_id",
                        "depth_cm",
                        "stock_tc_ha",
                        "measured_stock_tc_ha",
                        "measured_cm",
                        "interpolated_cm",
                        "extrapolated_cm",
                        "reason"),
                () -> stocks.stream().map(CoresCommand::row));
    }

    private static Object[] row(CoreStock stock) {
        return new Object[] {
            stock.core().study(),
            stock.core().site(),
            stock.core().core(),
            stock.depth_cm(),
            orNull(stock.stock_tc_ha()),
            stock.measuredStock_tc_ha(),
            stock.measured_cm(),
            stock.interpolated_cm(),
            stock.extrapolated_cm(),
            stock.reason()
        };
    }
}
