package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * How cells are screened: by their centre, or by the share of each cell that is available, measured on equal parts of it.
 *
 * @param unknown what becomes of cells where a rule cannot be decided
 * @param parts parts of a cell along each side, each screened by its own centre; 1 screens the cell by its centre
 * @param availableFrom least share of a cell that is available for the cell to belong to a site, above 0 up to 1; a site
 *     counts the available share of its cells, not all of them
 */
public record ScreeningPolicy(Unknown unknown, int parts, double availableFrom) {

    /** The most parts along a side: 100 parts a cell tell shares of one per cent. */
    public static final int MOST_PARTS = 10;

    public ScreeningPolicy {
        if (unknown == null) {
            throw new SinkmapException("screening: needs 'unknown'");
        }
        if (parts < 1 || parts > MOST_PARTS) {
            throw new SinkmapException("screening: parts must lie between 1 and " + MOST_PARTS + ", not " + parts);
        }
        if (!(availableFrom > 0 && availableFrom <= 1)) {
            throw new SinkmapException(
                    "screening: available_from must be a share above 0 and at most 1, not " + availableFrom);
        }
    }

    /** Screening by cell centres. */
    public static ScreeningPolicy centre(Unknown unknown) {
        return new ScreeningPolicy(unknown, 1, 1);
    }
}
