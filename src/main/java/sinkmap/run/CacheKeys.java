package sinkmap.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.store.EditState;
import sinkmap.store.LoadRecord;

/**
 * Keys under which intermediate results of runs are kept. A key names all that a result depends on: the version, the
 * definitions of the input layers, the grid, the question, and what the layers held before the run read them.
 */
final class CacheKeys {

    /** To be changed when what is kept means something else. */
    private static final String FORMAT = "4";

    private final Catalog catalog;
    private final LayerStates states;
    private final String definitions;

    CacheKeys(Catalog catalog, LayerStates states) {
        this.catalog = catalog;
        this.states = states;
        this.definitions = Definitions.hashOfInputs(catalog.directory());
    }

    /**
     * The key of a question.
     *
     * @param question the question with its numbers, grid included
     * @param layers the layers that the answer rests on
     * @return nothing where the content of a layer has no name, as when it was not loaded from a file or is computed
     */
    Optional<String> find(String question, Collection<String> layers) {
        StringBuilder text = new StringBuilder(FORMAT)
                .append(Version.current())
                .append('\n')
                .append(definitions)
                .append('\n')
                .append(question);
        for (String id : new TreeSet<>(layers)) {
            Layer layer = catalog.getLayer(id);
            List<LoadRecord> files = states.files(id);
            Optional<EditState> edits = states.edits(id);
            if (layer.derived() || files.isEmpty() && edits.isEmpty()) {
                return Optional.empty();
            }
            text.append('\n').append(id);
            edits.ifPresent(state -> text.append(' ').append(state));
            files.forEach(
                    file -> text.append(" ").append(file.checksum()).append(" ").append(file.loaded()));
        }
        return Optional.of(hash(text.toString()));
    }

    /** A key for what serves one run only. */
    static String once(String text) {
        return hash(text);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 of some bytes. */
    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
