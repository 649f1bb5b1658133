package sinkmap.run;

import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.AirDensity;
import sinkmap.siting.CellTemperature;
import sinkmap.siting.Costs;
import sinkmap.siting.Density;
import sinkmap.siting.Estimate;
import sinkmap.siting.GridConnection;
import sinkmap.siting.PlanTarget;
import sinkmap.siting.ProjectFigures;
import sinkmap.siting.PvYield;
import sinkmap.siting.WindYield;
import sinkmap.siting.Yield;

/** Reads what a plan says about the plants on its sites. */
final class FiguresYaml {

    private final LayerNames layers;
    private final List<EmissionFactor> emissionFactors;
    private final List<Target> targets;

    FiguresYaml(LayerNames layers, List<EmissionFactor> emissionFactors, List<Target> targets) {
        this.layers = layers;
        this.emissionFactors = emissionFactors;
        this.targets = targets;
    }

    /** From {@code technology_figures} and {@code avoided} of a plan. */
    ProjectFigures figures(YamlNode file) {
        YamlNode node = file.node("technology_figures").only("density", "yield", "costs", "connection", "targets");
        return TermYaml.at(
                node,
                () -> new ProjectFigures(
                        density(node.node("density")),
                        yieldOf(node.node("yield")),
                        FactorFiles.find(emissionFactors, file.node("avoided")).id(),
                        node.find("costs").map(FiguresYaml::costs).orElse(null),
                        node.find("connection").map(this::connection).orElse(null),
                        node.findList("targets", this::target)));
    }

    private static Density density(YamlNode node) {
        if (node.has("turbine_mw")) {
            node.only("turbine_mw", "source");
            return TermYaml.at(node, () -> Density.ofTurbines(node.number("turbine_mw"), node.text("source")));
        }
        node.only("value", "low", "high", "unit", "source");
        return TermYaml.at(
                node,
                () -> new Density(
                        node.number("value"),
                        node.number("low"),
                        node.number("high"),
                        node.text("unit"),
                        node.text("source")));
    }

    private static Costs costs(YamlNode node) {
        node.only(
                "capex_yuan_per_w",
                "opex_yuan_per_w_yr",
                "discount_rate",
                "life_years",
                "connection_in_capex_yuan_per_w");
        Optional<YamlNode> connection =
                node.find("connection_in_capex_yuan_per_w").map(part -> part.only("value", "source"));
        return TermYaml.at(
                node,
                () -> new Costs(
                        estimate(node.node("capex_yuan_per_w")),
                        estimate(node.node("opex_yuan_per_w_yr")),
                        estimate(node.node("discount_rate")),
                        estimate(node.node("life_years")),
                        connection.map(part -> part.number("value")).orElse(0.0),
                        connection.map(part -> part.text("source")).orElse(null)));
    }

    /** A figure with its range, which is the figure itself where none is given. */
    private static Estimate estimate(YamlNode node) {
        node.only("value", "low", "high", "source");
        double value = node.number("value");
        return TermYaml.at(
                node,
                () -> new Estimate(
                        value,
                        node.findNumber("low").orElse(value),
                        node.findNumber("high").orElse(value),
                        node.text("source")));
    }

    private GridConnection connection(YamlNode node) {
        node.only("layer", "where", "voltage", "name", "land", "reach_km", "steps", "source");
        FeatureLayer stations = layers.features(node.node("layer"));
        Attribute voltage = layers.attribute(stations, node.node("voltage"));
        if (!"kV".equals(voltage.unit())) {
            throw node.node("voltage").error("attribute '" + voltage.name() + "' must be in kV");
        }
        return TermYaml.at(
                node,
                () -> new GridConnection(
                        stations.id(),
                        node.find("where")
                                .map(at -> Where.check(at, stations, layers))
                                .orElse(null),
                        voltage.name(),
                        layers.attribute(stations, node.node("name")).name(),
                        node.find("land").map(at -> layers.features(at).id()).orElse(null),
                        node.findNumber("reach_km").orElse(Double.POSITIVE_INFINITY),
                        node.list("steps").stream().map(FiguresYaml::step).toList(),
                        node.text("source")));
    }

