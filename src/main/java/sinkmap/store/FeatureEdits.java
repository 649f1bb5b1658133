package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** Changes to single features of editable layers, with locks and with history. */
public class FeatureEdits {

    private static final int WAIT_S = 30;

    private final Database database;
    private final FeatureLocks locks;
    private final ReentrantLock writing = new ReentrantLock(true);

    FeatureEdits(Database database) {
        this.database = database;
        this.locks = new FeatureLocks(database);
    }

    /** Locks that clients hold on features. */
    public FeatureLocks locks() {
        return locks;
    }

    /**
     * Begins a transaction. In one process one is under way at a time, so that none waits for another crosswise.
     *
     * @param user who changes; stays in the history
     */
    public FeatureEdit begin(String user) {
        try {
            if (!writing.tryLock(WAIT_S, TimeUnit.SECONDS)) {
                throw new SinkmapException("others have been changing layers for " + WAIT_S + " s; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkmapException("the service is being stopped; try again later", e);
        }
        try {
            return new FeatureEdit(database, user, writing::unlock);
        } catch (SQLException | RuntimeException e) {
            writing.unlock();
            throw e instanceof SQLException sql
                    ? Database.failure("a transaction could not be begun", sql)
                    : (RuntimeException) e;
        }
    }

    /** Number of the version of a feature that counts now, from 1; empty when there is no such feature. */
    public OptionalLong findVersion(FeatureLayer layer, long fid) {
        FeatureEdit.checkEditable(layer, 0);
        String sql = "SELECT " + Tables.column(HistoryTable.VERSION) + " FROM " + Tables.table(layer)
                + HistoryTable.among(Tables.column(Tables.FID), 1);
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, fid);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw Database.failure("the version of " + layer.id() + "." + fid + " could not be read", e);
        }
    }

    /** How far the edits of a layer have come. */
    public EditState state(FeatureLayer layer) {
        FeatureEdit.checkEditable(layer, 0);
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(new HistoryTable(layer).state());
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            OffsetDateTime begun = time(rows, 3);
            OffsetDateTime ended = time(rows, 4);
            boolean later = begun == null || ended != null && ended.isAfter(begun);
            return new EditState(rows.getLong(1), rows.getLong(2), later ? ended : begun);
        } catch (SQLException e) {
            throw Database.failure("the state of layer '" + layer.id() + "' could not be read", e);
        }
    }

    /** All versions of a feature, the oldest first; none when it never was. */
    public List<FeatureVersion> listVersions(FeatureLayer layer, long fid) {
        FeatureEdit.checkEditable(layer, 0);
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(new HistoryTable(layer).versions(true))) {
            statement.setLong(1, fid);
            statement.setLong(2, fid);
            try (ResultSet rows = database.sql().query(statement)) {
                List<FeatureVersion> versions = new ArrayList<>();
                while (rows.next()) {
                    versions.add(version(rows, layer));
                }
                return versions;
            }
        } catch (SQLException e) {
            throw Database.failure("the history of " + layer.id() + "." + fid + " could not be read", e);
        }
    }

    private FeatureVersion version(ResultSet rows, FeatureLayer layer) throws SQLException {
        Geometry geometry = database.sql().read(rows, 5);
        Map<String, Object> values = new LinkedHashMap<>();
        int column = 6;
        for (Attribute attribute : layer.attributes()) {
            values.put(attribute.name(), AttributeColumn.read(rows, column++, attribute));
        }
        String ended = rows.getString(column + 2);
        return new FeatureVersion(
                new Feature(rows.getLong(1), geometry, values),
                rows.getLong(2),
                time(rows, 3),
                rows.getString(4),
                time(rows, column),
                rows.getString(column + 1),
                ended == null ? null : FeatureVersion.Operation.valueOf(ended));
    }

    private static OffsetDateTime time(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
