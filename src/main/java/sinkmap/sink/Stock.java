package sinkmap.sink;

/**
 * A carbon stock with its 95 % interval.
 *
 * @param value best estimate
 * @param low 2.5 % bound, never below zero
 * @param high 97.5 % bound
 */
public record Stock(TonnesCarbon value, TonnesCarbon low, TonnesCarbon high) {

    static Stock of(double value_tc, double low_tc, double high_tc) {
        return new Stock(new TonnesCarbon(value_tc), new TonnesCarbon(low_tc), new TonnesCarbon(high_tc));
    }
}
