package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Rasterizer;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumMap;

/** The layers of sinks in and around a region, ready to be put on windows of it in the order of precedence. */
final class SinkMap {

    private final AccountPlan plan;
    private final List<Cover> covers = new ArrayList<>();

    /** The features of a stratum in the CRS of the grid. */
    private record Cover(Stratum stratum, List<Geometry> geometries) {}

    private SinkMap(AccountPlan plan) {
        this.plan = plan;
    }

    /** Reads the features of all sinks in a region. */
    static SinkMap read(AccountPlan plan, RegionFeatures features, Grid region, Inputs inputs, Stages stages) {
        return read(plan, Map.of(), new SinkCovers(features, region, inputs, stages));
    }

    /**
     * Reads the features of all sinks in a region as they are at another time.
     *
     * @param instead layers to read in the place of those of the account, by the id of the latter
     */
    static SinkMap read(AccountPlan plan, Map<String, FeatureLayer> instead, SinkCovers covers) {
        SinkMap map = new SinkMap(plan);
        for (AccountPlan.SinkLayer sink : plan.sinks()) {
            FeatureLayer layer = instead.getOrDefault(sink.layer().id(), sink.layer());
            Map<String, List<Geometry>> byClass = covers.get(sink, layer);
            for (Stratum stratum : sink.strata()) {
                if (byClass.containsKey(stratum.classCode())) {
                    map.covers.add(new Cover(stratum, byClass.get(stratum.classCode())));
                }
            }
        }
        return map;
    }

    /** How many features a stratum has in and around the region. */
    int features(Stratum stratum) {
        return covers.stream()
                .filter(cover -> cover.stratum.equals(stratum))
                .mapToInt(cover -> cover.geometries.size())
                .sum();
    }

    /** The strata of the cells of a window. */
    StratumMap on(Grid window) {
        StratumMap map = new StratumMap(window, plan.strata());
        Envelope bounds = window.envelope();
        for (Cover cover : covers) {
            Mask cells = new Mask(window);
            for (Geometry geometry : cover.geometries) {
                if (geometry.getEnvelopeInternal().intersects(bounds)) {
                    Rasterizer.fill(geometry, cells);
                }
            }
            map.add(cover.stratum, cells);
        }
        return map;
    }
}
