package sinkmap.store;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.FeatureLayer;

/** Features of every layer, in H2GIS or PostGIS. One table a layer. */
public class FeatureStore {

    /** Whether loading takes the place of what a layer holds or adds to it. */
    public enum Mode {
        REPLACE,
        APPEND
    }

    /** Streams features; close the cursor. */
    public FeatureCursor open(FeatureQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Number of features that the query matches, whatever its page. */
    public long count(FeatureQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Bounds of a layer's (current) features in the layer's CRS; empty when it has none. */
    public Optional<Envelope> findExtent(FeatureLayer layer) {
        throw new UnsupportedOperationException();
    }

    /** Starts loading an input layer. */
    public FeatureWriter write(FeatureLayer layer, Mode mode) {
        throw new UnsupportedOperationException();
    }

    /** Adds results of a run to a derived layer; they are seen once {@link RunStore#complete} has made the run current. */
    public FeatureWriter write(FeatureLayer layer, String run) {
        throw new UnsupportedOperationException();
    }
}
