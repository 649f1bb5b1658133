package sinkmap.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;
import sinkmap.grid.Ranks;
import sinkmap.sink.StratumMap;
import sinkmap.siting.Membership;
import sinkmap.siting.Plan;
import sinkmap.siting.Scorer;
import sinkmap.siting.SiteArea;
import sinkmap.siting.SiteSums;
import sinkmap.store.CellCache;

/**
 * The second way through the windows: counts what lies in each site, as far as no earlier run has. Weights are looked at only
 * where the score of a site cannot be told from its mean memberships.
 */
final class CountingPass {

    private final ScreenedLand land;
    private final Plan plan;
    private final List<SiteArea> areas;
    private Wanted wanted;
    private final Scorer scorer;
    private final Optional<SiteCarbon> carbon;
    private final Optional<ZoneMap> zones;
    private final Optional<String> placesKey;
    private final DoubleUnaryOperator hours;
    private final Membership[] memberships;
    private final SiteTally[] tallies;

    /**
     * What is to be counted.
     *
     * @param counts cells, unknown cells and cells under other rule sets
     * @param hours hours of the resource
     * @param criteria by criterion, raw values and memberships
     * @param scores scores, of all sites
     * @param summed the sites that all but places and scores are counted of
     * @param placed the sites whose cells are counted by stratum and zone
     */
    record Wanted(boolean counts, boolean hours, boolean[] criteria, boolean scores, BitSet summed, BitSet placed) {

        boolean any() {
            return sums() || places() || scores;
        }

        /** Whether sums over cells or criteria are wanted. */
        boolean sums() {
            return !summed.isEmpty();
        }

        boolean places() {
            return !placed.isEmpty();
        }

        Wanted withoutSums() {
            return new Wanted(false, false, new boolean[criteria.length], scores, new BitSet(), placed);
        }
    }

    /**
     * A pass.
     *
     * @param tallies by site, what is known already; takes what is counted
     * @param scorer scores cells; null where there is nothing to score
     * @param placesKey where the strata and zones of the land are kept
     */
    CountingPass(
            ScreenedLand land,
            List<SiteArea> areas,
            SiteTally[] tallies,
            Wanted wanted,
            Scorer scorer,
            Optional<SiteCarbon> carbon,
            Optional<ZoneMap> zones,
            Optional<String> placesKey) {
        this.land = land;
        this.plan = land.plan();
        this.areas = areas;
        this.tallies = tallies;
        this.wanted = wanted;
        this.scorer = scorer;
        this.carbon = carbon;
        this.zones = zones;
        this.placesKey = placesKey;
        this.hours = plan.figures().yield().hours();
        this.memberships = plan.criteria().stream().map(c -> c.membership()).toArray(Membership[]::new);
    }

    /** Nothing counted yet for a number of sites. */
    static SiteTally[] tallies(int sites, ScreenedLand land, Optional<SiteCarbon> carbon, Optional<ZoneMap> zones) {
        SiteTally[] tallies = new SiteTally[sites];
        for (int i = 0; i < sites; i++) {
            tallies[i] = tally(land, carbon, zones);
        }
        return tallies;
    }

    private static SiteTally tally(ScreenedLand land, Optional<SiteCarbon> carbon, Optional<ZoneMap> zones) {
        return new SiteTally(
                land.plan().criteria().size(),
                carbon.map(c -> c.strata().size()).orElse(0),
                zones.map(z -> z.list().size()).orElse(0),
                land.others().size());
    }

    /**
     * Counts what is wanted.
     *
     * @param cache keeps what later runs can use
     */
    void run(CellCache cache, Stages stages) {
        if (land.whole()) {
            countWhole();
        }
        if (wanted.sums() && land.whole()) {
            try (WordPass words = new WordPass(land, areas, wanted, cache)) {
                words.run(tallies, stages);
            }
            wanted = wanted.withoutSums();
        }
        if (wanted.any() && !areas.isEmpty()) {
            PlaceRuns places =
                    wanted.places() ? PlaceRuns.of(land.bands(), carbon, zones, cache, placesKey, stages) : null;
            Bands.each(
                    land.bands(),
                    stages,
                    band -> count(band, places),
                    (band, found) -> found.forEach((site, tally) -> tallies[site].add(tally)));
        }
    }

    /** Counts cells that are available whole. */
    private void countWhole() {
        for (int site = 0; site < tallies.length; site++) {
            SiteTally tally = tallies[site];
            areas.get(site).available(land.scored()).forEachRun((from, to) -> {
                tally.sums().addCells(to - from);
                tally.sums().addUnknown(land.unknown().count(from, to));
                for (int i = 0; i < tally.others().length; i++) {
                    tally.others()[i] += land.others().get(i).count(from, to);
                }
            });
        }
    }

    /** The scored cells of a band and what is known of them, by their order; null is what is not wanted. */
    private record Cells(
            Bands.Band band,
            Mask scored,
            Ranks ranks,
            float[][] values,
            float[] shares,
            float[][] memberships,
            float[] scores,
            double[] hours,
            PlaceRuns places) {

        /** Number of scored cells before a cell of the band or its end. */
        int before(int cell) {
            return cell < scored.grid().size() ? ranks.of(cell) : ranks.count();
        }

        /** Scored cells between two of the band, counted by their available share. */
        double share(int from, int to) {
            if (shares == null) {
                return before(to) - before(from);
            }
            double sum = 0;
            for (int n = before(from); n < before(to); n++) {
                sum += shares[n];
            }
            return sum;
        }
    }

