package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;
import sinkmap.grid.Ranks;
import sinkmap.grid.Raster;
import sinkmap.sink.StratumMap;
import sinkmap.siting.Membership;
import sinkmap.siting.Plan;
import sinkmap.siting.ScoreSpread;
import sinkmap.siting.Scorer;
import sinkmap.siting.SiteArea;
import sinkmap.store.RasterWriter;

/** The second way through the windows: scores the cells, and counts what lies in each site. */
final class ScoringPass {

    private final ScreenedLand land;
    private final Plan plan;
    private final List<SiteArea> areas;
    private final Scorer scorer;
    private final ScoreSpread spread;
    private final Optional<SiteCarbon> carbon;
    private final Optional<ZoneMap> zones;
    private final DoubleUnaryOperator hours;
    private final Membership[] memberships;
    private final SiteTally[] tallies;

    /** What scores cells and how sure the score is; both null where there is nothing to score. */
    record Scoring(Scorer scorer, ScoreSpread spread) {}

    ScoringPass(
            ScreenedLand land,
            List<SiteArea> areas,
            Scoring scoring,
            Optional<SiteCarbon> carbon,
            Optional<ZoneMap> zones) {
        this.land = land;
        this.plan = land.plan();
        this.areas = areas;
        this.scorer = scoring.scorer();
        this.spread = scoring.spread();
        this.carbon = carbon;
        this.zones = zones;
        this.hours = plan.figures().yield().hours();
        this.memberships = plan.criteria().stream().map(c -> c.membership()).toArray(Membership[]::new);
        this.tallies = new SiteTally[areas.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = tally();
        }
    }

    private SiteTally tally() {
        return new SiteTally(
                memberships.length,
                carbon.map(c -> c.strata().size()).orElse(0),
                zones.map(z -> z.list().size()).orElse(0),
                land.others().size());
    }

    /** Scores everything, writes the maps and returns what is counted for each site. */
    SiteTally[] run(RasterWriter suitability, Optional<RasterWriter> spreads, Stages stages) {
        Bands.each(
                land.bands(),
                stages,
                band -> score(band, suitability, spreads),
                (band, found) -> found.forEach((site, tally) -> tallies[site].add(tally)));
        return tallies;
    }

    /** The cells of a band and what is known of them. */
    private record Cells(
            Bands.Band band,
            Mask scored,
            Ranks eligible,
            Ranks ranks,
            float[][] values,
            float[] shares,
            float[][] memberships,
            float[] scores,
            StratumMap strata,
            short[] zones) {}

    private Map<Integer, SiteTally> score(Bands.Band band, RasterWriter suitability, Optional<RasterWriter> spreads) {
        Grid grid = band.grid();
        Mask scored = land.scored().window(band.row(), 0, grid.rows(), grid.columns());
        Ranks ranks = new Ranks(scored);
        float[][] degrees = new float[memberships.length][ranks.count()];
        float[][] values = new float[land.columns()][];
        float[] scores = new float[ranks.count()];
        Ranks eligible = new Ranks(land.eligible().window(band.row(), 0, grid.rows(), grid.columns()));
        if (ranks.count() > 0) {
            for (int column = 0; column < values.length; column++) {
                values[column] = land.values(column, band);
            }
            fill(scored, eligible, values, degrees);
            scorer.score(degrees, ranks.count(), scores);
        }
        suitability.write(spread(scored, scores));
        spreads.ifPresent(writer -> writer.write(spread(scored, spreads(degrees, ranks.count()))));
        List<Integer> sites = sitesIn(band);
        if (sites.isEmpty()) {
            return Map.of();
        }
        Cells cells = new Cells(
                band,
                scored,
                eligible,
                ranks,
                values,
                land.shares(band),
                degrees,
                scores,
                carbon.map(c -> c.on(grid)).orElse(null),
                zones.map(z -> z.on(grid)).orElse(null));
        Map<Integer, SiteTally> found = new TreeMap<>();
        sites.forEach(site -> found.put(site, count(areas.get(site), cells)));
        return found;
    }

    private float[] spreads(float[][] degrees, int cells) {
        float[] spreads = new float[cells];
        if (cells > 0) {
            spread.spread(degrees, cells, spreads);
        }
        return spreads;
    }

    private void fill(Mask scored, Ranks eligible, float[][] values, float[][] degrees) {
        int n = 0;
        for (int cell = scored.next(0); cell >= 0; cell = scored.next(cell + 1)) {
            int rank = eligible.of(cell);
            for (int i = 0; i < degrees.length; i++) {
                degrees[i][n] = (float) memberships[i].of(values[i][rank]);
            }
            n++;
        }
    }

    private static Raster spread(Mask cells, float[] values) {
        Raster raster = Raster.empty(cells.grid(), "1");
        int n = 0;
        for (int cell = cells.next(0); cell >= 0; cell = cells.next(cell + 1)) {
            raster.values()[cell] = values[n++];
        }
        return raster;
    }

    private List<Integer> sitesIn(Bands.Band band) {
        List<Integer> sites = new ArrayList<>();
        int end = band.row() + band.grid().rows();
        for (int i = 0; i < areas.size(); i++) {
            Patch patch = areas.get(i).cells();
            if (patch.firstRow() < end && patch.lastRow() >= band.row()) {
                sites.add(i);
            }
        }
        return sites;
    }

    private SiteTally count(SiteArea area, Cells cells) {
        SiteTally tally = tally();
        Bands.Band band = cells.band();
        int shift = band.row() * band.grid().columns();
        area.cells().rows(band.row(), band.row() + band.grid().rows()).forEachRun((from, to) -> {
            for (int cell = from - shift; cell < to - shift; cell++) {
                if (cells.scored().get(cell)) {
                    count(cell, cell + shift, cells, tally);
                }
            }
        });
        return tally;
    }

    private void count(int cell, int cellOfLand, Cells cells, SiteTally tally) {
        int rank = cells.eligible().of(cell);
        int n = cells.ranks().of(cell);
        float share = cells.shares() == null ? 1 : cells.shares()[rank];
        double cellHours = hours.applyAsDouble(cells.values()[land.resource()][rank]);
        tally.sums().add(share, cells.scores()[n], cellHours, land.unknown().get(cellOfLand));
        for (int i = 0; i < memberships.length; i++) {
            tally.sums().add(i, share, cells.values()[i][rank], cells.memberships()[i][n]);
        }
        if (cells.strata() != null && cells.strata().code(cell) != StratumMap.NONE) {
            tally.strata()[cells.strata().code(cell) - 1] += share;
        }
        if (cells.zones() != null) {
            tally.zones()[cells.zones()[cell]] += share;
        }
        for (int i = 0; i < tally.others().length; i++) {
            tally.others()[i] += land.others().get(i).get(cellOfLand) ? share : 0;
        }
    }
}
