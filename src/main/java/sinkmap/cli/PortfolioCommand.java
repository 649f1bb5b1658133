package sinkmap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sinkmap.grid.SinkmapException;
import sinkmap.run.FrontierChart;
import sinkmap.run.PortfolioQuestion;
import sinkmap.run.PortfolioResult;
import sinkmap.run.PortfolioResult.Sums;
import sinkmap.run.Portfolios;
import tools.jackson.databind.json.JsonMapper;

/** Chooses among the sites of plans. */
@Command(
        name = "portfolio",
        description = {
            "Chooses candidate sites of the current runs that reach a target at least cost, with least carbon under",
            "them, or by a mix of both; never two that lie over each other. Ends with status 1 when nothing reaches it."
        })
final class PortfolioCommand implements Callable<Integer> {

    @Option(
            names = "--plans",
            paramLabel = "PLAN",
            split = ",",
            required = true,
            description = "Plans whose sites may be chosen, separated by commas.")
    private List<String> plans;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            required = true,
            description = "What to reach: 10GW, 5000GWh (a year), a row of targets.csv such as T11, or an amount of a"
                    + " group such as technology=wind-offshore:5GW or city=潍坊市:800MW. Can be repeated.")
    private List<String> targets;

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            defaultValue = "lcoe",
            description = "lcoe: least mean levelised cost of energy; cost: least yearly cost (levelised cost times"
                    + " energy); carbon: least stored carbon that plants disturb; mix:W: W of the yearly cost and 1-W of"
                    + " the carbon, each scaled between its least and largest (default: ${DEFAULT-VALUE}).")
    private String objective;

    @Option(names = "--lock-in", paramLabel = "SITE", split = ",", description = "Sites to choose in any case.")
    private Set<String> lockedIn = Set.of();

    @Option(names = "--lock-out", paramLabel = "SITE", split = ",", description = "Sites not to choose.")
    private Set<String> lockedOut = Set.of();

    @Option(
            names = "--min-share",
            paramLabel = "GROUP:SHARE",
            description = "Least share of a group, such as technology=wind-offshore:0.2. Can be repeated.")
    private List<String> minShares = new ArrayList<>();

    @Option(
            names = "--max-share",
            paramLabel = "GROUP:SHARE",
            description = "Largest share of a group, such as city=潍坊市:0.3. Can be repeated.")
    private List<String> maxShares = new ArrayList<>();

    @Option(
            names = "--net-of-baseline",
            description = "Subtract the stock of the base year from a target of targets.csv.")
    private boolean netOfBaseline;

    @Option(names = "--frontier", description = "Add the frontier of cost against carbon in 10 points.")
    private boolean frontier;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Draw the frontier into an SVG file; goes with --frontier.")
    private Path chart;

    @Option(
            names = "--gap",
            paramLabel = "SHARE",
            defaultValue = "1e-4",
            description = "Relative gap at which a portfolio counts as optimal (default: ${DEFAULT-VALUE}).")
    private double gap;

    @Option(
            names = "--time-limit",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds for everything (default: ${DEFAULT-VALUE}).")
    private double timeLimit;

    @Option(names = "--json", description = "Print the whole result as JSON.")
    private boolean json;

    @Mixin
    private ServiceOptions service;

    @Override
    public Integer call() {
        PortfolioQuestion question = new PortfolioQuestion(
                plans,
                targets,
                objective,
                lockedIn,
                lockedOut,
                shares(minShares),
                shares(maxShares),
                netOfBaseline,
                frontier,
                gap,
                timeLimit);
        try (ConfigurableApplicationContext context = service.open()) {
            PortfolioResult result =
                    context.getBean(Portfolios.class).search(question).answer();
            if (chart != null) {
                draw(result);
            }
            if (json) {
                Console.result()
                        .println(JsonMapper.shared()
                                .readTree(Portfolios.json(result))
                                .toPrettyString());
            } else {
                print(result, Console.result());
            }
            boolean reached = result.state().equals("optimal") || result.state().equals("feasible");
            return reached ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private void draw(PortfolioResult result) {
        try {
            Files.writeString(chart, FrontierChart.svg(result));
        } catch (IOException e) {
            throw new SinkmapException("the chart cannot be written to " + chart + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Double> shares(List<String> texts) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String text : texts) {
            int colon = text.lastIndexOf(':');
            try {
                shares.put(text.substring(0, Math.max(colon, 0)), Double.valueOf(text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new SinkmapException(
                        "'" + text + "' is no share; write a group and a number, such as city=潍坊市:0.3", e);
            }
        }
        return shares;
    }

    private static void print(PortfolioResult result, PrintStream out) {
        out.printf(
                "%s: %s, %d candidate sites, %d overlapping pairs, %.1f s, %s%n",
                result.state(),
                result.objective().name(),
                result.candidates(),
                result.overlaps(),
                result.seconds(),
                result.solver());
        if (result.infeasibility() != null) {
            printInfeasibility(result.infeasibility(), out);
        } else if (result.portfolio() != null) {
            out.printf(
                    "minimised %s: %,.4f %s, gap %.4f %%%n",
                    result.objective().meaning(),
                    result.objective().value(),
                    result.objective().unit(),
                    result.objective().gap() * 100);
        }
        for (PortfolioResult.Demand demand : result.demands()) {
            printDemand(demand, out);
        }
        if (result.portfolio() != null) {
            printPortfolio(result.portfolio(), out);
        }
        if (result.frontier() != null && !result.frontier().isEmpty()) {
            out.printf("%n%-36s %10s %10s %12s %10s %12s%n", "frontier", "MW", "GWh/yr", "Myuan/yr", "yuan/kWh", "t C");
            result.frontier()
                    .forEach(point -> printRow(
                            String.format(
                                    "%d: %d sites, gap %.4f %%",
                                    point.point(), point.total().sites(), point.gap() * 100),
                            point.total(),
                            out));
        }
    }

    private static void printInfeasibility(PortfolioResult.Infeasibility infeasibility, PrintStream out) {
        out.println("no choice of sites keeps all demands: " + infeasibility.message());
        infeasibility
                .aloneEnough()
                .forEach(one -> out.printf(
                        "  relaxing '%s' alone by %,.1f %s would do%n", one.asked(), one.missing(), one.unit()));
        infeasibility
                .released()
                .forEach(one -> out.printf(
                        "  without the %s %s%n",
                        one.constraint(),
                        one.shortfalls().isEmpty() ? "all demands would be kept" : one.message() + " still"));
        out.println("what follows fails them least");
    }

    private static void printDemand(PortfolioResult.Demand demand, PrintStream out) {
        out.printf(
                "  %s %s %,.2f %s of %s: reached %s%s%s%n",
                demand.asked(),
                demand.bound().replace('_', ' '),
                demand.value(),
                demand.unit(),
                demand.group(),
                demand.achieved() == null ? "-" : String.format("%,.2f", demand.achieved()),
                demand.available() == null ? "" : String.format(", there is %,.2f", demand.available()),
                demand.baselineSubtracted_gw() == null
                        ? ""
                        : String.format(
                                ", net of %.2f GW of %s", demand.baselineSubtracted_gw(), demand.baselineYear()));
    }

    private static void printPortfolio(PortfolioResult.Chosen chosen, PrintStream out) {
        out.printf("%n%-36s %10s %10s %12s %10s %12s%n", "site", "MW", "GWh/yr", "Myuan/yr", "yuan/kWh", "t C");
        for (PortfolioResult.ChosenSite site : chosen.sites()) {
            printRow(
                    site.siteId() + " " + (site.city() == null ? "" : site.city()) + (site.lockedIn() ? " *" : ""),
                    new Sums(
                            1,
                            site.capacity_mw(),
                            site.energy_gwh(),
                            site.cost_myuan_yr(),
                            site.lcoe_yuan_kwh(),
                            site.carbon_disturbed_tc()),
                    out);
        }
        chosen.byTechnology()
                .forEach((name, sums) -> printRow("  " + name + ": " + sums.sites() + " sites", sums, out));
        printRow("total: " + chosen.total().sites() + " sites", chosen.total(), out);
    }

    private static void printRow(String name, Sums sums, PrintStream out) {
        out.printf(
                "%-36s %,10.0f %,10.0f %,12.1f %10.4f %,12.0f%n",
                name,
                sums.capacity_mw(),
                sums.energy_gwh(),
                sums.cost_myuan_yr(),
                sums.lcoe_yuan_kwh(),
                sums.carbon_disturbed_tc());
    }
}
