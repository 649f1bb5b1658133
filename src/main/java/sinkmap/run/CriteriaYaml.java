package sinkmap.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.Criterion;
import sinkmap.siting.Membership;
import sinkmap.siting.Membership.Piecewise.Point;
import sinkmap.siting.Weighting;

/** Reads criteria and their memberships. */
final class CriteriaYaml {

    private static final String OTHER = "other";

    private final LayerNames layers;
    private final TermYaml terms;

    CriteriaYaml(LayerNames layers) {
        this.layers = layers;
        this.terms = new TermYaml(layers);
    }

    /** How the criteria of a plan become a score. */
    Weighting weighting(YamlNode file) {
        return WeightingYaml.weighting(file);
    }

    /** The criteria of a plan, held against its weighting. */
    List<Criterion> criteria(YamlNode file) {
        Weighting weighting = weighting(file);
        List<Criterion> criteria = file.list("criteria").stream()
                .map(node -> criterion(node, weighting.needsExplicitWeights()))
                .toList();
        weighting.findFault(criteria).ifPresent(fault -> {
            throw file.node("criteria").error(fault);
        });
        return criteria;
    }

    private Criterion criterion(YamlNode node, boolean weighted) {
        node.only("id", "title", "value", "membership", "weight");
        Criterion.Source source = source(node.node("value"));
        Optional<RasterLayer> raster = source instanceof Criterion.RasterValue
                ? Optional.of(layers.raster(node.node("value").node("layer")))
                : Optional.empty();
        Membership membership = membership(node.node("membership"), raster);
        double weight =
                weighted ? node.number("weight") : node.findNumber("weight").orElse(Double.NaN);
        return TermYaml.at(
                node,
                () -> new Criterion(
                        node.text("id"), TermYaml.title(node.bilingual("title")), source, membership, weight));
    }

    private Criterion.Source source(YamlNode node) {
        node.only("layer", "distance_to", "carbon", "where");
        String kind = node.oneOf("layer", "distance_to", "carbon");
        if (!kind.equals("distance_to") && node.has("where")) {
            throw node.node("where").error("'where' goes with 'distance_to'; a raster has no attributes");
        }
        if (kind.equals("carbon")) {
            return carbon(node);
        }
        if (kind.equals("layer")) {
            return new Criterion.RasterValue(layers.raster(node.node("layer")).id());
        }
        FeatureLayer layer = layers.features(node.node("distance_to"));
        return new Criterion.DistanceTo(layer.id(), terms.where(node, layer));
    }

    private Criterion.Carbon carbon(YamlNode node) {
        if (!layers.hasAccount()) {
            throw node.node("carbon")
                    .error("a criterion on carbon needs an account.yaml that says what the land holds");
        }
        return new Criterion.Carbon(
                node.findChoice("carbon", Criterion.CarbonKind.class).orElseThrow());
    }

    /** A map with one key that says which form it is. */
    private static Membership membership(YamlNode node, Optional<RasterLayer> raster) {
        String[] forms = {"linear", "sigmoid", "trapezoid", "gaussian", "piecewise", "classes"};
        String form = node.only(forms).oneOf(forms);
        YamlNode of = node.node(form);
        List<ClassValue> classes = raster.map(layer -> layer.band().classes()).orElse(List.of());
        if (form.equals("classes") == classes.isEmpty()) {
            throw of.error(
                    classes.isEmpty()
                            ? "'classes' needs a raster that declares classes; give a quantity another membership"
                            : "layer '" + raster.orElseThrow().id()
                                    + "' holds classes, not quantities; use 'classes' with a membership for each code");
        }
        return TermYaml.at(of, () -> membership(form, of, raster));
    }

    private static Membership membership(String form, YamlNode of, Optional<RasterLayer> raster) {
        return switch (form) {
            case "linear" -> {
                of.only("from", "to");
                yield new Membership.Linear(of.number("from"), of.number("to"));
            }
            case "sigmoid" -> {
                of.only("from", "to");
                yield new Membership.Sigmoid(of.number("from"), of.number("to"));
            }
            case "trapezoid" -> {
                of.only("a", "b", "c", "d");
                yield new Membership.Trapezoid(of.number("a"), of.number("b"), of.number("c"), of.number("d"));
            }
            case "gaussian" -> {
                of.only("mean", "sd");
                yield new Membership.Gaussian(of.number("mean"), of.number("sd"));
            }
            case "piecewise" ->
                new Membership.Piecewise(
                        of.items().stream().map(CriteriaYaml::point).toList());
            default -> classes(of, raster.orElseThrow());
        };
    }

    private static Point point(YamlNode node) {
        List<YamlNode> pair = node.items();
        if (pair.size() != 2) {
            throw node.error("a point is a pair: [value, membership]");
        }
        return TermYaml.at(
                node, () -> new Point(pair.get(0).asNumber(), pair.get(1).asNumber()));
    }

    /** Every class that the layer declares must get a membership, its own or that of the others. */
    private static Membership classes(YamlNode node, RasterLayer layer) {
        List<String> known =
                layer.band().classes().stream().map(ClassValue::code).toList();
        Map<Integer, Double> memberships = new LinkedHashMap<>();
        for (String code : node.keys()) {
            if (code.equals(OTHER)) {
                continue;
            }
            if (!known.contains(code)) {
                throw node.node(code)
                        .error("layer '" + layer.id() + "' has no class '" + code + "'"
                                + Suggestion.among(code, known));
            }
            memberships.put(Integer.parseInt(code), node.number(code));
        }
        for (String code : known) {
            if (!node.has(code) && !node.has(OTHER)) {
                throw node.error("class " + code + " of layer '" + layer.id()
                        + "' has no membership; give it one, or 'other' to all that are not named");
            }
        }
        return new Membership.Classes(
                layer.id(), memberships, node.findNumber(OTHER).orElse(null));
    }
}
