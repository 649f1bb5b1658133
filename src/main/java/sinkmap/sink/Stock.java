package sinkmap.sink;

/**
 * A carbon stock with its 95 % interval.
 *
 * @param value best estimate
 * @param low 2.5 % bound, never below zero
 * @param high 97.5 % bound
 */
public record Stock(TonnesCarbon value, TonnesCarbon low, TonnesCarbon high) {

    /** A stock of an interval in t C; a stock cannot be below zero, so neither is its low bound. */
    static Stock of(Interval interval_tc) {
        return new Stock(
                new TonnesCarbon(interval_tc.value()),
                new TonnesCarbon(Math.max(0, interval_tc.low())),
                new TonnesCarbon(interval_tc.high()));
    }
}
