package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * Where the weights of the criteria come from.
 *
 * @param source where they come from, for people
 */
public record Weighting(String source) {

    public Weighting {
        if (source == null || source.isBlank()) {
            throw new SinkmapException("weights: need a source");
        }
    }
}
