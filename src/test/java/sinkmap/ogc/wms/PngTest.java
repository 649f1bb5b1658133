package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    private static BufferedImage written(BufferedImage image, boolean alpha) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(image, alpha, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(42);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        return image;
    }

    @Test
    void everyPixelIsReadBackWithItsAlpha() throws IOException {
        BufferedImage image = noise(257, 113);
        BufferedImage back = written(image, true);
        assertThat(back.getRGB(0, 0, 257, 113, null, 0, 257)).isEqualTo(image.getRGB(0, 0, 257, 113, null, 0, 257));
    }

    @Test
    void withoutAlphaThePictureIsOpaque() throws IOException {
        BufferedImage image = noise(1, 3);
        BufferedImage back = written(image, false);
        assertThat(back.getColorModel().hasAlpha()).isFalse();
        assertThat(back.getRGB(0, 2)).isEqualTo(image.getRGB(0, 2) | 0xFF000000);
    }
}
