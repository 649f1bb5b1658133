package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Band;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.Description;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.Quality;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Role;
import sinkmap.catalog.Text;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;

/** What rasters promise on every database. */
abstract class RasterStoreContract {

    private static final float N = Float.NaN;
    /** The analysis CRS of the Shandong layers. */
    static final String ALBERS =
            "PROJCS[\"Albers\",GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China 2000\","
                    + "SPHEROID[\"CGCS2000\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
                    + "PROJECTION[\"Albers_Conic_Equal_Area\"],PARAMETER[\"standard_parallel_1\",35],"
                    + "PARAMETER[\"standard_parallel_2\",38],PARAMETER[\"latitude_of_center\",36],"
                    + "PARAMETER[\"longitude_of_center\",119],PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],"
                    + "UNIT[\"metre\",1]]";

    @TempDir
    Path directory;

    private Store store;

    abstract StoreSettings settings(Path data) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = Store.open(
                settings(directory),
                new Catalog(directory, directory, null, List.of(smooth("depth"), classes("cover")), List.of()));
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void aRasterIsReadBackCellForCell() {
        Raster raster = raster(3, 5, 1, 2, N, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, N, 15);
        store.rasters().replace(smooth("depth"), raster);

        assertThat(store.rasters().read(smooth("depth"), raster.grid()).values())
                .containsExactly(raster.values());
        assertThat(store.rasters().findExtent(smooth("depth")).orElseThrow().envelope())
                .isEqualTo(new Envelope(1000, 1500, 1700, 2000));
    }

    @Test
    void betweenCentresContinuousValuesAreInterpolatedAndClassesAreNot() {
        Raster raster = raster(2, 3, 10, 20, 40, 10, 20, 40);
        store.rasters().replace(smooth("depth"), raster);
        store.rasters().replace(classes("cover"), raster);
        // two pixels, their centres a quarter and three quarters of the way from the first to the second cell centre
        Window window = new Window(ALBERS, new Envelope(1050, 1150, 1850, 1950), 1, 2);

        assertThat(store.rasters().read(smooth("depth"), window))
                .containsExactly(new float[] {12.5f, 17.5f}, within(1e-4f));
        assertThat(store.rasters().read(classes("cover"), window)).containsExactly(10f, 20f);
    }

    @Test
    void neighboursWithoutDataDropOutOfTheMeanAndACellWithoutDataStaysSo() {
        Raster raster = raster(1, 3, 10, N, 40);
        store.rasters().replace(smooth("depth"), raster);
        Window window = new Window(ALBERS, new Envelope(1050, 1150, 1900, 2000), 1, 2);

        assertThat(store.rasters().read(smooth("depth"), window)).containsExactly(10f, N);
    }

    @Test
    void outsideTheRasterThereIsNoData() {
        store.rasters().replace(smooth("depth"), raster(1, 2, 3, 4));
        Window apart = new Window(ALBERS, new Envelope(90_000, 90_200, 0, 100), 1, 2);

        assertThat(store.rasters().read(smooth("depth"), apart)).containsOnly(N);
    }

    @Test
    void aWindowInAnotherCrsHoldsTheValueOfThePlace() {
        Grid grid = new Grid(ALBERS, -50_000, 50_000, 1000, 100, 100);
        float[] values = new float[grid.size()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = (float) grid.x(cell % 100);
        }
        store.rasters().replace(smooth("depth"), new Raster(grid, values, "m"));
        // one pixel at 119.2 E, 36.1 N, which PROJ's cs2cs puts at x = 18,004.253
        Window window = new Window("EPSG:4490", new Envelope(119.199, 119.201, 36.099, 36.101), 1, 1);

        assertThat(store.rasters().read(smooth("depth"), window)[0]).isCloseTo(18_004.253f, within(0.5f));
    }

    @Test
    void aReplacedRasterTakesTheOldFileWithIt() throws IOException {
        store.rasters().replace(smooth("depth"), raster(1, 2, 3, 4));
        store.rasters().replace(smooth("depth"), raster(1, 2, 5, 6));

        assertThat(store.rasters()
                        .read(smooth("depth"), raster(1, 2, 0, 0).grid())
                        .values())
                .containsExactly(5f, 6f);
        assertThat(files()).hasSize(1);
    }

    @Test
    void theRasterOfARunIsSeenWhenTheRunIsComplete() {
        store.runs().add(StoreFixture.run("r1", "account", ""));
        store.rasters().write(smooth("depth"), "r1", raster(1, 2, 3, 4));
        assertThat(store.rasters().holds(smooth("depth"))).isFalse();

        store.runs().complete("r1", "{}");
        assertThat(store.rasters().holds(smooth("depth"))).isTrue();
    }

