package sinkmap.ogc.wms;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.style.ColorSteps;
import sinkmap.ogc.style.MapPainter;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Symbolizer;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.GeoTiffWindow;
import sinkmap.store.RasterStore;
import sinkmap.store.ShapeLevel;
import sinkmap.store.Window;

/** Paints the map of a request from the stores. */
final class GetMap {

    private static final int BUFFER_bytes = 1 << 16;

    private final Region region;
    private final FeatureStore features;
    private final RasterStore rasters;
    private final KeptMaps kept;

    GetMap(Region region, FeatureStore features, RasterStore rasters) {
        this.region = region;
        this.features = features;
        this.rasters = rasters;
        this.kept = new KeptMaps(features, rasters);
    }

    /** Answers with a picture, or with the values of a raster. */
    void answer(MapRequest request, MapFormat format, OwsResponse response) throws IOException {
        if (format == MapFormat.GEOTIFF) {
            values(request, response);
            return;
        }
        if (KeptMaps.takes(request)) {
            byte[] map = kept.get(request, format, () -> {
                ByteArrayOutputStream made = new ByteArrayOutputStream();
                picture(request, format).write(made);
                return made.toByteArray();
            });
            start(request, format, response).write(map);
            return;
        }
        Picture picture = picture(request, format);
        OutputStream out = new BufferedOutputStream(start(request, format, response), BUFFER_bytes);
        picture.write(out);
        out.flush();
    }

    /** A picture that was painted and is to be written. */
    @FunctionalInterface
    private interface Picture {
        void write(OutputStream out) throws IOException;
    }

    private Picture picture(MapRequest request, MapFormat format) {
        Optional<Palette> steps = steps(request, format);
        if (steps.isPresent()) {
            Screen screen = request.screen();
            return out -> PalettePng.write(steps.get(), screen.width(), screen.height(), out);
        }
        BufferedImage image = paint(request);
        return out -> format.write(image, request.background() == null, out);
    }

    /** A raster alone in few colours: not painted, but only looked up in their palette. */
    private Optional<Palette> steps(MapRequest request, MapFormat format) {
        if (request.layers().size() != 1
                || !(request.layers().get(0).layer() instanceof RasterLayer)
                || format != MapFormat.PNG && format != MapFormat.PNG8) {
            return Optional.empty();
        }
        MapRequest.Part part = request.layers().get(0);
        double scale = request.screen().scaleDenominator();
        return (part.shows(scale) ? part.style().findCoverage(scale) : Optional.<Symbolizer.Coverage>empty())
                .flatMap(style -> ColorSteps.of(style, format == MapFormat.PNG))
                .map(steps -> Palette.of(
                        steps.colors(request.background()),
                        steps.index(MapValues.read(rasters, part, window(request.screen())))));
    }

    private static OutputStream start(MapRequest request, MapFormat format, OwsResponse response) throws IOException {
        OutputStream out = response.bytes(format.type(), 200);
        MapWarnings.write(request, response);
        return out;
    }

    private void values(MapRequest request, OwsResponse response) throws IOException {
        MapRequest.Part part = request.layers().get(0);
        if (request.layers().size() != 1 || !(part.layer() instanceof RasterLayer layer)) {
            throw new OwsException(
                    "InvalidFormat",
                    "FORMAT",
                    "a GeoTIFF holds the values of one raster layer; take image/png for several layers or features, or"
                            + " WFS for the features themselves",
                    400);
        }
        Window window = window(request.screen());
        float[] values = MapValues.read(rasters, part, window);
        OutputStream out = new BufferedOutputStream(start(request, MapFormat.GEOTIFF, response), BUFFER_bytes);
        response.header("Content-Disposition", "inline; filename=\"" + layer.id() + ".tif\"");
        GeoTiffWindow.write(window, values, out);
        out.flush();
    }

    private static Window window(Screen screen) {
        return new Window(screen.crs().definition(), screen.bounds(), screen.height(), screen.width());
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
                paint(part, request.screen(), painter);
            }
        }
        return painter.finish();
    }

    /** Generalised features where they are at hand and all of them are shown, else the features themselves. */
    private Optional<ShapeLevel> shapes(MapRequest.Part part, FeatureLayer layer, Screen screen) {
        if (part.filter() != Filter.INCLUDE
                || !part.runs().isEmpty()
                || !part.style().lasting()) {
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
                .withBbox(Extents.search(
                        screen.boundsWithMargin(part.style().reach() * screen.ratio()), screen.crs(), crs, region))
                .withFilter(part.filter())
                .withAttributes(List.copyOf(part.style().attributes()), true);
        for (FeatureQuery each : part.queries(query)) {
            try (FeatureCursor cursor = features.open(each)) {
                painter.paint(cursor, crs, part.style());
            }
        }
    }

    private void paint(MapRequest.Part part, Screen screen, MapPainter painter) {
        part.style()
                .findCoverage(screen.scaleDenominator())
                .ifPresent(style -> painter.paint(MapValues.read(rasters, part, window(screen)), style));
    }
}
