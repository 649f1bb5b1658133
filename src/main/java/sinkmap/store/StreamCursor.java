package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;

/** Rows as the database sends them, for one that streams from one state. Not safe for several threads at once. */
final class StreamCursor implements FeatureCursor {

    private final FeatureRows features;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean ahead;
    private boolean ended;

    private StreamCursor(FeatureRows features, Connection connection, PreparedStatement statement, ResultSet rows) {
        this.features = features;
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    static StreamCursor open(Database database, FeatureQuery query) throws SQLException {
        FeatureSql sql = FeatureSql.select(query, database.sql());
        Connection connection = database.connect();
        try {
            connection.setAutoCommit(false);
            PreparedStatement statement = connection.prepareStatement(sql.text());
            sql.bind(statement, database.sql());
            ResultSet rows = database.sql().query(statement);
            return new StreamCursor(new FeatureRows(database.sql(), query), connection, statement, rows);
        } catch (SQLException | RuntimeException e) {
            FeatureRows.release(connection);
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        if (!ahead && !ended) {
            try {
                ahead = rows.next();
                ended = !ahead;
            } catch (SQLException e) {
                throw Database.failure("reading features failed", e);
            }
        }
        return ahead;
    }

    @Override
    public Feature next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more features");
        }
        ahead = false;
        try {
            return features.read(rows);
        } catch (SQLException e) {
            throw Database.failure("reading a feature failed", e);
        }
    }

    @Override
    public void close() {
        ended = true;
        ahead = false;
        try (statement) {
            rows.close();
        } catch (SQLException e) {
            // the connection is given back below whatever happens here
        }
        FeatureRows.release(connection);
    }
}
