package sinkmap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;

/** What is left of a window after the land term and the exclusions of a plan, and why the rest is not. */
public final class Screening {

    private final Plan plan;
    private final Mask eligible;
    private final Mask available;
    private final Mask unknown;
    /** By exclusion, the eligible cells that it takes. */
    private final List<Mask> taken = new ArrayList<>();

    private final Mask takenTwice;
    /** By exclusion: cells that it takes, takes from what is left, and cannot be decided for. */
    private final long[] alone;

    private final long[] inSequence;
    private final long[] undecided;

    private Screening(Plan plan, Mask eligible, Mask unknown) {
        int rules = plan.exclusions().size();
        this.plan = plan;
        this.eligible = eligible;
        this.available = eligible.copy();
        this.unknown = unknown;
        this.takenTwice = new Mask(eligible.grid());
        this.alone = new long[rules];
        this.inSequence = new long[rules];
        this.undecided = new long[rules];
    }

    /** Applies a plan to the window of the evidence, rule by rule. */
    public static Screening of(Plan plan, Evidence evidence) {
        return of(plan, Truths.over(evidence));
    }

    /**
     * Applies a plan to a window, rule by rule.
     *
     * @throws sinkmap.grid.SinkmapException when a layer that a rule needs is empty in the region
     */
    public static Screening of(Plan plan, Truths truths) {
        boolean excluded = plan.screening().unknown() == Unknown.EXCLUDED;
        Truth land = truths.of("plan '" + plan.id() + "', land", plan.land());
        Screening screening = new Screening(
                plan, excluded ? land.yes() : land.possible(), land.unknown().copy());
        Mask decided = new Mask(screening.grid());
        for (int i = 0; i < plan.exclusions().size(); i++) {
            screening.apply(
                    i,
                    truths.of(
                            rule(plan, plan.exclusions().get(i)),
                            plan.exclusions().get(i).when()),
                    decided);
        }
        screening.unknown.andNot(decided);
        return screening;
    }

    private static String rule(Plan plan, Exclusion exclusion) {
        return "plan '" + plan.id() + "', exclusion '" + exclusion.id() + "'";
    }

    /** Where sites of a plan may lie at all; includes cells where that is unknown unless the plan excludes them. */
    public static Mask eligible(Plan plan, Truths truths) {
        Truth land = truths.of("plan '" + plan.id() + "', land", plan.land());
        return plan.screening().unknown() == Unknown.EXCLUDED ? land.yes() : land.possible();
    }

    /** What a plan leaves of a window, without its reasons. */
    public static Mask available(Plan plan, Truths truths) {
        boolean excluded = plan.screening().unknown() == Unknown.EXCLUDED;
        Mask available = eligible(plan, truths);
        for (Exclusion exclusion : plan.exclusions()) {
            Truth truth = truths.of(rule(plan, exclusion), exclusion.when());
            available.andNot(excluded ? truth.possible() : truth.yes());
        }
        return available;
    }

    private void apply(int rule, Truth truth, Mask decided) {
        decided.or(truth.yes());
        Mask undecidedHere = truth.unknown().copy().and(eligible);
        unknown.or(undecidedHere);
        Mask takes = plan.screening().unknown() == Unknown.EXCLUDED ? truth.possible() : truth.yes();
        takes.and(eligible);
        taken.add(takes);
        takenTwice.or(takes.copy().andNot(available));
        int before = available.count();
        available.andNot(takes);
        alone[rule] = takes.count();
        inSequence[rule] = before - available.count();
        undecided[rule] = undecidedHere.count();
    }

    public Grid grid() {
        return eligible.grid();
    }

    Plan plan() {
        return plan;
    }

    /** Where sites may lie at all; includes cells where that is unknown unless the plan excludes them. */
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
     * is available, NaN where it is not eligible. A plan that flags unknown cells adds 2^n to them, n being the number of
     * its exclusions.
     */
    public Raster reasons() {
        float[] reasons = new float[grid().size()];
        Arrays.fill(reasons, Float.NaN);
        eligible.forEach(cell -> reasons[cell] = 0);
        for (int rule = 0; rule < taken.size(); rule++) {
            add(taken.get(rule), rule, reasons);
        }
        if (plan.screening().unknown() == Unknown.FLAGGED) {
            add(unknown.copy().and(eligible), taken.size(), reasons);
        }
        return new Raster(grid(), reasons, "1");
    }

    private static void add(Mask cells, int rule, float[] reasons) {
        float bit = 1 << rule;
        cells.forEach(cell -> reasons[cell] += bit);
    }

    /** Cells that a rule takes, were it the only one. */
    long alone(int rule) {
        return alone[rule];
    }

    /** Cells that a rule takes from what the rules before it left. */
    long inSequence(int rule) {
        return inSequence[rule];
    }

    /** Eligible cells where a rule cannot be decided. */
    long undecided(int rule) {
        return undecided[rule];
    }

    /** Cells that no other rule takes, by rule: what lifting this rule alone would free. */
    long[] onlyObstacle() {
        return taken.stream()
                .mapToLong(cells -> cells.copy().andNot(takenTwice).count())
                .toArray();
    }
}
