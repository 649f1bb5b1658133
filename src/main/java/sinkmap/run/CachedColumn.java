package sinkmap.run;

import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.store.CellCache;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/**
 * A number for each eligible cell of a land, and a mask of the cells that have one: found from an earlier run, or written in
 * this one.
 */
final class CachedColumn implements AutoCloseable {

    private final CellSink sink;
    private final CellSink presenceSink;
    private CellSource source;
    private CellSource presence;

    /**
     * A column.
     *
     * @param key where it is kept; a key of this run alone when it cannot serve another
     * @param count number of eligible cells
     * @param land all cells
     */
    CachedColumn(CellCache cache, String key, long count, Grid land) {
        String presenceKey = CacheKeys.once(key + " present");
        long words = words(land);
        Optional<CellSource> found = cache.find(key).filter(entry -> entry.count() == count);
        Optional<CellSource> present = cache.find(presenceKey).filter(entry -> entry.count() == words);
        boolean known = found.isPresent() && present.isPresent();
        this.source = known ? found.get() : null;
        this.presence = known ? present.get() : null;
        this.sink = known ? null : cache.create(key, count);
        this.presenceSink = known ? null : cache.createWords(presenceKey, words);
    }

    private static long words(Grid grid) {
        return (grid.size() + Long.SIZE - 1L) / Long.SIZE;
    }

    /** Whether it is known already. */
    boolean known() {
        return source != null;
    }

    /** Adds the numbers of the next eligible cells, NaN for none; {@code present} is the mask of the others in the window. */
    void write(float[] values, Mask present) {
        sink.write(values, 0, values.length);
        presenceSink.write(present.toWords(), 0, present.toWords().length);
    }

    /** Ends the writing. */
    void commit() {
        if (source == null) {
            source = sink.commit();
            presence = presenceSink.commit();
        }
    }

    /** Numbers from a cell on. */
    float[] read(long from, int count) {
        float[] values = new float[count];
        read(from, count, values);
        return values;
    }

    /** The same into an array. */
    void read(long from, int count, float[] values) {
        source.read(from, values, 0, count);
    }

    /** The cells of a band that have a number. */
    Mask present(Bands.Band band) {
        long[] words = new long[(int) words(band.grid())];
        presence.read((long) band.row() * band.grid().columns() / Long.SIZE, words, 0, words.length);
        return Mask.ofWords(band.grid(), words);
    }

    @Override
    public void close() {
        if (sink != null) {
            sink.close();
            presenceSink.close();
        }
    }
}
