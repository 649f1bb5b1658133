package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * A row of the table of carbon densities.
 *
 * @param id name of the row
 * @param layer layer whose strata it is for
 * @param classCode class within the layer; {@link #ANY} for all
 * @param pool the pool
 * @param density density in t C/ha with its 95 % interval
 * @param unit unit as the table states it
 * @param scope whether it was measured in the region or is a default
 * @param method method that the value belongs to, such as {@code IPCC}
 * @param edition edition of the method: the same method gives other values in another edition
 * @param tier tier of the method
 * @param source table, paper or report
 * @param basis how the value was come by
 * @param confidence how far it is to be trusted: high, medium, low
 */
public record Factor(
        String id,
        String layer,
        String classCode,
        Pool pool,
        Density density,
        String unit,
        Scope scope,
        String method,
        String edition,
        String tier,
        String source,
        String basis,
        String confidence) {

    /** Class code of a row that holds for every class of its layer. */
    public static final String ANY = "*";

    /** Where a value comes from. */
    public enum Scope {
        LOCAL,
        DEFAULT
    }

    /**
     * A density with its 95 % interval, all in t C/ha.
     *
     * @param value best estimate
     * @param low 2.5 % bound
     * @param high 97.5 % bound
     */
    public record Density(double value, double low, double high) {}

    /** Checks the interval: none of the three negative or missing, and {@code low <= value <= high}. */
    public Factor {
        if (!(density.low() >= 0) || !(density.value() >= 0) || !Double.isFinite(density.high())) {
            throw new SinkmapException("factor '" + id
                    + "': value, low and high must be numbers of t C/ha, none negative," + " not " + text(density));
        }
        if (density.low() > density.value() || density.high() < density.value()) {
            throw new SinkmapException("factor '" + id
                    + "': the 95 % interval must hold the value, but low, value, high" + " are " + text(density));
        }
    }

    private static String text(Density d) {
        return d.low() + ", " + d.value() + ", " + d.high();
    }
}
