package sinkmap.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a load, under {@code sinkmap.ingest}.
 *
 * @param maxVertices most vertices of one feature; a feature is held in memory whole
 * @param maxIssues most issues that a report names; the rest is only counted
 * @param maxZipEntries most entries of a zip file
 * @param maxUnpackedMb most megabytes that a zip file may unpack to
 * @param maxZipRatio largest ratio of unpacked to packed size, looked at from 100 MB unpacked on
 * @param maxAnchors most points of a CSV from which a surface is made
 * @param windowMarginDeg features farther than this outside the region's window are rejected, degrees
 */
@ConfigurationProperties("sinkmap.ingest")
record IngestSettings(
        @DefaultValue("1000000") int maxVertices,
        @DefaultValue("1000") int maxIssues,
        @DefaultValue("1000") int maxZipEntries,
        @DefaultValue("8192") long maxUnpackedMb,
        @DefaultValue("200") double maxZipRatio,
        @DefaultValue("5000") int maxAnchors,
        @DefaultValue("2") double windowMarginDeg) {

    /** The defaults, for use without a configuration. */
    static IngestSettings defaults() {
        return new IngestSettings(1_000_000, 1000, 1000, 8192, 200, 5000, 2);
    }
}
