package sinkmap.ogc;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings that both services share; each service has its own configuration beside it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OgcSettings.class, LoadSettings.class})
class OgcConfiguration {

    @Bean
    Gate gate(LoadSettings settings) {
        return new Gate(settings);
    }
}
