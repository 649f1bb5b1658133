package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * What a disturbance does to a pool of a habitat: a share of its carbon is disturbed at once and then decays.
 *
 * @param id name of the row, for errors
 * @param habitat habitat that it is for
 * @param pool the pool
 * @param impact how hard the disturbance is
 * @param shareLost share of the standing carbon that is disturbed, 0 to 1
 * @param halfLife_yr years after which half of the disturbed carbon is in the air
 */
public record DisturbanceRule(
        String id, String habitat, Pool pool, Impact impact, double shareLost, double halfLife_yr) {

    public DisturbanceRule {
        if (!(shareLost >= 0 && shareLost <= 1)) {
            throw new SinkmapException(
                    "disturbance '" + id + "': the share lost must lie between 0 and 1, not " + shareLost);
        }
        if (!(halfLife_yr > 0) || Double.isInfinite(halfLife_yr)) {
            throw new SinkmapException(
                    "disturbance '" + id + "': the half-life must be longer than 0 years, not " + halfLife_yr);
        }
    }
}
