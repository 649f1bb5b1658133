package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * The share of the carbon of a pool within a site that a plant takes away. One row is one uncertain number: its error is
 * the same wherever it is used.
 *
 * @param technology technology of the plant
 * @param layer layer of the strata that it is for; {@link Factor#ANY} for all
 * @param pool the pool
 * @param share share with its 95 % interval, from 0 to 1
 * @param source paper or report, or what is assumed
 * @param basis how the value was come by
 * @param verification how it was checked
 * @param confidence how far it is to be trusted: high, medium, low
 */
public record Disturbance(
        String technology,
        String layer,
        Pool pool,
        Interval share,
        String source,
        String basis,
        Verification verification,
        String confidence) {

    public Disturbance {
        share.check("share of pool " + pool.code() + " that " + technology + " disturbs");
        if (share.low() < 0 || share.high() > 1) {
            throw new SinkmapException("share of pool " + pool.code() + " that " + technology
                    + " disturbs: a share lies between 0 and 1, but low, value, high are " + share);
        }
    }
}
