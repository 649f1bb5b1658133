package sinkmap.run;

import java.util.HashMap;
import java.util.Map;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Raster;
import sinkmap.siting.Criterion;
import sinkmap.siting.Evidence;

/** What the store holds about one window of a region, for the siting engine; for one thread. */
final class StoreEvidence implements Evidence {

    private final RegionEvidence region;
    private final Grid window;
    private final Map<String, Raster> rasters = new HashMap<>();

    StoreEvidence(RegionEvidence region, Grid window) {
        this.region = region;
        this.window = window;
    }

    @Override
    public Grid grid() {
        return window;
    }

    @Override
    public boolean holds(String layer, String where, double distance_m) {
        return region.holds(layer, where, distance_m);
    }

    @Override
    public boolean hasData(String layer) {
        return region.hasData(layer);
    }

    @Override
    public Mask within(String layer, String where, double distance_m) {
        return distance_m < 0
                ? region.inset(layer, where).cells(window, -distance_m)
                : region.proximity(layer, where).within(window, distance_m);
    }

    @Override
    public Raster distance(String layer, String where, double reach_m) {
        return region.proximity(layer, where).distance(window);
    }

    @Override
    public Nearest nearest(String layer, String where) {
        return region.nearest(layer, where);
    }

    /** Rasters of the window itself are kept, as several rules and criteria may look at one. */
    @Override
    public Raster raster(String layer, Grid on) {
        return on.equals(window)
                ? rasters.computeIfAbsent(layer, id -> region.raster(id, on))
                : region.raster(layer, on);
    }

    @Override
    public Raster carbon(Criterion.CarbonKind kind) {
        return region.carbon(kind, window);
    }
}
