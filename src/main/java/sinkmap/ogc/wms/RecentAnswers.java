package sinkmap.ogc.wms;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that were given lately, up to a number of bytes: the one not asked for the longest goes first. An answer counts as
 * long as the state that it was made from is the same. For many threads.
 *
 * @param <K> what was asked
 */
final class RecentAnswers<K> {

    /** What an entry takes besides the answer, about. */
    private static final int ENTRY_bytes = 500;

    /** Answers larger than this part of all are not kept. */
    private static final int PART = 4;

    private final long most_bytes;
    private final Map<K, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Answer(String state, byte[] content) {

        long bytes() {
            return content.length + ENTRY_bytes;
        }
    }

    /** Makes an answer. */
    @FunctionalInterface
    interface Maker<E extends Exception> {
        byte[] make() throws E;
    }

    RecentAnswers(long most_bytes) {
        this.most_bytes = most_bytes;
    }

    /** The answer, made where there is none of that state. Two that ask at once may both make it. Not to be changed. */
    <E extends Exception> byte[] get(K asked, String state, Maker<E> maker) throws E {
        Optional<byte[]> known = find(asked, state);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] made = maker.make();
        put(asked, new Answer(state, made));
        return made;
    }

    private synchronized Optional<byte[]> find(K asked, String state) {
        return Optional.ofNullable(answers.get(asked))
                .filter(answer -> answer.state().equals(state))
                .map(Answer::content);
    }

    private synchronized void put(K asked, Answer answer) {
        if (answer.bytes() > most_bytes / PART) {
            return;
        }
        Answer old = answers.put(asked, answer);
        bytes += answer.bytes() - (old == null ? 0 : old.bytes());
        Iterator<Answer> oldest = answers.values().iterator();
        while (bytes > most_bytes && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Memory that all answers take, about. */
    synchronized long bytes() {
        return bytes;
    }
}
