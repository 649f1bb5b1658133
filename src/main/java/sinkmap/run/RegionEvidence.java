package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Inset;
import sinkmap.grid.Nearest;
import sinkmap.grid.Proximity;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.Criterion;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Plan;
import sinkmap.siting.Term;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/**
 * What the store holds in and around a region, for the windows of a run. Features are read once for each layer and
 * condition, as far around the region as anything of the plan looks, and kept in the CRS of the grid while the run lasts;
 * rasters are read window by window. Safe for use by several threads.
 */
final class RegionEvidence {

    /** Cells that are looked at together where only the presence of data counts. */
    private static final int WINDOW_cells = 1 << 20;

    /** On more cells the values of a raster would take too much of the cache. */
    private static final int KEPT_cells = 1 << 26;

    private final Grid region;
    private final Catalog catalog;
    private final RegionFeatures features;
    private final Stores stores;
    private final Inputs inputs;
    private final Stages stages;
    private final Map<Key, Double> reaches_m = new ConcurrentHashMap<>();
    private final Map<Key, List<Geometry>> geometries = new ConcurrentHashMap<>();
    private final Map<RasterLayer, Boolean> data = new ConcurrentHashMap<>();
    private final Map<Key, Proximity> proximities = new ConcurrentHashMap<>();
    private final Map<Key, Inset> insets = new ConcurrentHashMap<>();
    private final Set<String> rules = ConcurrentHashMap.newKeySet();
    private Grid land;
    private CacheKeys keys;
    private int bandRows;
    private CarbonEvidence carbon;

    /** Features of a layer that pass a condition; the empty one is passed by all. */
    record Key(String layer, String where) {
        static Key of(String layer, String where) {
            return new Key(layer, Objects.requireNonNullElse(where, ""));
        }
    }

    RegionEvidence(Grid region, Catalog catalog, Stores stores, Inputs inputs, Stages stages) {
        this.region = region;
        this.catalog = catalog;
        this.features = new RegionFeatures(stores.features());
        this.stores = stores;
        this.inputs = inputs;
        this.stages = stages;
    }

    /** Notes what layers a plan uses and how far it looks. */
    void prepare(Plan plan) {
        prepare(plan.land());
        plan.exclusions().stream().map(Exclusion::when).forEach(this::prepare);
        for (Criterion criterion : plan.criteria()) {
            if (criterion.value() instanceof Criterion.Carbon) {
                continue;
            }
            inputs.use(catalog.getLayer(criterion.value().layer()));
            if (criterion.value() instanceof Criterion.DistanceTo to) {
                reach(to.layer(), to.where(), criterion.reach_m());
            }
        }
        inputs.use(catalog.getLayer(plan.figures().yield().resource()));
    }

    private void prepare(Term term) {
        term.leaves().forEach(leaf -> {
            if (leaf instanceof Term.Within within) {
                inputs.use(catalog.getLayer(within.layer()));
                reach(within.layer(), within.where(), within.distance_m());
            } else if (leaf instanceof Term.Value value) {
                inputs.use(catalog.getLayer(value.layer()));
                rules.add(value.layer());
            } else if (leaf instanceof Term.InClass inClass) {
                inputs.use(catalog.getLayer(inClass.layer()));
            }
        });
    }

    private void reach(String layer, String where, double reach_m) {
        reaches_m.merge(Key.of(layer, where), Math.abs(reach_m), Math::max);
    }

    /**
     * Says what windows will be asked about, before any is.
     *
     * @param newLand the grid that they are cut from
     * @param rows rows of most of them
     */
    void over(Grid newLand, int rows) {
        land = newLand;
        bandRows = rows;
    }

    /** Says under what keys values of rasters may be kept for later runs. */
    void keys(CacheKeys known) {
        keys = known;
    }

    /** Says where carbon is to be looked up. */
    void carbon(CarbonEvidence evidence) {
        carbon = evidence;
    }

    /** Carbon of the cells of a window, t C/ha. */
    Raster carbon(Criterion.CarbonKind kind, Grid window) {
        stages.tick();
        return carbon.density(kind, window);
    }

    /** How near the features are to the windows, as far as the plan looks. */
    Proximity proximity(String layer, String where) {
        List<Geometry> of = geometries(layer, where);
        Key key = Key.of(layer, where);
        return kept(proximities, key, () -> Proximity.of(of, land, reach(key), bandRows));
    }

    /** How deep inside the features the windows lie. */
    Inset inset(String layer, String where) {
        List<Geometry> of = geometries(layer, where);
        Key key = Key.of(layer, where);
        return kept(insets, key, () -> Inset.of(of, land, reach(key), bandRows));
    }

