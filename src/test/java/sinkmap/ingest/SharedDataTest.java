package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static sinkmap.ingest.Loading.DEPTH;
import static sinkmap.ingest.Loading.attribute;
import static sinkmap.ingest.Loading.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.ingest.LoadReport.Issue;

/** Loads real files of the region that lie beside the project; they are not part of it. */
class SharedDataTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("SINKMAP_REAL_DATA", "../shared/data"));

    private final Loading to = new Loading();

    private static Path data(String name) {
        Path file = DATA.resolve(name);
        if (!Files.exists(file)) {
            String message = "NOT TESTED ON REAL DATA: there is no " + file;
            System.err.println(message);
            Assumptions.abort(message);
        }
        return file;
    }

    private static FeatureLayer layer(GeometryType type) {
        return features("real", type, attribute("name", AttributeType.TEXT), attribute("kv", AttributeType.REAL));
    }

    @Test
    void repairsTheTwoInvalidCities() {
        LoadReport report =
                to.load(layer(GeometryType.POLYGON), data("boundaries/shandong_cities_datav_gcj02.geojson"));

        assertThat(report.accepted()).isEqualTo(16);
        assertThat(report.repaired()).isEqualTo(2);
        assertThat(report.issues()).extracting(Issue::kind).containsOnly("geometry-invalid");
        assertThat(to.stored).allMatch(f -> f.geometry().isValid());
        assertThat(to.values("name")).contains("济南市", "烟台市");
    }

    @Test
    void readsTheLandOfGshhg() {
        LoadReport report = to.load(layer(GeometryType.POLYGON), data("coastline/gshhg_f_land_114.5_123.6.geojson"));

        assertThat(report.accepted()).isEqualTo(160);
        assertThat(report.rejected()).isZero();
    }

    @Test
    void turnsSubstationAreasIntoPoints() {
        LoadOptions options = LoadOptions.replace().withColumns(Map.of("MAX_kv", "kv"));

        LoadReport report = to.load(layer(GeometryType.POINT), data("power/osm/osm_substations.geojson"), options);

        assertThat(report.accepted()).isEqualTo(2378);
        assertThat(report.counts()).containsKey("point-of-area");
    }

    @Test
    void readsWindPhasesAndMarshCoresFromCsv() {
        assertThat(to.load(layer(GeometryType.POINT), data("renewables/gem_wind_phases_2023-05.csv"))
                        .accepted())
                .isEqualTo(501);
        LoadReport cores = to.load(
                layer(GeometryType.POINT), data("carbon/marsh_cores/ccn_cores_bohai_yellow.csv"), LoadOptions.append());
        assertThat(cores.accepted()).isEqualTo(76);
        assertThat(cores.counts()).containsEntry("outside-region", 5L);
    }

    @Test
    void readsAShapefileWithItsCpg() {
        assertThat(to.load(layer(GeometryType.POLYGON), data("landcover/yrd/yrd.shp"))
                        .encoding())
                .isEqualTo("UTF-8");
    }

    @Test
    void readsADepthRaster() {
        Path file = data("bathymetry_dem/schism_bys_depth_0p01deg.tif");

        assertThat(to.load(DEPTH, file).rejected()).isZero();
        verify(to.rasters).replace(DEPTH, file);
    }
}
