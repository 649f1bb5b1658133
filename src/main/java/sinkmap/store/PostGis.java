package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** PostgreSQL with PostGIS, through PostGIS JDBC. */
final class PostGis implements SpatialSql {

    /** Rows that the driver fetches at a time. */
    private static final int FETCH_ROWS = 500;

    /** SQLSTATE lock_not_available. */
    private static final String LOCKED = "55P03";

    /** Key of the advisory lock that every sinkmap on a database shares: "sinkmap" in ASCII. */
    private static final long CLAIM = 0x73696e6b6d6170L;

    @Override
    public void prepare(Connection connection) throws SQLException {
        if (Jdbc.findText(connection, "SELECT extname FROM pg_extension WHERE extname = ?", "postgis") != null) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
        } catch (SQLException e) {
            throw new SinkmapException(
                    "the database has no PostGIS and this user cannot add it (" + e.getMessage()
                            + "); have an administrator run: CREATE EXTENSION postgis",
                    e);
        }
    }

    @Override
    public String spatialIndex(String index, String table, String column, boolean updated) {
        return "CREATE INDEX IF NOT EXISTS " + index + " ON " + table + " USING GIST (" + column + ")";
    }

    @Override
    public String extent(String column) {
        return "CAST(ST_Extent(" + column + ") AS geometry)";
    }

    @Override
    public String geometryColumn(Connection connection, String table) throws SQLException {
        String sql = "SELECT type || ' ' || srid FROM geometry_columns"
                + " WHERE f_table_schema = current_schema() AND f_table_name = ?";
        return Jdbc.findText(connection, sql, table);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Geometry geometry) throws SQLException {
        statement.setObject(index, geometry == null ? null : new JtsGeometry(geometry));
    }

    @Override
    public Geometry read(ResultSet rows, int index) throws SQLException {
        // the driver hands out the text of a type that it does not know as it came: hexadecimal EWKB
        byte[] hex = rows.getBytes(index);
        try {
            return hex == null ? null : new WKBReader().read(bytes(hex));
        } catch (ParseException e) {
            throw new SQLException("the database sent a geometry that cannot be read", e);
        }
    }

    private static byte[] bytes(byte[] hex) {
        byte[] bytes = new byte[hex.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
        }
        return bytes;
    }

    private static int digit(byte hex) {
        return hex <= '9' ? hex - '0' : (hex & 0xF) + 9;
    }

    @Override
    public ResultSet query(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(FETCH_ROWS);
        return statement.executeQuery();
    }

    @Override
    public boolean likeBacktracks() {
        return false;
    }

    /** No plain column: in its order the planner would look for the few current rows among those of all runs. */
    @Override
    public String acrossRuns() {
        return Tables.column(Tables.FID) + " + 0";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /** Readers of an empty table lose nothing; where one is just reading it, or somebody writes to it, the index stays. */
    @Override
    public void indexLater(Connection connection, FeatureLayer layer) throws SQLException {
        String table = Tables.table(layer);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE NOWAIT");
            try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
                if (rows.next()) {
                    return;
                }
            }
            statement.execute("DROP INDEX IF EXISTS " + Tables.spatialIndex(layer));
            connection.commit();
        } catch (SQLException e) {
            if (!LOCKED.equals(e.getSQLState())) {
                throw e;
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void indexNow(Connection connection, FeatureLayer layer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(spatialIndex(
                    Tables.spatialIndex(layer), Tables.table(layer), Tables.column(FeatureLayer.GEOMETRY), false));
        } catch (SQLException e) {
            // another load has begun, which makes the index at its end
            if (!LOCKED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    @Override
    public boolean lock(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE NOWAIT");
            return true;
        } catch (SQLException e) {
            if (LOCKED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void takeTime(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = 0");
        }
    }

    @Override
    public void guardHistory(Connection connection, FeatureLayer layer) throws SQLException {
        new HistoryTrigger(layer).prepare(connection);
    }

    @Override
    public RowInsert insert(Connection connection, FeatureLayer layer, String run) throws SQLException {
        return new CopyInsert(connection, layer, run);
    }

    @Override
    public void keepsHistory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HistoryTrigger.SERVICE);
        }
    }

    @Override
    public void analyze(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE " + table);
        }
    }

    @Override
    public boolean claim(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + CLAIM + ")")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Override
    public void share(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock_shared(" + CLAIM + ")");
            statement.execute("SELECT pg_advisory_unlock(" + CLAIM + ") FROM pg_locks WHERE pid = pg_backend_pid()"
                    + " AND locktype = 'advisory' AND mode = 'ExclusiveLock' LIMIT 1");
        }
    }
}
