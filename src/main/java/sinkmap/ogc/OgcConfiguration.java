package sinkmap.ogc;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;

/** Settings that both services share; each service has its own configuration beside it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OgcSettings.class, LoadSettings.class})
class OgcConfiguration {

    @Bean
    Gate gate(LoadSettings settings) {
        return new Gate(settings);
    }

    @Bean
    OgcMetrics ogcMetrics(MeterRegistry registry, Gate gate, Catalog catalog) {
        return new OgcMetrics(
                registry, gate, catalog.listLayers().stream().map(Layer::id).collect(Collectors.toSet()));
    }

    @Bean
    @ConditionalOnWebApplication
    OwsSignIn owsSignIn(ObjectProvider<OwsController> services) {
        return new OwsSignIn(services);
    }

    @Bean
    ApiRequests apiRequests(OgcMetrics metrics) {
        return new ApiRequests(metrics);
    }
}
