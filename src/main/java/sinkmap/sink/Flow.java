package sinkmap.sink;

/**
 * A yearly flow with its 95 % interval, over the strata whose rate is known.
 *
 * @param area_ha area of these strata, hectares
 * @param value the flow a year: t C taken up, or t CH4 given off; NaN when no rate is known, never zero for that
 */
public record Flow(double area_ha, Interval value) {

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** The flow of no stratum with a known rate. */
    static Flow none() {
        return new Flow(0, UNKNOWN);
    }

    /** Whether no rate is known. */
    public boolean unknown() {
        return Double.isNaN(value.value());
    }
}
