package sinkmap.store;

import java.nio.file.Path;
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

    /**
     * Which database to use.
     *
     * @param url JDBC URL of a PostgreSQL with PostGIS ({@code jdbc:postgresql:...}) or of an H2 database; empty for an
     *     H2 file in the data directory
     * @param user user name; empty when the URL holds it
     * @param password password
     */
    public record DatabaseSettings(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {}

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
        return new StoreSettings(data, new DatabaseSettings("", "", ""), CacheSettings.DEFAULT);
    }

    /** A database by URL, with rasters in a data directory. */
    public static StoreSettings of(Path data, String url) {
        return new StoreSettings(data, new DatabaseSettings(url, "", ""), CacheSettings.DEFAULT);
    }

    /** The JDBC URL, the embedded one spelt out. */
    String url() {
        return database.url().isBlank()
                ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("sinkmap")
                : database.url();
    }
}
