package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Quality;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;

/** The layers that a run has used, with the files that they were loaded from, and the definitions. */
final class Inputs {

    private final LoadStore loads;
    private final String definitions;
    private final Map<String, Layer> used = new TreeMap<>();

    Inputs(Catalog catalog, LoadStore loads) {
        this.loads = loads;
        this.definitions = Definitions.hash(catalog.directory());
    }

    /**
     * A file that a layer holds.
     *
     * @param layer layer id
     * @param file name of the file; null when nothing was loaded into the layer
     * @param checksum SHA-256 of it
     * @param quality quality of the layer
     */
    record Input(String layer, String file, String checksum, String quality) {}

    /** Hash of the definitions at the start of the run. */
    String definitions() {
        return definitions;
    }

    void use(Layer layer) {
        used.put(layer.id(), layer);
    }

    /** One entry a file, in the order of layer ids and loads. */
    List<Input> list() {
        List<Input> inputs = new ArrayList<>();
        for (Layer layer : used.values()) {
            List<LoadRecord> current = loads.listCurrent(layer.id());
            String quality = name(layer.about().quality());
            if (current.isEmpty()) {
                inputs.add(new Input(layer.id(), null, null, quality));
            }
            for (LoadRecord load : current) {
                inputs.add(new Input(layer.id(), load.file(), load.checksum(), quality));
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
