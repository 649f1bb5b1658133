package sinkmap.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factor;
import sinkmap.store.Feature;

/** The features of layers of sinks in and around a region by their class, in the CRS of the grid; each layer is read once. */
final class SinkCovers {

    private final RegionFeatures features;
    private final Grid region;
    private final Inputs inputs;
    private final Stages stages;
    private final Map<List<String>, Map<String, List<Geometry>>> known = new HashMap<>();

    SinkCovers(RegionFeatures features, Grid region, Inputs inputs, Stages stages) {
        this.features = features;
        this.region = region;
        this.inputs = inputs;
        this.stages = stages;
    }

    /** The features of a layer that holds a sink, by the class of the latter. */
    Map<String, List<Geometry>> get(AccountPlan.SinkLayer sink, FeatureLayer layer) {
        return known.computeIfAbsent(List.of(sink.layer().id(), layer.id()), key -> read(sink, layer));
    }

    private Map<String, List<Geometry>> read(AccountPlan.SinkLayer sink, FeatureLayer layer) {
        inputs.use(layer);
        Map<String, List<Geometry>> byClass = new LinkedHashMap<>();
        features.forEach(layer, Filter.INCLUDE, region, 0, feature -> {
            stages.tick();
            byClass.computeIfAbsent(classOf(sink, layer, feature), code -> new ArrayList<>())
                    .add(feature.geometry());
        });
        return byClass;
    }

    private static String classOf(AccountPlan.SinkLayer sink, FeatureLayer layer, Feature feature) {
        return AccountPlan.SinkLayer.classCode(sink.classes().stream()
                .map(attribute -> classOf(layer, attribute, feature))
                .toList());
    }

    private static String classOf(FeatureLayer layer, Attribute attribute, Feature feature) {
        Object value = feature.attributes().get(attribute.name());
        if (value == null) {
            return Factor.ANY;
        }
        if (attribute.classes().stream().noneMatch(c -> c.code().equals(value.toString()))) {
            throw new SinkmapException("layer '" + layer.id() + "', feature " + feature.id() + ": attribute '"
                    + attribute.name() + "' is '" + value + "', which is no class of the layer; load it again");
        }
        return value.toString();
    }
}
