package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is packed here, unpacked by the JDK. */
class PixelDeflateTest {

    private static byte[] packed(byte[][] rows, int pixel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PixelDeflate deflate = new PixelDeflate(rows[0].length, pixel, (bytes, length) -> out.write(bytes, 0, length));
        for (byte[] row : rows) {
            System.arraycopy(row, 0, deflate.buffer(), deflate.at(), row.length);
            deflate.rowDone();
        }
        deflate.end();
        return out.toByteArray();
    }

    /** Unpacks, checking the sum at the end too. */
    private static byte[] unpacked(byte[] packed, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] bytes = new byte[length + 1];
        int count = inflater.inflate(bytes);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(bytes, count);
    }

    private static byte[] joined(byte[][] rows) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(rows).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Rows of patches of a few colours and, here and there, noise. */
    private static byte[][] rows(int width, int height, int pixel, int colors, double noise, Random random) {
        byte[][] palette = new byte[colors][pixel];
        for (byte[] color : palette) {
            random.nextBytes(color);
        }
        byte[][] rows = new byte[height][1 + width * pixel];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                byte[] color = palette[(x / 9 + y / 5) * 31 % colors].clone();
                if (random.nextDouble() < noise) {
                    random.nextBytes(color);
                }
                System.arraycopy(color, 0, rows[y], 1 + x * pixel, pixel);
            }
        }
        return rows;
    }

    @Property(tries = 150)
    void whatIsUnpackedIsWhatWasPacked(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 4) int pixel,
            @ForAll @IntRange(min = 1, max = 40) int colors,
            @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        byte[][] rows = rows(width, height, pixel, colors, random.nextInt(4) / 6.0, random);
        byte[] all = joined(rows);
        assertThat(unpacked(packed(rows, pixel), all.length)).isEqualTo(all);
    }

    @Test
    void picturesOfSeveralBlocksAndWindowsArePackedWhole() throws Exception {
        for (double noise : new double[] {0, 0.02, 1}) {
            byte[][] rows = rows(1500, 211, 4, 7, noise, new Random(3));
            byte[] all = joined(rows);
            assertThat(unpacked(packed(rows, 4), all.length)).isEqualTo(all);
        }
    }

    @Test
    void rowsThatRepeatAreWrittenOnce() throws Exception {
        byte[][] rows = new byte[256][];
        Arrays.fill(rows, rows(256, 1, 4, 40, 1, new Random(8))[0]);
        // one row of noise cannot be packed; the other 255 need four repetitions each
        assertThat(packed(rows, 4).length).isBetween(1025, 1025 + 255 * 12);
    }

    @Test
    void noiseBecomesHardlyLarger() throws Exception {
        byte[][] rows = rows(256, 256, 4, 1, 1, new Random(5));
        assertThat(packed(rows, 4).length).isLessThan((int) (256 * 1025 * 1.01));
    }

    @Test
    void anEmptyPictureIsSmall() throws Exception {
        byte[] packed = packed(new byte[256][1025], 4);
        // 1,017 repetitions of 258 bytes and 256 filters, in codes of few bits
        assertThat(packed.length).isLessThan(2000);
        assertThat(unpacked(packed, 256 * 1025)).containsOnly(0);
    }
}
