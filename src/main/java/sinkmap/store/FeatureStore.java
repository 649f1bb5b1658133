package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.grid.SinkmapException;

/** Features of every layer, in H2GIS or PostGIS. One table a layer. */
public class FeatureStore {

    private final Database database;
    private final ShapeStore shapes = new ShapeStore(this);
    private final Map<String, Semaphore> loading = new ConcurrentHashMap<>();

    FeatureStore(Database database) {
        this.database = database;
    }

    /** Whether loading takes the place of what a layer holds or adds to it. */
    public enum Mode {
        REPLACE,
        APPEND
    }

    /** Makes the tables that a catalog's layers need; an error when an existing one does not fit its layer. */
    void prepare(Catalog catalog) {
        try (Connection connection = database.connectUnlimited()) {
            Tables tables = new Tables(connection, database.sql());
            List<FeatureLayer> prepared = new ArrayList<>();
            for (Layer layer : catalog.listLayers()) {
                if (layer instanceof FeatureLayer features) {
                    tables.prepare(features);
                    prepared.add(features);
                }
            }
            LayerVersions.prepare(connection, prepared);
        } catch (SQLException e) {
            throw Database.failure("the tables of the layers could not be made", e);
        }
    }

    /**
     * The features of a layer in memory, generalised for a map. None while that is being made in the background, or where
     * the layer is too large for it: open the features themselves then. What it shows is never older than this question.
     *
     * @param crs CRS of the map
     * @param pixel size of a pixel of the map, in units of its CRS
     * @param attributes attributes that the shapes have
     */
    public Optional<ShapeLevel> findShapes(FeatureLayer layer, Crs crs, double pixel, List<String> attributes) {
        return shapes.find(layer, crs, pixel, attributes);
    }

    /** The same, and waits until it is made; none only where the layer is too large. */
    Optional<ShapeLevel> getShapes(FeatureLayer layer, Crs crs, double pixel, List<String> attributes) {
        return shapes.get(layer, crs, pixel, attributes);
    }

    void close() {
        shapes.close();
    }

    /** Streams features; close the cursor. */
    public FeatureCursor open(FeatureQuery query) {
        try {
            return database.sql().streams() ? StreamCursor.open(database, query) : KeyCursor.open(database, query);
        } catch (SQLException e) {
            throw Database.failure("layer '" + query.layer().id() + "' could not be read", e);
        }
    }

