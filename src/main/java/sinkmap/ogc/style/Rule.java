package sinkmap.ogc.style;

import java.util.List;

/**
 * A rule of a style.
 *
 * @param name name, or empty
 * @param title what the legend says, "zh / en"
 * @param condition features that it applies to
 * @param otherwise whether it applies to the features that no other rule of its pass takes, instead
 * @param minScale smallest scale denominator, inclusive
 * @param maxScale greatest scale denominator, exclusive
 * @param symbolizers what it paints, bottom first
 */
record Rule(
        String name,
        String title,
        Condition condition,
        boolean otherwise,
        double minScale,
        double maxScale,
        List<Symbolizer> symbolizers) {

    boolean atScale(double denominator) {
        return denominator >= minScale && denominator < maxScale;
    }

    /** A rule is itself alone: comparing all of its content takes long, and it serves as a key. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
