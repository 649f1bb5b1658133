package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;

/** Rows of a query, one at a time. Not safe for use by several threads at once. */
final class SqlFeatureCursor implements FeatureCursor {

    private final SpatialSql dialect;
    private final boolean geometry;
    private final List<Attribute> attributes;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean ahead;
    private boolean ended;

    private SqlFeatureCursor(
            SpatialSql dialect,
            FeatureQuery query,
            Connection connection,
            PreparedStatement statement,
            ResultSet rows) {
        this.dialect = dialect;
        this.geometry = query.geometry();
        this.attributes = FeatureSql.attributes(query);
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    static SqlFeatureCursor open(Database database, FeatureQuery query) throws SQLException {
        FeatureSql sql = FeatureSql.select(query);
        Connection connection = database.connect();
        try {
            connection.setAutoCommit(false);
            PreparedStatement statement = connection.prepareStatement(sql.text());
            sql.bind(statement, database.sql());
            return new SqlFeatureCursor(
                    database.sql(), query, connection, statement, database.sql().query(statement));
        } catch (SQLException | RuntimeException e) {
            release(connection);
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
            int column = 1;
            long id = rows.getLong(column++);
            Geometry shape = geometry ? dialect.read(rows, column++) : null;
            Map<String, Object> values = new LinkedHashMap<>();
            for (Attribute attribute : attributes) {
                values.put(attribute.name(), AttributeColumn.read(rows, column++, attribute));
            }
            return new Feature(id, shape, values);
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
        release(connection);
    }

    /** Gives a connection back as it was taken; a second call does nothing. */
    private static void release(Connection connection) {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.failure("giving a connection back failed", e);
        }
    }
}
