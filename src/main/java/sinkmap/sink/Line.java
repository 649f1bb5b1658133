package sinkmap.sink;

/**
 * A product of a formula applied to an activity. Any stock or flow, of a pool, a stratum, a city or the whole, is a sum
 * of lines; lines that share a factor row share its error, and lines of one stratum, or of strata of one map, share the error of the
 * area.
 *
 * @param stratum the stratum, whose area uncertainty holds for the activity
 * @param term the product
 * @param activity hectares
 */
public record Line(Stratum stratum, Term term, double activity) {

    /** Value from the best estimates. */
    public double value() {
        return activity * term.value();
    }
}
