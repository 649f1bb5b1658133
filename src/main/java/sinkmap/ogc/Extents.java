package sinkmap.ogc;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.Window;

/** Where layers lie, for capabilities. */
public final class Extents {

    private static final Crs LON_LAT = Crs.of("EPSG:4326");

    /** Wider bounds than this, in metres, may leave the domain of a transverse Mercator projection. */
    private static final double HUGE_M = 3e6;

    private static final double SURROUNDINGS_DEG = 10;

    private final Catalog catalog;
    private final FeatureStore features;
    private final RasterStore rasters;

    public Extents(Catalog catalog, FeatureStore features, RasterStore rasters) {
        this.catalog = catalog;
        this.features = features;
        this.rasters = rasters;
    }

    /** Longitude and latitude bounds of a layer, x = longitude; those of the region while the layer is empty. */
    public Envelope lonLat(Layer layer) {
        Envelope bounds = find(layer).orElse(catalog.region().window());
        Envelope world = new Envelope(-180, 180, -90, 90);
        return bounds.isNull() || !world.intersects(bounds) ? catalog.region().window() : world.intersection(bounds);
    }

    private Optional<Envelope> find(Layer layer) {
        if (layer instanceof FeatureLayer featureLayer) {
            return features.findExtent(featureLayer).map(e -> LON_LAT.bounds(e, Crs.of(layer.crs())));
        }
        Optional<Window> window = rasters.findExtent((RasterLayer) layer);
        return window.map(w -> LON_LAT.bounds(w.envelope(), Crs.of(w.crs())));
    }

    /**
     * Bounds of a request in the CRS of a layer, to search with; null, for everything, where they have no image there. Very
     * large bounds in a projected CRS reach to where its formulas hold no longer, and are first cut to the surroundings of
     * the region.
     */
    public static Envelope search(Envelope bounds, Crs from, Crs layer, Region region) {
        Envelope part = bounds;
        if (!from.geographic() && Math.max(bounds.getWidth(), bounds.getHeight()) * from.metresPerUnit() > HUGE_M) {
            Envelope surroundings = new Envelope(region.window());
            surroundings.expandBy(SURROUNDINGS_DEG);
            Envelope cut = bounds.intersection(from.bounds(surroundings, LON_LAT));
            part = cut.isNull() ? bounds : cut;
        }
        Envelope search = layer.bounds(part, from);
        return search.isNull() || !Double.isFinite(search.getArea()) ? null : search;
    }

    /** Bounds of longitude and latitude bounds in another CRS; empty when they have no image there. */
    public static Optional<Envelope> in(Crs crs, Envelope lonLat) {
        Envelope bounds = crs.bounds(lonLat, LON_LAT);
        return Double.isFinite(bounds.getMinX() + bounds.getMaxX() + bounds.getMinY() + bounds.getMaxY())
                        && !bounds.isNull()
                ? Optional.of(bounds)
                : Optional.empty();
    }
}
