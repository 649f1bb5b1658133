package sinkmap.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import sinkmap.grid.Patch;
import sinkmap.siting.Criterion;
import sinkmap.siting.Plan;
import sinkmap.siting.SiteArea;
import sinkmap.store.CellCache;

/**
 * What was counted in sites, kept by the cells of each: a run with other weights counts nothing, one with another membership
 * looks at that criterion alone, one with other rules or sites looks at the sites that have become others.
 */
final class TallyCache {

    /** So many sites of earlier runs are kept beside those of the last. */
    private static final int EARLIER = 2000;

    private static final int NAME_bytes = 32;

    private final CellCache cache;
    private final ScreenedCache screened;
    private final ScreenedLand land;
    private final Plan plan;
    private final Optional<AccountPlan> account;
    /** By site, a name of its available cells. */
    private final List<ByteBuffer> names;

    private final Part hours;
    private final Part counts;
    private final List<Part> criteria = new ArrayList<>();
    private final Part places;

    /** Some numbers of a site, and what is known of them by the name of its cells. */
    private record Part(
            Optional<String> key,
            Function<SiteTally, double[]> from,
            BiConsumer<SiteTally, double[]> to,
            Map<ByteBuffer, double[]> known) {}

    /**
     * A cache.
     *
     * @param screened names what the shares of cells that are screened in parts hang on
     * @param account names strata and zones
     * @param areas the sites
     */
    TallyCache(
            CellCache cache,
            ScreenedCache screened,
            ScreenedLand land,
            Optional<AccountPlan> account,
            List<SiteArea> areas) {
        this.cache = cache;
        this.screened = screened;
        this.land = land;
        this.plan = land.plan();
        this.account = account;
        this.names = areas.parallelStream()
                .map(area -> name(area.available(land.scored())))
                .toList();
        this.hours = part(
                sumKey(land.resource(), "hours, " + plan.figures().yield()),
                tally -> tally.sums().hoursToArray(),
                (tally, numbers) -> tally.sums().restoreHours(numbers));
        this.counts = part(
                screened.key("cells of sites"),
                tally -> join(tally.sums().cellsToArray(), tally.others()),
                TallyCache::restoreCounts);
        for (int i = 0; i < plan.criteria().size(); i++) {
            int of = i;
            Criterion criterion = plan.criteria().get(i);
            criteria.add(part(
                    sumKey(i, criterion.value() + " by " + criterion.membership()),
                    tally -> tally.sums().toArray(of),
                    (tally, numbers) -> tally.sums().restore(of, numbers)));
        }
        this.places = part(placesKey(), TallyCache::places, TallyCache::restorePlaces);
    }

    private static ByteBuffer name(Patch cells) {
        ByteBuffer runs = ByteBuffer.allocate(2 * Integer.BYTES * cells.runs());
        cells.forEachRun((from, to) -> runs.putInt(from).putInt(to));
        return ByteBuffer.wrap(CacheKeys.digest(runs.array()));
    }

    /** Fills in what is known, and says what is left to count; cells that are available whole are never known. */
    CountingPass.Wanted restore(SiteTally[] tallies) {
        BitSet summed = new BitSet();
        sums().forEach(part -> summed.or(missing(part)));
        boolean[] wanted = new boolean[criteria.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = restore(criteria.get(i), tallies, summed);
        }
        BitSet placed = account.isPresent() ? missing(places) : new BitSet();
        restore(places, tallies, placed);
        return new CountingPass.Wanted(
                !land.whole() && restore(counts, tallies, summed),
                restore(hours, tallies, summed),
                wanted,
                !plan.weighting().aggregation().linear(),
                summed,
                placed);
    }

    /** What is summed over the cells of sites. */
    private List<Part> sums() {
        List<Part> sums = new ArrayList<>(criteria);
        sums.add(hours);
        if (!land.whole()) {
            sums.add(counts);
        }
        return sums;
    }

    /** The sites that a part is not known of. */
    private BitSet missing(Part part) {
        BitSet missing = new BitSet();
        for (int site = 0; site < names.size(); site++) {
            missing.set(site, !part.known.containsKey(names.get(site)));
        }
        return missing;
    }