    @Test
    void aDiscardedRunLeavesNoFile() throws IOException {
        store.runs().add(StoreFixture.run("r1", "account", ""));
        store.rasters().write(smooth("depth"), "r1", raster(1, 2, 3, 4));
        store.runs().discard("r1");

        assertThat(files()).isEmpty();
    }

    @Test
    void aRestartDeletesHalfWrittenFilesOnly() throws IOException {
        store.rasters().replace(smooth("depth"), raster(1, 2, 3, 4));
        Path folder = files().get(0).getParent();
        Files.writeString(folder.resolve("half.tif.part"), "half");
        Files.writeString(folder.resolve("of-another-database.tif"), "whole");
        store.rasters().recover();

        assertThat(files()).hasSize(2).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void windowsInAnyOrderAndFromManyThreadsMakeTheRasterThatOneWriteMakes() throws IOException {
        Raster whole = numbered(700, 530);
        store.runs().add(StoreFixture.run("r1", "account", ""));
        try (RasterWriter writer = store.rasters().open(smooth("depth"), "r1", whole.grid())) {
            List<Integer> rows = new java.util.ArrayList<>(java.util.stream.IntStream.range(0, 10)
                    .mapToObj(i -> 70 * i)
                    .toList());
            java.util.Collections.reverse(rows);
            rows.parallelStream().forEach(row -> {
                writer.write(whole.window(row, 300, 70, 230));
                writer.write(whole.window(row, 0, 70, 300));
            });
            writer.commit();
        }
        byte[] bands = Files.readAllBytes(files().get(0));
        store.runs().complete("r1", "{}");
        assertThat(store.rasters().read(smooth("depth"), whole.grid()).values()).containsExactly(whole.values());

        store.runs().add(StoreFixture.run("r2", "account", ""));
        store.rasters().write(smooth("depth"), "r2", whole);
        assertThat(Files.readAllBytes(files().stream()
                        .filter(f -> f.endsWith("r2.tif"))
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo(bands);
    }

    @Test
    void cellsThatNoWindowBringsAreNodata() {
        Raster whole = numbered(3, 4);
        store.runs().add(StoreFixture.run("r1", "account", ""));
        try (RasterWriter writer = store.rasters().open(smooth("depth"), "r1", whole.grid())) {
            writer.write(whole.window(1, 2, 2, 1));
            writer.commit();
        }
        store.runs().complete("r1", "{}");

        assertThat(store.rasters().read(smooth("depth"), whole.grid()).values())
                .containsExactly(N, N, N, N, N, N, 6, N, N, N, 10, N);
    }

    @Test
    void rowsOfTilesGiveTheBytesOfARasterWrittenWhole() throws IOException {
        Raster whole = numbered(600, 300);
        store.runs().add(StoreFixture.run("r1", "account", ""));
        store.runs().add(StoreFixture.run("r2", "account", ""));
        store.rasters().write(smooth("depth"), "r1", whole);
        try (RasterWriter writer = store.rasters().open(smooth("depth"), "r2", whole.grid())) {
            writer.writeRows(rows(whole, 512, 88));
            writer.writeRows(rows(whole, 0, 512));
            assertThatThrownBy(() -> writer.writeRows(rows(whole, 64, 256)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.writeRows(rows(whole, 256, 88)))
                    .isInstanceOf(IllegalArgumentException.class);
            writer.commit();
        }
        assertThat(store.rasters().file(smooth("depth"), "r2"))
                .isEqualTo(store.rasters().file(smooth("depth"), "r1"));
    }

    private static Raster rows(Raster whole, int row, int rows) {
        Grid grid = whole.grid();
        float[] values = Arrays.copyOfRange(whole.values(), row * grid.columns(), (row + rows) * grid.columns());
        return new Raster(grid.window(row, 0, rows, grid.columns()), values, whole.unit());
    }

    @Test
    void aWriterClosedWithoutCommitLeavesNothing() throws IOException {
        Raster whole = numbered(300, 4);
        store.runs().add(StoreFixture.run("r1", "account", ""));
        try (RasterWriter writer = store.rasters().open(smooth("depth"), "r1", whole.grid())) {
            writer.write(whole);
            assertThat(files())
                    .isNotEmpty()
                    .allSatisfy(f -> assertThat(f.toString()).endsWith(".part"));
        }
        assertThat(files()).isEmpty();
        store.runs().complete("r1", "{}");
        assertThat(store.rasters().holds(smooth("depth"))).isFalse();
    }

    @Test
    void aWindowOfAnotherGridIsRefused() {
        Grid grid = new Grid(ALBERS, 0, 0, 100, 4, 6);
        try (RasterWriter writer = store.rasters().open(smooth("depth"), "r1", grid)) {
            for (Grid other : List.of(
                    new Grid(ALBERS, 50, 0, 100, 1, 1),
                    new Grid(ALBERS, 0, 0, 50, 1, 1),
                    new Grid(ALBERS, 500, 0, 100, 1, 2),
                    new Grid(ALBERS, 0, 100, 100, 1, 1),
                    new Grid("EPSG:4527", 0, 0, 100, 1, 1))) {
                Raster window = Raster.empty(other, "m");
                assertThatThrownBy(() -> writer.write(window)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aGeoTiffIsTakenOverWithItsPlaceWithoutItsNodataValue() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/gdal_translate")), "SKIPPED: gdal_translate is not installed");
        Path text = Files.writeString(directory.resolve("given.asc"), """
                ncols 3
                nrows 2
                xllcorner 118
                yllcorner 37
                cellsize 0.5
                NODATA_value -9999
                1 -9999 3
                4 5 6
                """);
        Path given = directory.resolve("given.tif");
        gdal("/usr/bin/gdal_translate", "-q", "-a_srs", "EPSG:4326", text.toString(), given.toString());
        store.rasters().replace(smooth("depth"), given);

        Window window = store.rasters().findExtent(smooth("depth")).orElseThrow();
        assertThat(window.envelope()).isEqualTo(new Envelope(118, 119.5, 37, 38));
        assertThat(store.rasters().read(smooth("depth"), window)).containsExactly(1, N, 3, 4, 5, 6);
    }

    private static String gdal(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Values that count the cells, every hundred and first without data. */
    private static Raster numbered(int rows, int columns) {
        Grid grid = new Grid(ALBERS, -50_000, 50_000, 100, rows, columns);
        float[] values = new float[grid.size()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = cell % 101 == 100 ? N : cell;
        }
        return new Raster(grid, values, "m");
    }

    @Test
    void manyReadersSeeTheOldRasterOrTheNewOneWhileItIsReplaced() throws Exception {
        Raster[] contents = {constant(1), constant(2)};
        store.rasters().replace(smooth("depth"), contents[0]);
        java.util.Set<String> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();
        java.util.concurrent.atomic.AtomicBoolean stop = new java.util.concurrent.atomic.AtomicBoolean();
        List<Thread> readers = Stream.generate(() -> new Thread(() -> {
                    while (!stop.get()) {
                        seen.add(observe(contents[0].grid()));
                    }
                }))
                .limit(4)
                .toList();
        readers.forEach(Thread::start);
        for (int round = 1; round <= 15; round++) {
            store.rasters().replace(smooth("depth"), contents[round % 2]);
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(seen).isSubsetOf("1.0 1.0", "2.0 2.0").isNotEmpty();
    }

    private String observe(Grid grid) {
        try {
            float[] values = store.rasters().read(smooth("depth"), grid).values();
            return values[0] + " " + values[values.length - 1];
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static Raster constant(float value) {
        Grid grid = new Grid(ALBERS, 0, 0, 100, 300, 270);
        float[] values = new float[grid.size()];
        java.util.Arrays.fill(values, value);
        return new Raster(grid, values, "m");
    }

    @Test
    void gdalSeesTilesOverviewsCrsAndCellsWithoutData() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/gdalinfo")), "SKIPPED: gdalinfo is not installed");
        Grid grid = new Grid(ALBERS, -50_000, 50_000, 100, 700, 1100);
        float[] values = new float[grid.size()];
        java.util.Arrays.fill(values, 7);
        values[0] = N;
        store.rasters().replace(smooth("depth"), new Raster(grid, values, "m"));

        String info = gdal(
                "/usr/bin/gdalinfo",
                "-stats",
                "--config",
                "GDAL_PAM_ENABLED",
                "NO",
                files().get(0).toString());

        assertThat(info)
                .contains("Size is 1100, 700", "Block=256x256 Type=Float32", "Overviews: 550x350, 275x175, 138x88")
                .contains("Albers", "STATISTICS_MEAN=7", "STATISTICS_VALID_PERCENT=99.999", "NoData Value=nan")
                .contains("Upper Left  (  -50000.000,   50000.000)");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("rasters"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Raster raster(int rows, int columns, float... values) {
        return new Raster(new Grid(ALBERS, 1000, 2000, 100, rows, columns), values, "m");
    }

    private static RasterLayer smooth(String id) {
        return new RasterLayer(about(id), new Band("m", null, null, Interpolation.BILINEAR, List.of()), "EPSG:4490");
    }

    private static RasterLayer classes(String id) {
        List<ClassValue> classes = List.of(new ClassValue("10", new Text("十", "ten")));
        return new RasterLayer(about(id), new Band("1", null, null, Interpolation.NEAREST, classes), "EPSG:4490");
    }

    private static Description about(String id) {
        Text text = new Text("层", "layer");
        return new Description(
                id, text, text, List.of(), "t", Role.RESOURCE, "s", "l", "2026", Quality.ILLUSTRATIVE, "s", null, null);
    }
}
