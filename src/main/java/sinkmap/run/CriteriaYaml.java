package sinkmap.run;

import java.util.List;
import java.util.Locale;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.Criterion;
import sinkmap.siting.Membership;
import sinkmap.siting.Weighting;

/** Reads criteria, their memberships and where their weights come from. */
final class CriteriaYaml {

    private static final double WEIGHT_TOLERANCE = 1e-6;

    private final LayerNames layers;
    private final TermYaml terms;

    CriteriaYaml(LayerNames layers) {
        this.layers = layers;
        this.terms = new TermYaml(layers);
    }

    /** Where the weights of a plan come from. */
    Weighting weighting(YamlNode file) {
        return new Weighting(file.text("weights_source"));
    }

    /** The criteria of a plan. */
    List<Criterion> criteria(YamlNode file) {
        /** The criteria of a plan. */
        List<Criterion> criteria =
                file.list("criteria").stream().map(this::criterion).toList();
        double sum = criteria.stream().mapToDouble(Criterion::weight).sum();
        if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
            throw file.node("criteria")
                    .error(String.format(
                            Locale.ROOT, "the weights of the criteria sum to %.6f; they must sum to 1", sum));
        }
        return criteria;
    }

    private Criterion criterion(YamlNode node) {
        node.only("id", "title", "value", "membership", "weight");
        YamlNode linear = node.node("membership").only("linear").node("linear").only("from", "to");
        Membership membership =
                TermYaml.at(linear, () -> new Membership.Linear(linear.number("from"), linear.number("to")));
        Criterion.Source source = source(node.node("value"));
        return TermYaml.at(
                node,
                () -> new Criterion(
                        node.text("id"),
                        TermYaml.title(node.bilingual("title")),
                        source,
                        membership,
                        node.number("weight")));
    }

    private Criterion.Source source(YamlNode node) {
        node.only("layer", "distance_to", "where");
        if (node.oneOf("layer", "distance_to").equals("layer")) {
            if (node.has("where")) {
                throw node.node("where").error("'where' goes with 'distance_to'; a raster has no attributes");
            }
            return new Criterion.RasterValue(layers.raster(node.node("layer")).id());
        }
        FeatureLayer layer = layers.features(node.node("distance_to"));
        return new Criterion.DistanceTo(layer.id(), terms.where(node, layer));
    }
}
