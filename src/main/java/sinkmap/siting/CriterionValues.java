package sinkmap.siting;

import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;

/** Reads the raw values of criteria and resources for some cells of a window. */
public final class CriterionValues {

    private CriterionValues() {}

    /**
     * Raw values of a criterion.
     *
     * @param plan the plan, as errors name it
     * @param criterion the criterion
     * @param cells cells of the evidence's window
     * @param evidence what is known
     * @return a value a cell, in row-major order, in the unit of the layer, metres for distances; NaN without data
     * @throws SinkmapException when the layer of the criterion is empty in the region
     */
    public static float[] of(Plan plan, Criterion criterion, Mask cells, Evidence evidence) {
        String at = "plan '" + plan.id() + "', criterion '" + criterion.id() + "': layer '"
                + criterion.value().layer() + "' holds no ";
        if (criterion.value() instanceof Criterion.DistanceTo to) {
            double reach_m = criterion.membership().reach();
            if (!evidence.holds(to.layer(), to.where(), reach_m)) {
                throw new SinkmapException(at + "feature" + (to.where() == null ? "" : " where " + to.where())
                        + " within " + Math.round(reach_m)
                        + " m of the region; load the layer, correct the filter, or take the criterion out");
            }
            double looked_m = criterion.reach_m();
            return distances(evidence.distance(to.layer(), to.where(), looked_m), cells, (float) looked_m);
        }
        if (criterion.value() instanceof Criterion.Carbon carbon) {
            return pick(evidence.carbon(carbon.kind()), cells);
        }
        if (!evidence.hasData(criterion.value().layer())) {
            throw new SinkmapException(at + "data in the region; load the layer, or take the criterion out");
        }
        return of(criterion.value().layer(), cells, evidence);
    }

    /** Values of a raster layer for some cells of the evidence's window, in row-major order. */
    public static float[] of(String layer, Mask cells, Evidence evidence) {
        return pick(evidence.raster(layer, evidence.grid()), cells);
    }

    /** A window out of reach of every feature is at least that far away. */
    private static float[] distances(Raster distance, Mask cells, float reach_m) {
        float[] values = pick(distance, cells);
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isNaN(values[i]) ? reach_m : values[i];
        }
        return values;
    }

    private static float[] pick(Raster raster, Mask cells) {
        float[] values = new float[cells.count()];
        int n = 0;
        for (int cell = cells.next(0); cell >= 0; cell = cells.next(cell + 1)) {
            values[n++] = raster.values()[cell];
        }
        return values;
    }
}
