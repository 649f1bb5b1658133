package sinkmap.publish;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.store.FeatureStore;
import sinkmap.store.PublishedRasters;
import sinkmap.store.PublishedViews;
import sinkmap.store.RasterStore;
import sinkmap.store.StoreSettings;

/** Publishing as beans. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    @Bean
    Publications publications(Publisher publisher, PublishSettings settings) {
        return new Publications(publisher, settings);
    }

    @Bean
    Publisher publisher(
            Catalog catalog,
            PublishSettings settings,
            StoreSettings store,
            FeatureStore features,
            RasterStore rasters,
            PublishedViews views,
            PublishedRasters files) {
        return new Publisher(new Sources(catalog, store, features, rasters, views, files), settings);
    }
}
