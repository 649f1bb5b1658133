package sinkmap.ingest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Band;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.Description;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Quality;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Region;
import sinkmap.catalog.Role;
import sinkmap.catalog.Text;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.FeatureWriter;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;
import sinkmap.store.Progress;
import sinkmap.store.RasterStore;

/** A region with a few layers and a store in memory, to load files into. */
final class Loading {

    static final FeatureLayer MARSH = features(
            "salt-marsh",
            GeometryType.POLYGON,
            attribute("name_zh", AttributeType.TEXT),
            new Attribute(
                    "species",
                    AttributeType.TEXT,
                    null,
                    text("优势种", "Species"),
                    null,
                    null,
                    List.of(
                            new ClassValue("suaeda", text("盐地碱蓬", "Suaeda salsa")),
                            new ClassValue("phragmites", text("芦苇", "Reed"))),
                    false),
            new Attribute("area_km2", AttributeType.REAL, "km2", text("面积", "Area"), 0.0, 5000.0, List.of(), false),
            attribute("surveyed", AttributeType.DATE));

    static final FeatureLayer PORT = features(
            "port",
            GeometryType.POINT,
            new Attribute("code", AttributeType.TEXT, null, text("编码", "Code"), null, null, List.of(), true),
            attribute("name_zh", AttributeType.TEXT),
            attribute("berths", AttributeType.INTEGER));

    static final FeatureLayer LANE =
            features("shipping-lane", GeometryType.LINE, attribute("description_of_lane", AttributeType.TEXT));

    static final RasterLayer DEPTH = new RasterLayer(
            about("depth", Role.RESOURCE), new Band("m", 0.0, 200.0, Interpolation.BILINEAR, List.of()), "EPSG:4490");

    final List<Feature> stored = new ArrayList<>();
    final List<LoadRecord> records = new ArrayList<>();
    final FeatureStore features = mock(FeatureStore.class);
    final RasterStore rasters = mock(RasterStore.class);
    final LoadStore loads = mock(LoadStore.class);
    final Catalog catalog;
    final Ingest ingest;
    boolean committed;

    Loading() {
        this(Path.of("nowhere"), IngestSettings.defaults());
    }

    Loading(Path directory, IngestSettings settings) {
        catalog = new Catalog(directory, directory, region(), List.<Layer>of(MARSH, PORT, LANE, DEPTH), List.of());
        when(features.write(any(FeatureLayer.class), any(Mode.class))).thenAnswer(call -> new Writer());
        org.mockito.Mockito.doAnswer(call -> records.add(call.getArgument(0)))
                .when(loads)
                .add(any());
        when(loads.listCurrent(any()))
                .thenAnswer(call -> records.stream()
                        .filter(r -> r.layer().equals(call.getArgument(0)))
                        .toList());
        ingest = new Ingest(catalog, features, rasters, loads, settings);
    }

    LoadReport load(Layer layer, Path file) {
        return load(layer, file, LoadOptions.replace());
    }

    LoadReport load(Layer layer, Path file, LoadOptions options) {
        return ingest.load(layer, file, options, Progress.NONE);
    }

    /** The stored geometries as WKT, rounded to six digits. */
    List<String> shapes() {
        return stored.stream().map(f -> f.geometry().toText()).toList();
    }

    List<Object> values(String attribute) {
        return stored.stream().map(f -> f.attributes().get(attribute)).toList();
    }

    private final class Writer implements FeatureWriter {

        private final List<Feature> added = new ArrayList<>();

        @Override
        public void add(Feature feature) {
            added.add(feature);
        }

        @Override
        public long commit() {
            stored.addAll(added);
            committed = true;
            return added.size();
        }

        @Override
        public void close() {}
    }

    // ---- definitions

    static Region region() {
        return new Region(
                "test",
                text("试验区", "Test region"),
                "EPSG:32650",
                1000,
                new Envelope(114.6, 124.0, 34.0, 39.0),
                List.of(),
                List.of("EPSG:4490"));
    }

    static FeatureLayer features(String id, GeometryType type, Attribute... attributes) {
        return new FeatureLayer(about(id, Role.SINK), type, "EPSG:4490", Arrays.asList(attributes), null, false);
    }

    static Attribute attribute(String name, AttributeType type) {
        return new Attribute(name, type, null, text(name, name), null, null, List.of(), false);
    }

    static Description about(String id, Role role) {
        return new Description(
                id,
                text(id, id),
                text("", ""),
                List.of(),
                "t",
                role,
                "",
                "",
                "2026",
                Quality.ILLUSTRATIVE,
                "s",
                null,
                null);
    }

    static Text text(String zh, String en) {
        return new Text(zh, en);
    }

    // ---- files

    static Path write(Path folder, String name, String content) throws IOException {
        return write(folder, name, content, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }
}
