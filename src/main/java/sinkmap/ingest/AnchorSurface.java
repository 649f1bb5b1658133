package sinkmap.ingest;

import java.util.List;
import java.util.stream.IntStream;
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
    private static final int ROWS_AT_ONCE = 16;

    private final Surface surface;
    private final List<Anchor> anchors;
    private final int wholePower;

    AnchorSurface(Surface surface, List<Anchor> anchors) {
        this.surface = surface;
        this.anchors = anchors;
        this.wholePower = (int) surface.power();
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
        for (int first = 0; first < grid.rows(); first += ROWS_AT_ONCE) {
            int end = Math.min(grid.rows(), first + ROWS_AT_ONCE);
            IntStream.range(first, end).parallel().forEach(row -> fill(raster, row, empty));
            ticker.at((double) end / grid.rows());
        }
        return raster;
    }

    private void fill(Raster raster, int row, Mask empty) {
        Grid grid = raster.grid();
        for (int column = 0; column < grid.columns(); column++) {
            int cell = grid.index(row, column);
            if (empty == null || !empty.get(cell)) {
                raster.values()[cell] = (float) at(grid.x(column), grid.y(row));
            }
        }
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
            double weight = 1 / power(distance_km);
            sum += weight * anchor.value();
            weights += weight;
        }
        return sum / weights;
    }

    /** The distance to the surface's power; by multiplication where that is a whole number, which is much faster. */
    private double power(double distance_km) {
        if (surface.power() != wholePower) {
            return Math.pow(distance_km, surface.power());
        }
        double product = distance_km;
        for (int i = 1; i < wholePower; i++) {
            product *= distance_km;
        }
        return product;
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
