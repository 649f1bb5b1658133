package sinkmap.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Buffers;
import sinkmap.grid.Distance;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Nearest;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Evidence;

/**
 * What the store holds about a region, for the siting engine. Features are read once for each layer and condition, up to
 * the farthest distance asked for, and kept in the CRS of the grid while the run lasts.
 */
final class StoreEvidence implements Evidence {

    /** How far around the region features are read at first; most questions need no second reading. */
    private static final double FIRST_REACH_m = 50_000;

    private static final int BAND_rows = 512;

    private final Grid region;
    private final Grid grid;
    private final Catalog catalog;
    private final RegionFeatures features;
    private final Stores stores;
    private final Inputs inputs;
    private final Stages stages;
    private final Set<String> shared;
    private final Map<RasterLayer, Raster> rasters = new HashMap<>();
    private final Map<Key, Known> known;

    private record Key(String layer, String where) {}

    private record Known(double reach_m, List<Geometry> geometries) {}

    /**
     * Evidence on the grid of a region.
     *
     * @param shared raster layers that are asked for more than once and worth keeping in memory
     */
    StoreEvidence(Grid region, Catalog catalog, Set<String> shared, Stores stores, Inputs inputs, Stages stages) {
        this.region = region;
        this.grid = region;
        this.known = new HashMap<>();
        this.shared = Set.copyOf(shared);
        this.catalog = catalog;
        this.features = new RegionFeatures(stores.features());
        this.stores = stores;
        this.inputs = inputs;
        this.stages = stages;
    }

    private StoreEvidence(StoreEvidence whole, Grid window) {
        this.region = whole.region;
        this.grid = window;
        this.known = whole.known;
        this.shared = whole.shared;
        this.catalog = whole.catalog;
        this.features = whole.features;
        this.stores = whole.stores;
        this.inputs = whole.inputs;
        this.stages = whole.stages;
    }

    /** The same evidence on a window of the region. */
    StoreEvidence on(Grid window) {
        return new StoreEvidence(this, window);
    }

    /** Bounds of the features in and around the region, in the CRS of the grid; null bounds when there are none. */
    Envelope bounds(String layer, String where, double reach_m) {
        Envelope bounds = new Envelope();
        geometries(layer, where, reach_m).forEach(g -> bounds.expandToInclude(g.getEnvelopeInternal()));
        return bounds;
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public boolean holds(String layer, String where, double distance_m) {
        Geometry bounds = new GeometryFactory().toGeometry(region.envelope());
        return geometries(layer, where, distance_m).stream()
                .anyMatch(geometry -> geometry.isWithinDistance(bounds, distance_m));
    }

    @Override
    public Mask within(String layer, String where, double distance_m) {
        Mask mask = Buffers.within(geometries(layer, where, distance_m), grid, distance_m);
        stages.step();
        return mask;
    }

    @Override
    public Raster distance(String layer, String where, double reach_m) {
        Raster distance = Distance.to(geometries(layer, where, reach_m), grid, reach_m);
        stages.step();
        return distance;
    }

    @Override
    public Nearest nearest(String layer, String where) {
        return Nearest.of(geometries(layer, where, 0));
    }

    @Override
    public Raster raster(String layer, Grid on) {
        stages.tick();
        RasterLayer raster = rasterLayer(layer);
        inputs.use(raster);
        if (!stores.rasters().holds(raster)) {
            throw new SinkmapException("layer '" + layer + "' holds no data; load a raster into it first");
        }
        Raster kept = rasters.get(raster);
        if (kept != null && kept.grid().equals(on)) {
            return kept;
        }
        Raster values = read(raster, on);
        if (shared.contains(layer)) {
            rasters.put(raster, values);
        }
        stages.step();
        return values;
    }

    /** Reads a raster in bands, so that a cancelled run need not wait for all of it. */
    private Raster read(RasterLayer layer, Grid on) {
        float[] values = new float[on.size()];
        String unit = layer.band().unit();
        for (int row = 0; row < on.rows(); row += BAND_rows) {
            stages.tick();
            int rows = Math.min(BAND_rows, on.rows() - row);
            Raster band = stores.rasters().read(layer, on.window(row, 0, rows, on.columns()));
            System.arraycopy(band.values(), 0, values, on.index(row, 0), band.values().length);
        }
        return new Raster(on, values, unit);
    }

    private RasterLayer rasterLayer(String id) {
        if (catalog.getLayer(id) instanceof RasterLayer layer) {
            return layer;
        }
        throw new SinkmapException("layer '" + id + "' is no raster");
    }

    private List<Geometry> geometries(String layer, String where, double reach_m) {
        stages.tick();
        Key key = new Key(layer, Objects.requireNonNullElse(where, ""));
        Known found = known.get(key);
        if (found == null || found.reach_m() < reach_m) {
            found = read(layer, where, Math.max(FIRST_REACH_m, reach_m));
            known.put(key, found);
        }
        return found.geometries();
    }

    private Known read(String id, String where, double reach_m) {
        if (!(catalog.getLayer(id) instanceof FeatureLayer layer)) {
            throw new SinkmapException("layer '" + id + "' holds no features");
        }
        inputs.use(layer);
        Filter filter = Where.filter(where);
        List<Geometry> geometries = new ArrayList<>();
        features.forEach(layer, filter, region, reach_m, feature -> {
            stages.tick();
            geometries.add(feature.geometry());
        });
        return new Known(reach_m, geometries);
    }
}
