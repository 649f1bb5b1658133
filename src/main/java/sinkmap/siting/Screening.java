package sinkmap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;

/** What is left of a window after the land term and the exclusions of a plan, and why the rest is not. */
public final class Screening {

    private final Mask eligible;
    private final Mask available;
    private final Mask unknown;
    private final Raster reasons;
    private final List<Loss> losses;

    /**
     * What an exclusion takes from the eligible land.
     *
     * @param exclusion the rule
     * @param alone_ha area that it takes if it were the only rule, in hectares
     * @param inSequence_ha area that it takes from what the rules before it left
     * @param unknown_ha eligible area where it cannot be decided; part of the areas above when the plan excludes unknown
     *     cells
     */
    public record Loss(Exclusion exclusion, double alone_ha, double inSequence_ha, double unknown_ha) {}

    private Screening(Mask eligible, Mask available, Mask unknown, Raster reasons, List<Loss> losses) {
        this.eligible = eligible;
        this.available = available;
        this.unknown = unknown;
        this.reasons = reasons;
        this.losses = List.copyOf(losses);
    }

    /**
     * Applies a plan to the window of the evidence, rule by rule.
     *
     * @throws sinkmap.grid.SinkmapException when a layer that a rule needs is empty in the region
     */
    public static Screening of(Plan plan, Evidence evidence) {
        boolean allowed = plan.screening().unknown() == Unknown.ALLOWED;
        Truth land = new Evaluation(evidence, "plan '" + plan.id() + "', land").of(plan.land());
        Mask eligible = allowed ? land.possible() : land.yes();
        Mask available = eligible.copy();
        Mask undecided = land.unknown().copy();
        Mask decided = new Mask(evidence.grid());
        float[] reasons = reasons(eligible);
        List<Loss> losses = new ArrayList<>();
        for (int i = 0; i < plan.exclusions().size(); i++) {
            Exclusion exclusion = plan.exclusions().get(i);
            Truth truth = new Evaluation(evidence, "plan '" + plan.id() + "', exclusion '" + exclusion.id() + "'")
                    .of(exclusion.when());
            decided.or(truth.yes());
            Mask unknown = truth.unknown().and(eligible);
            undecided.or(unknown);
            Mask taken = allowed ? truth.yes() : truth.possible();
            taken.and(eligible);
            float bit = 1 << i;
            taken.forEach(cell -> reasons[cell] += bit);
            int before = available.count();
            available.andNot(taken);
            double cell_ha = evidence.grid().cellArea_ha();
            losses.add(new Loss(exclusion, taken.area_ha(), (before - available.count()) * cell_ha, unknown.area_ha()));
        }
        Raster map = new Raster(evidence.grid(), reasons, "1");
        return new Screening(eligible, available, undecided.andNot(decided), map, losses);
    }

    private static float[] reasons(Mask eligible) {
        float[] reasons = new float[eligible.grid().size()];
        Arrays.fill(reasons, Float.NaN);
        eligible.forEach(cell -> reasons[cell] = 0);
        return reasons;
    }

    public Grid grid() {
        return eligible.grid();
    }

    /** Where sites may lie at all; includes cells where that is unknown if the plan allows them. */
    public Mask eligible() {
        return eligible;
    }

    /** What the exclusions leave. */
    public Mask available() {
        return available;
    }

    /** Where land or exclusions cannot be decided and no exclusion takes the cell for certain. */
    public Mask unknown() {
        return unknown;
    }

    /**
     * Which rules take each eligible cell: the sum of 2^i over the exclusions i = 0, 1, ... of the plan; 0 where the cell
     * is available, NaN where it is not eligible.
     */
    public Raster reasons() {
        return reasons;
    }

    /** What each exclusion takes, in the order of the plan. */
    public List<Loss> losses() {
        return losses;
    }
}