    /**
     * What is kept under a key, made where it is missing. Making is done outside of any lock, for it may wait for work of the
     * common pool, whose threads may want the same key; two threads that miss it at once make it twice, and one is kept.
     */
    private static <K, V> V kept(Map<K, V> all, K key, Supplier<V> make) {
        V known = all.get(key);
        if (known != null) {
            return known;
        }
        V made = make.get();
        V other = all.putIfAbsent(key, made);
        return other == null ? made : other;
    }

    Grid region() {
        return region;
    }

    Stages stages() {
        return stages;
    }

    /** What a source asks: itself, how far the plan looks for its features in metres, what its numbers rest on. */
    String question(Criterion.Source source) {
        double reach_m = source instanceof Criterion.DistanceTo to ? reach(Key.of(to.layer(), to.where())) : 0;
        return source + " to " + reach_m + (source instanceof Criterion.Carbon ? " by " + carbon.rules() : "");
    }

    /** The layers that a source rests on. */
    List<String> layers(Criterion.Source source) {
        return source instanceof Criterion.Carbon ? carbon.layers() : List.of(source.layer());
    }

    /** How far around the region the plan looks for features, in metres. */
    double reach(String layer, String where) {
        return reach(Key.of(layer, where));
    }

    private double reach(Key key) {
        return reaches_m.getOrDefault(key, 0.0);
    }

    /** Bounds of the features in and around the region, in the CRS of the grid; null bounds when there are none. */
    Envelope bounds(String layer, String where) {
        Envelope bounds = new Envelope();
        geometries(layer, where).forEach(g -> bounds.expandToInclude(g.getEnvelopeInternal()));
        return bounds;
    }

    boolean holds(String layer, String where, double distance_m) {
        Geometry bounds = new GeometryFactory().toGeometry(region.envelope());
        return geometries(layer, where).stream().anyMatch(geometry -> geometry.isWithinDistance(bounds, distance_m));
    }

    Nearest nearest(String layer, String where) {
        return Nearest.of(geometries(layer, where));
    }

    /** The features, as far around the region as the plan looks. */
    List<Geometry> geometries(String layer, String where) {
        stages.tick();
        Key key = Key.of(layer, where);
        return geometries.computeIfAbsent(key, k -> read(layer, where, reach(k)));
    }

    private List<Geometry> read(String id, String where, double reach_m) {
        if (!(catalog.getLayer(id) instanceof FeatureLayer layer)) {
            throw new SinkmapException("layer '" + id + "' holds no features");
        }
        List<Geometry> found = new ArrayList<>();
        features.forEach(layer, Where.filter(where), region, reach_m, feature -> {
            stages.tick();
            found.add(feature.geometry());
        });
        return found;
    }

    /** Whether a raster layer holds data in the region; looks from north to south until it finds some. */
    boolean hasData(String layer) {
        RasterLayer raster = rasterLayer(layer);
        return kept(data, raster, () -> findData(raster));
    }

    private boolean findData(RasterLayer layer) {
        for (Bands.Band band : Bands.of(region, 1, WINDOW_cells)) {
            if (raster(layer.id(), band.grid()).countData() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Values of a raster layer at the cell centres of a grid, read at full resolution. */
    Raster raster(String layer, Grid on) {
        stages.tick();
        RasterLayer raster = rasterLayer(layer);
        if (!stores.rasters().holds(raster)) {
            throw new SinkmapException("layer '" + layer + "' holds no data; load a raster into it first");
        }
        return keepable(layer)
                ? keys.find("values of " + layer + " on " + on, List.of(layer))
                        .map(key -> kept(key, raster, on))
                        .orElseGet(() -> stores.rasters().read(raster, on))
                : stores.rasters().read(raster, on);
    }

    /** A rule with another threshold asks for the same values of the same windows again. */
    private boolean keepable(String layer) {
        return keys != null && rules.contains(layer) && land.size() <= KEPT_cells;
    }

    private Raster kept(String key, RasterLayer layer, Grid on) {
        Optional<CellSource> known = stores.cache().find(key).filter(source -> source.count() == on.size());
        if (known.isPresent()) {
            float[] values = new float[on.size()];
            known.get().read(0, values, 0, values.length);
            return new Raster(on, values, layer.band().unit());
        }
        Raster read = stores.rasters().read(layer, on);
        try (CellSink sink = stores.cache().create(key, on.size())) {
            sink.write(read.values(), 0, on.size());
            sink.commit();
        }
        return read;
    }

    /** Unit of the raw values of a source. */
    String unit(Criterion.Source source) {
        if (source instanceof Criterion.Carbon) {
            return Criterion.Carbon.UNIT;
        }
        return source instanceof Criterion.DistanceTo
                ? "m"
                : rasterLayer(source.layer()).band().unit();
    }

    private RasterLayer rasterLayer(String id) {
        Layer layer = catalog.getLayer(id);
        if (layer instanceof RasterLayer raster) {
            return raster;
        }
        throw new SinkmapException("layer '" + id + "' is no raster");
    }
}
