package sinkmap.publish;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.store.FeatureStore;
import sinkmap.store.PublishedRasters;
import sinkmap.store.PublishedUsers;
import sinkmap.store.PublishedViews;
import sinkmap.store.RasterStore;
import sinkmap.store.StoreSettings;

/** Publishing as beans. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    @Bean
    Publications publications(Publisher publisher, PublishSettings settings, ApplicationEventPublisher events) {
        return new Publications(publisher, settings, events::publishEvent);
    }

    /** What an earlier process could not finish, a service brings when it starts. */
    @Bean
    @ConditionalOnWebApplication
    ApplicationListener<ApplicationReadyEvent> publishAtStart(Publications publications, PublishSettings settings) {
        return started -> {
            if (settings.afterRun() && settings.enabled()) {
                publications.request();
            }
        };
    }

    @Bean
    Publisher publisher(
            Catalog catalog,
            PublishSettings settings,
            StoreSettings store,
            FeatureStore features,
            RasterStore rasters,
            PublishedViews views,
            PublishedRasters files,
            PublishedUsers users) {
        return new Publisher(new Sources(catalog, store, features, rasters, views, files, users), settings);
    }
}
