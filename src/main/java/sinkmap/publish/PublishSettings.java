package sinkmap.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import sinkmap.grid.SinkmapException;

/**
 * Where and how layers are published.
 *
 * @param url address of the GeoServer, such as {@code http://localhost:8080/geoserver}; empty publishes nowhere
 * @param user administrator of the GeoServer
 * @param password its password
 * @param workspace workspace of the layers, also the prefix of their names
 * @param database how the GeoServer reaches the database
 * @param data the data directory of this service as the GeoServer sees it; empty when it is the same path
 * @param proxyUrl address of the GeoServer as its clients see it, or empty
 * @param afterRun whether to publish after each completed run
 * @param allowDefaultPassword whether a GeoServer that still takes admin and geoserver may be published to
 * @param attempts how often a request is tried
 * @param pause time before the second try; doubled each time
 * @param timeout longest time that a request may take
 * @param again when a publication is repeated
 * @param limits what clients may ask for
 */
@ConfigurationProperties("sinkmap.publish")
public record PublishSettings(
        @DefaultValue("") String url,
        @DefaultValue("admin") String user,
        @DefaultValue("") String password,
        @DefaultValue("sinkmap") String workspace,
        @DefaultValue DatabaseAccess database,
        @DefaultValue("") String data,
        @DefaultValue("") String proxyUrl,
        @DefaultValue("false") boolean afterRun,
        @DefaultValue("false") boolean allowDefaultPassword,
        @DefaultValue("4") int attempts,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue Again again,
        @DefaultValue Limits limits) {

    public PublishSettings {
        if (!workspace.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new SinkmapException("sinkmap.publish.workspace must be lower-case letters, digits and hyphens, not '"
                    + workspace + "'");
        }
        if (attempts < 1) {
            throw new SinkmapException("sinkmap.publish.attempts must be at least 1, not " + attempts);
        }
        url = url.replaceAll("/+$", "");
    }

    /**
     * How the GeoServer reaches the database. What is empty is as for this service.
     *
     * @param host host
     * @param port port
     * @param name database
     * @param schema schema of the published views
     * @param user database user of the GeoServer; is made, with just the rights that it needs, where there is none
     * @param password its password
     */
    public record DatabaseAccess(
            @DefaultValue("") String host,
            @DefaultValue("") String port,
            @DefaultValue("") String name,
            @DefaultValue("published") String schema,
            @DefaultValue("sinkmap_geoserver") String user,
            @DefaultValue("") String password) {

        public DatabaseAccess {
            if (!schema.matches("[a-z][a-z0-9_]{0,39}") || schema.startsWith("pg_")) {
                throw new SinkmapException(
                        "sinkmap.publish.database.schema must be lower-case letters, digits and underscores, not '"
                                + schema + "'");
            }
        }
    }

    /**
     * When a publication of the running service is repeated.
     *
     * @param first time after one that failed or left something out; doubled each time
     * @param longest the longest such time
     * @param every time after one that brought everything, to find what has changed at the GeoServer since; 0 for never
     */
    public record Again(
            @DefaultValue("10s") Duration first,
            @DefaultValue("5m") Duration longest,
            @DefaultValue("0s") Duration every) {

        static final Again DEFAULT = new Again(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ZERO);

        public Again {
            if (first.toMillis() < 1 || longest.compareTo(first) < 0 || every.isNegative()) {
                throw new SinkmapException("sinkmap.publish.again.first must be more than 0 and at most"
                        + " sinkmap.publish.again.longest, and sinkmap.publish.again.every at least 0, not " + first
                        + ", " + longest + " and " + every);
            }
        }

        /** The time after so many failures in a row. */
        Duration after(int failures) {
            Duration pause = first;
            for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
                pause = pause.multipliedBy(2);
            }
            return pause.compareTo(longest) < 0 ? pause : longest;
        }
    }

    /**
     * What clients of the GeoServer may ask for.
     *
     * @param features most features that an answer of WFS holds
     * @param renderMemory_kb most memory that a map may take, kB
     * @param renderTime_s longest time that a map may take, seconds
     * @param clientCache_s how long clients may keep a tile, seconds
     */
    public record Limits(
            @DefaultValue("1000000") int features,
            @DefaultValue("131072") int renderMemory_kb,
            @DefaultValue("60") int renderTime_s,
            @DefaultValue("600") int clientCache_s) {}

    /** The same with requests that are tried once and must be answered soon. */
    PublishSettings withOneTry(Duration longest) {
        return new PublishSettings(
                url,
                user,
                password,
                workspace,
                database,
                data,
                proxyUrl,
                afterRun,
                allowDefaultPassword,
                1,
                pause,
                longest,
                again,
                limits);
    }

    /** Whether there is a GeoServer to publish to. */
    public boolean enabled() {
        return !url.isBlank();
    }
}
