package sinkmap.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Plan;
import sinkmap.siting.ScreenedCells;
import sinkmap.siting.Screening;
import sinkmap.siting.Statistics;
import sinkmap.siting.Term;
import sinkmap.siting.Truth;
import sinkmap.siting.Truths;

/** The first way through the windows: screens them, and reads the values of criteria and resource where land is eligible. */
final class ScreeningPass {

    private final Plan plan;
    private final List<Plan> others;
    private final RegionEvidence region;
    private final RegionEvidence parts;
    private final CachedTruths truths;
    private final LandColumns columns;

    /**
     * A pass.
     *
     * @param plan the plan
     * @param others the plan under other rule sets
     * @param region what is known about the region, on its cells
     * @param parts the same on the parts of cells that are screened; {@code region} where cells are screened whole
     * @param truths keeps where rules hold
     * @param columns keeps the values of the eligible cells
     */
    ScreeningPass(
            Plan plan,
            List<Plan> others,
            RegionEvidence region,
            RegionEvidence parts,
            CachedTruths truths,
            LandColumns columns) {
        this.plan = plan;
        this.others = others;
        this.region = region;
        this.parts = parts;
        this.truths = truths;
        this.columns = columns;
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
     * @param look values of the eligible cells
     * @param shares available shares of the eligible cells; null where cells are screened whole
     * @param scored available cells with a value for every criterion
     * @param missing by criterion, available cells without value
     */
    record Found(
            Screening screening,
            ScreenedCells cells,
            List<Mask> others,
            LandColumns.Look look,
            float[] shares,
            Mask scored,
            long[] missing,
            Statistics statistics,
            Map<Term, Truth> truths) {}

    void run(ScreenedLand land) {
        List<Term> rules = rules(plan, others);
        rules.forEach(truths::add);
        Bands.each(land.bands(), region.stages(), this::look, (band, found) -> {
            land.add(band, found);
            truths.take(found.truths());
        });
        truths.commit(rules);
        columns.commit();
    }

    /** The rules of a plan, alone and under other rule sets. */
    static List<Term> rules(Plan plan, List<Plan> others) {
        return Stream.concat(Stream.of(plan), others.stream())
                .flatMap(of -> of.exclusions().stream())
                .map(Exclusion::when)
                .distinct()
                .toList();
    }

    private Found look(Bands.Band band) {
        Grid window = band.grid();
        StoreEvidence here = new StoreEvidence(region, window);
        int perSide = plan.screening().parts();
        StoreEvidence fine = perSide == 1 ? here : new StoreEvidence(parts, window.refined(perSide));
        Map<Term, Truth> found = new HashMap<>();
        Truths known = truths.on(fine.grid(), Truths.over(fine), found);
        Screening screening = Screening.of(plan, known);
        ScreenedCells cells = ScreenedCells.of(screening, window);
        List<Mask> underOthers =
                others.stream().map(other -> available(other, known, window)).toList();
        LandColumns.Look look = columns.look(band, cells.eligible(), here);
        return complete(band, screening, cells, underOthers, look, found);
    }

    private static Mask available(Plan other, Truths known, Grid window) {
        Mask available = Screening.available(other, known);
        return available.grid().equals(window)
                ? available
                : ScreenedCells.available(available, window, other.screening().availableFrom());
    }

    private Found complete(
            Bands.Band band,
            Screening screening,
            ScreenedCells cells,
            List<Mask> underOthers,
            LandColumns.Look look,
            Map<Term, Truth> found) {
        int criteria = plan.criteria().size();
        Mask scored = cells.available().copy();
        long[] missing = new long[criteria];
        for (int i = 0; i < criteria; i++) {
            missing[i] = cells.available().copy().andNot(look.present()[i]).count();
            scored.and(look.present()[i]);
        }
        Statistics statistics = plan.weighting().statistics(criteria);
        if (plan.weighting().needsStatistics()) {
            statistics.add(memberships(band, cells.eligible(), scored, look), scored.count());
        }
        return new Found(screening, cells, underOthers, look, shares(cells), scored, missing, statistics, found);
    }

    private float[][] memberships(Bands.Band band, Mask eligible, Mask scored, LandColumns.Look look) {
        float[][] memberships = new float[plan.criteria().size()][];
        for (int i = 0; i < memberships.length; i++) {
            float[] values = look.values()[i] == null ? columns.values(i, band) : look.values()[i].clone();
            Selection.keep(values, eligible, scored);
            plan.criteria().get(i).membership().of(values, values, scored.count());
            memberships[i] = values;
        }
        return memberships;
    }

    private float[] shares(ScreenedCells cells) {
        if (plan.screening().parts() == 1) {
            return null;
        }
        Raster share = cells.share();
        float[] shares = new float[cells.eligible().count()];
        int n = 0;
        for (int cell = cells.eligible().next(0);
                cell >= 0;
                cell = cells.eligible().next(cell + 1)) {
            shares[n++] = cells.available().get(cell) ? share.values()[cell] : 0;
        }
        return shares;
    }
}
