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
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;

/**
 * Keys under which intermediate results of runs are kept. A key names all that a result depends on: the version, the
 * definitions of the input layers, the grid, the question, and the files that the layers hold.
 */
final class CacheKeys {

    /** To be changed when what is kept means something else. */
    private static final String FORMAT = "2";

    private final Catalog catalog;
    private final LoadStore loads;
    private final String definitions;

    CacheKeys(Catalog catalog, LoadStore loads) {
        this.catalog = catalog;
        this.loads = loads;
        this.definitions = Definitions.hashOfInputs(catalog.directory());
    }

    /**
     * The key of a question.
     *
     * @param question the question with its numbers, grid included
     * @param layers the layers that the answer rests on
     * @return nothing where the content of a layer has no checksum, as when it is edited or computed
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
            List<LoadRecord> files = loads.listCurrent(id);
            boolean edited = layer instanceof FeatureLayer features && features.editable();
            if (layer.derived() || edited || files.isEmpty()) {
                return Optional.empty();
            }
            text.append('\n').append(id);
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
