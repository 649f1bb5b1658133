package sinkmap.ogc.wms;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Style;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;

/**
 * Maps that were painted lately, as they were sent. A map is sent again only after the store has been asked whether its layers are
 * in the state in which they were painted, so that edits, loads and runs show at once, whoever made them. Maps with filters
 * or with styles of their own, and very large ones, are not kept.
 */
final class KeptMaps {

    /** Part of the heap that maps may take. */
    private static final int HEAP_PART = 16;

    private static final long LARGEST_pixels = 1 << 20;

    private final FeatureStore features;
    private final RasterStore rasters;
    private final RecentAnswers<Asked> maps;

    /** What a map depends on besides the state of its layers; a style is itself alone. */
    private record Asked(
            List<Shown> layers,
            String crs,
            Envelope bounds,
            int width,
            int height,
            double ratio,
            Color background,
            MapFormat format) {}

    private record Shown(String layer, Style style, List<String> runs) {}

    KeptMaps(FeatureStore features, RasterStore rasters) {
        this(features, rasters, Runtime.getRuntime().maxMemory() / HEAP_PART);
    }

    KeptMaps(FeatureStore features, RasterStore rasters, long most_bytes) {
        this.features = features;
        this.rasters = rasters;
        this.maps = new RecentAnswers<>(most_bytes);
    }

    /** Whether a map is one of those that are kept. */
    static boolean takes(MapRequest request) {
        return (long) request.screen().width() * request.screen().height() <= LARGEST_pixels
                && request.layers().stream()
                        .allMatch(part ->
                                part.filter() == Filter.INCLUDE && part.style().lasting());
    }

    /** The map as it is sent, made where there is none of the layers' state. */
    <E extends Exception> byte[] get(MapRequest request, MapFormat format, RecentAnswers.Maker<E> maker) throws E {
        return maps.get(asked(request, format), state(request), maker);
    }

    private static Asked asked(MapRequest request, MapFormat format) {
        Screen screen = request.screen();
        List<Shown> layers = request.layers().stream()
                .map(part -> new Shown(part.layer().id(), part.style(), part.runs()))
                .toList();
        return new Asked(
                layers,
                screen.crs().definition(),
                screen.bounds(),
                screen.width(),
                screen.height(),
                screen.ratio(),
                request.background(),
                format);
    }

    private String state(MapRequest request) {
        List<String> states = new ArrayList<>();
        for (MapRequest.Part part : request.layers()) {
            if (part.layer() instanceof FeatureLayer layer) {
                states.add(features.version(layer).tag());
            } else if (part.layer() instanceof RasterLayer layer) {
                String run = part.runs().isEmpty() ? null : part.runs().get(0);
                states.add(rasters.findState(layer, run).orElse(""));
            }
        }
        return String.join(" ", states);
    }
}
