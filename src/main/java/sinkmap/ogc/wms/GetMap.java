package sinkmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.Extents;
import sinkmap.ogc.style.MapPainter;
import sinkmap.ogc.style.Screen;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.ShapeLevel;
import sinkmap.store.Window;

/** Paints the map of a request from the stores. */
final class GetMap {

    private final Region region;
    private final FeatureStore features;
    private final RasterStore rasters;

    GetMap(Region region, FeatureStore features, RasterStore rasters) {
        this.region = region;
        this.features = features;
        this.rasters = rasters;
    }

    BufferedImage paint(MapRequest request) {
        MapPainter painter = new MapPainter(request.screen(), request.background());
        double scale = request.screen().scaleDenominator();
        for (MapRequest.Part part : request.layers()) {
            if (!part.shows(scale)) {
                continue;
            }
            if (part.layer() instanceof FeatureLayer layer) {
                paint(part, layer, request.screen(), painter);
            } else {
                paint(part, (RasterLayer) part.layer(), request.screen(), painter);
            }
        }
        return painter.finish();
    }

    /** Generalised features where they are at hand and all of them are shown, else the features themselves. */
    private Optional<ShapeLevel> shapes(MapRequest.Part part, FeatureLayer layer, Screen screen) {
        if (part.filter() != Filter.INCLUDE || !part.style().lasting()) {
            return Optional.empty();
        }
        List<String> attributes = part.style().attributes().stream().sorted().toList();
        double pixel = Math.min(
                screen.bounds().getWidth() / screen.width(), screen.bounds().getHeight() / screen.height());
        return features.findShapes(layer, screen.crs(), pixel, attributes);
    }

    private void paint(MapRequest.Part part, FeatureLayer layer, Screen screen, MapPainter painter) {
        Optional<ShapeLevel> shapes = shapes(part, layer, screen);
        if (shapes.isPresent()) {
            painter.paint(shapes.get(), part.style());
            return;
        }
        Crs crs = Crs.of(layer.crs());
        FeatureQuery query = FeatureQuery.of(layer)
                .withBbox(Extents.search(screen.boundsWithMargin(part.style().reach()), screen.crs(), crs, region))
                .withFilter(part.filter())
                .withAttributes(List.copyOf(part.style().attributes()), true);
        try (FeatureCursor cursor = features.open(query)) {
            painter.paint(cursor, crs, part.style());
        }
    }

    private void paint(MapRequest.Part part, RasterLayer layer, Screen screen, MapPainter painter) {
        if (rasters.holds(layer)) {
            Window window = new Window(screen.crs().definition(), screen.bounds(), screen.height(), screen.width());
            part.style()
                    .findCoverage(screen.scaleDenominator())
                    .ifPresent(style -> painter.paint(rasters.read(layer, window), style));
        }
    }
}
