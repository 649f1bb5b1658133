package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * A best estimate with its 95 % interval, all in one unit.
 *
 * @param value best estimate
 * @param low 2.5 % bound
 * @param high 97.5 % bound
 */
public record Interval(double value, double low, double high) {

    /** An interval of no width. */
    public static Interval exactly(double value) {
        return new Interval(value, value, value);
    }

    /** Value and bounds times a constant, with the bounds changing places where it is negative. */
    public Interval times(double constant) {
        double a = low * constant;
        double b = high * constant;
        return new Interval(value * constant, Math.min(a, b), Math.max(a, b));
    }

    /**
     * Product with another quantity whose error has nothing to do with this one's: half widths are combined in quadrature
     * (IPCC 2006 Guidelines, volume 1, chapter 3, equation 3.1), the lower and the upper ones separately. Neither may be
     * negative.
     */
    public Interval times(Interval other) {
        double product = value * other.value;
        return new Interval(
                product,
                product - Math.hypot(lowHalf() * other.value, other.lowHalf() * value),
                product + Math.hypot(highHalf() * other.value, other.highHalf() * value));
    }

    /** Distance from the value down to the low bound. */
    public double lowHalf() {
        return value - low;
    }

    /** Distance from the value up to the high bound. */
    public double highHalf() {
        return high - value;
    }

    /** Checks that all three are numbers and the interval holds the value; {@code what} names the culprit. */
    Interval check(String what) {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new SinkmapException(what + ": value, low and high must be numbers, not " + this);
        }
        if (low > value || high < value) {
            throw new SinkmapException(
                    what + ": the 95 % interval must hold the value, but low, value, high are " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return low + ", " + value + ", " + high;
    }
}
