package sinkmap.catalog;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the catalog at start; whatever is wrong in it stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogSettings.class)
class CatalogConfiguration {

    @Bean
    Catalog catalog(CatalogSettings settings) {
        return Catalog.read(settings.layersDirectory(), settings.stylesFolder());
    }
}
