package sinkmap.run;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Text;

/**
 * The carbon-peak plan's numbers, from {@code targets.csv}. A target that the plan names without a number stays null: a
 * number from elsewhere never takes its place.
 */
public final class TargetsFile {

    private static final Text NOT_SET = new Text("方案未设定", "not set by the plan");

    private final List<Target> targets;

    TargetsFile(Catalog catalog) {
        Path file = catalog.directory().resolve("targets.csv");
        this.targets = Files.exists(file)
                ? read(file, catalog.listLayers().stream().map(Layer::id).toList())
                : List.of();
    }

    /** The targets in the order of the file. */
    public List<Target> list() {
        return targets;
    }

    private static List<Target> read(Path file, List<String> layers) {
        return CsvTable.read(
                        file,
                        "id",
                        "name_zh",
                        "name_en",
                        "unit",
                        "baseline_value",
                        "baseline_year",
                        "baseline_basis",
                        "target_value",
                        "operator",
                        "target_year",
                        "section",
                        "map_trackable",
                        "layer_or_indicator",
                        "layer")
                .stream()
                .map(row -> target(row, layers))
                .toList();
    }

    private static Target target(CsvTable.Row row, List<String> layers) {
        Double value = row.findNumber("target_value");
        String operator = row.find("operator");
        String unit = row.text("unit");
        return new Target(
                row.text("id"),
                row.text("name_zh"),
                row.text("name_en"),
                unit,
                row.findNumber("baseline_value"),
                row.find("baseline_year"),
                row.find("baseline_basis"),
                value,
                operator,
                row.find("target_year"),
                row.text("section"),
                row.oneOf("map_trackable", List.of("yes", "partly", "no")),
                row.find("layer_or_indicator"),
                row.find("layer") == null ? null : row.oneOf("layer", layers),
                value == null ? NOT_SET : text(operator, value, unit));
    }

    private static Text text(String operator, double value, String unit) {
        String number =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        String sign = operator == null || operator.equals("=") ? "" : operator + " ";
        return new Text(sign + number + " " + unit, sign + number + " " + unit);
    }
}
