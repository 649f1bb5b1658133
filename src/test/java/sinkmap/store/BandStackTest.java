package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.Grid;

class BandStackTest {

    private static final Grid GRID = new Grid(RasterStoreContract.ALBERS, 1000, 2000, 10, 300, 517);
    private static final List<String> NAMES = List.of("2025", "2026 <plan>", "2027");

    @TempDir
    Path directory;

    private static float value(int band, int cell) {
        return cell % 11 == 4 ? Float.NaN : band * 1000 + cell / 16f;
    }

    private static BandStack.Bands bands(Grid window) {
        int first = GRID.index((int) Math.round((GRID.north() - window.north()) / GRID.cellSize()), 0);
        return (band, cell, values, from, length) -> {
            for (int i = 0; i < length; i++) {
                values[from + i] = value(band, first + cell + i);
            }
        };
    }

    private Path write() {
        Path file = directory.resolve("years.tif");
        BandStack.write(file, GRID, NAMES, BandStackTest::bands, done -> {});
        return file;
    }

    @Test
    void theSameValuesGiveTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(write());
        assertThat(Files.readAllBytes(write())).isEqualTo(first);
    }

    @Test
    void gdalReadsEveryCellOfEveryBand() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/gdal_translate")), "SKIPPED: gdal_translate is not installed");
        Path raw = directory.resolve("raw.bin");
        Process gdal = new ProcessBuilder(
                        "/usr/bin/gdal_translate", "-q", "-of", "ENVI", write().toString(), raw.toString())
                .inheritIO()
                .start();
        assertThat(gdal.waitFor()).isZero();
        ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(read.capacity()).isEqualTo(NAMES.size() * GRID.size() * Float.BYTES);
        float[] cells = new float[NAMES.size() * GRID.size()];
        float[] expected = new float[cells.length];
        read.asFloatBuffer().get(cells);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = value(i / GRID.size(), i % GRID.size());
        }
        assertThat(Arrays.equals(cells, expected)).isTrue();
    }
}
