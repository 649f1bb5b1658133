package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Disturbance;
import sinkmap.sink.Disturbances;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Formula;
import sinkmap.sink.Interval;
import sinkmap.sink.Pool;
import sinkmap.sink.Quantity;
import sinkmap.sink.Verification;

/** The tables of {@code factors/}: carbon densities, disturbance shares and grid emission factors. */
final class FactorFiles {

    private FactorFiles() {}

    /** Factors of {@code factors/carbon.csv}; none when there is no such file. */
    static Factors carbon(Catalog catalog) {
        Path file = carbonFile(catalog);
        if (!Files.exists(file)) {
            return new Factors(List.of());
        }
        List<String> layers = catalog.listLayers().stream().map(Layer::id).toList();
        List<Factor> factors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row row : CsvTable.read(
                file,
                "id",
                "set",
                "formula",
                "layer",
                "class",
                "pool",
                "quantity",
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
            checkId(row, ids);
            try {
                Factor factor = carbonRow(row);
                factor.layers().forEach(layer -> checkLayer(layer, layers, row));
                factors.add(factor);
                new Factors(factors);
            } catch (SinkmapException e) {
                throw e instanceof LayerFileException ? e : row.error(e.getMessage());
            }
        }
        return new Factors(factors);
    }

    private static void checkLayer(String layer, List<String> layers, CsvTable.Row row) {
        if (!layers.contains(layer)) {
            throw row.error("'layer' cannot be '" + layer + "'" + Suggestion.among(layer, layers));
        }
    }

    static Path carbonFile(Catalog catalog) {
        return catalog.directory().resolve("factors").resolve("carbon.csv");
    }

    private static Factor carbonRow(CsvTable.Row row) {
        Formula formula = Formula.find(row.oneOf(
                        "formula",
                        Arrays.stream(Formula.values()).map(Formula::code).toList()))
                .orElseThrow();
        Quantity quantity = Quantity.find(row.oneOf(
                        "quantity", formula.takes().stream().map(Quantity::code).toList()))
                .orElseThrow();
        String unit = row.oneOf("unit", List.copyOf(quantity.units()));
        Interval stated = new Interval(row.number("value"), row.number("low"), row.number("high"));
        return new Factor(
                row.text("id"),
                row.text("set"),
                formula,
                row.text("layer"),
                row.text("class"),
                formula.pooled() ? pool(row) : null,
                quantity,
                quantity.reckon(stated, unit).orElseThrow(),
                stated,
                unit,
                row.text("method"),
                row.text("edition"),
                row.text("tier"),
                row.text("source"),
                row.text("basis"),
                verification(row),
                row.text("confidence"));
    }

    /** How a row was checked. */
    static Verification verification(CsvTable.Row row) {
        return Verification.find(row.oneOf("verification", Verification.codes()))
                .orElseThrow();
    }

    private static Pool pool(CsvTable.Row row) {
        return Pool.find(row.oneOf(
                        "pool", Arrays.stream(Pool.values()).map(Pool::code).toList()))
                .orElseThrow();
    }

    /**
     * Shares of {@code factors/disturbance.csv}; none when there is no such file.
     *
     * @param technologies technologies of the plans and rule sets
     */
    static Disturbances disturbance(Catalog catalog, List<String> technologies) {
        Path file = catalog.directory().resolve("factors").resolve("disturbance.csv");
        List<Disturbance> shares = new ArrayList<>();
        if (!Files.exists(file)) {
            return new Disturbances(shares);
        }
        List<String> layers = new ArrayList<>(List.of(Factor.ANY));
        catalog.listLayers().forEach(layer -> layers.add(layer.id()));
        for (CsvTable.Row row : CsvTable.read(
                file,
                "technology",
                "layer",
                "pool",
                "share",
                "low",
                "high",
                "source",
                "basis",
                "verification",
                "confidence")) {
            try {
                shares.add(new Disturbance(
                        row.oneOf("technology", technologies),
                        row.oneOf("layer", layers),
                        pool(row),
                        new Interval(row.number("share"), row.number("low"), row.number("high")),
                        row.text("source"),
                        row.text("basis"),
                        verification(row),
                        row.oneOf("confidence", List.of("high", "medium", "low"))));
                new Disturbances(shares);
            } catch (SinkmapException e) {
                throw e instanceof LayerFileException ? e : row.error(e.getMessage());
            }
        }
        return new Disturbances(shares);
    }

    /** Grid emission factors of {@code factors/grid-emission.csv}; none when there is no such file. */
    static List<EmissionFactor> gridEmission(Catalog catalog) {
        Path file = catalog.directory().resolve("factors").resolve("grid-emission.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<EmissionFactor> factors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row row : CsvTable.read(
                file,
                "id",
                "region",
                "year",
                "value",
                "low",
                "high",
                "interval_basis",
                "unit",
                "kind",
                "title_zh",
                "title_en",
                "source",
                "basis",
                "confidence")) {
            checkId(row, ids);
            factors.add(emissionRow(row));
        }
        return List.copyOf(factors);
    }

    private static EmissionFactor emissionRow(CsvTable.Row row) {
        row.oneOf("unit", List.of("t CO2/MWh"));
        Double value = row.findNumber("value");
        Double low = row.findNumber("low");
        Double high = row.findNumber("high");
        if (value != null && (value < 0 || (low != null && low > value) || (high != null && high < value))) {
            throw row.error("the factor '" + row.text("id") + "' must not be negative and its interval must hold the"
                    + " value, but low, value, high are " + low + ", " + value + ", " + high);
        }
        String intervalBasis = row.find("interval_basis");
        if ((low != null || high != null) != (intervalBasis != null)) {
            throw row.error(
                    "the factor '" + row.text("id") + "' needs either bounds and 'interval_basis', which says where"
                            + " they come from, or none of them");
        }
        return new EmissionFactor(
                row.text("id"),
                row.text("region"),
                row.text("year"),
                value,
                low,
                high,
                intervalBasis,
                row.text("kind"),
                new Text(row.text("title_zh"), row.text("title_en")),
                row.text("source"),
                row.text("basis"),
                row.text("confidence"));
    }

    /** The row of that id; the error is about the place that names it. */
    static EmissionFactor find(List<EmissionFactor> factors, YamlNode at) {
        String id = at.asText();
        EmissionFactor factor = factors.stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> at.error("there is no row '" + id + "' in factors/grid-emission.csv"
                        + Suggestion.among(
                                id, factors.stream().map(EmissionFactor::id).toList())));
        if (factor.value() == null) {
            throw at.error("the row '" + id + "' of factors/grid-emission.csv has no value; name one that has");
        }
        return factor;
    }

    private static void checkId(CsvTable.Row row, Set<String> ids) {
        if (!ids.add(row.text("id"))) {
            throw row.error("there is another row with the id '" + row.text("id") + "'; ids must differ");
        }
    }
}
