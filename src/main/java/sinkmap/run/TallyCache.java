package sinkmap.run;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import sinkmap.siting.Criterion;
import sinkmap.siting.Plan;
import sinkmap.store.CellCache;

/**
 * What was counted in sites, kept for runs that cut the same sites out of the same land: those with other weights count
 * nothing, those with another membership look at that criterion alone.
 */
final class TallyCache {

    private final CellCache cache;
    private final ScreenedCache land;
    private final Plan plan;
    private final Optional<AccountPlan> account;

    /**
     * A cache.
     *
     * @param land names the land
     * @param plan cuts the sites out of it
     * @param account names strata and zones
     */
    TallyCache(CellCache cache, ScreenedCache land, Plan plan, Optional<AccountPlan> account) {
        this.cache = cache;
        this.land = land;
        this.plan = plan;
        this.account = account;
    }

    /** Fills in what is known, and says what is left to count. */
    CountingPass.Wanted restore(SiteTally[] tallies) {
        boolean[] criteria = new boolean[plan.criteria().size()];
        for (int i = 0; i < criteria.length; i++) {
            int criterion = i;
            criteria[i] = !restore(
                    criterionKey(i), tallies, 2, (tally, sums) -> tally.sums().restore(criterion, sums));
        }
        int places = tallies.length == 0 ? 0 : places(tallies[0]).length;
        int cells = tallies.length == 0 ? 0 : cells(tallies[0]).length;
        return new CountingPass.Wanted(
                !restore(cellsKey(), tallies, cells, TallyCache::restoreCells),
                criteria,
                places > 0 && !restore(placesKey(), tallies, places, TallyCache::restorePlaces),
                !plan.weighting().aggregation().linear());
    }

    /** Keeps what was counted. */
    void keep(SiteTally[] tallies, CountingPass.Wanted counted) {
        if (counted.cells()) {
            keep(cellsKey(), tallies, TallyCache::cells);
        }
        if (counted.places()) {
            keep(placesKey(), tallies, TallyCache::places);
        }
        for (int i = 0; i < counted.criteria().length; i++) {
            int criterion = i;
            if (counted.criteria()[i]) {
                keep(criterionKey(i), tallies, tally -> tally.sums().toArray(criterion));
            }
        }
    }

    private static double[] cells(SiteTally tally) {
        return join(tally.sums().toArray(), tally.others());
    }

    private static void restoreCells(SiteTally tally, double[] numbers) {
        int own = numbers.length - tally.others().length;
        tally.sums().restore(numbers);
        System.arraycopy(numbers, own, tally.others(), 0, tally.others().length);
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

    private Optional<String> cellsKey() {
        return key("cells, " + plan.figures().yield(), List.of());
    }

    private Optional<String> criterionKey(int i) {
        Criterion criterion = plan.criteria().get(i);
        return key(criterion.value() + " by " + criterion.membership(), List.of());
    }

    private Optional<String> placesKey() {
        return account.flatMap(of -> key(
                "strata " + of.strata() + " zones " + of.cities().layer().id() + " "
                        + of.cities().name(),
                Stream.concat(
                                of.sinks().stream().map(sink -> sink.layer().id()),
                                Stream.of(of.cities().layer().id()))
                        .toList()));
    }

    private Optional<String> key(String what, List<String> layers) {
        return land.key(
                "sums of " + what + " in sites " + plan.sites() + " "
                        + plan.figures().density(),
                layers);
    }

    private boolean restore(
            Optional<String> key, SiteTally[] tallies, int numbers, BiConsumer<SiteTally, double[]> to) {
        Optional<byte[]> found =
                key.flatMap(cache::findBytes).filter(bytes -> bytes.length == tallies.length * numbers * Double.BYTES);
        if (found.isEmpty()) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(found.get());
        for (SiteTally tally : tallies) {
            double[] of = new double[numbers];
            for (int i = 0; i < numbers; i++) {
                of[i] = bytes.getDouble();
            }
            to.accept(tally, of);
        }
        return true;
    }

    private void keep(Optional<String> key, SiteTally[] tallies, Function<SiteTally, double[]> from) {
        if (key.isEmpty()) {
            return;
        }
        List<double[]> all = Stream.of(tallies).map(from).toList();
        ByteBuffer bytes =
                ByteBuffer.allocate(all.stream().mapToInt(of -> of.length).sum() * Double.BYTES);
        all.forEach(of -> DoubleStream.of(of).forEach(bytes::putDouble));
        cache.keep(key.get(), bytes.array());
    }
}
