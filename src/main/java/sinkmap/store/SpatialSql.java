package sinkmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.FeatureLayer;

/** What differs between H2GIS and PostGIS. Names that are handed in are quoted already. */
interface SpatialSql {

    /** Makes the spatial functions known to a database; does nothing when they are. */
    void prepare(Connection connection) throws SQLException;

    /**
     * Statement that makes a spatial index where it is missing, or takes it away where the database must not have one.
     *
     * @param updated whether geometries of the table are changed in place
     */
    String spatialIndex(String index, String table, String column, boolean updated);

    /** Expression for the bounds, as a geometry, of a column over all rows of a query. */
    String extent(String column);

    /** Type and SRID of a table's geometry column, such as {@code MULTIPOLYGON 4490}. */
    String geometryColumn(Connection connection, String table) throws SQLException;

    void bind(PreparedStatement statement, int index, Geometry geometry) throws SQLException;

    /** The geometry in a column of the current row, or null. */
    Geometry read(ResultSet rows, int index) throws SQLException;

    /** Runs a query on one state of the database. */
    ResultSet query(PreparedStatement statement) throws SQLException;

    /** Whether LIKE takes exponential time for patterns of several wildcards, so that REGEXP_LIKE must stand in. */
    boolean likeBacktracks();

    /** Expression of the id by which the rows of the current runs among many are put in order. */
    default String acrossRuns() {
        return Tables.column(Tables.FID);
    }

    /** Whether {@link #query} sends rows as they are read, in any order, from one state. */
    boolean streams();

    /** Commits; no query sees part of it. */
    void commit(Connection connection) throws SQLException;

    /** Lets statements of this transaction take as long as they take. */
    default void takeTime(Connection connection) throws SQLException {}

    /**
     * Takes the spatial index of a table that is empty away, so that a load makes it of all rows at its end, which is faster
     * than row by row; outside of a transaction.
     */
    default void indexLater(Connection connection, FeatureLayer layer) throws SQLException {}

    /** Makes the spatial index that {@link #indexLater} has taken away. */
    default void indexNow(Connection connection, FeatureLayer layer) throws SQLException {}

    /** Keeps other processes from writing to a table until the transaction ends; returns false when one does just now. */
    boolean lock(Connection connection, String table) throws SQLException;

    /** Sees that the history of an editable layer is kept whoever changes its table. */
    default void guardHistory(Connection connection, FeatureLayer layer) throws SQLException {}

    /**
     * Begins to insert rows into a layer's table.
     *
     * @param run run of a derived layer, or null
     */
    default RowInsert insert(Connection connection, FeatureLayer layer, String run) throws SQLException {
        return new BatchInsert(connection, this, layer, run);
    }

    /** Says that this transaction keeps the history of the layers that it changes itself. */
    default void keepsHistory(Connection connection) throws SQLException {}

    /** Tells the planner about a table's new content; outside of a transaction. */
    void analyze(Connection connection, String table) throws SQLException;

    /**
     * Whether no other process uses this database: what an earlier one left unfinished may be cleaned up then. Others
     * wait in {@link #share} until this connection has shared the database or is closed.
     */
    boolean claim(Connection connection) throws SQLException;

    /** Tells others, as long as the connection is open, that this process uses the database. */
    void share(Connection connection) throws SQLException;
}
