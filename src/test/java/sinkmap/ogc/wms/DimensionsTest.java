package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.style.Styles;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

/** Time and run as dimensions, on a store of surveys and results of runs. */
class DimensionsTest {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/ogc/times");
    private static final String PLACE = "&CRS=EPSG:32650&BBOX=500000,4149000,501000,4150000&WIDTH=10&HEIGHT=10";
    private static final String MAP = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&FORMAT=image/png" + PLACE;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    @TempDir
    private Path directory;

    private Catalog catalog;
    private Store store;
    private OgcServer server;

    @BeforeEach
    void openStore() {
        catalog = Catalog.read(LAYERS, LAYERS.resolve("styles"));
        store = Store.open(StoreSettings.embedded(directory), catalog);
        server = new OgcServer(new Wms(
                catalog, Styles.load(catalog), store.features(), store.rasters(), store.runs(), OgcServer.SETTINGS));
        // squares of 200 m from west to east, surveyed one after the other
        survey(0, "2019-05-04");
        survey(1, "2021-06-11");
        survey(2, "2021-09-30");
        survey(3, "2024-02-29");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void survey(int column, String day) {
        write(store.features().write(layer("survey", FeatureLayer.class), FeatureStore.Mode.APPEND), column, day);
    }

    private static void write(FeatureWriter writer, int column, String day) {
        int west = 500_000 + 200 * column;
        String box = "MULTIPOLYGON (((%1$d 4149000, %2$d 4149000, %2$d 4150000, %1$d 4150000, %1$d 4149000)))"
                .formatted(west, west + 200);
        try (writer) {
            writer.add(new Feature(0, new WKTReader().read(box), Map.of("surveyed", LocalDate.parse(day))));
            writer.commit();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T extends Layer> T layer(String id, Class<T> type) {
        return type.cast(catalog.getLayer(id));
    }

    /** The columns of the survey, 200 m wide each, that a map shows. */
    private String shown(String parameters) throws IOException {
        BufferedImage image = image(server.get("/wms", MAP + parameters));
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < 5; column++) {
            columns.append(image.getRGB(2 * column + 1, 5) == WHITE ? "-" : column);
        }
        return columns.toString();
    }

    private static BufferedImage image(MockHttpServletResponse response) throws IOException {
        assertThat(response.getContentType()).as(OgcServer.text(response)).isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0123-",
                "&TIME=current|0123-",
                "&TIME=2019-05-04|0----",
                "&TIME=2021|-12--",
                "&TIME=2021-06|-1---",
                "&TIME=2021-06-11T00:00:00Z|-1---",
                "&TIME=2019-05-04,2024|0--3-",
                "&TIME=2019/2021-08|01---",
                "&TIME=2021-09-30/2021-09-30|--2--",
                "&TIME=2019-05-03/2019-05-06/P1D|0----",
                "&TIME=2000/2010|-----",
                "&TIME=2021&ELEVATION=100|-12--"
            })
    void aTimeShowsWhatWasSurveyedThen(String time, String columns) throws IOException {
        assertThat(shown("&LAYERS=survey" + time)).isEqualTo(time.contains("P1D") ? "0----" : columns);
    }

    @Test
    void aTimeWithoutSurveyShowsTheNearestAndSaysSo() throws IOException {
        // 2022-12-15 lies 441 days after one survey and 441 days before the next: the earlier one counts
        MockHttpServletResponse response = server.get("/wms", MAP + "&LAYERS=survey&TIME=2022-12-15T00:00:00.0Z");
        assertThat(response.getHeader("Warning")).isEqualTo("99 Nearest value used: time=2021-09-30 ISO8601");
        assertThat(shown("&LAYERS=survey&TIME=2022-12-15T00:00:00.0Z")).isEqualTo("--2--");
        assertThat(shown("&LAYERS=survey&TIME=2022-12-16T00:00:00.0Z")).isEqualTo("---3-");
        assertThat(shown("&LAYERS=survey&TIME=1900")).isEqualTo("0----");
    }

    @Test
    void whatIsNoTimeIsAnInvalidDimensionValue() {
        assertThat(OgcServer.text(server.get("/wms", MAP + "&LAYERS=survey&TIME=soon")))
                .contains("InvalidDimensionValue");
    }

    @Test
    void infoKnowsTheTimeToo() {
        String info = MAP.replace("GetMap", "GetFeatureInfo")
                + "&LAYERS=survey&QUERY_LAYERS=survey&INFO_FORMAT=text/plain&J=5&I=3&FEATURE_COUNT=9&TIME=";
        assertThat(OgcServer.text(server.get("/wms", info + "2021"))).contains("2021-06-11");
        assertThat(OgcServer.text(server.get("/wms", info + "2024"))).doesNotContain("2021-06-11");
    }

    @Test
    void runsAreAskedForByIdOrByWhenTheyWereComplete() throws IOException {
        Runs.complete(store, "run-a", OffsetDateTime.parse("2026-03-01T08:00:00.7Z"), () -> result("run-a", 0));
        Runs.complete(store, "run-b", OffsetDateTime.parse("2026-05-01T08:00:00Z"), () -> result("run-b", 1));

        for (String layer : List.of("area", "result")) {
            assertThat(shown("&LAYERS=" + layer)).as(layer).isEqualTo("-1---");
            assertThat(shown("&LAYERS=" + layer + "&DIM_RUN=run-a")).as(layer).isEqualTo("0----");
            assertThat(shown("&LAYERS=" + layer + "&DIM_RUN=current")).as(layer).isEqualTo("-1---");
            assertThat(shown("&LAYERS=" + layer + "&TIME=2000-01-01")).as(layer).isEqualTo("0----");
            assertThat(shown("&LAYERS=" + layer + "&TIME=2026-03-01T08:00:00Z"))
                    .as(layer)
                    .isEqualTo("0----");
            assertThat(shown("&LAYERS=" + layer + "&TIME=2026-03")).as(layer).isEqualTo("0----");
            assertThat(shown("&LAYERS=" + layer + "&TIME=2100")).as(layer).isEqualTo("-1---");
        }
        assertThat(shown("&LAYERS=area&TIME=2000/2100")).isEqualTo("01---");
        assertThat(OgcServer.text(server.get("/wms", MAP + "&LAYERS=result&TIME=2000/2100")))
                .contains("InvalidDimensionValue", "one time");
        assertThat(OgcServer.text(server.get("/wms", MAP + "&LAYERS=result&DIM_RUN=run-c")))
                .contains("InvalidDimensionValue", "run-c");
    }

    @Test
    void aMapThatIsAskedForAgainShowsWhatChangedMeanwhile() throws IOException {
        assertThat(shown("&LAYERS=survey")).isEqualTo("0123-");
        survey(4, "2025-10-01");
        assertThat(shown("&LAYERS=survey")).isEqualTo("01234");
        for (int column : new int[] {0, 3, 1}) {
            String run = "run-" + column;
            Runs.complete(store, run, OffsetDateTime.parse("2026-03-01T08:00:00Z"), () -> result(run, column));
            for (String layer : List.of("area", "result")) {
                assertThat(shown("&LAYERS=" + layer)).as(layer + " of " + run).isEqualTo(only(column));
            }
        }
    }

    private static String only(int column) {
        return "-".repeat(column) + column + "-".repeat(4 - column);
    }

    /** A run that paints one column: as a feature, and as the raster's only value. */
    private void result(String run, int column) {
        write(store.features().write(layer("area", FeatureLayer.class), run), column, "2026-01-01");
        float[] values = new float[5];
        java.util.Arrays.fill(values, Float.NaN);
        values[column] = 1;
        Grid grid = new Grid("EPSG:32650", 500_000, 4_150_000, 200, 1, 5);
        store.rasters().write(layer("result", RasterLayer.class), run, new Raster(tall(grid), tall(values), "1"));
    }

    private static Grid tall(Grid grid) {
        return new Grid(grid.crs(), grid.west(), grid.north(), grid.cellSize(), 5, grid.columns());
    }

    private static float[] tall(float[] row) {
        float[] values = new float[5 * row.length];
        for (int i = 0; i < 5; i++) {
            System.arraycopy(row, 0, values, i * row.length, row.length);
        }
        return values;
    }
}
