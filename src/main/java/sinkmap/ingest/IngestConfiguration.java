package sinkmap.ingest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
class IngestConfiguration {

    @Bean
    Ingest ingest(
            Catalog catalog, FeatureStore features, RasterStore rasters, LoadStore loads, IngestSettings settings) {
        return new Ingest(catalog, features, rasters, loads, settings);
    }

    @Bean
    Manifest manifest(Catalog catalog, Ingest ingest, LoadStore loads) {
        return new Manifest(catalog, ingest, loads);
    }
}
