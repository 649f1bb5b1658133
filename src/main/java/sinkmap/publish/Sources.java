package sinkmap.publish;

import sinkmap.catalog.Catalog;
import sinkmap.store.FeatureStore;
import sinkmap.store.PublishedRasters;
import sinkmap.store.PublishedUsers;
import sinkmap.store.PublishedViews;
import sinkmap.store.RasterStore;
import sinkmap.store.StoreSettings;

/**
 * What is published.
 *
 * @param catalog the layers
 * @param store where data are kept
 * @param features the features
 * @param rasters the rasters
 * @param views views of the features for the GeoServer
 * @param files files of the rasters for the GeoServer
 * @param users users who edit, for the GeoServer
 */
record Sources(
        Catalog catalog,
        StoreSettings store,
        FeatureStore features,
        RasterStore rasters,
        PublishedViews views,
        PublishedRasters files,
        PublishedUsers users) {}
