package sinkmap.siting;

import java.util.ArrayList;
import java.util.List;

/** The areas that a screening finds, summed over the windows of a region. */
public final class ScreenedAreas {

    private final Plan plan;
    private final double cell_ha;
    private final long[] alone;
    private final long[] inSequence;
    private final long[] only;
    private final long[] undecided;
    private long eligible;
    private long available;
    private long unknown;

    /**
     * What an exclusion takes from the eligible land, in hectares.
     *
     * @param exclusion the rule
     * @param alone_ha area that it takes were it the only rule
     * @param inSequence_ha area that it takes from what the rules before it left
     * @param onlyObstacle_ha area that it alone takes: what would become available without it
     * @param unknown_ha eligible area where it cannot be decided; part of the areas above when the plan excludes unknown
     *     cells
     */
    public record Loss(
            Exclusion exclusion, double alone_ha, double inSequence_ha, double onlyObstacle_ha, double unknown_ha) {}

    /**
     * Nothing yet.
     *
     * @param plan the plan
     * @param cell_ha area of a cell that is screened, in hectares; of a part of one where cells are screened in parts
     */
    public ScreenedAreas(Plan plan, double cell_ha) {
        int rules = plan.exclusions().size();
        this.plan = plan;
        this.cell_ha = cell_ha;
        this.alone = new long[rules];
        this.inSequence = new long[rules];
        this.only = new long[rules];
        this.undecided = new long[rules];
    }

    /** Adds a window that shares no cell with those before. */
    public void add(Screening screening) {
        eligible += screening.eligible().count();
        available += screening.available().count();
        unknown += screening.unknown().count();
        long[] obstacles = screening.onlyObstacle();
        for (int rule = 0; rule < alone.length; rule++) {
            alone[rule] += screening.alone(rule);
            inSequence[rule] += screening.inSequence(rule);
            only[rule] += obstacles[rule];
            undecided[rule] += screening.undecided(rule);
        }
    }

    /** Everything that was counted, for {@link #add(long[])}. */
    public long[] toArray() {
        int rules = alone.length;
        long[] counts = new long[3 + 4 * rules];
        counts[0] = eligible;
        counts[1] = available;
        counts[2] = unknown;
        System.arraycopy(alone, 0, counts, 3, rules);
        System.arraycopy(inSequence, 0, counts, 3 + rules, rules);
        System.arraycopy(only, 0, counts, 3 + 2 * rules, rules);
        System.arraycopy(undecided, 0, counts, 3 + 3 * rules, rules);
        return counts;
    }

    /** Adds what was counted under the same rules in cells of the same size. */
    public void add(long[] counts) {
        int rules = alone.length;
        if (counts.length != 3 + 4 * rules) {
            throw new IllegalArgumentException(counts.length + " counts for " + rules + " rules");
        }
        eligible += counts[0];
        available += counts[1];
        unknown += counts[2];
        for (int rule = 0; rule < rules; rule++) {
            alone[rule] += counts[3 + rule];
            inSequence[rule] += counts[3 + rules + rule];
            only[rule] += counts[3 + 2 * rules + rule];
            undecided[rule] += counts[3 + 3 * rules + rule];
        }
    }

    public double eligible_ha() {
        return eligible * cell_ha;
    }

    public double available_ha() {
        return available * cell_ha;
    }

    /** Area where land or exclusions cannot be decided and no exclusion takes the land for certain. */
    public double unknown_ha() {
        return unknown * cell_ha;
    }

    /** What each exclusion takes, in the order of the plan. */
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        for (int rule = 0; rule < alone.length; rule++) {
            losses.add(new Loss(
                    plan.exclusions().get(rule),
                    alone[rule] * cell_ha,
                    inSequence[rule] * cell_ha,
                    only[rule] * cell_ha,
                    undecided[rule] * cell_ha));
        }
        return losses;
    }
}
