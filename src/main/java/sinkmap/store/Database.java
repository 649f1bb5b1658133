package sinkmap.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import sinkmap.grid.SinkmapException;

/** The database of a store: its connections, its dialect, its schema history. */
final class Database implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final DataSource unlimited;
    private final SpatialSql sql;
    private final Flyway flyway;
    private final Claim claim;

    /** Work in a transaction. */
    @FunctionalInterface
    interface Work {
        void in(Connection connection) throws SQLException;
    }

    private Database(HikariDataSource dataSource, DataSource unlimited, SpatialSql sql, Flyway flyway, Claim claim) {
        this.dataSource = dataSource;
        this.unlimited = unlimited;
        this.sql = sql;
        this.flyway = flyway;
        this.claim = claim;
    }

    /** Connects, and brings the schema up to date. */
    static Database open(StoreSettings settings) {
        String url = settings.url();
        boolean h2 = url.startsWith("jdbc:h2:");
        if (!h2 && !url.startsWith("jdbc:postgresql:")) {
            throw new SinkmapException("sinkmap.database.url must begin with jdbc:postgresql: or jdbc:h2:, not '"
                    + url.replaceAll("[?;].*", "") + "'");
        }
        if (h2 && settings.database().url().isBlank()) {
            makeDirectory(settings.data());
        }
        try {
            return open(settings, h2);
        } catch (SQLException | RuntimeException e) {
            Path broken = H2Repair.find(e, url).orElseThrow(() -> explain(e, settings));
            H2Repair.mend(broken);
        }
        try {
            return open(settings, h2);
        } catch (SQLException | RuntimeException e) {
            throw explain(e, settings);
        }
    }

    private static Database open(StoreSettings settings, boolean h2) throws SQLException {
        SpatialSql sql = h2 ? new H2Gis() : new PostGis();
        HikariDataSource dataSource =
                new HikariDataSource(pool(settings, h2 ? settings.url() + H2Gis.URL_SETTINGS : settings.url()));
        try {
            try (Connection connection = dataSource.getConnection()) {
                sql.prepare(connection);
            }
            DataSource unlimited = h2 ? dataSource : unlimited(settings);
            Flyway flyway = migrate(unlimited);
            Claim claim = new Claim(unlimited::getConnection, sql);
            return new Database(dataSource, unlimited, sql, flyway, claim);
        } catch (SQLException | RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    private static void makeDirectory(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new SinkmapException("cannot make the data directory " + data + ": " + e.getMessage(), e);
        }
    }

    private static HikariConfig pool(StoreSettings settings, String url) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("store");
        pool.setJdbcUrl(url);
        if (!settings.database().user().isBlank()) {
            pool.setUsername(settings.database().user());
            pool.setPassword(settings.database().password());
        }
        StoreSettings.PoolSettings limits = settings.database().pool();
        pool.setMaximumPoolSize(limits.connections());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(limits.patience().toMillis());
        if (!url.startsWith("jdbc:h2:")) {
            // the planner's default is that of turning disks, for which it reads whole tables of many runs
            pool.setConnectionInitSql("SET random_page_cost = 1.1; SET statement_timeout = "
                    + limits.statementTimeout().toMillis() + "; SET lock_timeout = "
                    + limits.lockTimeout().toMillis());
        }
        // a server that is gone without a word is noticed
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    /** Connections without time-outs, each made when it is asked for. */
    private static DataSource unlimited(StoreSettings settings) {
        StoreSettings.DatabaseSettings database = settings.database();
        return database.user().isBlank()
                ? new DriverManagerDataSource(settings.url())
                : new DriverManagerDataSource(settings.url(), database.user(), database.password());
    }

    private static Flyway migrate(DataSource dataSource) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // a schema that is newer than this program is refused, too
                .ignoreMigrationPatterns(new String[0])
                .load();
        flyway.migrate();
        return flyway;
    }

    private static SinkmapException explain(Exception e, StoreSettings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SinkmapException known) {
                return known;
            }
            if (cause instanceof FlywayValidateException) {
                return new SinkmapException(
                        "the database was brought up to date by another version of sinkmap; start that version, or restore"
                                + " a backup that this one made ("
                                + cause.getMessage().lines().skip(1).findFirst().orElse("") + ")",
                        e);
            }
            if (cause instanceof SQLException failure
                    && failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                    && settings.url().startsWith("jdbc:h2:")) {
                return new SinkmapException(
                        "the data directory " + settings.data()
                                + " is in use by another sinkmap; stop it or use PostgreSQL (sinkmap.database.url)",
                        e);
            }
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new SinkmapException(
                "the database " + settings.url().replaceAll("[?;].*", "") + " cannot be opened: " + root.getMessage(),
                e);
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    Flyway flyway() {
        return flyway;
    }

    SpatialSql sql() {
        return sql;
    }

    /** For statements outside of transactions that touch no geometry. */
    JdbcClient client() {
        return JdbcClient.create(dataSource);
    }

    /** For statements that touch no geometry, in the transaction of a connection. */
    static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    /** A connection for work that may take as long as it takes, such as changes to tables at the start. */
    Connection connectUnlimited() throws SQLException {
        return unlimited.getConnection();
    }

    /** Signs in to the same database as somebody else, for a moment. */
    void signIn(String user, String password) throws SQLException {
        String url = dataSource.getJdbcUrl().replaceAll("(?<=[?&])(user|password)=[^&]*(&|$)", "");
        DriverManager.getConnection(url, user, password).close();
    }

    /** Whether no other process used the database when it was opened, so that leftovers may be cleaned up. */
    boolean alone() {
        return claim.alone();
    }

    /** Ends the cleaning: from here on other processes may open the database too. */
    void share() {
        try {
            claim.share();
        } catch (SQLException e) {
            throw failure("the database cannot be shared", e);
        }
    }

    /** Runs work in one transaction: all of it or nothing. */
    void transact(Work work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                work.in(connection);
                sql.commit(connection);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure("the database refused a change", e);
        }
    }

    /** An error that no user can mend, which is logged with its cause and shown without, or one that passes by itself. */
    static RuntimeException failure(String what, SQLException cause) {
        return UnavailableException.find(cause)
                .<RuntimeException>map(known -> known)
                .orElseGet(() -> new IllegalStateException(what + ": " + cause.getMessage(), cause));
    }

    @Override
    public void close() {
        claim.close();
        dataSource.close();
    }
}
