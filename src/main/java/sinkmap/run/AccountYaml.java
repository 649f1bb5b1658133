package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.ClassPattern;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.MonteCarlo;
import sinkmap.sink.Pool;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;

/** Reads {@code account.yaml} and holds it against the catalog and the table of factors. */
final class AccountYaml {

    /** More draws take memory, 8 bytes for each input and draw, and say nothing more. */
    private static final int MOST_DRAWS = 1_000_000;

    private final LayerNames layers;

    private final Factors factors;

    private AccountYaml(Catalog catalog, Factors factors) {
        this.layers = new LayerNames(catalog);
        this.factors = factors;
    }

    /** The account of a layers directory; empty when it declares none. */
    static Optional<AccountPlan> read(Catalog catalog, Factors factors) {
        Path file = catalog.directory().resolve("account.yaml");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        AccountPlan plan = new AccountYaml(catalog, factors).plan(YamlNode.read(file));
        checkFactors(plan, factors, FactorFiles.carbonFile(catalog));
        return Optional.of(plan);
    }

    private AccountPlan plan(YamlNode file) {
        file.only("title", "methods", "strata", "partitions", "uncertainty", "red_line");
        List<AccountPlan.AccountMethod> methods = methods(file);
        List<AccountPlan.SinkLayer> sinks = new ArrayList<>();
        for (YamlNode node : file.list("strata")) {
            AccountPlan.SinkLayer sink = sink(node);
            if (sinks.stream()
                    .anyMatch(other -> other.layer().id().equals(sink.layer().id()))) {
                throw node.error("layer '" + sink.layer().id() + "' is in the list twice; name it once");
            }
            sinks.add(sink);
        }
        FeatureLayer redLine = file.find("red_line").map(this::polygons).orElse(null);
        return new AccountPlan(file.bilingual("title"), methods, sinks, partitions(file), draws(file), redLine);
    }

    private List<AccountPlan.AccountMethod> methods(YamlNode file) {
        List<AccountPlan.AccountMethod> methods = new ArrayList<>();
        for (YamlNode node : file.list("methods")) {
            node.only("id", "title", "sets");
            String id = node.text("id");
            if (methods.stream().anyMatch(m -> m.id().equals(id))) {
                throw node.error("method '" + id + "' is in the list twice; name it once");
            }
            List<String> sets = new ArrayList<>();
            for (YamlNode set : node.list("sets")) {
                sets.add(set(set));
            }
            methods.add(new AccountPlan.AccountMethod(id, node.bilingual("title"), List.copyOf(sets)));
        }
        if (methods.isEmpty()) {
            throw file.node("methods").error("an account needs a method; the first of the list is the headline");
        }
        return methods;
    }

    private List<AccountPlan.ZoneLayer> partitions(YamlNode file) {
        List<AccountPlan.ZoneLayer> partitions = new ArrayList<>();
        for (YamlNode node : file.list("partitions")) {
            node.only("id", "title", "layer", "name");
            String id = node.text("id");
            if (partitions.stream().anyMatch(p -> p.id().equals(id))) {
                throw node.error("partition '" + id + "' is in the list twice; name it once");
            }
            FeatureLayer layer = polygons(node.node("layer"));
            String name = layers.attribute(layer, node.node("name")).name();
            partitions.add(new AccountPlan.ZoneLayer(id, node.bilingual("title"), layer, name));
        }
        if (partitions.isEmpty()) {
            throw file.node("partitions")
                    .error(
                            "an account needs a layer of zones, such as cities; the first of the list is shown as a layer");
        }
        return partitions;
    }

    private static AccountPlan.Draws draws(YamlNode file) {
        return file.find("uncertainty")
                .map(node -> {
                    node.only("draws", "seed");
                    double draws = node.number("draws");
                    if (draws != Math.rint(draws) || draws < MonteCarlo.FEWEST_DRAWS || draws > MOST_DRAWS) {
                        throw node.node("draws")
                                .error("draws must be a whole number from " + MonteCarlo.FEWEST_DRAWS + " to "
                                        + MOST_DRAWS + "; fewer leave the bounds of the interval to chance");
                    }
                    double seed = node.number("seed");
                    if (seed != Math.rint(seed) || Math.abs(seed) > 1e15) {
                        throw node.node("seed").error("a seed is a whole number");
                    }
                    return new AccountPlan.Draws((int) draws, (long) seed);
                })
                .orElse(AccountPlan.Draws.DEFAULT);
    }