    private Map<Integer, SiteTally> count(Bands.Band band, PlaceRuns places) {
        List<Integer> sites = sitesIn(band, areas, sites());
        Grid grid = band.grid();
        Mask scored = land.scored().window(band.row(), 0, grid.rows(), grid.columns());
        if (sites.isEmpty() || scored.isEmpty()) {
            return Map.of();
        }
        Cells cells = look(band, scored, places);
        Map<Integer, SiteTally> found = new TreeMap<>();
        sites.forEach(site -> found.put(site, count(site, cells)));
        return found;
    }

    private Cells look(Bands.Band band, Mask scored, PlaceRuns places) {
        Mask eligible = land.eligible()
                .window(band.row(), 0, scored.grid().rows(), scored.grid().columns());
        Ranks ranks = new Ranks(scored);
        float[][] values = new float[land.columns()][];
        float[][] degrees = new float[memberships.length][];
        for (int column = 0; column < values.length; column++) {
            boolean criterion = column < degrees.length && (wanted.criteria()[column] || wanted.scores());
            if (criterion || column == land.resource() && wanted.hours()) {
                values[column] = land.values(column, band);
                Selection.keep(values[column], eligible, scored);
            }
            if (criterion) {
                degrees[column] = new float[ranks.count()];
                memberships[column].of(values[column], degrees[column], ranks.count());
            }
        }
        return new Cells(
                band,
                scored,
                ranks,
                values,
                shares(band, eligible, scored),
                degrees,
                wanted.scores() ? scores(degrees, ranks.count()) : null,
                wanted.hours() ? hours(values[land.resource()], ranks.count()) : null,
                places);
    }

    private float[] scores(float[][] degrees, int cells) {
        float[] scores = new float[cells];
        scorer.score(degrees, cells, scores);
        return scores;
    }

    /** Available shares of the scored cells; null where they are available whole and none is scored again. */
    private float[] shares(Bands.Band band, Mask eligible, Mask scored) {
        float[] shares = land.shares(band);
        if (shares != null) {
            Selection.keep(shares, eligible, scored);
        } else if (wanted.scores()) {
            shares = new float[scored.count()];
            Arrays.fill(shares, 1);
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

    /** Positions of the wanted areas that have cells in a band. */
    static List<Integer> sitesIn(Bands.Band band, List<SiteArea> areas, BitSet wanted) {
        List<Integer> sites = new ArrayList<>();
        int end = band.row() + band.grid().rows();
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Patch patch = areas.get(i).cells();
            if (patch.firstRow() < end && patch.lastRow() >= band.row()) {
                sites.add(i);
            }
        }
        return sites;
    }

    /** The sites that anything is wanted of. */
    private BitSet sites() {
        BitSet sites = (BitSet) wanted.summed().clone();
        sites.or(wanted.placed());
        if (wanted.scores()) {
            sites.set(0, areas.size());
        }
        return sites;
    }

    private SiteTally count(int site, Cells cells) {
        SiteTally tally = tally(land, carbon, zones);
        Bands.Band band = cells.band();
        int shift = band.row() * band.grid().columns();
        boolean summed = wanted.summed().get(site);
        boolean placed = wanted.placed().get(site);
        areas.get(site)
                .cells()
                .rows(band.row(), band.row() + band.grid().rows())
                .forEachRun((from, to) -> {
                    sum(cells, cells.before(from - shift), cells.before(to - shift), summed, tally.sums());
                    if (placed) {
                        cells.places().forEach(from, to, (first, end, stratum, zone) -> {
                            double share = cells.share(first - shift, end - shift);
                            tally.zones()[zone] += share;
                            if (stratum != StratumMap.NONE) {
                                tally.strata()[stratum - 1] += share;
                            }
                        });
                    }
                    if (summed && wanted.counts()) {
                        compare(from, to, shift, cells, tally);
                    }
                });
        return tally;
    }

    private void sum(Cells cells, int from, int to, boolean summed, SiteSums sums) {
        if (wanted.scores()) {
            sums.addScores(cells.shares(), cells.scores(), from, to);
        }
        if (!summed) {
            return;
        }
        if (wanted.counts()) {
            sums.addCells(cells.shares(), from, to);
        }
        if (wanted.hours()) {
            sums.addHours(cells.shares(), cells.hours(), from, to);
        }
        for (int i = 0; i < memberships.length; i++) {
            if (wanted.criteria()[i]) {
                sums.add(i, cells.shares(), cells.values()[i], cells.memberships()[i], from, to);
            }
        }
    }

    /** Counts cells where rules could not be decided, and those that other rule sets leave too. */
    private void compare(int from, int to, int shift, Cells cells, SiteTally tally) {
        int n = cells.before(from - shift);
        for (int cell = cells.scored().next(from - shift, to - shift);
                cell >= 0;
                cell = cells.scored().next(cell + 1, to - shift)) {
            float share = cells.shares()[n++];
            if (land.unknown().get(cell + shift)) {
                tally.sums().addUnknown(share);
            }
            for (int i = 0; i < tally.others().length; i++) {
                tally.others()[i] += land.others().get(i).get(cell + shift) ? share : 0;
            }
        }
    }
}
