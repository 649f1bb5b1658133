package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Estimate;

/**
 * An assessment of roofs by zone, from {@code assessments/*.yaml}.
 *
 * @param zones layer of the counties
 * @param zoneName attribute that names one
 * @param ground polygons of built-up ground
 * @param use attribute of its use
 * @param uses shares by use
 * @param density_mw_km2 capacity of a square kilometre of usable roof
 * @param resource yearly radiation, kWh/m2/yr
 * @param transposition radiation on the module over that on the ground
 * @param performanceRatio energy of the plant over that of its modules under test conditions
 * @param targets ids of targets that the capacity counts for
 */
record RooftopPlan(
        String id,
        Text title,
        String technology,
        FeatureLayer zones,
        String zoneName,
        FeatureLayer ground,
        Attribute use,
        List<Use> uses,
        Estimate density_mw_km2,
        RasterLayer resource,
        double transposition,
        double performanceRatio,
        List<String> targets) {

    /** Share of the ground that is roof, 0 to 1, and share of the roofs that can be used, 0 to 1, with its source. */
    record Use(String code, Estimate roofShare, double usableShare, String usableSource) {}

    /** The assessment of that id. */
    static RooftopPlan get(Catalog catalog, String id) {
        Path file = catalog.directory().resolve("assessments").resolve(id + ".yaml");
        if (!id.matches("[a-z0-9-]+") || !Files.isRegularFile(file)) {
            throw new SinkmapException("there is no assessment '" + id + "' in "
                    + catalog.directory().resolve("assessments"));
        }
        return read(YamlNode.read(file), new LayerNames(catalog));
    }

    private static RooftopPlan read(YamlNode file, LayerNames layers) {
        file.only("id", "title", "technology", "zones", "ground", "uses", "density", "yield", "targets");
        YamlNode zones = file.node("zones").only("layer", "name");
        YamlNode ground = file.node("ground").only("layer", "class");
        YamlNode yield = file.node("yield").only("resource", "transposition", "performance_ratio", "source");
        yield.text("source");
        FeatureLayer zoneLayer = polygons(layers, zones.node("layer"));
        FeatureLayer groundLayer = polygons(layers, ground.node("layer"));
        Attribute use = layers.attribute(groundLayer, ground.node("class"));
        RasterLayer resource = layers.raster(yield.node("resource"));
        if (!resource.band().unit().equals("kWh/m2/yr")) {
            throw yield.node("resource").error("layer '" + resource.id() + "' must be in kWh/m2/yr");
        }
        return new RooftopPlan(
                file.text("id"),
                file.bilingual("title"),
                file.text("technology"),
                zoneLayer,
                layers.attribute(zoneLayer, zones.node("name")).name(),
                groundLayer,
                use,
                uses(file, use),
                estimate(file.node("density").only("value", "low", "high", "source")),
                resource,
                positive(yield.node("transposition")),
                share(yield.node("performance_ratio")),
                file.findList("targets", YamlNode::asText));
    }

    private static List<Use> uses(YamlNode file, Attribute attribute) {
        List<String> known = attribute.classes().stream().map(ClassValue::code).toList();
        List<Use> uses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode node : file.list("uses")) {
            node.only("class", "roof_share", "usable_share", "usable_source");
            String code = node.text("class");
            if (!known.contains(code)) {
                throw node.node("class").error("there is no class '" + code + "'" + Suggestion.among(code, known));
            }
            if (!seen.add(code)) {
                throw node.node("class").error("class '" + code + "' is in the list twice");
            }
            Estimate roof = estimate(node.node("roof_share").only("value", "low", "high", "source"));
            if (roof.low() < 0 || roof.high() > 1) {
                throw node.node("roof_share").error("a share must lie between 0 and 1");
            }
            uses.add(new Use(code, roof, share(node.node("usable_share")), node.text("usable_source")));
        }
        return uses;
    }

    private static Estimate estimate(YamlNode node) {
        return TermYaml.at(
                node,
                () -> new Estimate(node.number("value"), node.number("low"), node.number("high"), node.text("source")));
    }

    private static double share(YamlNode at) {
        if (!(at.asNumber() >= 0 && at.asNumber() <= 1)) {
            throw at.error("'" + at.name() + "' must be a share between 0 and 1");
        }
        return at.asNumber();
    }

    private static double positive(YamlNode at) {
        if (!(at.asNumber() > 0)) {
            throw at.error("'" + at.name() + "' must be positive");
        }
        return at.asNumber();
    }

    private static FeatureLayer polygons(LayerNames layers, YamlNode at) {
        FeatureLayer layer = layers.features(at);
        if (layer.geometryType() != GeometryType.POLYGON) {
            throw at.error("layer '" + layer.id() + "' holds no polygons; roofs need an area");
        }
        return layer;
    }
}
