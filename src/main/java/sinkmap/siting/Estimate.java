package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * A figure with its plausible range; the unit is in the name of whatever holds it.
 *
 * @param value the figure
 * @param low lower end
 * @param high upper end
 * @param source where it comes from
 */
public record Estimate(double value, double low, double high, String source) {

    public Estimate {
        if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new SinkmapException("needs low <= value <= high, not " + low + ", " + value + ", " + high);
        }
        if (source == null || source.isBlank()) {
            throw new SinkmapException("needs a source");
        }
    }

    Estimate within(String key, double least, double most) {
        if (!(low >= least && high <= most)) {
            throw new SinkmapException(
                    "costs: " + key + " must lie between " + least + " and " + most + ", low and high included");
        }
        return this;
    }
}
