package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.FeatureLayer;

/** Inserts by INSERT in batches. */
final class BatchInsert implements RowInsert {

    private static final int BATCH = 1000;

    private final SpatialSql sql;
    private final FeatureLayer layer;
    private final String run;
    private final PreparedStatement insert;
    private int waiting;

    /**
     * @param run run of a derived layer, or null
     */
    BatchInsert(Connection connection, SpatialSql sql, FeatureLayer layer, String run) throws SQLException {
        this.sql = sql;
        this.layer = layer;
        this.run = run;
        List<String> columns = Tables.written(layer, run);
        this.insert = connection.prepareStatement("INSERT INTO " + Tables.table(layer) + " ("
                + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")");
    }

    @Override
    public void add(Geometry geometry, List<Object> values) throws SQLException {
        int column = 1;
        sql.bind(insert, column++, geometry);
        for (int i = 0; i < values.size(); i++) {
            AttributeColumn.bind(insert, column++, layer.attributes().get(i), values.get(i));
        }
        if (run != null) {
            insert.setString(column, run);
        }
        insert.addBatch();
        waiting++;
        if (waiting == BATCH) {
            finish();
        }
    }

    @Override
    public void finish() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
