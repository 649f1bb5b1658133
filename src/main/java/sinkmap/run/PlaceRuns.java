package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sinkmap.grid.Grid;
import sinkmap.sink.StratumMap;
import sinkmap.store.CellCache;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/**
 * Which stratum and which zone the cells of a land lie in, as runs of cells in row-major order: found from an earlier run, or
 * worked out and kept. They hang neither on rules nor on sites.
 */
final class PlaceRuns {

    private static final int END_bit = 32;
    private static final int STRATUM_bit = 16;
    private static final int CODE = 0xFFFF;

    /** By run, the cell after its last, the code of its stratum, the number of its zone; from the highest bits down. */
    private final long[] runs;

    private PlaceRuns(long[] runs) {
        this.runs = runs;
    }

    /** Sees cells that lie next to each other in one place. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Cells from one (inclusive) to another (exclusive).
         *
         * @param stratum code of their stratum, {@link StratumMap#NONE} in none
         * @param zone number of their zone, 0 in none
         */
        void visit(int from, int to, int stratum, int zone);
    }

    /** Finds the runs of a land, or works them out. */
    static PlaceRuns of(
            List<Bands.Band> bands,
            Optional<SiteCarbon> carbon,
            Optional<ZoneMap> zones,
            CellCache cache,
            Optional<String> key,
            Stages stages) {
        Optional<CellSource> known = key.flatMap(cache::find);
        if (known.isPresent()) {
            long[] runs = new long[(int) known.get().count()];
            known.get().read(0, runs, 0, runs.length);
            return new PlaceRuns(runs);
        }
        List<long[]> found = new ArrayList<>();
        Bands.each(bands, stages, band -> runs(band, carbon, zones), (band, of) -> found.add(of));
        long[] runs = found.stream().flatMapToLong(LongStream::of).toArray();
        key.ifPresent(name -> keep(runs, cache, name));
        return new PlaceRuns(runs);
    }

    private static void keep(long[] runs, CellCache cache, String key) {
        try (CellSink sink = cache.createWords(key, runs.length)) {
            sink.write(runs, 0, runs.length);
            sink.commit();
        }
    }

    /** Where the runs of a land are kept; nowhere when it rests on what has no name. */
    static Optional<String> key(CacheKeys keys, Optional<AccountPlan> account, Grid land) {
        return account.flatMap(of -> keys.find(
                "strata " + of.strata() + " and zones by " + of.cities().name() + " on " + land,
                Stream.concat(
                                of.sinks().stream().map(sink -> sink.layer().id()),
                                Stream.of(of.cities().layer().id()))
                        .toList()));
    }

    private static long[] runs(Bands.Band band, Optional<SiteCarbon> carbon, Optional<ZoneMap> zones) {
        StratumMap strata = carbon.map(of -> of.on(band.grid())).orElse(null);
        short[] numbers = zones.map(of -> of.on(band.grid())).orElse(null);
        long first = (long) band.row() * band.grid().columns();
        LongStream.Builder runs = LongStream.builder();
        int last = place(0, strata, numbers);
        int size = band.grid().size();
        for (int cell = 1; cell < size; cell++) {
            int place = place(cell, strata, numbers);
            if (place != last) {
                runs.add(first + cell << END_bit | last);
                last = place;
            }
        }
        return runs.add(first + size << END_bit | last).build().toArray();
    }

    private static int place(int cell, StratumMap strata, short[] zones) {
        int stratum = strata == null ? StratumMap.NONE : strata.code(cell);
        return stratum << STRATUM_bit | (zones == null ? 0 : zones[cell]);
    }

    /** Visits some cells of the land, place by place. */
    void forEach(int from, int to, Visitor visitor) {
        int run = runOf(from);
        for (int at = from; at < to; run++) {
            int end = Math.min(to, end(run));
            visitor.visit(at, end, (int) (runs[run] >> STRATUM_bit & CODE), (int) (runs[run] & CODE));
            at = end;
        }
    }

    private int end(int run) {
        return (int) (runs[run] >>> END_bit);
    }

    /** The run that holds a cell. */
    private int runOf(int cell) {
        int low = 0;
        int high = runs.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) > cell) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
