package sinkmap.ogc.style;

import java.util.Map;

/**
 * A length in a style.
 *
 * @param value number
 * @param unit its unit
 */
record Measure(Expression value, Unit unit) {

    /** Units of measure of symbolizers (OGC 05-077r4, 10.2). */
    enum Unit {
        PIXEL,
        METRE,
        FOOT
    }

    private static final double FOOT_M = 0.3048;

    static Measure pixels(double value) {
        return new Measure(Expression.of(value), Unit.PIXEL);
    }

    /** Pixels of the picture for a feature; 0 when the value is missing. */
    double pixels(Map<String, Object> attributes, SymbolScale scale) {
        return Values.number(value.value(attributes), 0) * perUnit(scale);
    }

    private double perUnit(SymbolScale scale) {
        return switch (unit) {
            case PIXEL -> scale.ratio();
            case METRE -> scale.pixelsPerMetre();
            case FOOT -> scale.pixelsPerMetre() * FOOT_M;
        };
    }

    boolean constant() {
        return value.constant();
    }

    /** The length in pixels where it does not depend on the feature, else a fallback; ground units count as pixels. */
    double constantOr(double fallback) {
        return constant() ? Values.number(value.value(Map.of()), fallback) : fallback;
    }
}
