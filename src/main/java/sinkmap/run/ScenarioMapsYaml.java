package sinkmap.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.sink.ClassPattern;
import sinkmap.sink.Factor;
import sinkmap.sink.Impact;
import sinkmap.sink.Stratum;

/** Reads the dated maps of a scenario: which layers held when, and what happens to land that changes between them. */
final class ScenarioMapsYaml {

    private final AccountPlan account;
    private final LayerNames layers;

    /** What land outside all strata holds. */
    private enum Outside {
        UNKNOWN,
        BARE
    }

    private ScenarioMapsYaml(AccountPlan account, LayerNames layers) {
        this.account = account;
        this.layers = layers;
    }

    /** The maps of a file; null when areas and transitions say how land moves. */
    static ScenarioPlan.Maps find(YamlNode file, Optional<AccountPlan> account, LayerNames layers) {
        if (!file.has("states")) {
            for (String key : List.of("changes", "outside")) {
                if (file.has(key)) {
                    throw file.node(key).error("'" + key + "' goes with 'states'; leave it out");
                }
            }
            return null;
        }
        for (String key : List.of("base_year", "transitions", "whole_account")) {
            if (file.has(key)) {
                throw file.node(key)
                        .error("'states' say what land there is and when it changes; leave '" + key + "' out");
            }
        }
        AccountPlan plan = account.orElseThrow(
                () -> file.node("states").error("there is no account.yaml that says what the maps are of; add one"));
        return new ScenarioMapsYaml(plan, layers).maps(file);
    }

    private ScenarioPlan.Maps maps(YamlNode file) {
        List<ScenarioPlan.State> states = new ArrayList<>();
        for (YamlNode node : file.list("states")) {
            ScenarioPlan.State state = state(node);
            if (!states.isEmpty()
                    && state.year() <= states.get(states.size() - 1).year()) {
                throw node.node("year").error("states stand in the order of their years, each year once");
            }
            states.add(state);
        }
        if (states.size() < 2) {
            throw file.node("states").error("a change takes two states or more");
        }
        boolean bare = file.findChoice("outside", Outside.class).orElse(Outside.UNKNOWN) == Outside.BARE;
        List<ScenarioPlan.Change> changes = new ArrayList<>();
        file.findList("changes").forEach(node -> changes.add(change(node)));
        return new ScenarioPlan.Maps(List.copyOf(states), List.copyOf(changes), bare);
    }

    private ScenarioPlan.State state(YamlNode node) {
        node.only("year", "layers");
        Map<String, FeatureLayer> instead = new LinkedHashMap<>();
        node.find("layers").ifPresent(map -> map.keys().forEach(id -> instead.put(id, instead(map, id))));
        return new ScenarioPlan.State(node.integer("year"), instead);
    }

    /** The layer that stands in the place of one of the account. */
    private FeatureLayer instead(YamlNode map, String id) {
        YamlNode at = map.node(id);
        List<String> ids = account.sinks().stream().map(s -> s.layer().id()).toList();
        AccountPlan.SinkLayer sink = account.sinks().stream()
                .filter(s -> s.layer().id().equals(id))
                .findFirst()
                .orElseThrow(() -> at.error("layer '" + id + "' is not in account.yaml" + Suggestion.among(id, ids)));
        FeatureLayer layer = layers.features(at);
        if (layer.geometryType() != GeometryType.POLYGON) {
            throw at.error("layer '" + layer.id() + "' holds no polygons; land needs an area");
        }
        for (Attribute attribute : sink.classes()) {
            layers.attribute(layer, attribute.name(), at);
        }
        return layer;
    }

    private ScenarioPlan.Change change(YamlNode node) {
        node.only("from", "to", "impact");
        return new ScenarioPlan.Change(
                land(node.node("from")),
                land(node.node("to")),
                node.findChoice("impact", Impact.class).orElse(null));
    }

    private String land(YamlNode at) {
        List<String> known = new ArrayList<>(List.of(Factor.ANY, ScenarioPlan.Maps.OUTSIDE));
        for (Stratum stratum : account.strata()) {
            if (!known.contains(stratum.layer())) {
                known.add(stratum.layer());
            }
            known.add(stratum.layer() + ClassPattern.PART + stratum.classCode());
        }
        if (!known.contains(at.asText())) {
            throw at.error("there is no land '" + at.asText() + "' in account.yaml; name a layer, a layer and its class"
                    + " with '" + ClassPattern.PART + "' between them, '" + ScenarioPlan.Maps.OUTSIDE + "' or '"
                    + Factor.ANY + "'" + Suggestion.among(at.asText(), known));
        }
        return at.asText();
    }
}
