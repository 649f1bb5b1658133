package sinkmap.ogc.wms;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sinkmap.ogc.OwsException;

/** A format of GetMap. The first name of each is the one that capabilities list. */
enum MapFormat {
    /** Colours as painted; with a palette where there are no more than 256 of them. */
    PNG("image/png", "image/png", "image/png;mode=24bit", "image/png;mode=32bit"),
    /** At most 256 colours. */
    PNG8("image/png", "image/png8", "image/png;mode=8bit"),
    /** Without transparency. */
    JPEG("image/jpeg", "image/jpeg", "image/jpg"),
    /** Values of one raster instead of colours. */
    GEOTIFF("image/tiff", "image/geotiff", "image/tiff", "image/tiff;application=geotiff");

    private static final float JPEG_QUALITY = 0.85f;

    private final String type;
    private final List<String> names;

    MapFormat(String type, String... names) {
        this.type = type;
        this.names = List.of(names);
    }

    /** The format of that name; {@code InvalidFormat} lists those that there are. */
    static MapFormat of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace(" ", "");
        return Arrays.stream(values())
                .filter(format ->
                        format.names.stream().anyMatch(n -> n.replace(" ", "").equals(wanted)))
                .findFirst()
                .orElseThrow(() -> new OwsException(
                        "InvalidFormat",
                        "FORMAT",
                        "the format '" + name + "' is not offered; take one of " + String.join(", ", listNames()),
                        400));
    }

    /** Names of all formats, as capabilities list them. */
    static List<String> listNames() {
        return Arrays.stream(values()).map(format -> format.names.get(0)).toList();
    }

    /** Content type of an answer. */
    String type() {
        return type;
    }

    /** Whether pictures may be transparent. */
    boolean transparent() {
        return this == PNG || this == PNG8;
    }

    /**
     * Writes a picture.
     *
     * @param image ARGB, not premultiplied
     * @param alpha whether it may be transparent somewhere
     */
    void write(BufferedImage image, boolean alpha, OutputStream out) throws IOException {
        switch (this) {
            case PNG -> PalettePng.writeOrElse(image, alpha, false, out);
            case PNG8 -> PalettePng.writeOrElse(image, alpha, true, out);
            case JPEG -> jpeg(image, out);
            case GEOTIFF -> throw new IllegalStateException("a GeoTIFF holds values, not a picture");
        }
    }

    private static void jpeg(BufferedImage image, OutputStream out) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(opaque, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
