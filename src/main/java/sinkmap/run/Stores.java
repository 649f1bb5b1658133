package sinkmap.run;

import sinkmap.store.CellCache;
import sinkmap.store.FeatureEdits;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;

/** Where runs read from and write to. */
record Stores(FeatureStore features, FeatureEdits edits, RasterStore rasters, LoadStore loads, CellCache cache) {}
