package sinkmap.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Quality;
import sinkmap.catalog.Region;
import sinkmap.catalog.Text;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What region this service is about. */
@RestController
@RequestMapping("/api/region")
class RegionController {

    private final Catalog catalog;

    RegionController(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The region.
     *
     * @param crs authority code or WKT of the equal-area analysis CRS
     * @param cellM default cell size, metres
     * @param window west, south, east, north, degrees
     * @param advertised CRSs that WMS and WFS offer
     * @param quality the lowest quality among the layers; what a reader has to be warned of
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record RegionView(
            String id,
            Text title,
            String crs,
            double cellM,
            double[] window,
            List<Region.Theme> themes,
            List<String> advertised,
            String quality) {}

    @GetMapping
    RegionView region() {
        Region region = catalog.region();
        return new RegionView(
                region.id(),
                region.title(),
                region.crs(),
                region.cellSize(),
                Boxes.of(region.window()),
                region.themes(),
                region.advertised(),
                lowestQuality());
    }

    private String lowestQuality() {
        Quality[] rising = Quality.values();
        return Arrays.stream(rising)
                .filter(quality -> catalog.listLayers().stream()
                        .anyMatch(layer -> layer.about().quality() == quality))
                .reduce((better, worse) -> worse)
                .map(Names::of)
                .orElse(null);
    }
}
