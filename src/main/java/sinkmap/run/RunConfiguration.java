package sinkmap.run;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.sink.Factors;
import sinkmap.store.BandStacks;
import sinkmap.store.CellCache;
import sinkmap.store.FeatureEdits;
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
    Plans plans(Catalog catalog) {
        return new Plans(catalog);
    }

    @Bean
    Portfolios portfolios(Catalog catalog, Plans plans, TargetsFile targets, FeatureStore features, RunStore runs) {
        return new Portfolios(catalog, plans, targets, features, runs);
    }

    @Bean
    Stores stores(
            FeatureStore features,
            FeatureEdits edits,
            RasterStore rasters,
            BandStacks stacks,
            LoadStore loads,
            CellCache cache) {
        return new Stores(features, edits, rasters, stacks, loads, cache);
    }

    @Bean
    Scenarios scenarios(Catalog catalog, RunStore runs, Stores stores) {
        Factors factors = FactorFiles.carbon(catalog);
        return new Scenarios(catalog, AccountYaml.read(catalog, factors), factors, runs, stores.stacks());
    }

    @Bean
    Freshness freshness(Catalog catalog, RunStore runs, LoadStore loads, FeatureEdits edits) {
        return new Freshness(catalog, runs, () -> LayerStates.now(catalog, loads, edits));
    }

    @Bean
    Runs runs(
            Catalog catalog,
            Plans plans,
            Scenarios scenarios,
            Stores stores,
            RunStore runs,
            RunSettings settings,
            ApplicationEventPublisher events) {
        Factors factors = FactorFiles.carbon(catalog);
        Optional<AccountPlan> account = AccountYaml.read(catalog, factors);
        Clock clock = Clock.systemUTC();
        return new Runs(
                Map.of(
                        "siting",
                        new SitingRun(catalog, plans, account, factors, stores, settings, clock),
                        "account",
                        new AccountRun(catalog, account, factors, stores, settings),
                        Scenarios.KIND,
                        new ScenarioRun(catalog, scenarios, stores, settings),
                        "assessment",
                        new RooftopRun(catalog, stores, new TargetsFile(catalog), settings)),
                runs,
                settings,
                clock,
                events::publishEvent);
    }
}
