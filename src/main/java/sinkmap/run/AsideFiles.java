package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.sink.Interval;

/**
 * Reads the accounts kept apart: {@code aside.yaml} names them, {@code factors/aside.csv} has carbon for a unit of
 * activity, {@code aside-activity.csv} what was given of it. A class without activity is not zero: nothing was given.
 */
final class AsideFiles {

    private final Path factorFile;
    private final Path activityFile;

    private AsideFiles(Path layers) {
        this.factorFile = layers.resolve("factors").resolve("aside.csv");
        this.activityFile = layers.resolve("aside-activity.csv");
    }

    /** What a layers directory keeps apart; nothing when it has no {@code aside.yaml}. */
    static AsidePlan read(Path layers) {
        Path file = layers.resolve("aside.yaml");
        return Files.exists(file) ? new AsideFiles(layers).plan(YamlNode.read(file)) : AsidePlan.NONE;
    }

    private AsidePlan plan(YamlNode file) {
        file.only("statements", "accounts");
        List<YamlNode> nodes = file.findList("accounts");
        List<String> ids = new ArrayList<>();
        for (YamlNode node : nodes) {
            node.only("id", "title", "note");
            if (ids.contains(node.text("id"))) {
                throw node.error("account '" + node.text("id") + "' is in the list twice; name it once");
            }
            ids.add(node.text("id"));
        }
        Map<String, List<AsidePlan.AsideFactor>> factors = new HashMap<>();
        ids.forEach(id -> factors.put(id, new ArrayList<>()));
        readFactors(ids, factors);
        Map<String, List<AsidePlan.Activity>> activities = new HashMap<>();
        ids.forEach(id -> activities.put(id, new ArrayList<>()));
        readActivities(ids, factors, activities);
        List<AsidePlan.Apart> accounts = nodes.stream()
                .map(node -> new AsidePlan.Apart(
                        node.text("id"),
                        node.bilingual("title"),
                        node.bilingual("note"),
                        List.copyOf(factors.get(node.text("id"))),
                        List.copyOf(activities.get(node.text("id")))))
                .toList();
        return new AsidePlan(file.findList("statements", YamlNode::asBilingual), accounts);
    }

    private void readFactors(List<String> accounts, Map<String, List<AsidePlan.AsideFactor>> into) {
        if (!Files.exists(factorFile)) {
            return;
        }
        Set<List<String>> seen = new HashSet<>();
        for (CsvTable.Row row : CsvTable.read(
                factorFile,
                "id",
                "account",
                "class",
                "value",
                "low",
                "high",
                "unit",
                "method",
                "edition",
                "tier",
                "source",
                "basis",
                "verification",
                "confidence")) {
            String account = row.oneOf("account", accounts);
            if (!seen.add(List.of(account, row.text("class")))) {
                throw row.error(
                        "another row is for class '" + row.text("class") + "' of '" + account + "' already; keep one");
            }
            into.get(account)
                    .add(new AsidePlan.AsideFactor(
                            row.text("id"),
                            row.text("class"),
                            interval(row),
                            row.oneOf("unit", List.copyOf(new TreeSet<>(AsidePlan.UNITS.keySet()))),
                            row.text("method"),
                            row.text("edition"),
                            row.text("tier"),
                            row.text("source"),
                            row.text("basis"),
                            FactorFiles.verification(row).code(),
                            row.oneOf("confidence", List.of("high", "medium", "low"))));
        }
    }

    private void readActivities(
            List<String> accounts,
            Map<String, List<AsidePlan.AsideFactor>> factors,
            Map<String, List<AsidePlan.Activity>> into) {
        if (!Files.exists(activityFile)) {
            return;
        }
        Set<List<String>> seen = new HashSet<>();
        for (CsvTable.Row row : CsvTable.read(
                activityFile, "account", "class", "place", "year", "value", "low", "high", "unit", "source")) {
            String account = row.oneOf("account", accounts);
            AsidePlan.Activity activity = activity(row, factors.get(account));
            if (!seen.add(List.of(account, row.text("class"), activity.place()))) {
                throw row.error("class '" + row.text("class") + "' in '" + activity.place()
                        + "' is in the table twice; keep one row");
            }
            List<AsidePlan.Activity> others = into.get(account);
            if (!others.isEmpty() && others.get(0).year() != activity.year()) {
                throw row.error("year is " + activity.year() + ", but other rows of '" + account + "' are of "
                        + others.get(0).year() + "; an account is of one year");
            }
            others.add(activity);
        }
    }

    private static AsidePlan.Activity activity(CsvTable.Row row, List<AsidePlan.AsideFactor> factors) {
        List<String> classes =
                factors.stream().map(AsidePlan.AsideFactor::classCode).toList();
        String classCode = row.oneOf("class", classes);
        AsidePlan.AsideFactor factor = factors.get(classes.indexOf(classCode));
        Map<String, Double> units = AsidePlan.UNITS.get(factor.unit());
        String unit = row.text("unit");
        if (!units.containsKey(unit)) {
            throw row.error("'unit' cannot be '" + unit + "' for a factor in " + factor.unit() + "; state it in one of "
                    + String.join(", ", new TreeSet<>(units.keySet())) + Suggestion.among(unit, units.keySet()));
        }
        double year = row.number("year");
        if (year != Math.rint(year)) {
            throw row.error("'year' must be a whole number, not " + row.text("year"));
        }
        Interval stated = interval(row);
        return new AsidePlan.Activity(
                factor, row.text("place"), (int) year, stated.times(units.get(unit)), stated, unit, row.text("source"));
    }

    private static Interval interval(CsvTable.Row row) {
        Interval interval = new Interval(row.number("value"), row.number("low"), row.number("high"));
        if (interval.low() < 0 || interval.low() > interval.value() || interval.high() < interval.value()) {
            throw row.error(
                    "a value must not be negative and its interval must hold it, but low, value, high are " + interval);
        }
        return interval;
    }
}
