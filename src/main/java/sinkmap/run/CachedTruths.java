package sinkmap.run;

import java.util.LinkedHashMap;
import java.util.Map;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.siting.Term;
import sinkmap.siting.Truth;
import sinkmap.siting.Truths;
import sinkmap.store.CellCache;
import sinkmap.store.CellSink;
import sinkmap.store.CellSource;

/**
 * Where the rules of a run hold on its land: found from an earlier run, or worked out and kept for a later one. So a run
 * that changes one rule works out that one.
 */
final class CachedTruths implements AutoCloseable {

    private final CellCache cache;
    private final CacheKeys keys;
    private final Grid land;
    private final String place;
    private final String run;
    private final Map<Term, Entry> entries = new LinkedHashMap<>();

    /** A rule's truth; sources of an earlier run, or sinks for a later one. */
    private static final class Entry {
        private CellSource yes;
        private CellSource unknown;
        private CellSink yesSink;
        private CellSink unknownSink;
    }

    /**
     * Truths on a land.
     *
     * @param land the cells that are screened
     * @param place what else the truths on the land depend on
     * @param run id of the run, for truths that cannot serve another
     */
    CachedTruths(CellCache cache, CacheKeys keys, Grid land, String place, String run) {
        this.cache = cache;
        this.keys = keys;
        this.land = land;
        this.place = place;
        this.run = run;
    }

    /** Looks for the truth of a rule, or makes room to keep it. */
    void add(Term term) {
        if (entries.containsKey(term)) {
            return;
        }
        Entry entry = new Entry();
        entries.put(term, entry);
        String yes = key(term, "yes");
        String unknown = key(term, "unknown");
        boolean everKnown = term.leaves().allMatch(Term.Within.class::isInstance);
        entry.yes = cache.find(yes).orElse(null);
        entry.unknown = everKnown ? null : cache.find(unknown).orElse(null);
        if (entry.yes == null || !everKnown && entry.unknown == null) {
            entry.yes = null;
            entry.unknown = null;
            long words = (land.size() + 63L) >>> 6;
            entry.yesSink = cache.createWords(yes, words);
            entry.unknownSink = everKnown ? null : cache.createWords(unknown, words);
        }
    }

    private String key(Term term, String what) {
        return keys.find(
                        what + " " + term + " on " + land + " " + place,
                        term.layers().toList())
                .orElse(CacheKeys.once(run + " " + what + " " + term));
    }

    /**
     * The truths on a window over the whole width of the land.
     *
     * @param window the window, whose first cell begins a word
     * @param worker works out what is not known yet
     * @param found takes what was worked out
     */
    Truths on(Grid window, Truths worker, Map<Term, Truth> found) {
        return (rule, term) -> {
            Entry entry = entries.get(term);
            if (entry != null && entry.yes != null) {
                return new Truth(read(entry.yes, window), read(entry.unknown, window));
            }
            Truth truth = found.get(term);
            if (truth == null) {
                truth = worker.of(rule, term);
                found.put(term, truth);
            }
            return truth.copy();
        };
    }

    private Mask read(CellSource source, Grid window) {
        if (source == null) {
            return new Mask(window);
        }
        long[] words = new long[(window.size() + 63) >>> 6];
        source.read((long) land.row(window.y(0)) * land.columns() >>> 6, words, 0, words.length);
        return Mask.ofWords(window, words);
    }

    /** Keeps what was worked out in a window; windows come in their order. */
    void take(Map<Term, Truth> found) {
        entries.forEach((term, entry) -> {
            Truth truth = found.get(term);
            if (entry.yesSink != null && truth != null) {
                write(truth.yes(), entry.yesSink);
                if (entry.unknownSink != null) {
                    write(truth.unknown(), entry.unknownSink);
                }
            }
        });
    }

    private static void write(Mask mask, CellSink sink) {
        sink.write(mask.toWords(), 0, mask.toWords().length);
    }

    /** Ends a way through all windows: what was worked out for these rules is known from now on. */
    void commit(Iterable<Term> terms) {
        for (Term term : terms) {
            Entry entry = entries.get(term);
            if (entry.yesSink != null) {
                entry.yes = entry.yesSink.commit();
                entry.yesSink.close();
                entry.yesSink = null;
                if (entry.unknownSink != null) {
                    entry.unknown = entry.unknownSink.commit();
                    entry.unknownSink.close();
                    entry.unknownSink = null;
                }
            }
        }
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> {
            if (entry.yesSink != null) {
                entry.yesSink.close();
            }
            if (entry.unknownSink != null) {
                entry.unknownSink.close();
            }
        });
    }
}
