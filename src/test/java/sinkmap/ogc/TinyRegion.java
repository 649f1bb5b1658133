package sinkmap.ogc;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.filter.Id;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.ogc.filter.RuleFilter;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.LayerVersion;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;
import sinkmap.store.Window;

/**
 * A region of two feature layers and a raster, for tests. The marshes: a red (suaeda) box in the west of the window, 118.2
 * to 118.6 E and 37.1 to 37.3 N, and a blue (reed) triangle in the north-east; the port at 119 E, 37.5 N. The depth grows
 * by 100 m a degree of the map's x from its left edge and is nodata in the uppermost row.
 */
public final class TinyRegion {

    public static final Path DIRECTORY = Path.of("src/test/resources/sinkmap/ogc/layers");

    private static final Map<String, List<Feature>> FEATURES = Map.of(
            "marsh",
            List.of(
                    feature(
                            1,
                            "MULTIPOLYGON (((118.2 37.1, 118.6 37.1, 118.6 37.3, 118.2 37.3, 118.2 37.1)))",
                            "code=A-1",
                            "species=suaeda",
                            "area_km2=787.5",
                            "rank=2",
                            "parts={\"soil\":[1,2]}"),
                    feature(
                            7,
                            "MULTIPOLYGON (((119.5 37.6, 119.9 37.6, 119.7 37.9, 119.5 37.6)))",
                            "code=<b>B&2</b>",
                            "species=reed",
                            "area_km2=12.25",
                            "rank=1")),
            "port",
            List.of(feature(3, "POINT (119 37.5)", "name_zh=东营港")));

    public final Catalog catalog = Catalog.read(DIRECTORY, DIRECTORY.resolve("styles"));
    public final FeatureStore features = mock(FeatureStore.class);
    public final RasterStore rasters = mock(RasterStore.class);
    public final RunStore runs = mock(RunStore.class);
    public final List<FeatureQuery> queries = Collections.synchronizedList(new ArrayList<>());

    public LayerVersion version = new LayerVersion(1, java.time.OffsetDateTime.parse("2026-05-01T08:00:00Z"));

    public TinyRegion() {
        when(features.open(any())).thenAnswer(call -> open(call.getArgument(0)));
        when(features.count(any())).thenAnswer(call -> (long)
                matching(((FeatureQuery) call.getArgument(0)).withPage(0, -1)).size());
        when(features.version()).thenAnswer(call -> version);
        when(features.version(any())).thenAnswer(call -> version);
        when(features.findExtent(any()))
                .thenAnswer(call -> Optional.of(extent(((FeatureLayer) call.getArgument(0)).id())));
        when(rasters.holds(any())).thenReturn(true);
        when(rasters.findExtent(any()))
                .thenReturn(Optional.of(new Window("EPSG:4490", new Envelope(118, 119, 37, 38), 10, 10)));
        when(rasters.read(any(RasterLayer.class), any(Window.class))).thenAnswer(call -> read(call.getArgument(1)));
        when(rasters.find(any(), any())).thenAnswer(call -> Optional.of(read(call.getArgument(1))));
    }

    private static Feature feature(long id, String wkt, String... attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String attribute : attributes) {
            String[] parts = attribute.split("=", 2);
            Object value =
                    switch (parts[0]) {
                        case "rank" -> Long.valueOf(parts[1]);
                        case "area_km2" -> Double.valueOf(parts[1]);
                        default -> parts[1];
                    };
            values.put(parts[0], value);
        }
        try {
            return new Feature(id, new WKTReader().read(wkt), values);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Envelope extent(String layer) {
        Envelope extent = new Envelope();
        FEATURES.get(layer).forEach(f -> extent.expandToInclude(f.geometry().getEnvelopeInternal()));
        return extent;
    }

    private FeatureCursor open(FeatureQuery query) {
        queries.add(query);
        Iterator<Feature> rows = matching(query).iterator();
        return new FeatureCursor() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Feature next() {
                return rows.next();
            }

            @Override
            public void close() {}
        };
    }

    private static List<Feature> matching(FeatureQuery query) {
        return FEATURES.get(query.layer().id()).stream()
                .filter(f -> query.bbox() == null
                        || query.bbox().intersects(f.geometry().getEnvelopeInternal()))
                .filter(f -> query.filter() instanceof Id id
                        ? id.getIDs().contains(query.layer().id() + "." + f.id())
                        : RuleFilter.passes(query.filter(), f.attributes()))
                .skip(query.offset())
                .limit(query.limit() < 0 ? Long.MAX_VALUE : query.limit())
                .toList();
    }

    private static float[] read(Window window) {
        float[] values = new float[window.rows() * window.columns()];
        double step = window.envelope().getWidth() / window.columns();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 * (i % window.columns() + 0.5) * step);
        }
        if (window.rows() > 1) {
            Arrays.fill(values, 0, window.columns(), Float.NaN);
        }
        return values;
    }
}
