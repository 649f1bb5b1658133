package sinkmap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sinkmap.grid.Mask;
import sinkmap.grid.Ranks;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;

/**
 * The score of each available cell: the weighted sum of the memberships of its criteria (weighted linear combination),
 * from 0 to 1. A cell that lacks the value of any criterion has no score and is not available.
 */
public final class Suitability {

    private final Ranks cells;
    private final Mask available;
    private final float[] scores;
    private final List<Scored> criteria;

    /** The raw values of one criterion, for the cells that the screening left, in row-major order. */
    private record Scored(Criterion criterion, String unit, float[] values, double missing_ha) {}

    private Suitability(Ranks cells, Mask available, float[] scores, List<Scored> criteria) {
        this.cells = cells;
        this.available = available;
        this.scores = scores;
        this.criteria = criteria;
    }

    /**
     * Scores what a screening left.
     *
     * @throws SinkmapException when the layer of a criterion is empty in the region
     */
    public static Suitability of(Plan plan, Screening screening, Evidence evidence) {
        Ranks cells = new Ranks(screening.available().copy());
        float[] scores = new float[cells.count()];
        List<Scored> criteria = new ArrayList<>();
        for (Criterion criterion : plan.criteria()) {
            Raster raw = raw(plan, criterion, evidence);
            float[] values = new float[cells.count()];
            int missing = 0;
            int i = 0;
            for (int cell = cells.mask().next(0); cell >= 0; cell = cells.mask().next(cell + 1)) {
                float value = raw.values()[cell];
                values[i] = value;
                missing += Float.isNaN(value) ? 1 : 0;
                scores[i] = (float) Math.min(
                        1,
                        scores[i] + criterion.weight() * criterion.membership().of(value));
                i++;
            }
            criteria.add(new Scored(
                    criterion, raw.unit(), values, missing * screening.grid().cellArea_ha()));
        }
        Mask available = cells.mask().copy();
        cells.mask().forEach(cell -> {
            if (Float.isNaN(scores[cells.of(cell)])) {
                available.clear(cell);
            }
        });
        return new Suitability(cells, available, scores, List.copyOf(criteria));
    }

    private static Raster raw(Plan plan, Criterion criterion, Evidence evidence) {
        String at = "plan '" + plan.id() + "', criterion '" + criterion.id() + "': layer '"
                + criterion.value().layer() + "' holds no ";
        if (criterion.value() instanceof Criterion.DistanceTo to) {
            double reach_m = criterion.membership().reach();
            if (!evidence.holds(to.layer(), to.where(), reach_m)) {
                throw new SinkmapException(at + "feature" + (to.where() == null ? "" : " where " + to.where())
                        + " within " + Math.round(reach_m)
                        + " m of the region; load the layer, correct the filter, or take the criterion out");
            }
            return reached(evidence.distance(to.layer(), to.where(), reach_m), reach_m);
        }
        Raster raw = evidence.raster(criterion.value().layer(), evidence.grid());
        if (raw.countData() == 0) {
            throw new SinkmapException(at + "data in the region; load the layer, or take the criterion out");
        }
        return raw;
    }

    /** A window out of reach of every feature is at least that far away. */
    private static Raster reached(Raster distance, double reach_m) {
        if (distance.countData() == 0) {
            Arrays.fill(distance.values(), (float) reach_m);
        }
        return distance;
    }

    /** The cells that have a score. */
    public Mask available() {
        return available;
    }

    /** Score of each available cell, 0 to 1; NaN elsewhere. */
    public Raster score() {
        return spread(scores, "1");
    }

    /** Score of an available cell. */
    public float scoreAt(int cell) {
        return scores[cells.of(cell)];
    }

    /** Raw values of a criterion by its number in the plan; NaN where the screening left nothing or data are missing. */
    public Raster raw(int criterion) {
        return spread(criteria.get(criterion).values, unit(criterion));
    }

    /** Raw value of a criterion at a cell that the screening left. */
    public float rawAt(int criterion, int cell) {
        return criteria.get(criterion).values[cells.of(cell)];
    }

    /** Memberships of a criterion, 0 to 1; NaN where the screening left nothing or data are missing. */
    public Raster membership(int criterion) {
        Raster raster = raw(criterion);
        Membership membership = criteria.get(criterion).criterion.membership();
        float[] values = raster.values();
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = (float) membership.of(values[cell]);
        }
        return new Raster(raster.grid(), values, "1");
    }

    /** Unit of the raw values of a criterion. */
    public String unit(int criterion) {
        return criteria.get(criterion).unit;
    }

    /** Area that the screening left but that lacks the value of a criterion, in hectares. */
    public double missing_ha(int criterion) {
        return criteria.get(criterion).missing_ha;
    }

    private Raster spread(float[] values, String unit) {
        Raster raster = Raster.empty(cells.mask().grid(), unit);
        int[] next = {0};
        cells.mask().forEach(cell -> raster.values()[cell] = values[next[0]++]);
        return raster;
    }
}
