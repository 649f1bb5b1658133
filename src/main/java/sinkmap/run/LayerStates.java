package sinkmap.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.store.EditState;
import sinkmap.store.FeatureEdits;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;

/**
 * What input layers held at one moment: the files that were loaded into them, and the edits since. A run takes it before it
 * reads anything, so that what it reads is never older than what it says it has read.
 */
final class LayerStates {

    private final Map<String, List<LoadRecord>> files;
    private final Map<String, EditState> edits = new HashMap<>();

    private LayerStates(Catalog catalog, LoadStore loads, FeatureEdits changes) {
        for (Layer layer : catalog.listLayers()) {
            if (isEdited(layer)) {
                edits.put(layer.id(), changes.state((FeatureLayer) layer));
            }
        }
        this.files = loads.listCurrent().stream().collect(Collectors.groupingBy(LoadRecord::layer));
    }

    static LayerStates now(Catalog catalog, LoadStore loads, FeatureEdits changes) {
        return new LayerStates(catalog, loads, changes);
    }

    private static boolean isEdited(Layer layer) {
        return layer instanceof FeatureLayer features && features.editable() && !layer.derived();
    }

    /** The files that made up what a layer held, oldest first. */
    List<LoadRecord> files(String layer) {
        return files.getOrDefault(layer, List.of());
    }

    /** How far the edits of a layer had come; empty where it takes none. */
    Optional<EditState> edits(String layer) {
        return Optional.ofNullable(edits.get(layer));
    }
}
