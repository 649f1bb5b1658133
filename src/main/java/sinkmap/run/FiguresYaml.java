package sinkmap.run;

import java.util.List;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.Density;
import sinkmap.siting.ProjectFigures;
import sinkmap.siting.PvYield;
import sinkmap.siting.WindYield;
import sinkmap.siting.Yield;

/** Reads what a plan says about the plants on its sites. */
final class FiguresYaml {

    private final LayerNames layers;
    private final List<EmissionFactor> emissionFactors;

    FiguresYaml(LayerNames layers, List<EmissionFactor> emissionFactors) {
        this.layers = layers;
        this.emissionFactors = emissionFactors;
    }

    /** From {@code technology_figures} and {@code avoided} of a plan. */
    ProjectFigures figures(YamlNode file) {
        YamlNode node = file.node("technology_figures").only("density", "yield");
        return TermYaml.at(
                node,
                () -> new ProjectFigures(
                        density(node.node("density")),
                        yieldOf(node.node("yield")),
                        FactorFiles.find(emissionFactors, file.node("avoided")).id()));
    }

    private static Density density(YamlNode node) {
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

    private Yield yieldOf(YamlNode node) {
        node.only("pv", "wind");
        return node.oneOf("pv", "wind").equals("pv") ? pv(node.node("pv")) : wind(node.node("wind"));
    }

    private Yield pv(YamlNode node) {
        node.only("resource", "transposition", "performance_ratio", "source");
        return TermYaml.at(
                node,
                () -> new PvYield(
                        resource(node, "kWh/m2/yr"),
                        node.number("transposition"),
                        node.number("performance_ratio"),
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
                        node.number("losses"),
                        node.text("source")));
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
