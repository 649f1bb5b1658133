package sinkmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
                        "wind-100m",
                        "slope",
                        "candidate-site",
                        "carbon-density",
                        "sink-account",
                        "suitability-wind-offshore",
                        "exclusion-pv-coal-subsidence");
        assertThat(catalog.listPlans())
                .extracting(Catalog.PlanFile::id)
                .containsExactly("pv-coal-subsidence", "pv-saline-alkali", "wind-offshore");
    }

    @Test
    void analysisGridCoversTheWindow() {
        var grid = catalog.region().grid(100);

        assertThat(grid.cellSize()).isEqualTo(100);
        // 9.4 degrees of longitude at 34 degrees north, 5 degrees of latitude, and the bulge of the parallels
        assertThat(grid.columns()).isBetween(8_600, 8_800);
        assertThat(grid.rows()).isBetween(5_550, 5_750);
    }
}