    /** Number of features that the query matches, whatever its page. */
    public long count(FeatureQuery query) {
        FeatureSql sql = FeatureSql.count(query, database.sql());
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, database.sql());
            try (ResultSet rows = database.sql().query(statement)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw Database.failure("layer '" + query.layer().id() + "' could not be counted", e);
        }
    }

    /** State of what all layers together show; read it before what depends on it. */
    public LayerVersion version() {
        try (Connection connection = database.connect()) {
            return LayerVersions.all(connection);
        } catch (SQLException e) {
            throw Database.failure("the versions of the layers could not be read", e);
        }
    }

    /** State of what a layer shows; read it before what depends on it. */
    public LayerVersion version(FeatureLayer layer) {
        try (Connection connection = database.connect()) {
            return LayerVersions.get(connection, layer);
        } catch (SQLException e) {
            throw Database.failure("the version of layer '" + layer.id() + "' could not be read", e);
        }
    }

    /**
     * A short text that changes when anything changes that layers show: features, rasters, or which runs are kept and
     * current.
     */
    public String contentState() {
        return database.client()
                .sql("SELECT (SELECT SUM(version) FROM layer_version), (SELECT MAX(changed) FROM layer_version),"
                        + " (SELECT MAX(id) FROM raster_file WHERE state = 'STORED'),"
                        + " (SELECT COUNT(*) FROM raster_file WHERE state = 'STORED'),"
                        + " (SELECT COUNT(*) FROM run WHERE state = 'COMPLETED'),"
                        + " (SELECT MAX(finished) FROM run WHERE current_run)")
                .query((row, number) -> {
                    StringBuilder state = new StringBuilder();
                    for (int column = 1; column <= 6; column++) {
                        state.append(row.getString(column)).append(' ');
                    }
                    return Integer.toHexString(state.toString().hashCode()) + "-" + row.getLong(1) + "-"
                            + row.getLong(3);
                })
                .single();
    }

    /**
     * Where the page before a query's start begins.
     *
     * @param query a query with a start
     * @param rows rows of that page
     * @return empty when no row stands before the start
     */
    public Optional<RowKey> findPrevious(FeatureQuery query, long rows) {
        FeatureSql sql = FeatureSql.before(query, rows, database.sql());
        List<Attribute> attributes = RowOrder.of(query).attributes();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, database.sql());
            try (ResultSet found = database.sql().query(statement)) {
                RowKey last = null;
                while (found.next()) {
                    List<Object> values = new ArrayList<>();
                    for (Attribute attribute : attributes) {
                        values.add(AttributeColumn.read(found, values.size() + 2, attribute));
                    }
                    last = new RowKey(values, found.getLong(1));
                }
                return Optional.ofNullable(last);
            }
        } catch (SQLException e) {
            throw Database.failure("layer '" + query.layer().id() + "' could not be read", e);
        }
    }

    /** Bounds of a layer's (current) features in the layer's CRS; empty when it has none. */
    public Optional<Envelope> findExtent(FeatureLayer layer) {
        FeatureSql sql = FeatureSql.extent(layer, database.sql());
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            try (ResultSet rows = database.sql().query(statement)) {
                rows.next();
                Geometry bounds = database.sql().read(rows, 1);
                return Optional.ofNullable(bounds)
                        .map(Geometry::getEnvelopeInternal)
                        .filter(envelope -> !envelope.isNull());
            }
        } catch (SQLException e) {
            throw Database.failure("the extent of layer '" + layer.id() + "' could not be read", e);
        }
    }

    /**
     * The values of the attribute that dates a layer's (current) features, each once, rising: LocalDate or OffsetDateTime,
     * whichever the attribute holds.
     */
    public List<Object> listTimes(FeatureLayer layer) {
        Attribute time = FeatureSql.attribute(layer, layer.timeAttribute());
        FeatureSql sql = FeatureSql.distinct(layer, time, database.sql());
        List<Object> times = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, database.sql());
            try (ResultSet rows = database.sql().query(statement)) {
                while (rows.next()) {
                    times.add(AttributeColumn.read(rows, 1, time));
                }
            }
            return times;
        } catch (SQLException e) {
            throw Database.failure("the times of layer '" + layer.id() + "' could not be read", e);
        }
    }

    /** Starts loading an input layer; an error when it is being loaded already. */
    public FeatureWriter write(FeatureLayer layer, Mode mode) {
        if (layer.derived()) {
            throw new SinkmapException(
                    "layer '" + layer.id() + "' is the result of runs; it cannot be loaded from a file");
        }
        Semaphore permit = loading.computeIfAbsent(layer.id(), id -> new Semaphore(1));
        if (!permit.tryAcquire()) {
            throw busy(layer);
        }
        return begin(layer, null, permit::release, mode == Mode.REPLACE);
    }

    /** Adds results of a run to a derived layer; they are seen once {@link RunStore#complete} has made the run current. */
    public FeatureWriter write(FeatureLayer layer, String run) {
        if (!layer.derived()) {
            throw new SinkmapException("layer '" + layer.id() + "' is no derived layer; a run cannot write to it");
        }
        return begin(layer, run, () -> {}, false);
    }

    private FeatureWriter begin(FeatureLayer layer, String run, Runnable whenClosed, boolean replace) {
        SqlFeatureWriter writer = null;
        try {
            writer = new SqlFeatureWriter(database, layer, run, whenClosed);
            writer.begin(replace);
            return writer;
        } catch (SQLException | RuntimeException e) {
            if (writer == null) {
                whenClosed.run();
            } else {
                writer.close();
            }
            throw e instanceof SQLException sql
                    ? Database.failure("layer '" + layer.id() + "' could not be opened for loading", sql)
                    : (RuntimeException) e;
        }
    }

    static SinkmapException busy(FeatureLayer layer) {
        return new SinkmapException(
                "layer '" + layer.id() + "' is being loaded by someone else; try again when that has ended");
    }
}
