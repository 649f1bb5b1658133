package sinkmap.operations;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.publish.Publications;
import sinkmap.run.Runs;
import sinkmap.store.RunStore;

/** Health, metrics and request ids as beans; for a service, not for a command that ends. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OperationsConfiguration {

    /** Works, but somebody should look. Its order and HTTP status stand in {@code application.yaml}. */
    static final Status DEGRADED = new Status("DEGRADED");

    @Bean
    RequestId requestId() {
        return new RequestId();
    }

    @Bean
    RunHealth runHealthIndicator(RunStore runs) {
        return new RunHealth(runs);
    }

    @Bean
    GeoServerHealth geoServerHealthIndicator(Publications publications) {
        return new GeoServerHealth(publications);
    }

    @Bean
    RunMetrics runMetrics(MeterRegistry registry, Runs runs) {
        return new RunMetrics(registry, runs);
    }

    @Bean
    PublicationMetrics publicationMetrics(MeterRegistry registry, Publications publications) {
        return new PublicationMetrics(registry, publications);
    }
}
