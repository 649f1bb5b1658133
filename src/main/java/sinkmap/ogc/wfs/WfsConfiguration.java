package sinkmap.ogc.wfs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsService;
import sinkmap.store.FeatureEdits;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;

/** The beans of the feature service. */
@Configuration(proxyBeanMethods = false)
class WfsConfiguration {

    @Bean
    OwsService wfs(
            Catalog catalog, FeatureStore features, FeatureEdits edits, RasterStore rasters, OgcSettings settings) {
        Wfs reading = new Wfs(catalog, features, new Extents(catalog, features, rasters), settings);
        return new EditingWfs(reading, new FeatureTypes(catalog), features, edits);
    }
}
