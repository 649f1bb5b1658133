package sinkmap.store;

import java.time.OffsetDateTime;

/**
 * A feature as it stood in the database for a while.
 *
 * @param feature the feature as it was
 * @param version number of the version, from 1
 * @param from when it was recorded
 * @param by who recorded it; null for a file that was loaded
 * @param to when it ceased to be the recorded one; null while it is
 * @param endedBy who ended it; null for a file that was loaded, or while it is the recorded one
 * @param ended what ended it: UPDATE, DELETE or LOAD; null while it is the recorded one
 */
public record FeatureVersion(
        Feature feature,
        long version,
        OffsetDateTime from,
        String by,
        OffsetDateTime to,
        String endedBy,
        Operation ended) {

    /** What ends a version. */
    public enum Operation {
        UPDATE,
        DELETE,
        LOAD
    }
}