    private static GridConnection.Step step(YamlNode node) {
        node.only("up_to_mw", "kv", "circuit_mw", "overhead_myuan_per_km", "submarine_myuan_per_km");
        return TermYaml.at(
                node,
                () -> new GridConnection.Step(
                        node.findNumber("up_to_mw").orElse(Double.POSITIVE_INFINITY),
                        node.number("kv"),
                        node.number("circuit_mw"),
                        node.number("overhead_myuan_per_km"),
                        node.number("submarine_myuan_per_km")));
    }

    private PlanTarget target(YamlNode node) {
        String id = node.asText();
        Target target = targets.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> node.error("there is no target '" + id + "' in targets.csv"
                        + Suggestion.among(id, targets.stream().map(Target::id).toList())));
        if (!target.unit().equals("GW")) {
            throw node.error("target '" + id + "' is in " + target.unit() + "; sites count towards targets in GW");
        }
        return TermYaml.at(
                node,
                () -> new PlanTarget(id, target.targetValue() == null ? Double.NaN : target.targetValue() * 1000));
    }

    private Yield yieldOf(YamlNode node) {
        node.only("pv", "wind");
        return node.oneOf("pv", "wind").equals("pv") ? pv(node.node("pv")) : wind(node.node("wind"));
    }

    private Yield pv(YamlNode node) {
        node.only("resource", "transposition", "performance_ratio", "temperature", "source");
        return TermYaml.at(
                node,
                () -> new PvYield(
                        resource(node, "kWh/m2/yr"),
                        node.number("transposition"),
                        node.number("performance_ratio"),
                        node.find("temperature").map(FiguresYaml::temperature).orElse(null),
                        node.text("source")));
    }

    private static CellTemperature temperature(YamlNode node) {
        node.only("coefficient_per_k", "noct_c", "air_c", "irradiance_w_m2", "source");
        return TermYaml.at(
                node,
                () -> new CellTemperature(
                        node.number("coefficient_per_k"),
                        node.number("noct_c"),
                        node.number("air_c"),
                        node.number("irradiance_w_m2"),
                        node.text("source")));
    }

    private Yield wind(YamlNode node) {
        node.only(
                "resource",
                "weibull_k",
                "reference_height_m",
                "hub_height_m",
                "shear",
                "power_curve",
                "air",
                "losses",
                "source");
        List<WindYield.PowerPoint> curve =
                node.list("power_curve").stream().map(FiguresYaml::powerPoint).toList();
        return TermYaml.at(
                node,
                () -> new WindYield(
                        resource(node, "m/s"),
                        node.number("weibull_k"),
                        node.number("reference_height_m"),
                        node.number("hub_height_m"),
                        node.number("shear"),
                        curve,
                        node.find("air").map(FiguresYaml::air).orElse(AirDensity.STANDARD),
                        losses(node.node("losses")),
                        node.text("source")));
    }

    private static AirDensity air(YamlNode node) {
        node.only("density_kg_m3", "altitude_m", "temperature_c");
        return TermYaml.at(
                node,
                () -> node.oneOf("density_kg_m3", "altitude_m").equals("altitude_m")
                        ? AirDensity.at(node.number("altitude_m"), node.number("temperature_c"))
                        : new AirDensity(node.number("density_kg_m3")));
    }

    /** Net over gross as one number, or by what loses. */
    private static List<WindYield.Loss> losses(YamlNode node) {
        if (node.isScalar()) {
            return List.of(TermYaml.at(node, () -> new WindYield.Loss("all", node.asNumber())));
        }
        node.only("wake", "availability", "electrical", "environment", "curtailment", "other");
        return node.keys().stream()
                .map(name -> TermYaml.at(node, () -> new WindYield.Loss(name, node.number(name))))
                .toList();
    }

    private static WindYield.PowerPoint powerPoint(YamlNode node) {
        List<YamlNode> pair = node.items();
        if (pair.size() != 2) {
            throw node.error("a point of the power curve is a pair: [wind speed in m/s, share of rated power]");
        }
        return new WindYield.PowerPoint(pair.get(0).asNumber(), pair.get(1).asNumber());
    }

    private String resource(YamlNode node, String unit) {
        YamlNode at = node.node("resource");
        RasterLayer layer = layers.raster(at);
        if (!layer.band().unit().equals(unit)) {
            throw at.error("layer '" + layer.id() + "' is in " + layer.band().unit() + "; this yield needs " + unit);
        }
        return layer.id();
    }
}
