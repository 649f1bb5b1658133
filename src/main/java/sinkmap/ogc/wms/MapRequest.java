package sinkmap.ogc.wms;

import java.awt.Color;
import java.util.List;
import org.geotools.api.filter.Filter;
import sinkmap.catalog.Layer;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Style;
import sinkmap.store.FeatureQuery;

/**
 * The map that GetMap and GetFeatureInfo are about.
 *
 * @param layers layers, bottom first
 * @param screen what part of the world, and how large
 * @param background colour of the ground; null for a transparent picture
 * @param warnings what was assumed of dimensions, as the standard words it for the Warning header (OGC 06-042, C.4.2)
 */
record MapRequest(List<Part> layers, Screen screen, Color background, List<String> warnings) {

    MapRequest withBackground(Color newBackground) {
        return new MapRequest(layers, screen, newBackground, warnings);
    }

    /**
     * A layer of the map.
     *
     * @param layer the layer
     * @param style how it is drawn
     * @param filter which of its features
     * @param runs ids of the runs whose results are shown; empty for the current ones
     */
    record Part(Layer layer, Style style, Filter filter, List<String> runs) {

        /** Whether the layer shows at a scale. */
        boolean shows(double scale) {
            Double most = layer.about().maxScaleDenominator();
            return (most == null || scale <= most) && style.visibleAt(scale);
        }

        /** A query of the layer's features for each of the runs. */
        List<FeatureQuery> queries(FeatureQuery query) {
            return runs.isEmpty()
                    ? List.of(query)
                    : runs.stream().map(query::withRun).toList();
        }
    }
}
