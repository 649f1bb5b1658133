package sinkmap.ogc.wms;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;
import sinkmap.ogc.OwsResponse;
import sinkmap.ogc.style.ColorMap;
import sinkmap.ogc.style.Screen;
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

    void answer(MapRequest map, OwsRequest request, OwsResponse response) throws IOException {
        Kvp kvp = request.kvp();
        String format = kvp.get("INFO_FORMAT", "text/html").toLowerCase(Locale.ROOT);
        boolean json = format.equals("application/json") || format.equals("application/geo+json");
        if (!json && !format.equals("text/html") && !format.equals("text/plain")) {
            throw new OwsException(
                    "InvalidFormat",
                    "INFO_FORMAT",
                    "the format '" + format + "' is not offered; take text/html, application/json or text/plain",
                    400);
        }
        double x = position(kvp, "I", "X", map.screen().width()) + 0.5;
        double y = position(kvp, "J", "Y", map.screen().height()) + 0.5;
        List<Finding> findings = findings(map, kvp, x, y);
        Writer out = response.text(format + ";charset=UTF-8");
        if (json) {
            InfoJson.write(findings, request.language(), out);
        } else if (format.equals("text/html")) {
            InfoText.html(findings, request.language(), out);
        } else {
            InfoText.plain(findings, request.language(), out);
        }
    }

    private static int position(Kvp kvp, String name, String oldName, int size) {
        String given = kvp.find(name).isPresent() ? name : oldName;
        int position = kvp.find(given).isPresent() ? kvp.getInt(given) : kvp.getInt(name);
        if (position < 0 || position >= size) {
            throw new OwsException(
                    "InvalidPoint", given, given + " must lie between 0 and " + (size - 1) + ", not " + position, 400);
        }
        return position;
    }

    private List<Finding> findings(MapRequest map, Kvp kvp, double x, double y) {
        int most = kvp.getInt("FEATURE_COUNT", 1);
        if (most < 1) {
            throw OwsException.invalid("FEATURE_COUNT", "FEATURE_COUNT must be 1 or more, not " + most);
        }
        kvp.get("QUERY_LAYERS");
        List<Finding> findings = new ArrayList<>();
        for (String name : kvp.list("QUERY_LAYERS")) {
            MapRequest.layer(name, catalog, "QUERY_LAYERS");
            MapRequest.Part part = map.layers().stream()
                    .filter(p -> p.layer().id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new OwsException(
                            "LayerNotDefined",
                            "QUERY_LAYERS",
                            "layer " + name + " is not among the LAYERS of the map",
                            400));
            findings.add(
                    part.layer() instanceof FeatureLayer layer
                            ? features(part, layer, map.screen(), x, y, Math.min(most, settings.maxFeatureInfo()))
                            : value(part, (RasterLayer) part.layer(), map.screen(), x, y));
        }
        return findings;
    }

    private Finding features(MapRequest.Part part, FeatureLayer layer, Screen screen, double x, double y, int most) {
        Crs crs = Crs.of(layer.crs());
        double reach = settings.tolerance() + Math.min(part.style().reach(), 12) / 2;
        FeatureQuery query = FeatureQuery.of(layer)
                .withBbox(Extents.search(screen.around(x, y, reach), screen.crs(), crs, catalog.region()))
                .withFilter(part.filter());
        Point point = GEOMETRIES.createPoint(new Coordinate(x, y));
        List<Feature> found = new ArrayList<>();
        try (FeatureCursor cursor = features.open(query)) {
            while (cursor.hasNext() && found.size() < most) {
                Feature feature = cursor.next();
                if (feature.geometry() != null
                        && screen.toPixels(feature.geometry(), crs).isWithinDistance(point, reach)) {
                    found.add(feature);
                }
            }
        }
        return new Finding.Features(layer, found);
    }

    private Finding value(MapRequest.Part part, RasterLayer layer, Screen screen, double x, double y) {
        Window pixel = new Window(screen.crs().definition(), screen.around(x, y, 0.5), 1, 1);
        float value = rasters.holds(layer) ? rasters.read(layer, pixel)[0] : Float.NaN;
        String label = part.style()
                .findCoverage(screen.scaleDenominator())
                .flatMap(style -> style.colors().findEntry(value))
                .map(ColorMap.Entry::label)
                .orElse(null);
        return new Finding.Value(layer, value, label, bits.of(layer, value));
    }
}
