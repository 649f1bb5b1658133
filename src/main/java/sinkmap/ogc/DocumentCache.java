package sinkmap.ogc;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Documents that are kept as long as the features that they tell of are in one state, such as capabilities. */
public final class DocumentCache {

    /** Addresses come from clients, and each has its own documents. */
    private static final int MOST = 32;

    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    private record Document(String state, byte[] bytes) {}

    /** Writes a document. */
    @FunctionalInterface
    public interface Maker {
        void write(Writer writer) throws IOException;
    }

    /**
     * The document in UTF-8; not to be changed.
     *
     * @param key what tells it from others
     * @param state the state of all that it depends on, read before it is made
     */
    public byte[] get(String key, String state, Maker maker) throws IOException {
        Document known = documents.get(key);
        if (known != null && Objects.equals(known.state, state)) {
            return known.bytes;
        }
        StringWriter text = new StringWriter();
        maker.write(text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (documents.size() >= MOST) {
            documents.clear();
        }
        documents.put(key, new Document(state, bytes));
        return bytes;
    }
}
