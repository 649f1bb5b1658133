package sinkmap.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/** The database cannot answer just now; the same request may succeed later. */
public final class UnavailableException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE query_canceled. */
    private static final String CANCELLED = "57014";

    /** lock_not_available, deadlock_detected, serialization_failure, and H2's lock time-out. */
    private static final Set<String> LOCKED = Set.of("55P03", "40P01", "40001", "HYT00");

    /** admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    /** Class of the SQLSTATEs of broken connections. */
    private static final String CONNECTION = "08";

    private UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a failure means that the database, somewhere among its causes, has passed on; empty when waiting does not mend it. */
    public static Optional<UnavailableException> find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException known) {
                return Optional.of(known);
            }
            if (cause instanceof SQLException refusal) {
                Optional<String> message = message(refusal);
                if (message.isPresent()) {
                    return message.map(text -> new UnavailableException(text, failure));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> message(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(CANCELLED)) {
            return Optional.of("the database took too long; ask for a smaller area or with a simpler filter");
        }
        if (LOCKED.contains(state)) {
            return Optional.of("others are changing the same data just now; try again");
        }
        boolean away = state.startsWith(CONNECTION)
                || AWAY.contains(state)
                || failure instanceof SQLTransientConnectionException;
        return away ? Optional.of("the database cannot be reached just now; try again later") : Optional.empty();
    }
}
