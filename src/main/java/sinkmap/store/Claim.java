package sinkmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The word of this process that it uses the database, so that no other one takes its unfinished work for leftovers. It lasts
 * as long as a connection; when that breaks, because the server was started anew, it is given again.
 */
final class Claim implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Claim.class);
    private static final int CHECK_s = 5;

    private final Connector connector;
    private final SpatialSql sql;
    private final boolean alone;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "claim");
        thread.setDaemon(true);
        return thread;
    });
    private Connection connection;

    /** Makes the connection of a claim. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    Claim(Connector connector, SpatialSql sql) throws SQLException {
        this.connector = connector;
        this.sql = sql;
        this.connection = connector.connect();
        this.alone = sql.claim(connection);
    }

    /** Whether no other process used the database when the claim was made. */
    boolean alone() {
        return alone;
    }

    /** Lets others in, and goes on saying that this process is there. */
    synchronized void share() throws SQLException {
        sql.share(connection);
        watch.scheduleWithFixedDelay(this::renew, CHECK_s, CHECK_s, TimeUnit.SECONDS);
    }

    private synchronized void renew() {
        try {
            if (connection.isValid(CHECK_s)) {
                return;
            }
            connection.close();
            connection = connector.connect();
            sql.share(connection);
            LOG.info("the database is back; this process has told it again that it is there");
        } catch (SQLException e) {
            LOG.debug("the database does not answer", e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (this) {
            try {
                connection.close();
            } catch (SQLException e) {
                // the pool is closed next, and with it what this connection could still hold
            }
        }
    }
}
