package sinkmap.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;

/** Stores to test on, and short ways to fill and read them. */
public final class StoreFixture {

    private StoreFixture() {}

    static StoreSettings h2(Path directory) {
        return StoreSettings.embedded(directory);
    }

    /** A PostGIS with a schema of its own; skips the test, saying so, when there is none. */
    public static StoreSettings postgis(Path directory, String schema) throws SQLException {
        String url = System.getenv("SINKMAP_TEST_POSTGIS");
        if (url == null || url.isBlank()) {
            String message =
                    "NOT TESTED ON POSTGIS: set SINKMAP_TEST_POSTGIS to what `script/postgis start DIR` prints";
            System.err.println(message);
            Assumptions.abort(message);
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            statement.execute("CREATE SCHEMA " + schema);
        }
        return StoreSettings.of(
                directory, url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + ",public");
    }

    static Geometry wkt(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** A square polygon by its lower left corner. */
    static Geometry square(double x, double y, double size) {
        return wkt("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
                .formatted(x, y, x + size, y, x + size, y + size, x, y + size, x, y));
    }

    /** A feature from names and values in turn. */
    static Feature feature(Geometry geometry, Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Feature(0, geometry, attributes);
    }

    /** Replaces a layer's content. */
    static void load(Store store, FeatureLayer layer, Feature... features) {
        try (FeatureWriter writer = store.features().write(layer, FeatureStore.Mode.REPLACE)) {
            List.of(features).forEach(writer::add);
            writer.commit();
        }
    }

    static void write(Store store, FeatureLayer layer, String run, Feature... features) {
        try (FeatureWriter writer = store.features().write(layer, run)) {
            List.of(features).forEach(writer::add);
            writer.commit();
        }
    }

    static List<Feature> read(Store store, FeatureQuery query) {
        List<Feature> features = new ArrayList<>();
        try (FeatureCursor cursor = store.features().open(query)) {
            cursor.forEachRemaining(features::add);
        }
        return features;
    }

    /** The values of one attribute of all features that a query gives. */
    static List<Object> values(Store store, FeatureQuery query, String attribute) {
        List<Object> values = new ArrayList<>();
        for (Feature feature : read(store, query)) {
            values.add(feature.attributes().get(attribute));
        }
        return values;
    }

    /** A raster of 100 m cells near Dongying, row 0 in the north. */
    static Raster raster(int rows, int columns, float... values) {
        return new Raster(new Grid("EPSG:4527", 39_500_000, 4_150_000, 100, rows, columns), values, "m");
    }

    static StoredRun run(String id, String kind, String plan) {
        return new StoredRun(
                id,
                kind,
                plan,
                "{}",
                StoredRun.State.QUEUED,
                0,
                "queued",
                OffsetDateTime.parse("2026-02-03T04:05:06Z"),
                null,
                null,
                null,
                null,
                false);
    }
}
