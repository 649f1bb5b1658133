package sinkmap.ogc.wms;

import java.util.Arrays;
import org.geotools.api.filter.Filter;
import sinkmap.catalog.RasterLayer;
import sinkmap.store.RasterStore;
import sinkmap.store.Window;

/** Reads what a map shows of a raster layer. */
final class MapValues {

    private MapValues() {}

    /**
     * The values in a window, of the run that the map shows.
     *
     * @return rows x columns values, row 0 in the north; NaN where the layer holds nothing
     */
    static float[] read(RasterStore rasters, MapRequest.Part part, Window window) {
        RasterLayer layer = (RasterLayer) part.layer();
        if (part.filter() == Filter.EXCLUDE) {
            return nothing(window);
        }
        return part.runs().isEmpty()
                ? rasters.find(layer, window).orElseGet(() -> nothing(window))
                : rasters.read(layer, part.runs().get(0), window);
    }

    private static float[] nothing(Window window) {
        float[] nothing = new float[window.rows() * window.columns()];
        Arrays.fill(nothing, Float.NaN);
        return nothing;
    }
}
