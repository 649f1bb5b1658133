package sinkmap.ogc.wms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.MapPictures;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.OwsService;
import sinkmap.ogc.style.Styles;
import sinkmap.store.FeatureStore;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;

/** The beans of the map service; a style that cannot be read stops the start here. */
@Configuration(proxyBeanMethods = false)
class WmsConfiguration {

    @Bean
    Styles styles(Catalog catalog) {
        return Styles.load(catalog);
    }

    @Bean
    MapPictures mapPictures(Catalog catalog, Styles styles, FeatureStore features, RasterStore rasters) {
        return new StyledPictures(styles, new GetMap(catalog.region(), features, rasters));
    }

    @Bean
    OwsService wms(
            Catalog catalog,
            Styles styles,
            FeatureStore features,
            RasterStore rasters,
            RunStore runs,
            OgcSettings settings) {
        return new Wms(catalog, styles, features, rasters, runs, settings);
    }
}
