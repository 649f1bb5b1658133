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
                limits);
    }

    /** Whether there is a GeoServer to publish to. */
    public boolean enabled() {
        return !url.isBlank();
    }
}
