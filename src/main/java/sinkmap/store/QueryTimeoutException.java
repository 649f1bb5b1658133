package sinkmap.store;

import java.sql.SQLException;
import sinkmap.grid.SinkmapException;

/** A question that the database worked on for longer than it may. */
public final class QueryTimeoutException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE query_canceled. */
    private static final String CANCELLED = "57014";

    QueryTimeoutException(SQLException cause) {
        super("the database took too long; ask for a smaller area or with a simpler filter", cause);
    }

    static boolean is(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }
}
