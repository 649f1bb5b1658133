package sinkmap.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sinkmap.run.RunRequest;
import tools.jackson.databind.JsonNode;

/** Runs a siting plan. */
@Command(name = "site", description = "Runs a siting plan: screens the region, scores what is left, finds the sites.")
final class SiteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLAN", description = "Id of a plan, the name of its file in the layers directory.")
    private String plan;

    @Option(
            names = "--rule-set",
            paramLabel = "ID",
            description = "Rule set to use instead of the plan's own, such as offshore-wind-legacy-double-ten.")
    private String ruleSet;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        return options.runAndPrint(
                service, new RunRequest("siting", plan, ruleSet, options.cell()), SiteCommand::print);
    }

    private static void print(JsonNode result, PrintStream out) {
        JsonNode grid = result.path("grid");
        out.printf(
                "%s, rule set %s: %d x %d cells of %.0f m%n%n",
                result.path("plan").asString(),
                result.path("rule_set").asString("-"),
                grid.path("rows").asInt(),
                grid.path("columns").asInt(),
                grid.path("cell_m").asDouble());
        JsonNode valid = result.path("rule_set_valid");
        if (valid.isObject() && !valid.path("in_force").asBoolean()) {
            out.printf(
                    "the rule set is not in force today: valid from %s to %s%n%n",
                    valid.path("from").asString("-"), valid.path("to").asString("-"));
        }
        JsonNode screening = result.path("screening");
        if (screening.path("mode").asString("").equals("share")) {
            out.printf(
                    "cells screened in %1$d x %1$d parts, undecided parts are %2$s%n",
                    screening.path("parts").asInt(), screening.path("unknown").asString());
        } else {
            out.printf(
                    "cells screened by their centre, undecided ones are %s%n",
                    screening.path("unknown").asString());
        }
        areas(result, out);
        otherRuleSets(result, out);
        JsonNode sites = result.path("sites");
        out.printf(
                "%d sites on %,.0f ha: %,.0f MW, %,.0f GWh a year%n",
                sites.path("count").asInt(),
                sites.path("area_ha").asDouble(),
                sites.path("capacity_mw").asDouble(),
                sites.path("energy_gwh").asDouble());
        if (sites.path("count").asInt() > 0 && result.path("carbon").isObject()) {
            SiteCarbonText.print(result.path("carbon"), out);
        }
        if (!result.path("reason").isNull()) {
            out.printf("no sites: %s%n", result.path("reason").path("en").asString());
        }
    }

    private static void areas(JsonNode result, PrintStream out) {
        out.printf("%-40s %15s %17s %15s%n", "area in ha", "alone", "in sequence", "only obstacle");
        JsonNode area = result.path("area");
        total("land the plan may use", area.path("eligible_ha"), out);
        for (JsonNode rule : result.path("exclusions")) {
            out.printf(
                    "  - %-36s %,15.0f %,17.0f %,15.0f%n",
                    rule.path("id").asString(),
                    rule.path("alone_ha").asDouble(),
                    -rule.path("in_sequence_ha").asDouble(),
                    rule.path("only_obstacle_ha").asDouble());
        }
        total("available", area.path("available_ha"), out);
        total("undecided (no data)", area.path("unknown_ha"), out);
        out.println();
    }

    private static void total(String name, JsonNode area_ha, PrintStream out) {
        out.printf("%-40s %15s %,17.0f%n", name, "", area_ha.asDouble());
    }

    private static void otherRuleSets(JsonNode result, PrintStream out) {
        for (JsonNode other : result.path("other_rule_sets")) {
            if (other.path("available_ha").isNull()) {
                out.printf(
                        "under %s: cannot be compared, %s%n",
                        other.path("rule_set").asString(), other.path("missing").asString());
            } else {
                out.printf(
                        "under %s: %,.0f ha available, %,.0f ha under both%n",
                        other.path("rule_set").asString(),
                        other.path("available_ha").asDouble(),
                        other.path("both_ha").asDouble());
            }
        }
    }
}
