package sinkmap.ingest;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.ingest.Anchors.Anchor;

/**
 * Computes a {@link Surface} on a grid of longitude and latitude that covers the region's analysis grid. The cell size of
 * that grid is in degrees: it is a picture of the anchors, not a grid to measure areas on.
 */
final class AnchorSurface {

    static final String CRS = "EPSG:4326";
    private static final double ON_THE_SPOT_KM = 1e-6;

    private final Surface surface;
    private final List<Anchor> anchors;

    AnchorSurface(Surface surface, List<Anchor> anchors) {
        this.surface = surface;
        this.anchors = anchors;
    }

    /** Grid in degrees around all of the region's analysis grid. */
    static Grid grid(Region region, double cellDeg) {
        Grid analysis = region.grid(region.cellSize());
        Envelope degrees = Crs.of(CRS).bounds(analysis.envelope(), Crs.of(region.crs()));
        degrees.expandBy(cellDeg);
        return Grid.covering(CRS, degrees, cellDeg);
    }

    /**
     * The surface on the grid.
     *
     * @param empty cells without data, or null
     */
    Raster compute(Grid grid, Mask empty, RasterLayer layer, Ticker ticker) {
        Raster raster = Raster.empty(grid, layer.band().unit());
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int cell = grid.index(row, column);
                if (empty == null || !empty.get(cell)) {
                    raster.values()[cell] = (float) at(grid.x(column), grid.y(row));
                }
            }
            ticker.at((row + 1.0) / grid.rows());
        }
        return raster;
    }

    /** Value at a place, degrees. */
    double at(double longitude, double latitude) {
        Anchor here = Anchors.at(longitude, latitude, 0, Double.NaN);
        return surface.method() == Surface.Method.IDW ? shepard(here) : hills(here);
    }

    private double shepard(Anchor here) {
        double sum = 0;
        double weights = 0;
        for (Anchor anchor : anchors) {
            double distance_km = anchor.distance_km(here.x(), here.y(), here.z());
            if (distance_km < ON_THE_SPOT_KM) {
                return anchor.value();
            }
            double weight = Math.pow(distance_km, -surface.power());
            sum += weight * anchor.value();
            weights += weight;
        }
        return sum / weights;
    }

    private double hills(Anchor here) {
        double sum = surface.background();
        for (Anchor anchor : anchors) {
            double share = anchor.distance_km(here.x(), here.y(), here.z()) / anchor.radius_km();
            sum += anchor.value() * Math.exp(-share * share);
        }
        return sum;
    }
}
