package sinkmap.store;

import java.time.OffsetDateTime;

/**
 * How far the edits of a layer have come. No two states of a layer are equal: versions that end are kept, so every change
 * adds to the sum of both numbers, or leaves the sum and adds to the second.
 *
 * @param features number of features now
 * @param ended number of versions of features that have ended
 * @param last when the layer was last changed; null when it never held anything
 */
public record EditState(long features, long ended, OffsetDateTime last) {}
