package sinkmap.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.MapPictures;
import sinkmap.run.TargetsFile;
import sinkmap.store.FeatureStore;
import sinkmap.store.RunStore;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    AccountReport accountReport(
            Catalog catalog, TargetsFile targets, RunStore runs, FeatureStore features, MapPictures pictures) {
        return new AccountReport(catalog, targets, runs, features, pictures);
    }
}
