package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** Tiles as they are read straight from the file, and as ImageIO reads them. */
class PackedTilesTest {

    private static final int ROWS = 530;
    private static final int COLUMNS = 781;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tilesAreReadAsImageIoReadsThem(boolean big, @TempDir Path folder) throws IOException {
        Path file = write(folder, big);
        assertThat(TiffTags.read(file))
                .hasSize(3)
                .allSatisfy(tags -> assertThat(PackedTiles.of(file, tags)).isPresent());
        try (RasterFile raster = RasterFile.open(file, "EPSG:3857")) {
            for (RasterFile.Level level : List.of(raster.full(), raster.level(2), raster.level(4))) {
                for (int row = 0; row * 256 < level.rows(); row++) {
                    for (int column = 0; column * 256 < level.columns(); column++) {
                        Rectangle tile = new Rectangle(column * 256, row * 256, 256, 256)
                                .intersection(new Rectangle(level.columns(), level.rows()));
                        assertThat(cut(raster.readTile(level, column, row), tile))
                                .containsExactly(raster.read(level, tile));
                    }
                }
            }
        }
    }

    private static float[] cut(float[] tile, Rectangle part) {
        float[] cut = new float[part.width * part.height];
        for (int y = 0; y < part.height; y++) {
            System.arraycopy(tile, y * 256, cut, y * part.width, part.width);
        }
        return cut;
    }

    /** Noise with a hole that covers a whole tile, so that tiles without data share one. */
    private static Path write(Path folder, boolean big) throws IOException {
        Random random = new Random(9);
        float[] values = new float[ROWS * COLUMNS];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = cell % COLUMNS >= 512 && cell / COLUMNS < 300 ? Float.NaN : (float) random.nextGaussian();
        }
        Window window = new Window("EPSG:3857", new Envelope(0, COLUMNS, 0, ROWS), ROWS, COLUMNS);
        Path file = folder.resolve("raster.tif");
        List<TileLevel> levels = TileLevel.pyramid(ROWS, COLUMNS);
        try (TileSpill spill = new TileSpill(folder.resolve("values"), levels.get(0));
                TilePyramid tiles = new TilePyramid(folder.resolve("tiles"), levels, true)) {
            spill.write(values, 0, 0, ROWS, COLUMNS);
            for (int tile : spill.tiles().toArray()) {
                tiles.put(tile, spill.readTile(tile));
            }
            tiles.finish();
            GeoTiffFile.write(file, window, tiles, big);
        }
        return file;
    }
}
