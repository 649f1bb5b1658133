package sinkmap.sink;

import sinkmap.grid.Raster;

/**
 * A quantity of a hectare by stratum, and maps of it. All pools of a stratum are summed once, so a map is one look-up a
 * cell.
 */
public final class PerHectare {

    private final float[] byCode;
    private final String unit;

    /**
     * A quantity.
     *
     * @param byStratum values in the order of the strata; NaN where it is unknown
     * @param unit unit of the values
     */
    PerHectare(double[] byStratum, String unit) {
        this.unit = unit;
        this.byCode = new float[byStratum.length + 1];
        byCode[StratumMap.NONE] = Float.NaN;
        for (int i = 0; i < byStratum.length; i++) {
            byCode[i + 1] = (float) byStratum[i];
        }
    }

    /** The map of it; NaN where there is no stratum or its value is unknown. */
    public Raster on(StratumMap map) {
        short[] codes = map.codes();
        float[] values = new float[codes.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = byCode[codes[cell]];
        }
        return new Raster(map.grid(), values, unit);
    }

    /**
     * The later state less the earlier one, cell by cell; NaN where either is unknown.
     *
     * @param before strata of an earlier state
     * @param after strata of a later one on the same grid
     */
    public Raster change(StratumMap before, StratumMap after) {
        if (!before.grid().equals(after.grid()) || !before.strata().equals(after.strata())) {
            throw new IllegalArgumentException("the two states have other grids or strata");
        }
        short[] from = before.codes();
        short[] to = after.codes();
        float[] values = new float[to.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = byCode[to[cell]] - byCode[from[cell]];
        }
        return new Raster(after.grid(), values, unit);
    }
}
