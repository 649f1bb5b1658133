package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.siting.Plan;
import sinkmap.siting.ScreenedAreas;
import sinkmap.siting.Statistics;

/** What the screening pass finds on the land of a plan: masks of all of it in memory, values of its cells on disk. */
final class ScreenedLand {

    private final Plan plan;
    private final Grid window;
    private final ScreenedAreas areas;
    private final Mask eligible;
    private final Mask available;
    private final Mask scored;
    private final Mask unknown;
    private final List<Mask> others;
    private final LandColumns columns;
    private final long[] missing;
    private final Statistics statistics;

    /**
     * Land of which only the eligible cells are known.
     *
     * @param others number of other rule sets that are looked at
     * @param columns keeps the values of the eligible cells
     */
    ScreenedLand(Plan plan, Mask eligible, int others, LandColumns columns) {
        int parts = plan.screening().parts();
        this.plan = plan;
        this.window = eligible.grid();
        this.areas = new ScreenedAreas(plan, window.cellArea_ha() / (parts * parts));
        this.eligible = eligible;
        this.available = new Mask(window);
        this.scored = new Mask(window);
        this.unknown = new Mask(window);
        this.others = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            this.others.add(new Mask(window));
        }
        this.columns = columns;
        this.missing = new long[plan.criteria().size()];
        this.statistics = plan.weighting().statistics(plan.criteria().size());
    }

    Plan plan() {
        return plan;
    }

    Grid window() {
        return window;
    }

    /** Whether a cell is available whole or not at all. */
    boolean whole() {
        return plan.screening().parts() == 1;
    }

    ScreenedAreas areas() {
        return areas;
    }

    /** Where sites may lie at all. */
    Mask eligible() {
        return eligible;
    }

    /** What may belong to a site. */
    Mask available() {
        return available;
    }

    /** What may belong to a site and has a value for every criterion. */
    Mask scored() {
        return scored;
    }

    /** Where rules cannot be decided. */
    Mask unknown() {
        return unknown;
    }

    /** What other rule sets would leave, in their order. */
    List<Mask> others() {
        return others;
    }

    /** Available cells that lack the value of a criterion. */
    long[] missing() {
        return missing;
    }

    /** Statistics of the memberships of the scored cells. */
    Statistics statistics() {
        return statistics;
    }

    /** Takes what was found in a band; bands come in their order. */
    void add(Bands.Band band, ScreeningPass.Found found) {
        areas.add(found.screening());
        available.put(found.cells().available(), band.row());
        scored.put(found.scored(), band.row());
        unknown.put(found.cells().unknown(), band.row());
        for (int i = 0; i < others.size(); i++) {
            others.get(i).put(found.others().get(i), band.row());
        }
        columns.take(found.look(), found.shares(), found.cells().eligible());
        for (int i = 0; i < missing.length; i++) {
            missing[i] += found.missing()[i];
        }
        statistics.merge(found.statistics());
    }

    /** What was counted, for {@link #restore}. */
    long[] counts() {
        return LongStream.concat(Arrays.stream(missing), Arrays.stream(areas.toArray()))
                .toArray();
    }

    /** Takes what was counted on the same land by an earlier run. */
    void restore(long[] counts) {
        System.arraycopy(counts, 0, missing, 0, missing.length);
        areas.add(Arrays.copyOfRange(counts, missing.length, counts.length));
    }

    /** Number of columns of values: those of the criteria, and of the resource where it is none of them. */
    int columns() {
        return columns.count();
    }

    /** The column of the resource. */
    int resource() {
        return columns.resource();
    }

    /** Where a column is kept; what is made of it alone can be kept under a key made of this one. */
    String key(int column) {
        return columns.key(column);
    }

    /** Values of a column for the eligible cells of a band, in row-major order. */
    float[] values(int column, Bands.Band band) {
        return columns.values(column, band);
    }

    /** Values of a column, as {@link LandColumns#read} gives them. */
    void read(int column, long from, int count, float[] to) {
        columns.read(column, from, count, to);
    }

    /** Eligible cells before the first row of a band. */
    long before(int row) {
        return columns.before(row);
    }

    /** Available shares of the eligible cells of a band; null where cells are screened whole. */
    float[] shares(Bands.Band band) {
        return columns.shares(band);
    }

    /** The bands that this land was screened in. */
    List<Bands.Band> bands() {
        return columns.bands();
    }
}
