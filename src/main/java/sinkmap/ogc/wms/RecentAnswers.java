package sinkmap.ogc.wms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers that were given lately, a bounded number of them: the one not asked for the longest goes first. An answer counts as
 * long as the state that it was made from is the same.
 *
 * @param <K> what was asked
 */
final class RecentAnswers<K> {

    private final Map<K, Answer> answers;

    private record Answer(String state, byte[] bytes) {}

    RecentAnswers(int most) {
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Answer> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer, made where there is none of that state. Two that ask at once may both make it. */
    byte[] get(K asked, String state, Supplier<byte[]> make) {
        synchronized (answers) {
            Answer known = answers.get(asked);
            if (known != null && known.state().equals(state)) {
                return known.bytes();
            }
        }
        byte[] bytes = make.get();
        synchronized (answers) {
            answers.put(asked, new Answer(state, bytes));
        }
        return bytes;
    }
}
