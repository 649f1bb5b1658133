package sinkmap.catalog;

/** A layer of the catalog: features or a raster. Inputs and results are declared alike. */
public sealed interface Layer permits FeatureLayer, RasterLayer {

    Description about();

    /**
     * Authority code of the CRS in which the content is stored. For features this is fixed by the layer; for a raster
     * it is only the CRS that capabilities state first: the file keeps its own.
     */
    String crs();

    default String id() {
        return about().id();
    }

    default Text title() {
        return about().title();
    }

    default boolean derived() {
        return about().role() == Role.DERIVED;
    }
}
