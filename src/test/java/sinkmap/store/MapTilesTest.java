package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;

/** Pieces of a raster of 700 x 600 cells, which is three tiles wide and high. */
class MapTilesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        float[] values = new float[600 * 700];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 11 == 0 ? Float.NaN : i;
        }
        Grid grid = new Grid("EPSG:4527", 39_500_000, 4_150_000, 100, 600, 700);
        file = folder.resolve("a.tif");
        try (RasterWriter writer = new RasterWriter(Layers.DEPTH, Window.of(grid), grid, file, checksum -> {})) {
            writer.write(new Raster(grid, values, "m"));
            writer.commit();
        }
    }

    private static float[] cells(RasterPart read, Rectangle part) {
        float[] cells = new float[part.width * part.height];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = read.at(part.x + i % part.width, part.y + i / part.width);
        }
        return cells;
    }

    @Test
    void everyRectangleIsReadAsTheFileHoldsIt() throws IOException {
        Random random = new Random(2);
        MapTiles tiles = new MapTiles(1 << 30);
        try (RasterFile raster = RasterFile.open(file, "EPSG:4527")) {
            for (int i = 0; i < 60; i++) {
                int x = random.nextInt(700);
                int y = random.nextInt(600);
                Rectangle part = new Rectangle(x, y, 1 + random.nextInt(700 - x), 1 + random.nextInt(600 - y));
                assertThat(cells(tiles.read(raster, raster.full(), part), part))
                        .isEqualTo(raster.read(raster.full(), part));
            }
        }
        assertThat(tiles.values()).isEqualTo(9 * 256 * 256);
    }

    @Test
    void whatWasReadOnceIsNotReadAgain() throws IOException {
        MapTiles tiles = new MapTiles(1 << 30);
        Rectangle part = new Rectangle(100, 100, 300, 300);
        try (RasterFile raster = RasterFile.open(file, "EPSG:4527")) {
            float[] first = cells(tiles.read(raster, raster.full(), part), part);
            raster.close();
            Files.writeString(file, "no raster");
            assertThat(cells(tiles.read(raster, raster.full(), part), part)).isEqualTo(first);
        }
    }

    @Test
    void tilesThatAreCutOffOrDamagedAreErrorsThatNameTheFile() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try (RasterFile raster = RasterFile.open(file, "EPSG:4527")) {
            byte[] damaged = whole.clone();
            java.util.Arrays.fill(damaged, 0, whole.length / 2, (byte) 7);
            for (byte[] bytes : new byte[][] {java.util.Arrays.copyOf(whole, 100), damaged}) {
                Files.write(file, bytes);
                assertThatThrownBy(() -> new MapTiles(1 << 30).read(raster, raster.full(), new Rectangle(0, 0, 10, 10)))
                        .isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> raster.readTile(raster.full(), 0, 0)).hasMessageContaining("a.tif");
        }
    }

    @Test
    void memoryIsBounded() throws IOException {
        MapTiles tiles = new MapTiles(2L * 256 * 256 * Float.BYTES);
        try (RasterFile raster = RasterFile.open(file, "EPSG:4527")) {
            tiles.read(raster, raster.full(), new Rectangle(0, 0, 700, 600));
            assertThat(tiles.values()).isBetween(1L, 2L * 256 * 256);
        }
    }
}
