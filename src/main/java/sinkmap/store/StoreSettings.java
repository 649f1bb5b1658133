package sinkmap.store;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import sinkmap.grid.SinkmapException;

/**
 * Where data are kept.
 *
 * @param data the data directory: rasters, and the embedded database where no other is named
 * @param database the database
 * @param cache what runs keep for later runs
 */
@ConfigurationProperties("sinkmap")
public record StoreSettings(
        @DefaultValue("data") Path data,
        @DefaultValue DatabaseSettings database,
        @DefaultValue CacheSettings cache) {

    /** Fewest connections that a service can work with. */
    private static final int FEWEST = 4;

    /**
     * Which database to use.
     *
     * @param url JDBC URL of a PostgreSQL with PostGIS ({@code jdbc:postgresql:...}) or of an H2 database; empty for an
     *     H2 file in the data directory
     * @param user user name; empty when the URL holds it
     * @param password password
     * @param pool connections, and how long they may be used
     */
    public record DatabaseSettings(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue PoolSettings pool) {}

    /**
     * Connections that requests and runs share.
     *
     * @param connections the most there are; map requests, downloads and a run each hold one while they stream
     * @param patience how long a request waits for one
     * @param statementTimeout how long PostgreSQL works on a statement, or on the next rows of one; 0 for no end. Loads,
     *     the removal of results and changes of the schema have no end
     * @param lockTimeout how long a statement in PostgreSQL waits for others who change the same data; 0 for no end
     */
    public record PoolSettings(
            @DefaultValue("20") int connections,
            @DefaultValue("10s") Duration patience,
            @DefaultValue("60s") Duration statementTimeout,
            @DefaultValue("10s") Duration lockTimeout) {

        static final PoolSettings DEFAULT =
                new PoolSettings(20, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(10));

        public PoolSettings {
            if (connections < FEWEST) {
                throw new SinkmapException("sinkmap.database.pool.connections must be at least " + FEWEST
                        + ", since a run and a request hold several, not " + connections);
            }
            // the pool waits no shorter
            atLeast("patience", patience, Duration.ofMillis(250));
            atLeast("statement-timeout", statementTimeout, Duration.ZERO);
            atLeast("lock-timeout", lockTimeout, Duration.ZERO);
        }

        private static void atLeast(String name, Duration value, Duration least) {
            if (value.compareTo(least) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
                throw new SinkmapException("sinkmap.database.pool." + name + " must be between " + least.toMillis()
                        + " ms and one day, not " + value.toMillis() + " ms");
            }
        }
    }

    /**
     * The intermediate arrays that later runs may use again.
     *
     * @param mb the most that they may take on disk, in MiB; 0 keeps none
     */
    public record CacheSettings(@DefaultValue("4096") int mb) {

        static final CacheSettings DEFAULT = new CacheSettings(4096);

        public CacheSettings {
            if (mb < 0) {
                throw new SinkmapException(
                        "sinkmap.cache.mb is the disk space for intermediate arrays in MiB, 0 or more, not " + mb);
            }
        }

        long bytes() {
            return (long) mb << 20;
        }
    }

    /** The embedded database in a data directory. */
    public static StoreSettings embedded(Path data) {
        return new StoreSettings(data, new DatabaseSettings("", "", "", PoolSettings.DEFAULT), CacheSettings.DEFAULT);
    }

    /** A database by URL, with rasters in a data directory. */
    public static StoreSettings of(Path data, String url) {
        return new StoreSettings(data, new DatabaseSettings(url, "", "", PoolSettings.DEFAULT), CacheSettings.DEFAULT);
    }

    /** The JDBC URL, the embedded one spelt out. */
    String url() {
        return database.url().isBlank()
                ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("sinkmap")
                : database.url();
    }
}
