package sinkmap.run;

import java.util.Optional;
import sinkmap.store.CellCache;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/** A number for each eligible cell of a land: found from an earlier run, or written in this one. */
final class CachedColumn implements AutoCloseable {

    private final CellSink sink;
    private CellSource source;

    /**
     * A column.
     *
     * @param key where it is kept; a key of this run alone when it cannot serve another
     * @param count number of cells
     */
    CachedColumn(CellCache cache, String key, long count) {
        Optional<CellSource> found = cache.find(key).filter(entry -> entry.count() == count);
        this.source = found.orElse(null);
        this.sink = found.isPresent() ? null : cache.create(key, count);
    }

    /** Whether it is known already. */
    boolean known() {
        return source != null;
    }

    /** Adds the numbers of the next cells. */
    void write(float[] values) {
        sink.write(values, 0, values.length);
    }

    /** Ends the writing. */
    void commit() {
        if (source == null) {
            source = sink.commit();
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

    @Override
    public void close() {
        if (sink != null) {
            sink.close();
        }
    }
}
