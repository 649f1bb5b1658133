package sinkmap.ogc.wfs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The R-tree of a table's geometries (OGC 12-128r17, annex F.3), with the triggers by which editors keep it right. They call
 * functions that only GeoPackage readers have, so they are made when the rows are in.
 */
final class GeoPackageIndex implements AutoCloseable {

    /** The table that lists extensions (2.3.2.1.1). */
    static final String EXTENSIONS =
            "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT"
                    + " NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name,"
                    + " extension_name))";

    private static final int BATCH = 500;

    private static final String FILLED = "NEW.\"${c}\" NOT NULL AND NOT ST_IsEmpty(NEW.\"${c}\")";
    private static final String EMPTY = "NEW.\"${c}\" ISNULL OR ST_IsEmpty(NEW.\"${c}\")";
    private static final String PUT = "INSERT OR REPLACE INTO \"${r}\" VALUES (NEW.\"${i}\", ST_MinX(NEW.\"${c}\"),"
            + " ST_MaxX(NEW.\"${c}\"), ST_MinY(NEW.\"${c}\"), ST_MaxY(NEW.\"${c}\"));";
    private static final String DROP = "DELETE FROM \"${r}\" WHERE id = OLD.\"${i}\";";

    private static final List<String> TRIGGERS = List.of(
            trigger("insert", "AFTER INSERT ON \"${t}\" WHEN (" + FILLED + ")", PUT),
            trigger(
                    "update1",
                    "AFTER UPDATE OF \"${c}\" ON \"${t}\" WHEN OLD.\"${i}\" = NEW.\"${i}\" AND (" + FILLED + ")",
                    PUT),
            trigger(
                    "update2",
                    "AFTER UPDATE OF \"${c}\" ON \"${t}\" WHEN OLD.\"${i}\" = NEW.\"${i}\" AND (" + EMPTY + ")",
                    DROP),
            trigger(
                    "update3",
                    "AFTER UPDATE ON \"${t}\" WHEN OLD.\"${i}\" != NEW.\"${i}\" AND (" + FILLED + ")",
                    DROP + " " + PUT),
            trigger(
                    "update4",
                    "AFTER UPDATE ON \"${t}\" WHEN OLD.\"${i}\" != NEW.\"${i}\" AND (" + EMPTY + ")",
                    "DELETE FROM \"${r}\" WHERE id IN (OLD.\"${i}\", NEW.\"${i}\");"),
            trigger("delete", "AFTER DELETE ON \"${t}\" WHEN OLD.\"${c}\" NOT NULL", DROP));

    private final Connection connection;
    private final String table;
    private final String geometry;
    private final String key;
    private final PreparedStatement insert;
    private int waiting;

    /** Makes the index of a table; close it when the table's rows are in. */
    GeoPackageIndex(Connection connection, String table, String geometry, String key) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.geometry = geometry;
        this.key = key;
        execute("CREATE VIRTUAL TABLE \"" + name() + "\" USING rtree(id, minx, maxx, miny, maxy)");
        this.insert = connection.prepareStatement("INSERT INTO \"" + name() + "\" VALUES (?, ?, ?, ?, ?)");
    }

    private static String trigger(String name, String when, String action) {
        return "CREATE TRIGGER \"${r}_" + name + "\" " + when + " BEGIN " + action + " END";
    }

    private String name() {
        return "rtree_" + table + "_" + geometry;
    }

    /** Adds the bounds of a row's geometry. */
    void add(long row, Envelope bounds) throws SQLException {
        insert.setLong(1, row);
        insert.setDouble(2, bounds.getMinX());
        insert.setDouble(3, bounds.getMaxX());
        insert.setDouble(4, bounds.getMinY());
        insert.setDouble(5, bounds.getMaxY());
        insert.addBatch();
        if (++waiting == BATCH) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        try (insert) {
            insert.executeBatch();
        }
        for (String trigger : TRIGGERS) {
            execute(trigger.replace("${r}", name())
                    .replace("${t}", table)
                    .replace("${c}", geometry)
                    .replace("${i}", key));
        }
        try (PreparedStatement extension =
                connection.prepareStatement("INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')")) {
            extension.setString(1, table);
            extension.setString(2, geometry);
            extension.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
