package sinkmap.siting;

/** What becomes of cells where a rule cannot be decided for want of data. */
public enum Unknown {
    /** They are taken away, the safe choice. */
    EXCLUDED,
    /** They stay, and sites tell how many of them they hold. */
    ALLOWED
}
