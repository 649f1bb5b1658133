package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.h2.engine.Constants;

/**
 * Rows for a database that cannot stream a sorted result: first the numbers of all rows in their order, then the rows by
 * their numbers, some hundred at a time, all in one snapshot. Not safe for several threads at once.
 */
final class KeyCursor implements FeatureCursor {

    private static final int CHUNK = 256;

    private final FeatureRows features;
    private final Connection connection;
    private final PreparedStatement statement;
    private final long[] keys;
    private final Deque<Feature> ready = new ArrayDeque<>();
    private int fetched;

    private KeyCursor(FeatureRows features, Connection connection, PreparedStatement statement, long[] keys) {
        this.features = features;
        this.connection = connection;
        this.statement = statement;
        this.keys = keys;
    }

    static KeyCursor open(Database database, FeatureQuery query) throws SQLException {
        FeatureSql sql = FeatureSql.keys(query, database.sql());
        FeatureRows features = new FeatureRows(database.sql(), query);
        Connection connection = database.connect();
        try {
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
            connection.setAutoCommit(false);
            long[] keys;
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                sql.bind(statement, database.sql());
                try (ResultSet rows = database.sql().query(statement)) {
                    keys = numbers(rows);
                }
            }
            PreparedStatement statement = connection.prepareStatement(FeatureSql.selectByKey(query, CHUNK));
            return new KeyCursor(features, connection, statement, keys);
        } catch (SQLException | RuntimeException e) {
            FeatureRows.release(connection);
            throw e;
        }
    }

    private static long[] numbers(ResultSet rows) throws SQLException {
        long[] numbers = new long[CHUNK];
        int count = 0;
        while (rows.next()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = rows.getLong(1);
        }
        return Arrays.copyOf(numbers, count);
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && fetched < keys.length) {
            try {
                fetch();
            } catch (SQLException e) {
                throw Database.failure("reading features failed", e);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Feature next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more features");
        }
        return ready.remove();
    }

    private void fetch() throws SQLException {
        int count = Math.min(CHUNK, keys.length - fetched);
        for (int i = 0; i < CHUNK; i++) {
            statement.setLong(i + 1, keys[fetched + Math.min(i, count - 1)]);
        }
        Map<Long, Feature> found = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Feature feature = features.read(rows);
                found.put(feature.id(), feature);
            }
        }
        for (int i = 0; i < count; i++) {
            ready.add(found.get(keys[fetched++]));
        }
    }

    @Override
    public void close() {
        fetched = keys.length;
        ready.clear();
        try {
            statement.close();
        } catch (SQLException e) {
            // the connection is given back below whatever happens here
        }
        FeatureRows.release(connection);
    }
}
