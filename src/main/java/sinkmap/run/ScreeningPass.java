package sinkmap.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Ranks;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Membership;
import sinkmap.siting.Plan;
import sinkmap.siting.ScreenedCells;
import sinkmap.siting.Screening;
import sinkmap.siting.Statistics;
import sinkmap.siting.Term;
import sinkmap.siting.Truth;
import sinkmap.siting.Truths;
import sinkmap.store.RasterWriter;

/** The first way through the windows: screens them, and reads the values of criteria and resource where land is eligible. */
final class ScreeningPass {

    private final Plan plan;
    private final List<Plan> others;
    private final RegionEvidence region;
    private final RegionEvidence parts;
    private final CachedTruths truths;
    private final LandColumns columns;
    private final RasterWriter reasons;
    private final Optional<RasterWriter> availability;

    /**
     * A pass.
     *
     * @param plan the plan
     * @param others the plan under other rule sets
     * @param region what is known about the region, on its cells
     * @param parts the same on the parts of cells that are screened; {@code region} where cells are screened whole
     * @param truths keeps where rules hold
     * @param columns keeps the values of the eligible cells
     * @param reasons takes the map of reasons
     * @param availability takes the available share of each cell
     */
    ScreeningPass(
            Plan plan,
            List<Plan> others,
            RegionEvidence region,
            RegionEvidence parts,
            CachedTruths truths,
            LandColumns columns,
            RasterWriter reasons,
            Optional<RasterWriter> availability) {
        this.plan = plan;
        this.others = others;
        this.region = region;
        this.parts = parts;
        this.truths = truths;
        this.columns = columns;
        this.reasons = reasons;
        this.availability = availability;
    }

    /** The eligible cells of a land; the first of all ways through the windows, with little to do. */
    static Mask eligible(Plan plan, Grid land, List<Bands.Band> bands, RegionEvidence parts, CachedTruths truths) {
        int perSide = plan.screening().parts();
        Mask eligible = new Mask(land);
        truths.add(plan.land());
        Bands.each(
                bands,
                parts.stages(),
                band -> {
                    Grid window = band.grid().refined(perSide);
                    Map<Term, Truth> found = new HashMap<>();
                    Truths here = truths.on(window, Truths.over(new StoreEvidence(parts, window)), found);
                    Mask fine = Screening.eligible(plan, here);
                    return new Eligible(perSide == 1 ? fine : ScreenedCells.any(fine, band.grid()), found);
                },
                (band, of) -> {
                    eligible.put(of.cells, band.row());
                    truths.take(of.found);
                });
        truths.commit(List.of(plan.land()));
        return eligible;
    }

    private record Eligible(Mask cells, Map<Term, Truth> found) {}

    /**
     * What is found in a window.
     *
     * @param values by column, for the eligible cells in row-major order
     * @param shares available shares of the eligible cells
     * @param scored available cells with a value for every criterion
     * @param missing by criterion, available cells without value
     */
    record Found(
            Screening screening,
            ScreenedCells cells,
            List<Mask> others,
            float[][] values,
            float[] shares,
            Mask scored,
            long[] missing,
            Statistics statistics,
            Map<Term, Truth> truths) {}

    void run(ScreenedLand land) {
        List<Term> rules = Stream.concat(Stream.of(plan), others.stream())
                .flatMap(of -> of.exclusions().stream())
                .map(Exclusion::when)
                .distinct()
                .toList();
        rules.forEach(truths::add);
        Bands.each(land.bands(), region.stages(), this::look, (band, found) -> {
            land.add(band, found);
            truths.take(found.truths());
        });
        truths.commit(rules);
        columns.commit();
    }

    private Found look(Bands.Band band) {
        Grid window = band.grid();
        StoreEvidence here = new StoreEvidence(region, window);
        int perSide = plan.screening().parts();
        StoreEvidence fine = perSide == 1 ? here : new StoreEvidence(parts, window.refined(perSide));
        Map<Term, Truth> found = new HashMap<>();
        Truths known = truths.on(fine.grid(), Truths.over(fine), found);
        Screening screening = Screening.of(plan, known);
        ScreenedCells cells = perSide == 1 ? ScreenedCells.of(screening) : ScreenedCells.of(screening, window);
        reasons.write(cells.reasons());
        availability.ifPresent(writer -> writer.write(cells.share()));
        List<Mask> underOthers =
                others.stream().map(other -> available(other, known, window)).toList();
        float[][] values = columns.look(band, cells.eligible(), here);
        return complete(screening, cells, underOthers, values, found);
    }

    private static Mask available(Plan other, Truths known, Grid window) {
        Mask available = Screening.available(other, known);
        return available.grid().equals(window)
                ? available
                : ScreenedCells.available(available, window, other.screening().availableFrom());
    }

    private Found complete(
            Screening screening,
            ScreenedCells cells,
            List<Mask> underOthers,
            float[][] values,
            Map<Term, Truth> found) {
        int criteria = plan.criteria().size();
        Ranks ranks = new Ranks(cells.eligible());
        Mask scored = new Mask(cells.eligible().grid());
        long[] missing = new long[criteria];
        boolean gather = plan.weighting().needsStatistics();
        float[][] memberships = new float[criteria][gather ? cells.available().count() : 0];
        Membership[] of = plan.criteria().stream().map(c -> c.membership()).toArray(Membership[]::new);
        float[] shares = new float[ranks.count()];
        int n = 0;
        Mask available = cells.available();
        for (int cell = available.next(0); cell >= 0; cell = available.next(cell + 1)) {
            int rank = ranks.of(cell);
            shares[rank] = cells.share().values()[cell];
            boolean complete = true;
            for (int i = 0; i < criteria; i++) {
                float value = values[i][rank];
                complete &= !Float.isNaN(value);
                missing[i] += Float.isNaN(value) ? 1 : 0;
                if (gather) {
                    memberships[i][n] = (float) of[i].of(value);
                }
            }
            if (complete) {
                scored.set(cell);
                n++;
            }
        }
        Statistics statistics = plan.weighting().statistics(criteria);
        if (gather) {
            statistics.add(memberships, n);
        }
        return new Found(screening, cells, underOthers, values, shares, scored, missing, statistics, found);
    }
}
