package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import sinkmap.catalog.Crs;

/** The files of the store, as others read them. */
class GeoTiffFileTest {

    private static final float N = Float.NaN;
    private static final int ROWS = 300;
    private static final int COLUMNS = 517;

    @TempDir
    Path directory;

    private Path write(boolean big, boolean average, Window window, float[] values) throws IOException {
        Path file = directory.resolve("raster.tif");
        List<TileLevel> levels = TileLevel.pyramid(window.rows(), window.columns());
        try (TileSpill spill = new TileSpill(directory.resolve("values"), levels.get(0));
                TilePyramid tiles = new TilePyramid(directory.resolve("tiles"), levels, average)) {
            spill.write(values, 0, 0, window.rows(), window.columns());
            for (int tile : spill.tiles().toArray()) {
                tiles.put(tile, spill.readTile(tile));
            }
            tiles.finish();
            GeoTiffFile.write(file, window, tiles, big);
        }
        return file;
    }

    private static Window window(String crs) {
        return new Window(crs, new Envelope(1000, 1000 + COLUMNS * 20.0, 2000 - ROWS * 10.0, 2000), ROWS, COLUMNS);
    }

    private static float[] numbers() {
        float[] values = new float[ROWS * COLUMNS];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = cell % 7 == 3 ? N : cell / 8f;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gdalReadsEveryCellOfBothVariants(boolean big) throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/gdal_translate")), "SKIPPED: gdal_translate is not installed");
        Path file = write(big, true, window(RasterStoreContract.ALBERS), numbers());
        Path raw = directory.resolve("raw.bin");
        Process gdal = new ProcessBuilder(
                        "/usr/bin/gdal_translate", "-q", "-of", "ENVI", file.toString(), raw.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gdal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gdal.waitFor()).as(said).isZero();

        float[] read = new float[ROWS * COLUMNS];
        ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(read);
        assertThat(read).containsExactly(numbers());
        assertThat(Files.readAllBytes(file)[2]).isEqualTo((byte) (big ? 43 : 42));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStoreReadsEveryCellOfBothVariants(boolean big) throws IOException {
        Path file = write(big, true, window(RasterStoreContract.ALBERS), numbers());

        try (RasterFile raster = RasterFile.open(file, RasterStoreContract.ALBERS)) {
            assertThat(raster.read(raster.full(), new Rectangle(0, 0, COLUMNS, ROWS)))
                    .containsExactly(numbers());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "EPSG:4527", "EPSG:3857", "EPSG:32650", "ALBERS"})
    void geoToolsReadsPlaceAndCrs(String code) throws IOException {
        String crs = code.equals("ALBERS") ? RasterStoreContract.ALBERS : code;
        Window window = code.equals("EPSG:4490")
                ? new Window(crs, new Envelope(118, 118 + COLUMNS * 0.01, 38 - ROWS * 0.01, 38), ROWS, COLUMNS)
                : window(crs);
        GeoTiffReader reader =
                new GeoTiffReader(write(false, true, window, numbers()).toFile());
        try {
            double[] corner = {window.envelope().getMinX(), window.envelope().getMaxY()};
            double[] read = corner.clone();
            assertThat(reader.getOriginalEnvelope().getMinimum(0)).isCloseTo(corner[0], within(1e-9));
            assertThat(reader.getOriginalEnvelope().getMaximum(1)).isCloseTo(corner[1], within(1e-9));
            Crs.of(crs).transform(read, 1, Crs.of(reader.getCoordinateReferenceSystem()));
            assertThat(read).containsExactly(corner, within(1e-6));
        } finally {
            reader.dispose();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 5", "false, 2"})
    void overviewsHoldTheMeanOfTheDataOrOneOfIt(boolean average, float first) throws IOException {
        float[] values = numbers();
        java.util.Arrays.fill(values, 0, values.length, N);
        // the uppermost two by two cells, one without data, and the lone cell in the lower right corner
        values[0] = 2;
        values[COLUMNS] = 6;
        values[COLUMNS + 1] = 7;
        values[ROWS * COLUMNS - 1] = 9;
        Path file = write(false, average, window(RasterStoreContract.ALBERS), values);

        try (RasterFile raster = RasterFile.open(file, RasterStoreContract.ALBERS)) {
            RasterFile.Level half = raster.level(41);
            assertThat(half.columns()).isEqualTo(259);
            float[] read = raster.read(half, new Rectangle(0, 0, 259, 150));
            assertThat(read[0]).isEqualTo(first);
            assertThat(read[1]).isNaN();
            assertThat(read[259 * 150 - 1]).isEqualTo(9);
        }
    }

    @Test
    void aFileThatPassesFourGigabytesIsABigTiff() {
        assertThat(GeoTiffFile.needsBig(1L << 32)).isFalse();
        assertThat(GeoTiffFile.needsBig((1L << 32) + 1)).isTrue();
    }

    /** 530 x 781 cells are 3 x 4 tiles; the one in the lower right corner alone shows in the overviews' last pixels. */
    @Test
    void tilesInAnyOrderGiveTheBytesOfARasterWrittenWhole() throws IOException {
        Window window = new Window(RasterStoreContract.ALBERS, new Envelope(0, 7810, 0, 5300), 530, 781);
        float[] values = new float[530 * 781];
        for (int cell = 0; cell < values.length; cell++) {
            int column = cell % 781;
            values[cell] = column >= 256 && column < 600 ? N : (float) Math.sin(cell / 1000.0);
        }
        byte[] whole = Files.readAllBytes(write(false, true, window, values));
        List<TileLevel> levels = TileLevel.pyramid(530, 781);
        Path file = directory.resolve("shuffled.tif");
        try (TileSpill spill = new TileSpill(directory.resolve("values"), levels.get(0));
                TilePyramid tiles = new TilePyramid(directory.resolve("tiles"), levels, true)) {
            spill.write(values, 0, 0, 530, 781);
            for (int i = 0; i < 12; i++) {
                int tile = i * 5 % 12;
                if (tile != 5) {
                    tiles.put(tile, spill.readTile(tile));
                }
            }
            tiles.finish();
            GeoTiffFile.write(file, window, tiles, false);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        try (RasterFile raster = RasterFile.open(file, RasterStoreContract.ALBERS)) {
            assertThat(raster.read(raster.full(), new Rectangle(0, 0, 781, 530)))
                    .containsExactly(values);
        }
    }
}
