package sinkmap.run;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.sink.Factors;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunSettings.class)
class RunConfiguration {

    @Bean
    TargetsFile targetsFile(Catalog catalog) {
        return new TargetsFile(catalog);
    }

    @Bean
    Runs runs(
            Catalog catalog,
            FeatureStore features,
            RasterStore rasters,
            LoadStore loads,
            RunStore runs,
            RunSettings settings) {
        Stores stores = new Stores(features, rasters, loads);
        Factors factors = FactorFiles.carbon(catalog);
        Work account = new AccountRun(catalog, AccountYaml.read(catalog, factors), factors, stores, settings);
        return new Runs(Map.of("account", account), runs, settings, Clock.systemUTC());
    }

    /** Only the service marks runs as interrupted: a command beside it must not touch what it has under way. */
    @Bean
    @ConditionalOnWebApplication
    ApplicationListener<ApplicationReadyEvent> interruptedRuns(Runs runs) {
        return event -> runs.recover();
    }
}
