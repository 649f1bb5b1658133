package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * How cells are screened.
 *
 * @param unknown what becomes of cells where a rule cannot be decided
 */
public record ScreeningPolicy(Unknown unknown) {

    public ScreeningPolicy {
        if (unknown == null) {
            throw new SinkmapException("screening: needs 'unknown'");
        }
    }
}
