package sinkmap.store;

import java.time.OffsetDateTime;

/**
 * State of the features that a layer shows. What was made from the features of one state is right as long as the layer is in
 * it.
 *
 * @param number grows with every load, transaction and completed run that changes what the layer shows
 * @param changed when the state came about
 */
public record LayerVersion(long number, OffsetDateTime changed) {

    /** A short name, different for every state, also those of another database. */
    public String tag() {
        return Long.toString(number, 36) + "-"
                + Long.toString(changed.toInstant().toEpochMilli(), 36);
    }
}
