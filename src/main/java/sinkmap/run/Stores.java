package sinkmap.run;

import sinkmap.store.BandStacks;
import sinkmap.store.CellCache;
import sinkmap.store.FeatureEdits;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;

/** Where runs read from and write to. */
record Stores(
        FeatureStore features,
        FeatureEdits edits,
        RasterStore rasters,
        BandStacks stacks,
        LoadStore loads,
        CellCache cache) {}