    private String set(YamlNode at) {
        if (!factors.sets().contains(at.asText())) {
            throw at.error("there is no set '" + at.asText() + "' in factors/carbon.csv"
                    + Suggestion.among(at.asText(), factors.sets()));
        }
        return at.asText();
    }

    private AccountPlan.SinkLayer sink(YamlNode node) {
        node.only("layer", "class", "area_uncertainty_percent", "area_map", "blue", "sink", "habitat", "pools");
        FeatureLayer layer = polygons(node.node("layer"));
        List<Attribute> classes =
                node.find("class").map(at -> at.isList() ? at.items() : List.of(at)).orElse(List.of()).stream()
                        .map(at -> classes(layer, at))
                        .toList();
        double uncertainty = node.number("area_uncertainty_percent");
        if (uncertainty < 0) {
            throw node.node("area_uncertainty_percent")
                    .error("an area uncertainty cannot be negative; it is the half width of the 95 % interval");
        }
        return new AccountPlan.SinkLayer(
                layer,
                classes,
                uncertainty,
                node.find("area_map").map(AccountYaml::areaMap).orElse(null),
                node.flag("blue", false),
                node.flag("sink", true),
                node.findBilingual("habitat").orElse(layer.title()),
                node.findList("pools", AccountYaml::pool));
    }

    private static Pool pool(YamlNode at) {
        List<String> codes = Arrays.stream(Pool.values()).map(Pool::code).toList();
        return Pool.find(at.asText())
                .orElseThrow(() ->
                        at.error("there is no pool '" + at.asText() + "'" + Suggestion.among(at.asText(), codes)));
    }

    /** A name that no stratum has. */
    private static String areaMap(YamlNode at) {
        if (at.asText().isBlank() || at.asText().contains(ClassPattern.PART)) {
            throw at.error("'" + at.asText() + "' must name the map that areas are from, without '" + ClassPattern.PART
                    + "'; strata of one map share the error of their areas");
        }
        return at.asText();
    }

    private FeatureLayer polygons(YamlNode at) {
        FeatureLayer layer = layers.features(at);
        if (layer.geometryType() != GeometryType.POLYGON) {
            throw at.error("layer '" + layer.id() + "' holds no polygons; sinks, zones and the red line need an area");
        }
        return layer;
    }

    private Attribute classes(FeatureLayer layer, YamlNode at) {
        Attribute attribute = layers.attribute(layer, at);
        if (attribute.classes().isEmpty()) {
            throw at.error("attribute '" + attribute.name() + "' of layer '" + layer.id()
                    + "' declares no classes; list them in the layer's file, so that each is a stratum");
        }
        return attribute;
    }

    private static void checkFactors(AccountPlan plan, Factors factors, Path file) {
        for (Factor row : factors.list()) {
            List<String> known = plan.strata().stream()
                    .filter(stratum -> row.layers().contains(stratum.layer()))
                    .map(Stratum::classCode)
                    .toList();
            if (!known.isEmpty()) {
                row.classes().alternatives().forEach(code -> checkClass(code, known, row, file));
            }
        }
        try {
            plan.methods().forEach(method -> new Stocks(plan.strata(), factors, method.sets()));
        } catch (SinkmapException e) {
            throw new LayerFileException(file, 0, e.getMessage());
        }
    }

    private static void checkClass(String code, List<String> known, Factor row, Path file) {
        ClassPattern pattern = ClassPattern.of(code);
        if (known.stream().noneMatch(k -> pattern.fit(k) >= 0)) {
            throw new LayerFileException(
                    file,
                    0,
                    "factor '" + row.id() + "' is for class '" + code + "', which layer '" + row.layer()
                            + "' does not have" + Suggestion.among(code, known));
        }
    }
}
