package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/** Turns the raw value of a criterion into its share of suitability, from 0 (unsuitable) to 1 (best). */
public sealed interface Membership {

    /** Membership of a raw value, 0 to 1; NaN for NaN. */
    double of(double value);

    /** The largest raw value at which the membership still changes; larger ones need not be exact. */
    double reach();

    /**
     * 0 at {@code from} and beyond, 1 at {@code to} and beyond, straight between them; falls when from is above to.
     *
     * @param from raw value of membership 0
     * @param to raw value of membership 1
     */
    record Linear(double from, double to) implements Membership {
        public Linear {
            if (!Double.isFinite(from) || !Double.isFinite(to)) {
                throw new SinkmapException("linear: from and to must be numbers, not " + from + " and " + to);
            }
            if (from == to) {
                throw new SinkmapException("linear: from and to are both " + from + "; a membership needs a slope");
            }
        }

        @Override
        public double of(double value) {
            return Double.isNaN(value) ? value : Math.max(0, Math.min(1, (value - from) / (to - from)));
        }

        @Override
        public double reach() {
            return Math.max(from, to);
        }
    }
}
