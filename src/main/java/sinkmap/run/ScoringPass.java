package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
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
import sinkmap.siting.SiteSums;
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
                Bands.inTiles(land.bands()),
                stages,
                bands -> score(bands, suitability, spreads, stages),
                (bands, found) -> found.forEach(of -> of.forEach((site, tally) -> tallies[site].add(tally))));
        return tallies;
    }

    /** The scored cells of a band and what is known of them, by their order. */
    private record Cells(
            Bands.Band band,
            Mask scored,
            Ranks ranks,
            float[][] values,
            float[] shares,
            float[][] memberships,
            float[] scores,
            double[] hours,
            StratumMap strata,
            short[] zones) {

        /** Number of scored cells before a cell of the band or its end. */
        int before(int cell) {
            return cell < scored.grid().size() ? ranks.of(cell) : ranks.count();
        }
    }

    /** Scores bands that fill rows of tiles, and gives what is counted in each of them. */
    private List<Map<Integer, SiteTally>> score(
            List<Bands.Band> bands, RasterWriter suitability, Optional<RasterWriter> spreads, Stages stages) {
        int row = bands.get(0).row();
        int rows = bands.stream().mapToInt(band -> band.grid().rows()).sum();
        Grid grid = land.window().window(row, 0, rows, land.window().columns());
        Raster scores = Raster.empty(grid, "1");
        Raster spread = spreads.isPresent() ? Raster.empty(grid, "1") : null;
        List<Map<Integer, SiteTally>> found = new ArrayList<>();
        for (Bands.Band band : bands) {
            stages.tick();
            found.add(score(band, scores, spread, (band.row() - row) * grid.columns()));
        }
        suitability.writeRows(scores);
        spreads.ifPresent(writer -> writer.writeRows(spread));
        return found;
    }

    /** Scores a band, whose first cell is a cell of the rasters. */
    private Map<Integer, SiteTally> score(Bands.Band band, Raster suitability, Raster spreads, int first) {
        Grid grid = band.grid();
        Mask scored = land.scored().window(band.row(), 0, grid.rows(), grid.columns());
        Ranks ranks = new Ranks(scored);
        if (ranks.count() == 0) {
            return Map.of();
        }
        Mask eligible = land.eligible().window(band.row(), 0, grid.rows(), grid.columns());
        float[][] values = new float[land.columns()][];
        float[][] degrees = new float[memberships.length][ranks.count()];
        for (int column = 0; column < values.length; column++) {
            values[column] = land.values(column, band);
            keep(values[column], eligible, scored);
            if (column < degrees.length) {
                memberships[column].of(values[column], degrees[column], ranks.count());
            }
        }
        float[] scores = new float[ranks.count()];
        scorer.score(degrees, ranks.count(), scores);
        put(scored, scores, suitability, first);
        if (spreads != null) {
            put(scored, spreads(degrees, ranks.count()), spreads, first);
        }
        List<Integer> sites = sitesIn(band);
        if (sites.isEmpty()) {
            return Map.of();
        }
        Cells cells = new Cells(
                band,
                scored,
                ranks,
                values,
                shares(band, eligible, scored),
                degrees,
                scores,
                hours(values[land.resource()], ranks.count()),
                carbon.map(c -> c.on(grid)).orElse(null),
                zones.map(z -> z.on(grid)).orElse(null));
        Map<Integer, SiteTally> found = new TreeMap<>();
        sites.forEach(site -> found.put(site, count(areas.get(site), cells)));
        return found;
    }

    /** Moves the values of the scored ones among the eligible cells to the front. */
    private static void keep(float[] values, Mask eligible, Mask scored) {
        int n = 0;
        int rank = 0;
        long[] of = eligible.toWords();
        long[] wanted = scored.toWords();
        for (int word = 0; word < of.length; word++) {
            int count = Long.bitCount(of[word]);
            if (of[word] == wanted[word]) {
                System.arraycopy(values, rank, values, n, count);
                n += count;
            } else {
                for (long rest = wanted[word]; rest != 0; rest &= rest - 1) {
                    long below = Long.lowestOneBit(rest) - 1;
                    values[n++] = values[rank + Long.bitCount(of[word] & below)];
                }
            }
            rank += count;
        }
    }

    private float[] shares(Bands.Band band, Mask eligible, Mask scored) {
        float[] shares = land.shares(band);
        if (shares == null) {
            shares = new float[scored.count()];
            Arrays.fill(shares, 1);
        } else {
            keep(shares, eligible, scored);
        }
        return shares;
    }

    private double[] hours(float[] resource, int count) {
        double[] cellHours = new double[count];
        for (int n = 0; n < count; n++) {
            cellHours[n] = hours.applyAsDouble(resource[n]);
        }
        return cellHours;
    }

    private float[] spreads(float[][] degrees, int cells) {
        float[] spreads = new float[cells];
        spread.spread(degrees, cells, spreads);
        return spreads;
    }

    private static void put(Mask cells, float[] values, Raster raster, int first) {
        int n = 0;
        for (int cell = cells.next(0); cell >= 0; cell = cells.next(cell + 1)) {
            raster.values()[first + cell] = values[n++];
        }
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
            int first = cells.before(from - shift);
            int end = cells.before(to - shift);
            sum(cells, first, end, tally.sums());
            int n = first;
            for (int cell = cells.scored().next(from - shift, to - shift);
                    cell >= 0;
                    cell = cells.scored().next(cell + 1, to - shift)) {
                place(cell, cell + shift, cells, cells.shares()[n++], tally);
            }
        });
        return tally;
    }

    private static void sum(Cells cells, int from, int to, SiteSums sums) {
        sums.addCells(cells.shares(), from, to);
        sums.addScores(cells.shares(), cells.scores(), from, to);
        sums.addHours(cells.shares(), cells.hours(), from, to);
        for (int i = 0; i < cells.memberships().length; i++) {
            sums.add(i, cells.shares(), cells.values()[i], cells.memberships()[i], from, to);
        }
    }

    /** Counts a cell by where it is. */
    private void place(int cell, int cellOfLand, Cells cells, float share, SiteTally tally) {
        if (land.unknown().get(cellOfLand)) {
            tally.sums().addUnknown(share);
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
