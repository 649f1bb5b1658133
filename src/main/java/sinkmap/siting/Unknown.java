package sinkmap.siting;

/** What becomes of cells where a rule cannot be decided for want of data. The result counts them in every case. */
public enum Unknown {
    /** They are taken away, the safe choice. */
    EXCLUDED,
    /** They stay, as if the rule did not take them. */
    ALLOWED,
    /** They stay, and the map of reasons marks them: the bit after that of the last rule. */
    FLAGGED
}
