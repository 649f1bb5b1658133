package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2gis.functions.factory.H2GISFunctions;
import org.locationtech.jts.geom.Geometry;

/**
 * H2 with H2GIS, embedded.
 *
 * <p>H2's spatial index is not a snapshot: a query that uses it while another connection commits may miss rows, and lazy
 * execution loses them altogether. No such query runs during a commit here, and rows are then read by their primary key in
 * a snapshot ({@link KeyCursor}). That suffices because an H2 file belongs to one process.
 */
final class H2Gis implements SpatialSql {

    /**
     * Appended to the URL. Results are numbers or a few hundred rows: they stay in memory. The pool closes the file, not a
     * shutdown hook.
     */
    static final String URL_SETTINGS = ";MAX_MEMORY_ROWS=1000000;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000";

    private final ReadWriteLock commits = new ReentrantReadWriteLock(true);

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_NAME = 'ST_INTERSECTS'")) {
            rows.next();
            if (rows.getInt(1) == 0) {
                H2GISFunctions.load(connection);
            }
        }
    }

    /**
     * H2's R-tree (2.3.232 and 2.4.240) loses entries when geometries are changed again and again; a row so lost can neither be
     * changed nor deleted any more (error 90112, retried until the lock times out). Tables whose rows are
     * only inserted and deleted are not touched by that; the others have no index and are looked through.
     */
    @Override
    public String spatialIndex(String index, String table, String column, boolean updated) {
        if (updated) {
            return "DROP INDEX IF EXISTS " + index;
        }
        return "CREATE SPATIAL INDEX IF NOT EXISTS " + index + " ON " + table + " (" + column + ")";
    }

    @Override
    public String extent(String column) {
        return "ENVELOPE(" + column + ")";
    }

    @Override
    public String geometryColumn(Connection connection, String table) throws SQLException {
        String sql = "SELECT GEOMETRY_TYPE || ' ' || GEOMETRY_SRID FROM INFORMATION_SCHEMA.COLUMNS"
                + " WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME = ? AND DATA_TYPE = 'GEOMETRY'";
        return Jdbc.findText(connection, sql, table);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Geometry geometry) throws SQLException {
        statement.setObject(index, geometry);
    }

    @Override
    public Geometry read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, Geometry.class);
    }

    @Override
    public ResultSet query(PreparedStatement statement) throws SQLException {
        commits.readLock().lock();
        try {
            return statement.executeQuery();
        } finally {
            commits.readLock().unlock();
        }
    }

    @Override
    public boolean likeBacktracks() {
        return true;
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        commits.writeLock().lock();
        try {
            connection.commit();
        } finally {
            commits.writeLock().unlock();
        }
    }

    @Override
    public boolean lock(Connection connection, String table) {
        return true;
    }

    @Override
    public void analyze(Connection connection, String table) {}

    @Override
    public boolean claim(Connection connection) {
        return true;
    }

    @Override
    public void share(Connection connection) {}
}
