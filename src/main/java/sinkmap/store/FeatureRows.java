package sinkmap.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Attribute;

/** Turns rows with the columns of {@link FeatureSql#select} into features. */
final class FeatureRows {

    private final SpatialSql dialect;
    private final boolean geometry;
    private final List<Attribute> attributes;

    FeatureRows(SpatialSql dialect, FeatureQuery query) {
        this.dialect = dialect;
        this.geometry = query.geometry();
        this.attributes = FeatureSql.attributes(query);
    }

    /** The feature in the current row. */
    Feature read(ResultSet rows) throws SQLException {
        int column = 1;
        long id = rows.getLong(column++);
        Geometry shape = geometry ? dialect.read(rows, column++) : null;
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            values.put(attribute.name(), AttributeColumn.read(rows, column++, attribute));
        }
        return new Feature(id, shape, values);
    }

    /** Gives a connection back as it was taken; a second call does nothing. */
    static void release(Connection connection) {
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
