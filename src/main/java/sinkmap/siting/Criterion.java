package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * One of the things that make a place better or worse.
 *
 * @param id short name, unique in its plan
 * @param title title
 * @param value where its raw value comes from
 * @param membership turns the raw value into 0 to 1
 * @param weight its weight as the plan writes it, 0 to 1; NaN when the plan leaves it to its {@link Weighting}, which
 *     always has the last word
 */
public record Criterion(String id, Title title, Source value, Membership membership, double weight) {

    public Criterion {
        if (id == null || id.isBlank()) {
            throw new SinkmapException("a criterion needs an id");
        }
        if (value == null || membership == null) {
            throw new SinkmapException("criterion '" + id + "' needs a value and a membership");
        }
        if (weight < 0 || weight > 1) {
            throw new SinkmapException("criterion '" + id + "': weight must lie between 0 and 1, not " + weight);
        }
    }

    /**
     * How far features are looked for where the raw value is a distance, in metres: as far as the membership changes, rounded
     * up to 1, 2 or 5 times a power of ten, so that memberships that differ little ask the same.
     */
    public double reach_m() {
        double reach_m = membership.reach();
        if (!(reach_m > 0) || Double.isInfinite(reach_m)) {
            return reach_m;
        }
        double power = Math.pow(10, Math.floor(Math.log10(reach_m)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= reach_m) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Where raw values come from. */
    public sealed interface Source {
        /** The layer that is read. */
        String layer();
    }

    /**
     * The value of a raster at the cell centre, in the unit of the layer; a class code when the layer holds classes.
     *
     * @param layer layer with a raster
     */
    public record RasterValue(String layer) implements Source {}

    /**
     * Metres from the cell centre to the nearest feature.
     *
     * @param layer layer of features
     * @param where filter on the features, in CQL; null for all
     */
    public record DistanceTo(String layer, String where) implements Source {}

    /** Which carbon of a cell. */
    public enum CarbonKind {
        /** All that its stratum holds. */
        STOCK,
        /** What a plant of the plan's technology takes of it. */
        DISTURBED
    }

    /**
     * Carbon of the cell by the headline method of the account, t C/ha: zero where the account maps nothing, none where
     * the stratum has no factor.
     */
    public record Carbon(CarbonKind kind) implements Source {

        /** Unit of the values. */
        public static final String UNIT = "t C/ha";

        /** The layer that shows the same stock as a map. */
        @Override
        public String layer() {
            return "carbon-density";
        }
    }
}
