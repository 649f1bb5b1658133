package sinkmap.sink;

import java.util.Arrays;
import java.util.List;
import sinkmap.grid.SinkmapException;

/**
 * A row of a factor table. One row is one uncertain number: wherever it is used, its error is the same.
 *
 * @param id name of the row
 * @param set set of factors that it belongs to, such as {@code local} or {@code ipcc-2019}; rows of different sets are
 *     never mixed in one formula
 * @param formula formula that it is for
 * @param layer layers whose strata it is for, with {@code |} between them
 * @param classCode classes within the layer that it is for, see {@link ClassPattern}; {@link #ANY} for all
 * @param pool the pool; null where the formula says which pools it gives
 * @param quantity what it states
 * @param interval value with its 95 % interval, in the unit of the quantity
 * @param stated value and interval as the table states them
 * @param unit unit as the table states it
 * @param method method that the value belongs to, such as {@code IPCC}
 * @param edition edition of the method: the same method gives other values in another edition
 * @param tier tier of the method
 * @param source table, paper or report
 * @param basis how the value was come by
 * @param verification how it was checked
 * @param confidence how far it is to be trusted: high, medium, low
 */
public record Factor(
        String id,
        String set,
        Formula formula,
        String layer,
        String classCode,
        Pool pool,
        Quantity quantity,
        Interval interval,
        Interval stated,
        String unit,
        String method,
        String edition,
        String tier,
        String source,
        String basis,
        Verification verification,
        String confidence) {

    /** Class code of a row that holds for every class of its layer. */
    public static final String ANY = "*";

    /** Checks that the interval holds the value, and that nothing is negative that cannot be. */
    public Factor {
        stated.check("factor '" + id + "'");
        if (!quantity.signed() && stated.low() < 0) {
            throw new SinkmapException("factor '" + id + "': a " + quantity.code()
                    + " cannot be negative, but low, value, high are " + stated);
        }
        if (quantity == Quantity.PERIOD && stated.low() <= 0) {
            throw new SinkmapException(
                    "factor '" + id + "': a period must be longer than nothing, but low, value, high are " + stated);
        }
        if (formula.pooled() && pool == null) {
            throw new SinkmapException(
                    "factor '" + id + "': formula '" + formula.code() + "' needs a pool; name one of its pools");
        }
    }

    /** The layers that it is for. */
    public List<String> layers() {
        return Arrays.stream(layer.split("\\|")).map(String::strip).toList();
    }

    /** The classes that it is for. */
    public ClassPattern classes() {
        return ClassPattern.of(classCode);
    }
}
