package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.siting.Criterion;
import sinkmap.siting.CriterionValues;
import sinkmap.siting.Plan;
import sinkmap.store.CellCache;

/**
 * The values of the criteria and of the resource at the eligible cells of a land, on disk: those that an earlier run has
 * read are used again.
 */
final class LandColumns implements AutoCloseable {

    private final Plan plan;
    private final List<Bands.Band> bands;
    private final int resource;
    private final List<CachedColumn> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final CachedColumn shares;
    /** Eligible cells before each band, by the band's first row. */
    private final long[] before;

    /**
     * The columns of a plan on a land.
     *
     * @param eligible the eligible cells
     * @param bands the bands that the land is worked on in
     * @param region knows how far the plan looks
     * @param sharesKey where available shares are kept, if they may serve another run
     * @param run id of the run
     */
    LandColumns(
            Plan plan,
            Mask eligible,
            List<Bands.Band> bands,
            RegionEvidence region,
            CellCache cache,
            CacheKeys keys,
            Optional<String> sharesKey,
            String run) {
        this.plan = plan;
        this.bands = List.copyOf(bands);
        this.resource = resource(plan);
        this.before = before(eligible, bands);
        long count = before[eligible.grid().rows()];
        String land = plan.land() + " " + plan.screening() + " on " + eligible.grid() + " of " + region.region();
        List<String> layers = new ArrayList<>(plan.land().layers().toList());
        for (Criterion criterion : plan.criteria()) {
            values.add(column(cache, keys, land, layers, criterion.value(), region, count, eligible.grid(), run));
        }
        if (resource == plan.criteria().size()) {
            Criterion.Source source =
                    new Criterion.RasterValue(plan.figures().yield().resource());
            values.add(column(cache, keys, land, layers, source, region, count, eligible.grid(), run));
        }
        this.shares = plan.screening().parts() == 1
                ? null
                : new CachedColumn(cache, sharesKey.orElse(CacheKeys.once(run + " shares")), count, eligible.grid());
    }

    private CachedColumn column(
            CellCache cache,
            CacheKeys keys,
            String land,
            List<String> layers,
            Criterion.Source source,
            RegionEvidence region,
            long count,
            Grid cells,
            String run) {
        List<String> all = new ArrayList<>(layers);
        all.addAll(region.layers(source));
        String key = keys.find(region.question(source) + " for " + land, all)
                .orElse(CacheKeys.once(run + " " + values.size()));
        names.add(key);
        return new CachedColumn(cache, key, count, cells);
    }

    /** The column of the resource: that of a criterion that looks at the same raster, or one of its own. */
    private static int resource(Plan plan) {
        for (int i = 0; i < plan.criteria().size(); i++) {
            if (plan.criteria().get(i).value() instanceof Criterion.RasterValue raster
                    && raster.layer().equals(plan.figures().yield().resource())) {
                return i;
            }
        }
        return plan.criteria().size();
    }

    private static long[] before(Mask eligible, List<Bands.Band> bands) {
        long[] before = new long[eligible.grid().rows() + 1];
        for (Bands.Band band : bands) {
            Grid grid = band.grid();
            int count =
                    eligible.window(band.row(), 0, grid.rows(), grid.columns()).count();
            before[band.row() + grid.rows()] = before[band.row()] + count;
        }
        return before;
    }

    /** The bands that the land is worked on in. */
    List<Bands.Band> bands() {
        return bands;
    }

    /** Whether nothing need be looked up any more. */
    boolean known() {
        return values.stream().allMatch(CachedColumn::known) && (shares == null || shares.known());
    }

    String key(int column) {
        return names.get(column);
    }

    int resource() {
        return resource;
    }

    int count() {
        return values.size();
    }

    /**
     * What is known of a band.
     *
     * @param values by column, of the eligible cells in row-major order; null where an earlier run has read them
     * @param present by column, the cells that have a value
     */
    record Look(float[][] values, Mask[] present) {}

    /** Looks at a band: reads from the evidence what no earlier run has. */
    Look look(Bands.Band band, Mask eligible, StoreEvidence here) {
        Look look = new Look(new float[values.size()][], new Mask[values.size()]);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).known()) {
                look.present[i] = values.get(i).present(band);
            } else {
                look.values[i] = i < plan.criteria().size()
                        ? CriterionValues.of(plan, plan.criteria().get(i), eligible, here)
                        : CriterionValues.of(plan.figures().yield().resource(), eligible, here);
                look.present[i] = present(look.values[i], eligible);
            }
        }
        return look;
    }

    private static Mask present(float[] values, Mask eligible) {
        Mask present = eligible.copy();
        int n = 0;
        for (int cell = eligible.next(0); cell >= 0; cell = eligible.next(cell + 1)) {
            if (Float.isNaN(values[n++])) {
                present.clear(cell);
            }
        }
        return present;
    }

    /** Keeps what was found in a band; bands come in their order. */
    void take(Look look, float[] foundShares, Mask eligible) {
        for (int i = 0; i < look.values.length; i++) {
            if (!values.get(i).known()) {
                values.get(i).write(look.values[i], look.present[i]);
            }
        }
        if (shares != null && !shares.known()) {
            shares.write(foundShares, eligible);
        }
    }

    /** Ends the way through the bands. */
    void commit() {
        values.forEach(CachedColumn::commit);
        if (shares != null) {
            shares.commit();
        }
    }

    float[] values(int column, Bands.Band band) {
        return read(values.get(column), band);
    }

    /** Available shares; null where cells are screened whole. */
    float[] shares(Bands.Band band) {
        return shares == null ? null : read(shares, band);
    }

    /** Eligible cells before the first row of a band. */
    long before(int row) {
        return before[row];
    }

    /**
     * Reads values of a column.
     *
     * @param from eligible cells before the first
     * @param to takes {@code count} values
     */
    void read(int column, long from, int count, float[] to) {
        values.get(column).read(from, count, to);
    }

    private float[] read(CachedColumn column, Bands.Band band) {
        long from = before[band.row()];
        return column.read(from, (int) (before[band.row() + band.grid().rows()] - from));
    }

    @Override
    public void close() {
        values.forEach(CachedColumn::close);
        if (shares != null) {
            shares.close();
        }
    }
}
