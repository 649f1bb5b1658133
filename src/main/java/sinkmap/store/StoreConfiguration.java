package sinkmap.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;

/** The store as beans. DataSource and Flyway are there so that Spring Boot makes none of its own. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Store store(StoreSettings settings, Catalog catalog) {
        return Store.open(settings, catalog);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    Flyway flyway(Store store) {
        return store.flyway();
    }

    @Bean
    FeatureStore featureStore(Store store) {
        return store.features();
    }

    @Bean
    FeatureEdits featureEdits(Store store) {
        return store.edits();
    }

    @Bean
    UserStore userStore(Store store) {
        return store.users();
    }

    @Bean
    PublishedViews publishedViews(Store store) {
        return store.publishedViews();
    }

    @Bean
    PublishedRasters publishedRasters(Store store) {
        return store.publishedRasters();
    }

    @Bean
    PublishedUsers publishedUsers(Store store) {
        return store.publishedUsers();
    }

    @Bean
    RasterStore rasterStore(Store store) {
        return store.rasters();
    }

    @Bean
    BandStacks bandStacks(Store store) {
        return store.stacks();
    }

    @Bean
    RunStore runStore(Store store) {
        return store.runs();
    }

    @Bean
    LoadStore loadStore(Store store) {
        return store.loads();
    }

    @Bean
    CellCache cellCache(Store store) {
        return store.cache();
    }
}
