package sinkmap.store;

/** Told how far a long work has come, and asked whether it should stop. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing and never stops. */
    Progress NONE = (stage, share) -> {};

    /**
     * Reports progress; throws {@link java.util.concurrent.CancellationException} when the work was cancelled.
     *
     * @param stage what is being done, a short English phrase
     * @param share share of the whole work that is done, 0 to 1, never falling; NaN when unknown
     */
    void at(String stage, double share);
}