    /** Fills in a part, unless it is counted: where it is not known of all sites, it is counted at all that are looked at. */
    private boolean restore(Part part, SiteTally[] tallies, BitSet looked) {
        boolean counted = !missing(part).isEmpty();
        for (int site = 0; site < tallies.length; site++) {
            double[] known = part.known.get(names.get(site));
            if (known != null && !(counted && looked.get(site))) {
                part.to.accept(tallies[site], known);
            }
        }
        return counted;
    }

    /** Keeps what was counted. */
    void keep(SiteTally[] tallies, CountingPass.Wanted counted) {
        if (counted.hours()) {
            keep(hours, tallies);
        }
        if (counted.counts()) {
            keep(counts, tallies);
        }
        if (counted.places()) {
            keep(places, tallies);
        }
        for (int i = 0; i < counted.criteria().length; i++) {
            if (counted.criteria()[i]) {
                keep(criteria.get(i), tallies);
            }
        }
    }

    private static void restoreCounts(SiteTally tally, double[] numbers) {
        tally.sums().restoreCells(numbers);
        System.arraycopy(numbers, numbers.length - tally.others().length, tally.others(), 0, tally.others().length);
    }

    private static double[] places(SiteTally tally) {
        return join(tally.strata(), tally.zones());
    }

    private static void restorePlaces(SiteTally tally, double[] numbers) {
        int strata = tally.strata().length;
        System.arraycopy(numbers, 0, tally.strata(), 0, strata);
        System.arraycopy(numbers, strata, tally.zones(), 0, tally.zones().length);
    }

    private static double[] join(double[] first, double[] second) {
        return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                .toArray();
    }

    /** Sums over cells that are available whole hang on their values alone. */
    private Optional<String> sumKey(int column, String what) {
        return land.whole()
                ? Optional.of(CacheKeys.once(land.key(column) + " in sites " + what))
                : screened.key("sums of " + what + " in sites");
    }

    private Optional<String> placesKey() {
        Optional<String> map = PlaceRuns.key(screened.keys(), account, land.window());
        return land.whole()
                ? map.map(key -> CacheKeys.once(key + " in sites"))
                : map.flatMap(key -> screened.key("places by " + key + " in sites"));
    }

    private Part part(Optional<String> key, Function<SiteTally, double[]> from, BiConsumer<SiteTally, double[]> to) {
        return new Part(
                key,
                from,
                to,
                key.flatMap(cache::findBytes).map(TallyCache::read).orElseGet(Map::of));
    }

    private static Map<ByteBuffer, double[]> read(byte[] found) {
        ByteBuffer bytes = ByteBuffer.wrap(found);
        int count = bytes.getInt();
        Map<ByteBuffer, double[]> all = new HashMap<>();
        while (bytes.hasRemaining()) {
            byte[] name = new byte[NAME_bytes];
            bytes.get(name);
            double[] numbers = new double[count];
            bytes.asDoubleBuffer().get(numbers);
            bytes.position(bytes.position() + count * Double.BYTES);
            all.put(ByteBuffer.wrap(name), numbers);
        }
        return all;
    }

    private void keep(Part part, SiteTally[] tallies) {
        if (part.key.isEmpty() || tallies.length == 0) {
            return;
        }
        Map<ByteBuffer, double[]> all = new LinkedHashMap<>();
        for (int site = 0; site < tallies.length; site++) {
            all.put(names.get(site), part.from.apply(tallies[site]));
        }
        part.known.entrySet().stream().limit(EARLIER).forEach(of -> all.putIfAbsent(of.getKey(), of.getValue()));
        int count = all.values().iterator().next().length;
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + all.size() * (NAME_bytes + count * Double.BYTES));
        bytes.putInt(count);
        all.forEach((name, numbers) -> {
            bytes.put(name.duplicate());
            DoubleStream.of(numbers).forEach(bytes::putDouble);
        });
        cache.keep(part.key.get(), bytes.array());
    }
}
