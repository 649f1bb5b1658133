package sinkmap.store;

import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Rows on their way into a feature table, in the transaction of a connection. They are there once it is finished. */
interface RowInsert extends AutoCloseable {

    /**
     * Adds a row.
     *
     * @param geometry geometry as the column holds it, or null
     * @param values values of the attributes as {@link AttributeColumn#stored} gives them, in the order of the layer
     */
    void add(Geometry geometry, List<Object> values) throws SQLException;

    /** Sends what is still to be sent. */
    void finish() throws SQLException;

    /** Gives up what was not finished. */
    @Override
    void close() throws SQLException;
}
