package sinkmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.FeatureStore.Mode;

/**
 * 100,000 polygons of 21 vertices into an indexed table, with ANALYZE: into an empty one, or in the place of as many, which are
 * deleted in the same transaction; into the database named by {@code SINKMAP_BENCH_DATABASE}, else into H2.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class LoadBenchmark {

    private static final int POLYGONS = 100_000;
    private static final int VERTICES = 20;

    /** An ordinary layer, and one that keeps its history. */
    @Param({"coal-subsidence", "salt-marsh"})
    private String layer;

    /** The first load of a layer, and one that takes the place of another. */
    @Param({"first", "again"})
    private String load;

    private final GeometryFactory factory = new GeometryFactory();
    private FeatureLayer features;
    private Store store;

    @Setup
    public void prepare() throws IOException {
        Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
        Path directory = Files.createTempDirectory(Path.of("target"), "load");
        String url = System.getenv("SINKMAP_BENCH_DATABASE");
        store = Store.open(
                url == null ? StoreSettings.embedded(directory) : StoreSettings.of(directory, url), catalog);
        features = (FeatureLayer) catalog.findLayer(layer).orElseThrow();
    }

    @Setup(Level.Invocation)
    public void empty() throws SQLException {
        if (load.equals("first")) {
            store.features().write(features, Mode.REPLACE).commit();
        }
        if (System.getenv("SINKMAP_BENCH_DATABASE") != null) {
            try (Connection connection = store.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("VACUUM");
            }
        }
    }

    @TearDown
    public void close() {
        store.close();
    }

    @Benchmark
    public long load() {
        try (FeatureWriter writer = store.features().write(features, Mode.REPLACE)) {
            for (int i = 0; i < POLYGONS; i++) {
                writer.add(new Feature(0, polygon(i), attributes(i)));
            }
            return writer.commit();
        }
    }

    private Polygon polygon(int number) {
        double x = 115 + number % 400 * 0.015;
        double y = 34.5 + number / 400 * 0.015;
        Coordinate[] ring = new Coordinate[VERTICES + 1];
        for (int i = 0; i < VERTICES; i++) {
            double angle = 2 * Math.PI * i / VERTICES;
            ring[i] = new Coordinate(x + 0.006 * Math.cos(angle), y + 0.005 * Math.sin(angle));
        }
        ring[VERTICES] = ring[0];
        return factory.createPolygon(ring);
    }

    private Map<String, Object> attributes(int number) {
        Map<String, Object> values = new HashMap<>();
        for (Attribute attribute : features.attributes()) {
            if (attribute.type() == AttributeType.TEXT) {
                values.put(attribute.name(), "area " + number);
            } else if (attribute.type() == AttributeType.REAL) {
                values.put(attribute.name(), number * 0.25);
            } else if (attribute.type() == AttributeType.INTEGER) {
                values.put(attribute.name(), (long) number);
            }
        }
        return values;
    }
}
