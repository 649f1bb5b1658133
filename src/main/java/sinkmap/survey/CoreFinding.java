package sinkmap.survey;

/**
 * Something about a row of a depth series that its owner should know.
 *
 * @param row line of the file
 * @param core the core
 * @param kind what was done
 * @param reason what is wrong, with the value
 */
public record CoreFinding(long row, CoreId core, Kind kind, String reason) {

    /** What was done with the row. */
    public enum Kind {
        /** A value cannot be true: the row is left out and its depth is a gap. */
        REJECTED,
        /** A value is missing: the row is left out and its depth is a gap. */
        MISSING,
        /** The core contradicts itself: none of it is used. */
        CORE_REJECTED,
        /** The row repeats another one and counts once. */
        REPEATED,
        /** Values are possible but unlikely together: the row is used. */
        DOUBTFUL,
        /** Something was converted or put in order: the row is used. */
        REPAIRED
    }
}
