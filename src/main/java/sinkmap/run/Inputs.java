package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Quality;
import sinkmap.store.EditState;
import sinkmap.store.LoadRecord;

/** The layers that a run has used, with what they held when it began, and the definitions. */
final class Inputs {

    private final LayerStates states;
    private final String definitions;
    private final Map<String, Layer> used = new TreeMap<>();

    Inputs(Catalog catalog, Stores stores) {
        this.states = LayerStates.now(catalog, stores.loads(), stores.edits());
        this.definitions = Definitions.hash(catalog.directory());
    }

    /**
     * A file that a layer holds.
     *
     * @param layer layer id
     * @param file name of the file; null when nothing was loaded into the layer
     * @param checksum SHA-256 of it
     * @param quality quality of the layer
     * @param edits how far edits of the layer had come; null where it takes none
     */
    record Input(String layer, String file, String checksum, String quality, EditState edits) {}

    /** Hash of the definitions at the start of the run. */
    String definitions() {
        return definitions;
    }

    /** What layers held before the run read anything. */
    LayerStates states() {
        return states;
    }

    void use(Layer layer) {
        used.put(layer.id(), layer);
    }

    /** One entry a file, in the order of layer ids and loads. */
    List<Input> list() {
        List<Input> inputs = new ArrayList<>();
        for (Layer layer : used.values()) {
            List<LoadRecord> current = states.files(layer.id());
            String quality = name(layer.about().quality());
            EditState edits = states.edits(layer.id()).orElse(null);
            if (current.isEmpty()) {
                inputs.add(new Input(layer.id(), null, null, quality, edits));
            }
            for (LoadRecord load : current) {
                inputs.add(new Input(layer.id(), load.file(), load.checksum(), quality, edits));
            }
        }
        return inputs;
    }

    /** The worst quality among the layers used: official, published or illustrative. */
    String quality() {
        return name(used.values().stream()
                .map(layer -> layer.about().quality())
                .max(Quality::compareTo)
                .orElse(Quality.ILLUSTRATIVE));
    }

    private static String name(Quality quality) {
        return quality.name().toLowerCase(Locale.ROOT);
    }
}
