package sinkmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import sinkmap.grid.Grid;

/** The project's own layers directory. */
class ShandongTest {

    private final Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));

    @Test
    void everyLayerNamedByTheDomainIsThere() {
        assertThat(catalog.listLayers())
                .extracting(Layer::id)
                .contains(
                        "province",
                        "city",
                        "land",
                        "saline-alkali-flat",
                        "coal-subsidence",
                        "offshore-wind-zone",
                        "forest",
                        "wetland",
                        "salt-marsh",
                        "seagrass",
                        "tidal-flat",
                        "marine-ranch",
                        "protected-area",
                        "ecological-redline",
                        "cropland",
                        "settlement",
                        "substation",
                        "port",
                        "shipping-lane",
                        "depth",
                        "ghi",
                        "road",
                        "county",
                        "built-up",
                        "offshore-pv-zone",
                        "rooftop-potential",
                        "wind-100m",
                        "slope",
                        "candidate-site",
                        "carbon-density",
                        "sequestration",
                        "carbon-uncertainty",
                        "plan-zone",
                        "sink-account",
                        "site-carbon-balance",
                        "suitability-wind-offshore",
                        "exclusion-pv-coal-subsidence");
        assertThat(catalog.listPlans())
                .extracting(Catalog.PlanFile::id)
                .containsExactly(
                        "pv-coal-subsidence", "pv-offshore", "pv-saline-alkali", "wind-offshore", "wind-onshore");
    }

    @Test
    void analysisGridCoversTheWindow() {
        Region region = catalog.region();
        Grid grid = region.grid(100);
        Envelope window = region.window();
        double middle = (window.getMinX() + window.getMaxX()) / 2;
        double[] xy = {
            window.getMinX(), window.getMinY(), window.getMaxX(), window.getMinY(), middle, window.getMinY(),
            window.getMinX(), window.getMaxY(), window.getMaxX(), window.getMaxY(), middle, window.getMaxY()
        };

        Crs.of(region.crs()).transform(xy, 6, Crs.of("EPSG:4490"));

        for (int i = 0; i < 6; i++) {
            assertThat(grid.contains(grid.row(xy[2 * i + 1]), grid.column(xy[2 * i])))
                    .isTrue();
        }
        // 91.3 km a degree of longitude in the south, 111 km a degree of latitude, and the bulge of the parallels
        assertThat(grid.columns() * 0.1 / window.getWidth()).isBetween(91.3, 93.5);
        assertThat(grid.rows() * 0.1 / window.getHeight()).isBetween(110.9, 114.5);
    }
}
