package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;
import sinkmap.store.EditException.Reason;

/**
 * One transaction of changes to features: all of it or nothing. Nothing is seen by others before {@link #commit()}; closing
 * without it leaves the layers as they were. Changes of one kind are sent to the database together, so that an error may
 * come up in a later call or in the commit; it names the action to which it belongs. Values must have been checked against
 * the layer's definition. Not for several threads.
 */
public final class FeatureEdit implements AutoCloseable {

    /** An expected version that any version meets. */
    public static final long ANY_VERSION = -1;

    private static final int BATCH = 500;

    private final Database database;
    private final String user;
    private final Runnable whenClosed;
    private final Connection connection;
    private final OffsetDateTime now;
    private final Map<Long, Change> pending = new LinkedHashMap<>();
    private final Set<FeatureLayer> touched = new LinkedHashSet<>();
    private FeatureLayer pendingLayer;
    private Set<String> pendingColumns;
    private String lock = "";
    private int action;
    private boolean open = true;

    /** A change of a stored feature that has not been sent yet; no values for a deletion. */
    private record Change(int action, long fid, long expected, Map<String, Object> values) {}

    FeatureEdit(Database database, String user, Runnable whenClosed) throws SQLException {
        this.database = database;
        this.user = user;
        this.whenClosed = whenClosed;
        this.connection = database.connect();
        this.now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        connection.setAutoCommit(false);
        database.sql().keepsHistory(connection);
    }

    /** Says which action of the client's request the next changes belong to, from 1; errors name it. */
    public void action(int number) {
        action = number;
    }

    /** Lets the changes pass the locks that go by this id. */
    public void useLock(String lockId) {
        lock = lockId;
    }

    /** When the changes of this transaction are recorded. */
    public OffsetDateTime recorded() {
        return now;
    }

