package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.Grid;

class RasterFileTest {

    /** Reads a file in a thread whose class loader sees no library, as those of the common pool in a packaged jar. */
    static final class ForeignThread {

        private ForeignThread() {}

        public static void main(String[] file) throws Exception {
            Thread reader = new Thread(() -> System.out.println("first value " + first(Path.of(file[0]))));
            reader.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            reader.start();
            reader.join();
        }

        private static float first(Path file) {
            try (RasterFile raster = RasterFile.open(file, "EPSG:4490")) {
                return raster.read(raster.full(), new Rectangle(0, 0, 3, 2))[0];
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void firstReadMayComeFromAThreadThatSeesNoLibraries(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("raster.tif");
        Window window = Window.of(new Grid("EPSG:4490", 118, 37, 0.5, 2, 3));
        float[] values = TilePyramid.emptyTile();
        values[0] = 7.5f;
        try (TilePyramid tiles = new TilePyramid(folder.resolve("tiles"), TileLevel.pyramid(2, 3), false)) {
            tiles.put(0, values);
            GeoTiffFile.write(file, window, tiles);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForeignThread.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("first value 7.5");
    }
}
