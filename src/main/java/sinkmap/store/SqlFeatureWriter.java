package sinkmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** Inserts within one transaction. */
final class SqlFeatureWriter implements FeatureWriter {

    private final Database database;
    private final FeatureLayer layer;
    private final String run;
    private final Runnable whenClosed;
    private final StoredGeometry geometry;
    private final Connection connection;
    private RowInsert rows;
    private long added;
    private boolean open = true;
    /** Whether the index may be missing, and others leave it to this load to make it. */
    private boolean locked;

    /**
     * Begins the transaction.
     *
     * @param run run of a derived layer, or null
     * @param whenClosed called once at the end
     */
    SqlFeatureWriter(Database database, FeatureLayer layer, String run, Runnable whenClosed) throws SQLException {
        this.database = database;
        this.layer = layer;
        this.run = run;
        this.whenClosed = whenClosed;
        this.geometry = new StoredGeometry(layer);
        this.connection = database.connect();
    }

    void begin(boolean replace) throws SQLException {
        if (run == null) {
            database.sql().indexLater(connection, layer);
        }
        connection.setAutoCommit(false);
        database.sql().takeTime(connection);
        if (layer.editable()) {
            database.sql().keepsHistory(connection);
        }
        if (run == null && !database.sql().lock(connection, Tables.table(layer))) {
            throw FeatureStore.busy(layer);
        }
        locked = run == null;
        if (replace) {
            if (layer.editable() && run == null) {
                OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
                new HistoryTable(layer).keep(connection, null, now, null, FeatureVersion.Operation.LOAD);
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM " + Tables.table(layer));
            }
        }
        rows = database.sql().insert(connection, layer, run);
    }

    @Override
    public void add(Feature feature) {
        if (!open) {
            throw new IllegalStateException("the writer is closed");
        }
        try {
            List<Object> values = new ArrayList<>(layer.attributes().size());
            for (Attribute attribute : layer.attributes()) {
                values.add(
                        AttributeColumn.stored(attribute, feature.attributes().get(attribute.name())));
            }
            rows.add(geometry.of(feature.geometry()), values);
            added++;
        } catch (SinkmapException e) {
            throw new SinkmapException("layer '" + layer.id() + "', row " + (added + 1) + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw Database.failure("layer '" + layer.id() + "': rows up to " + added + " could not be stored", e);
        }
    }

    @Override
    public long commit() {
        if (!open) {
            throw new IllegalStateException("the writer is closed");
        }
        try {
            rows.finish();
            if (run == null) {
                database.sql().indexNow(connection, layer);
                LayerVersions.raise(connection, List.of(layer));
            }
            database.sql().commit(connection);
            locked = false;
            connection.setAutoCommit(true);
            database.sql().analyze(connection, Tables.table(layer));
        } catch (SQLException e) {
            throw Database.failure("layer '" + layer.id() + "' could not be stored", e);
        } finally {
            close();
        }
        return added;
    }

    /** Gives everything back; what was not committed is undone. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (connection) {
            if (rows != null) {
                rows.close();
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (locked) {
                database.sql().indexNow(connection, layer);
            }
        } catch (SQLException e) {
            throw Database.failure("layer '" + layer.id() + "': undoing a load failed", e);
        } finally {
            whenClosed.run();
        }
    }
}
