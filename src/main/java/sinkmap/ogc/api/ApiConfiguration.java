package sinkmap.ogc.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Gate;
import sinkmap.ogc.OgcSettings;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;

/** The beans of the OGC API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiConfiguration {

    @Bean
    Collections collections(Catalog catalog, FeatureStore features, RasterStore rasters) {
        return new Collections(catalog, features, new Extents(catalog, features, rasters));
    }

    @Bean
    ApiHeaders apiHeaders() {
        return new ApiHeaders();
    }

    @Bean
    ApiEdge apiEdge(OgcSettings settings, Gate gate) {
        return new ApiEdge(settings, gate);
    }

    @Bean
    VectorTiles vectorTiles(Collections collections, FeatureStore features, ApiSettings settings, Gate gate) {
        return new VectorTiles(collections, features, settings, gate);
    }
}
