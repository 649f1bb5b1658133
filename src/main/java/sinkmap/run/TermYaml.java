package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Term;
import sinkmap.siting.Title;

/** Reads terms and exclusions of plans and rule sets. */
final class TermYaml {

    private final LayerNames layers;

    TermYaml(LayerNames layers) {
        this.layers = layers;
    }

    Exclusion exclusion(YamlNode node) {
        node.only("id", "title", "source", "when");
        Term when = term(node.node("when"));
        return at(
                node, () -> new Exclusion(node.text("id"), title(node.bilingual("title")), node.text("source"), when));
    }

    /** A map with one key that says which kind of term it is. */
    Term term(YamlNode node) {
        node.only("within", "value", "class", "any", "all", "not");
        String kind = node.oneOf("within", "value", "class", "any", "all", "not");
        YamlNode of = node.node(kind);
        return switch (kind) {
            case "within" -> within(of);
            case "value" -> value(of);
            case "class" -> inClass(of);
            case "any" -> new Term.Any(terms(node, kind));
            case "all" -> new Term.All(terms(node, kind));
            default -> new Term.Not(term(of));
        };
    }

    private List<Term> terms(YamlNode node, String kind) {
        return node.list(kind).stream().map(this::term).toList();
    }

    private Term within(YamlNode node) {
        node.only("layer", "distance_m", "where", "may_be_empty");
        FeatureLayer layer = layers.features(node.node("layer"));
        return at(
                node,
                () -> new Term.Within(
                        layer.id(),
                        where(node, layer),
                        node.findNumber("distance_m").orElse(0.0),
                        node.flag("may_be_empty", false)));
    }

    String where(YamlNode node, FeatureLayer layer) {
        return node.find("where").map(at -> Where.check(at, layer, layers)).orElse(null);
    }

    private Term value(YamlNode node) {
        node.only("layer", "below", "at_least", "above", "at_most");
        RasterLayer layer = layers.raster(node.node("layer"));
        if (!layer.band().classes().isEmpty()) {
            throw node.error("layer '" + layer.id() + "' holds classes, not quantities; use 'class' with their codes");
        }
        return at(
                node,
                () -> new Term.Value(
                        layer.id(),
                        node.findNumber("at_least").orElse(null),
                        node.findNumber("above").orElse(null),
                        node.findNumber("at_most").orElse(null),
                        node.findNumber("below").orElse(null)));
    }

    private Term inClass(YamlNode node) {
        node.only("layer", "in", "distance_m");
        RasterLayer layer = layers.raster(node.node("layer"));
        List<String> known =
                layer.band().classes().stream().map(ClassValue::code).toList();
        if (known.isEmpty()) {
            throw node.error("layer '" + layer.id() + "' declares no classes; use 'value' with bounds");
        }
        List<Integer> codes = new ArrayList<>();
        for (YamlNode code : node.list("in")) {
            if (!known.contains(code.asText())) {
                throw code.error("layer '" + layer.id() + "' has no class '" + code.asText() + "'"
                        + Suggestion.among(code.asText(), known));
            }
            codes.add(code.asInteger());
        }
        return at(
                node,
                () -> new Term.InClass(
                        layer.id(), codes, node.findNumber("distance_m").orElse(0.0)));
    }

    static Title title(Text text) {
        return new Title(text.zh(), text.en());
    }

    /** Puts file and line before what the engine finds wrong. */
    static <T> T at(YamlNode node, Supplier<T> made) {
        try {
            return made.get();
        } catch (LayerFileException e) {
            throw e;
        } catch (SinkmapException e) {
            throw node.error(e.getMessage());
        }
    }
}
