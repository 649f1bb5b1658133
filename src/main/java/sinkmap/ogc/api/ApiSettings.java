package sinkmap.ogc.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the OGC API.
 *
 * @param limit items of a page where the request names no limit
 * @param maxLimit most items of a page, whatever the request asks for
 * @param requireIfMatch whether a change of an item must state the version that it was made from
 * @param tileFeatures most features in a vector tile
 * @param tileCacheMb memory for vector tiles, in megabytes
 */
@ConfigurationProperties("sinkmap.ogc.api")
record ApiSettings(
        @DefaultValue("100") int limit,
        @DefaultValue("10000") int maxLimit,
        @DefaultValue("false") boolean requireIfMatch,
        @DefaultValue("20000") int tileFeatures,
        @DefaultValue("64") int tileCacheMb) {

    ApiSettings {
        if (limit < 1 || maxLimit < limit || tileFeatures < 1 || tileCacheMb < 0) {
            throw new IllegalArgumentException(
                    "sinkmap.ogc.api: limits must be positive, and max-limit not below limit");
        }
    }
}
