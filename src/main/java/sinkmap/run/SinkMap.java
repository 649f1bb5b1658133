package sinkmap.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Rasterizer;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factor;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;
import sinkmap.store.Feature;

/** Puts the layers of sinks on a grid, in the order of precedence. */
final class SinkMap {

    private final AccountPlan plan;
    private final RegionFeatures features;

    SinkMap(AccountPlan plan, RegionFeatures features) {
        this.plan = plan;
        this.features = features;
    }

    /** The strata of every cell. */
    StratumMap read(Grid grid, Inputs inputs, Stages stages) {
        StratumMap map = new StratumMap(grid, plan.strata());
        for (AccountPlan.SinkLayer sink : plan.sinks()) {
            inputs.use(sink.layer());
            Map<String, Mask> covers = covers(sink, grid, stages);
            for (Stratum stratum : sink.strata()) {
                Mask cover = covers.get(stratum.classCode());
                if (cover != null) {
                    map.add(stratum, cover);
                    stages.step();
                }
            }
        }
        return map;
    }

    private Map<String, Mask> covers(AccountPlan.SinkLayer sink, Grid grid, Stages stages) {
        Map<String, Mask> covers = new LinkedHashMap<>();
        features.forEach(sink.layer(), Filter.INCLUDE, grid, 0, feature -> {
            stages.tick();
            Mask cover = covers.computeIfAbsent(classOf(sink, feature), code -> new Mask(grid));
            Rasterizer.fill(feature.geometry(), cover);
        });
        return covers;
    }

    private static String classOf(AccountPlan.SinkLayer sink, Feature feature) {
        Object value = sink.classes() == null
                ? null
                : feature.attributes().get(sink.classes().name());
        if (value == null) {
            return Factor.ANY;
        }
        List<String> known = sink.strata().stream().map(Stratum::classCode).toList();
        if (!known.contains(value.toString())) {
            throw new SinkmapException("layer '" + sink.layer().id() + "', feature " + feature.id() + ": attribute '"
                    + sink.classes().name() + "' is '" + value + "', which is no class of the layer; load it again");
        }
        return value.toString();
    }
}
