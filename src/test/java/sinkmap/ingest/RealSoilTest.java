package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.catalog.Band;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Role;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.grid.Rasterizer;
import sinkmap.store.Progress;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

/**
 * Soil carbon of the province from a real raster (Sanderman et al. 2017, stocks in Mg C/ha by the README of its
 * repository, which is t C/ha) through ingest, store and grid, against GDAL and numpy on the same cells: 1 km, Albers
 * equal-area, a cell counts when its centre lies in the province.
 *
 * <pre>
 * P='+proj=aea +lat_1=35 +lat_2=38 +lat_0=36 +lon_0=119 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs'
 * T='-te -400000 -210000 350000 280000 -tr 1000 1000'
 * ogr2ogr -t_srs "$P" p.gpkg shandong_province_tianditu_wgs84.geojson -nln p
 * gdal_rasterize -burn 1 $T -ot Byte -l p p.gpkg mask.tif
 * gdalwarp -et 0 -t_srs "$P" $T -r near|bilinear -ot Float32 -dstnodata nan SOCS_....tif v.tif
 * numpy: s = v[mask == 1]; nansum(s) * 100, isnan(s).sum()
 * </pre>
 */
class RealSoilTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("SINKMAP_REAL_DATA", "../shared/data"));
    private static final int CELLS = 155_730;
    private static final int CELLS_WITHOUT_DATA = 2_922;

    @TempDir
    private Path folder;

    private static Path data(String name) {
        Path file = DATA.resolve(name);
        if (!Files.exists(file)) {
            String message = "NOT TESTED ON REAL DATA: there is no " + file;
            System.err.println(message);
            Assumptions.abort(message);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "SOCS_0_30cm_year_2010AD_10km.tif,  NEAREST,    533841200.0",
        "SOCS_0_30cm_year_2010AD_10km.tif,  BILINEAR,   533991902.1",
        "SOCS_0_100cm_year_2010AD_10km.tif, NEAREST,  1236484100.0",
        "SOCS_0_100cm_year_2010AD_10km.tif, BILINEAR, 1236784057.7"
    })
    void theProvinceHoldsTheCarbonThatGdalAndNumpyFind(String name, Interpolation interpolation, double gdal_tc) {
        Path tif = data("carbon/soc/" + name);
        Grid grid = new Grid(region().crs(), -400_000, 280_000, 1000, 490, 750);
        Mask province = province(grid);

        Raster density = read(tif, interpolation, grid);

        double[] total_tc = new double[1];
        int[] empty = new int[1];
        province.forEach(cell -> {
            if (Float.isNaN(density.values()[cell])) {
                empty[0]++;
            } else {
                total_tc[0] += density.values()[cell] * 100.0; // ha in a cell of 1 km
            }
        });
        System.out.printf(
                "%s %s: %,.0f t C, GDAL and numpy %,.0f; %d cells, %d without data%n",
                name, interpolation, total_tc[0], gdal_tc, province.count(), empty[0]);
        assertThat((double) province.count()).isCloseTo(CELLS, within(CELLS * 1e-4));
        assertThat((double) empty[0]).isCloseTo(CELLS_WITHOUT_DATA, within(CELLS * 5e-4));
        assertThat(total_tc[0]).isCloseTo(gdal_tc, within(gdal_tc * 0.001));
    }

    private static sinkmap.catalog.Region region() {
        return Catalog.read(Path.of("layers"), Path.of("styles")).region();
    }

    private static Mask province(Grid grid) {
        FeatureLayer layer = Loading.features("province", GeometryType.POLYGON);
        Loading to = new Loading();
        to.load(layer, data("boundaries/shandong_province_tianditu_wgs84.geojson"));
        Crs from = Crs.of(layer.crs());
        return Rasterizer.cells(
                to.stored.stream()
                        .map(f -> Crs.of(grid.crs()).transform(f.geometry(), from))
                        .toList(),
                grid);
    }

    private Raster read(Path tif, Interpolation interpolation, Grid grid) {
        RasterLayer layer = new RasterLayer(
                Loading.about("soil-carbon", Role.SINK),
                new Band("t C/ha", 0.0, 1000.0, interpolation, List.of()),
                "EPSG:4326");
        Catalog catalog = new Catalog(folder, folder, region(), List.of(layer), List.of());
        try (Store store = Store.open(StoreSettings.embedded(folder.resolve("data")), catalog)) {
            new Ingest(catalog, store.features(), store.rasters(), store.loads(), IngestSettings.defaults())
                    .load(layer, tif, LoadOptions.replace(), Progress.NONE);
            return store.rasters().read(layer, grid);
        }
    }
}