    /** Adds a feature, with its geometry in the layer's CRS; returns its id. */
    public long insert(FeatureLayer layer, Feature feature) {
        checkEditable(layer, action);
        flush();
        touched.add(layer);
        List<String> columns = new ArrayList<>(List.of(FeatureLayer.GEOMETRY));
        layer.attributes().forEach(attribute -> columns.add(attribute.name()));
        columns.addAll(List.of(HistoryTable.FROM, HistoryTable.BY));
        String sql = "INSERT INTO " + Tables.table(layer) + " ("
                + columns.stream().map(Tables::column).collect(Collectors.joining(", ")) + ") VALUES ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {Tables.FID})) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(FeatureLayer.GEOMETRY, feature.geometry());
            layer.attributes()
                    .forEach(a -> values.put(a.name(), feature.attributes().get(a.name())));
            int next = bind(statement, layer, values, 0);
            statement.setObject(next, now);
            statement.setString(next + 1, user);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw failed(layer, e);
        }
    }

    /**
     * Changes some values of a feature.
     *
     * @param values new values by attribute name; the geometry, in the layer's CRS, under {@link FeatureLayer#GEOMETRY}
     * @param expected number of the version that the client has seen, or {@link #ANY_VERSION}
     */
    public void update(FeatureLayer layer, long fid, Map<String, Object> values, long expected) {
        add(layer, new Change(action, fid, expected, values), values.keySet());
    }

    /** Takes another feature in the place of the one with this id. */
    public void replace(FeatureLayer layer, long fid, Feature feature, long expected) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(FeatureLayer.GEOMETRY, feature.geometry());
        layer.attributes()
                .forEach(a -> values.put(a.name(), feature.attributes().get(a.name())));
        update(layer, fid, values, expected);
    }

    /** Deletes a feature; its versions stay in the history. */
    public void delete(FeatureLayer layer, long fid, long expected) {
        add(layer, new Change(action, fid, expected, Map.of()), null);
    }

    /** Ids of the features that a query matches, with the changes made so far. */
    public List<Long> find(FeatureQuery query) {
        flush();
        FeatureSql sql = FeatureSql.keys(query, database.sql());
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, database.sql());
            return keys(statement);
        } catch (SQLException e) {
            throw failed(query.layer(), e);
        }
    }

    private List<Long> keys(PreparedStatement statement) throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (ResultSet rows = database.sql().query(statement)) {
            while (rows.next()) {
                keys.add(rows.getLong(1));
            }
        }
        return keys;
    }

    /** Makes all changes visible at once. */
    public void commit() {
        try {
            flush();
            LayerVersions.raise(connection, touched);
            database.sql().commit(connection);
        } catch (SQLException e) {
            throw Database.failure("the changes could not be stored", e);
        } finally {
            close();
        }
    }

    /** Undoes what was not committed. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            FeatureRows.release(connection);
        } finally {
            whenClosed.run();
        }
    }

    static void checkEditable(FeatureLayer layer, int action) {
        if (!layer.editable() || layer.derived()) {
            throw EditException.of(
                    Reason.NOT_EDITABLE,
                    action,
                    layer,
                    0,
                    "the layer is not editable; an administrator can write 'editable: true' into its file");
        }
    }

    private void add(FeatureLayer layer, Change change, Set<String> columns) {
        checkEditable(layer, action);
        boolean fits = layer.equals(pendingLayer)
                && java.util.Objects.equals(columns, pendingColumns)
                && !pending.containsKey(change.fid())
                && pending.size() < BATCH;
        if (!fits) {
            flush();
            pendingLayer = layer;
            pendingColumns = columns == null ? null : new LinkedHashSet<>(columns);
        }
        touched.add(layer);
        pending.put(change.fid(), change);
    }

    private void flush() {
        if (!open) {
            throw new IllegalStateException("the transaction has ended");
        }
        if (pending.isEmpty()) {
            return;
        }
        List<Long> fids = pending.keySet().stream().sorted().toList();
        boolean delete = pendingColumns == null;
        try {
            checkVersions(fids);
            checkLocks(fids);
            new HistoryTable(pendingLayer)
                    .keep(
                            connection,
                            fids,
                            now,
                            user,
                            delete ? FeatureVersion.Operation.DELETE : FeatureVersion.Operation.UPDATE);
            if (delete) {
                deleteRows(fids);
            } else {
                updateRows();
            }
        } catch (SQLException e) {
            throw failed(pendingLayer, e);
        } finally {
            pending.clear();
        }
    }

    private void checkVersions(List<Long> fids) throws SQLException {
        String sql = "SELECT " + Tables.column(Tables.FID) + ", " + Tables.column(HistoryTable.VERSION) + " FROM "
                + Tables.table(pendingLayer) + HistoryTable.among(Tables.column(Tables.FID), fids.size())
                + " FOR UPDATE";
        Map<Long, Long> versions = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindKeys(statement, 1, fids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        for (Change change : pending.values()) {
            Long version = versions.get(change.fid());
            if (version == null) {
                throw refused(Reason.NOT_FOUND, change, "there is no such feature; it may have been deleted");
            }
            if (change.expected() != ANY_VERSION && change.expected() != version) {
                throw refused(
                        Reason.CHANGED,
                        change,
                        "somebody changed the feature meanwhile: it is in version " + version + ", not "
                                + change.expected() + "; read it again and decide");
            }
        }
    }

    private void checkLocks(List<Long> fids) throws SQLException {
        List<Long> locked = FeatureLocks.heldByOthers(connection, pendingLayer, fids, lock, now);
        if (!locked.isEmpty()) {
            throw refused(
                    Reason.LOCKED,
                    pending.get(locked.get(0)),
                    lock.isEmpty()
                            ? "the feature is locked; give the lockId under which it is"
                            : "the feature is locked under another lockId; wait until that lock ends");
        }
    }

    private EditException refused(Reason reason, Change change, String message) {
        return EditException.of(reason, change.action(), pendingLayer, change.fid(), message);
    }

    private void deleteRows(List<Long> fids) throws SQLException {
        String sql = "DELETE FROM " + Tables.table(pendingLayer)
                + HistoryTable.among(Tables.column(Tables.FID), fids.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindKeys(statement, 1, fids);
            statement.executeUpdate();
        }
        FeatureLocks.forget(connection, pendingLayer, fids);
    }

    private void updateRows() throws SQLException {
        String sql = "UPDATE " + Tables.table(pendingLayer) + " SET "
                + pendingColumns.stream()
                        .map(name -> Tables.column(name) + " = ?, ")
                        .collect(Collectors.joining())
                + Tables.column(HistoryTable.VERSION) + " = " + Tables.column(HistoryTable.VERSION) + " + 1, "
                + Tables.column(HistoryTable.FROM) + " = ?, "
                + Tables.column(HistoryTable.BY) + " = ? WHERE " + Tables.column(Tables.FID) + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Change change : pending.values()) {
                Map<String, Object> ordered = new LinkedHashMap<>();
                pendingColumns.forEach(name -> ordered.put(name, change.values().get(name)));
                int old = action;
                action = change.action();
                int next = bind(statement, pendingLayer, ordered, change.fid());
                action = old;
                statement.setObject(next, now);
                statement.setString(next + 1, user);
                statement.setLong(next + 2, change.fid());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private int bind(PreparedStatement statement, FeatureLayer layer, Map<String, Object> values, long fid)
            throws SQLException {
        int column = 1;
        try {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                if (value.getKey().equals(FeatureLayer.GEOMETRY)) {
                    Geometry geometry = new StoredGeometry(layer).of((Geometry) value.getValue());
                    database.sql().bind(statement, column++, geometry);
                } else {
                    Attribute attribute = FeatureSql.attribute(layer, value.getKey());
                    AttributeColumn.bind(statement, column++, attribute, value.getValue());
                }
            }
        } catch (EditException e) {
            throw e;
        } catch (SinkmapException e) {
            throw EditException.of(Reason.INVALID, action, layer, fid, e.getMessage(), e);
        }
        return column;
    }

    static void bindKeys(PreparedStatement statement, int first, List<Long> fids) throws SQLException {
        for (int i = 0; i < fids.size(); i++) {
            statement.setLong(first + i, fids.get(i));
        }
    }

    /** Failures of the database that pass when the client tries again, told apart from those that nobody can mend. */
    private RuntimeException failed(FeatureLayer layer, SQLException e) {
        Set<String> passing = Set.of("40001", "40P01", "55P03", "HYT00", "57014");
        return e.getSQLState() != null && passing.contains(e.getSQLState())
                ? EditException.of(
                        Reason.BUSY, action, layer, 0, "others are changing the layer just now; try again", e)
                : Database.failure("layer '" + layer.id() + "' could not be changed", e);
    }
}
