package sinkmap.ingest;

import java.util.HashSet;
import java.util.Set;
import sinkmap.catalog.Band;
import sinkmap.catalog.ClassValue;

/**
 * Which values a band may hold.
 *
 * @param minimum smallest
 * @param maximum largest
 * @param codes class codes; empty for a continuous band
 */
record RasterValues(double minimum, double maximum, Set<Float> codes) {

    static RasterValues of(Band band) {
        Set<Float> codes = new HashSet<>();
        for (ClassValue value : band.classes()) {
            codes.add(Float.parseFloat(value.code()));
        }
        return new RasterValues(
                band.minimum() == null ? Double.NEGATIVE_INFINITY : band.minimum(),
                band.maximum() == null ? Double.POSITIVE_INFINITY : band.maximum(),
                codes);
    }

    /** Whether a value, not NaN, may stand in the band. */
    boolean plausible(float value) {
        return Float.isFinite(value)
                && value >= (float) minimum
                && value <= (float) maximum
                && (codes.isEmpty() || codes.contains(value));
    }

    String words() {
        return codes.isEmpty() ? minimum + " to " + maximum : "one of its " + codes.size() + " classes";
    }
}
