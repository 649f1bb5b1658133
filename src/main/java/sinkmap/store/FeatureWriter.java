package sinkmap.store;

/**
 * Writes features to a layer in one transaction. Nothing is seen by others before {@link #commit()}; closing without it
 * leaves the layer as it was.
 */
public interface FeatureWriter extends AutoCloseable {

    /** Adds a feature; its id is ignored, its geometry must be in the layer's CRS. */
    void add(Feature feature);

    /** Makes all added features visible at once and returns their number. */
    long commit();

    @Override
    void close();
}
