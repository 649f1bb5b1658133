package sinkmap.ogc.wms;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.predicate.RectangleIntersects;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.style.ColorMap;
import sinkmap.ogc.style.Screen;
import sinkmap.ogc.style.Style;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;
import sinkmap.store.Window;

/** Finds what lies at a pixel of a map and answers in the format that was asked for. */
final class GetFeatureInfo {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Symbols that reach further than this count as so far, in pixels: labels do not make their feature larger. */
    private static final double MOST_REACH_PX = 12;

    private final Catalog catalog;
    private final FeatureStore features;
    private final RasterStore rasters;
    private final BitNames bits;
    private final OgcSettings settings;

    GetFeatureInfo(Catalog catalog, FeatureStore features, RasterStore rasters, RunStore runs, OgcSettings settings) {
        this.catalog = catalog;
        this.features = features;
        this.rasters = rasters;
        this.bits = new BitNames(runs);
        this.settings = settings;
    }

    /** Answers a request about a map; {@code kvp} holds its parameters, those of a posted document included. */
    void answer(MapRequest map, Kvp kvp, OwsRequest request, OwsResponse response) throws IOException {
        InfoFormat format = InfoFormat.of(kvp.get("INFO_FORMAT", "text/html"));
        InfoRequest asked = InfoRequest.read(kvp, map, catalog, settings);
        List<Finding> findings = new ArrayList<>();
        for (InfoRequest.Asked layer : asked.layers()) {
            findings.add(
                    layer.part().layer() instanceof FeatureLayer
                            ? features(layer, asked, map.screen())
                            : value(layer.part(), asked, map.screen()));
        }
        CrsAxes axes = MapScreen.crs(kvp);
        Writer out = response.text(format.type() + ";charset=UTF-8");
        MapWarnings.write(map, response);
        switch (format) {
            case HTML -> InfoText.html(findings, request.language(), out);
            case TEXT -> InfoText.plain(findings, request.language(), out);
            case JSON -> InfoJson.write(findings, axes, request.language(), out);
            case GEOJSON -> InfoJson.write(findings, CrsAxes.of("CRS:84"), request.language(), out);
            case GML -> InfoGml.write(findings, axes, request.language(), out);
        }
    }

    private Finding features(InfoRequest.Asked asked, InfoRequest request, Screen screen) {
        FeatureLayer layer = (FeatureLayer) asked.part().layer();
        Crs crs = Crs.of(layer.crs());
        Envelope around = Extents.search(
                screen.around(request.x(), request.y(), reach(asked.part().style(), request, screen)),
                screen.crs(),
                crs,
                catalog.region());
        List<Feature> found = new ArrayList<>();
        if (around != null) {
            FeatureQuery query = FeatureQuery.of(layer)
                    .withBbox(around)
                    .withFilter(asked.part().filter())
                    .withAttributes(asked.attributes(), true);
            for (FeatureQuery each : asked.part().queries(query)) {
                find(each, around, request.most(), found);
            }
        }
        return new Finding.Features(layer, found);
    }

    private double reach(Style style, InfoRequest request, Screen screen) {
        return request.buffer() >= 0
                ? request.buffer() + 0.5
                : (settings.tolerance() + Math.min(style.reach(), MOST_REACH_PX) / 2) * Math.max(1, screen.ratio());
    }

    /** Adds the features whose geometry meets a rectangle, both in the layer's CRS. */
    private void find(FeatureQuery query, Envelope around, int most, List<Feature> found) {
        RectangleIntersects rectangle = new RectangleIntersects((Polygon) GEOMETRIES.toGeometry(grown(around)));
        try (FeatureCursor cursor = features.open(query)) {
            while (found.size() < most && cursor.hasNext()) {
                Feature feature = cursor.next();
                if (feature.geometry() != null && rectangle.intersects(feature.geometry())) {
                    found.add(feature);
                }
            }
        }
    }

    /** A rectangle with a width and a height even where the numbers of the CRS hardly tell its edges apart. */
    private static Envelope grown(Envelope around) {
        Envelope grown = new Envelope(around);
        grown.expandBy(Math.ulp(around.getMaxX()), Math.ulp(around.getMaxY()));
        return grown;
    }

    private Finding value(MapRequest.Part part, InfoRequest request, Screen screen) {
        RasterLayer layer = (RasterLayer) part.layer();
        Window pixel = new Window(screen.crs().definition(), screen.around(request.x(), request.y(), 0.5), 1, 1);
        float value = MapValues.read(rasters, part, pixel)[0];
        String label = part.style()
                .findCoverage(screen.scaleDenominator())
                .flatMap(style -> style.colors().findEntry(value))
                .map(ColorMap.Entry::label)
                .orElse(null);
        return new Finding.Value(layer, value, label, bits.of(layer, part.runs(), value));
    }
}
