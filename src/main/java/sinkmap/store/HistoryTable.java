package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;

/**
 * The past of an editable layer. The layer's table holds the versions that count now, with {@code row_version},
 * {@code recorded_from} and {@code recorded_by}; the history table {@code <layer>_history} holds those that no longer do,
 * with what ended them. A version is valid from {@code recorded_from} up to, but not at, {@code recorded_to}. Rows are only
 * ever added to it, in the transaction that changes the layer.
 */
final class HistoryTable {

    static final String VERSION = "row_version";
    static final String FROM = "recorded_from";
    static final String BY = "recorded_by";
    static final String TO = "recorded_to";
    static final String ENDED_BY = "ended_by";
    static final String ENDED = "ended_by_operation";

    private final FeatureLayer layer;

    HistoryTable(FeatureLayer layer) {
        this.layer = layer;
    }

    String name() {
        return Jdbc.quote(layer.table() + "_history");
    }

    /** Makes what an editable layer needs beside its table; does nothing when it is there. */
    void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String alter = "ALTER TABLE " + Tables.table(layer) + " ADD COLUMN IF NOT EXISTS ";
            statement.execute(alter + Tables.column(VERSION) + " BIGINT DEFAULT 1 NOT NULL");
            statement.execute(
                    alter + Tables.column(FROM) + " TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL");
            statement.execute(alter + Tables.column(BY) + " VARCHAR(100)");
            statement.execute("CREATE TABLE IF NOT EXISTS " + name() + " (" + Tables.column(Tables.FID)
                    + " BIGINT NOT NULL, " + Tables.column(VERSION) + " BIGINT NOT NULL, " + Tables.column(FROM)
                    + " TIMESTAMP WITH TIME ZONE NOT NULL, " + Tables.column(BY) + " VARCHAR(100), " + Tables.column(TO)
                    + " TIMESTAMP WITH TIME ZONE NOT NULL, " + Tables.column(ENDED_BY) + " VARCHAR(100), "
                    + Tables.column(ENDED)
                    + " VARCHAR(10) NOT NULL, " + Tables.column(FeatureLayer.GEOMETRY) + " "
                    + Tables.geometryType(layer)
                    + ", PRIMARY KEY (" + Tables.column(Tables.FID) + ", " + Tables.column(VERSION) + "))");
            for (Attribute attribute : layer.attributes()) {
                statement.execute("ALTER TABLE " + name() + " ADD COLUMN IF NOT EXISTS "
                        + Tables.column(attribute.name()) + " " + Tables.columnType(attribute.type()));
            }
        }
    }

    /** Copies the versions that count now and are about to end; all of the layer's where {@code fids} is null. */
    void keep(
            Connection connection, List<Long> fids, OffsetDateTime now, String user, FeatureVersion.Operation operation)
            throws SQLException {
        String columns = columns();
        String sql = "INSERT INTO " + name() + " (" + columns + ", " + Tables.column(TO) + ", "
                + Tables.column(ENDED_BY) + ", " + Tables.column(ENDED) + ") SELECT "
                + columns + ", CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS VARCHAR), CAST(? AS VARCHAR) FROM "
                + Tables.table(layer) + (fids == null ? "" : among(Tables.column(Tables.FID), fids.size()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now);
            statement.setString(2, user);
            statement.setString(3, operation.name());
            for (int i = 0; fids != null && i < fids.size(); i++) {
                statement.setLong(4 + i, fids.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** Number of features and of ended versions, when the last of each began and ended; the SQL of a query. */
    String state() {
        String table = Tables.table(layer);
        return "SELECT (SELECT COUNT(*) FROM " + table + "), (SELECT COUNT(*) FROM " + name() + "), (SELECT MAX("
                + Tables.column(FROM) + ") FROM " + table + "), (SELECT MAX(" + Tables.column(TO) + ") FROM " + name()
                + ")";
    }

    /** A condition on so many keys; the column is SQL. */
    static String among(String column, int count) {
        return " WHERE " + column + " IN (" + "?, ".repeat(count - 1) + "?)";
    }

    private String columns() {
        List<String> columns = new ArrayList<>(List.of(Tables.FID, VERSION, FROM, BY, FeatureLayer.GEOMETRY));
        layer.attributes().forEach(attribute -> columns.add(attribute.name()));
        return columns.stream().map(Tables::column).collect(Collectors.joining(", "));
    }

    /** All versions of a feature or, with {@code null}, of all features, the present ones last; the SQL of a query. */
    String versions(boolean one) {
        String columns = columns();
        String where = one ? " WHERE " + Tables.column(Tables.FID) + " = ?" : "";
        return "SELECT " + columns + ", " + Tables.column(TO) + ", " + Tables.column(ENDED_BY) + ", "
                + Tables.column(ENDED) + " FROM " + name() + where
                + " UNION ALL SELECT " + columns + ", CAST(NULL AS TIMESTAMP WITH TIME ZONE), CAST(NULL AS VARCHAR),"
                + " CAST(NULL AS VARCHAR) FROM " + Tables.table(layer) + where + " ORDER BY 1, 2";
    }
}
