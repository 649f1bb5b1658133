package sinkmap.sink;

/** Rows of a table of factors to test with. */
final class Rows {

    private Rows() {}

    /** A row for all species of a layer that nobody has checked. */
    static Factor row(
            String id, String set, Formula formula, String layer, Pool pool, Quantity quantity, Interval interval) {
        return new Factor(
                id,
                set,
                formula,
                layer,
                "*",
                pool,
                quantity,
                interval,
                interval,
                quantity.unit(),
                "m",
                "e",
                "2",
                "s",
                "b",
                Verification.ASSUMPTION,
                "low");
    }
}
