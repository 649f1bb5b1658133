package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static BufferedImage image(int width, int[] argb) {
        BufferedImage image = new BufferedImage(width, argb.length / width, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, argb.length / width, argb, 0, width);
        return image;
    }

    private static BufferedImage written(MapFormat format, BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(image, true, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static int[] argb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Property(tries = 50)
    void fewColoursAreKeptToTheBitWhateverTheirAlpha(
            @ForAll @IntRange(min = 1, max = 256) int colors,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int[] palette = random.ints(colors).toArray();
        int[] pixels = random.ints(width * 7L, 0, colors).map(i -> palette[i]).toArray();

        BufferedImage back = written(MapFormat.PNG, image(width, pixels));

        assertThat(back.getColorModel()).isInstanceOf(IndexColorModel.class);
        int[] expected = Arrays.stream(pixels).map(p -> p >>> 24 == 0 ? 0 : p).toArray();
        int[] read = Arrays.stream(argb(back)).map(p -> p >>> 24 == 0 ? 0 : p).toArray();
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void aPngOfMoreColoursKeepsThemAll() throws IOException {
        int[] pixels = new Random(7).ints(257 * 3).map(p -> p | 0xFF000000).toArray();
        assertThat(argb(written(MapFormat.PNG, image(257, pixels)))).isEqualTo(pixels);
    }

    @Test
    void aPng8OfASmoothPictureStaysNearToIt() throws IOException {
        int[] pixels = new int[128 * 128];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % 128;
            int y = i / 128;
            pixels[i] = 0xFF000000 | 2 * x << 16 | 2 * y << 8 | x + y;
        }

        BufferedImage back = written(MapFormat.PNG8, image(128, pixels));

        assertThat(back.getColorModel()).isInstanceOf(IndexColorModel.class);
        int[] read = argb(back);
        double sum = 0;
        for (int i = 0; i < pixels.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = (pixels[i] >> shift & 255) - (read[i] >> shift & 255);
                sum += difference * difference;
            }
        }
        // 256 colours on a plane of 16,384: squares of 8 x 8 pixels, 16 steps wide, would be wrong by 4.6 in the mean
        assertThat(Math.sqrt(sum / pixels.length / 3)).isLessThan(6);
    }

    @Test
    void aRareColourOfALargePictureIsNotLost() throws IOException {
        int[] pixels = new int[256 * 256];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | i % 64 << 9 | i / 256 % 64 << 1;
        }
        Arrays.fill(pixels, 100, 103, 0xFFFF0000);

        int[] read = argb(written(MapFormat.PNG8, image(256, pixels)));

        assertThat(read[101]).isEqualTo(0xFFFF0000);
    }

    @Test
    void transparentAndOpaquePixelsOfAPng8StaySo() throws IOException {
        Random random = new Random(3);
        int[] pixels = random.ints(100 * 100)
                .map(p -> random.nextBoolean() ? p | 0xFF000000 : 0)
                .toArray();

        int[] read = argb(written(MapFormat.PNG8, image(100, pixels)));

        for (int i = 0; i < pixels.length; i++) {
            assertThat(read[i] >>> 24).isEqualTo(pixels[i] >>> 24);
        }
    }
}
