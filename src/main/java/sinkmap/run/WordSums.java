package sinkmap.run;

import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.store.CellCache;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/**
 * Two sums over the eligible cells of each word of a land, 64 cells of its row-major order: found from an earlier run, or
 * written in this one. They do not hang on rules, sites or weights, so that a run that changes one of these looks only at the
 * words that an edge goes through.
 */
final class WordSums implements AutoCloseable {

    private final CellSink sink;
    private CellSource source;

    /** Sums under a key, over a land. */
    WordSums(CellCache cache, String key, Grid land) {
        long count = 2L * words(land);
        Optional<CellSource> found = cache.find(key).filter(entry -> entry.count() == count);
        this.source = found.orElse(null);
        this.sink = found.isPresent() ? null : cache.createWords(key, count);
    }

    private static int words(Grid grid) {
        return (grid.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** Whether they are known already. */
    boolean known() {
        return source != null;
    }

    /** Adds the sums of the next band, two a word. */
    void write(double[] sums) {
        long[] bits = new long[sums.length];
        for (int i = 0; i < sums.length; i++) {
            bits[i] = Double.doubleToRawLongBits(sums[i]);
        }
        sink.write(bits, 0, bits.length);
    }

    /** Ends the writing. */
    void commit() {
        if (source == null) {
            source = sink.commit();
        }
    }

    /** The sums of a band, two a word. */
    double[] read(Bands.Band band) {
        long[] bits = new long[2 * words(band.grid())];
        source.read((long) band.row() * band.grid().columns() / Long.SIZE * 2, bits, 0, bits.length);
        double[] sums = new double[bits.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Double.longBitsToDouble(bits[i]);
        }
        return sums;
    }

    @Override
    public void close() {
        if (sink != null) {
            sink.close();
        }
    }
}
