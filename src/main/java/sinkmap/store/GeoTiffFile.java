package sinkmap.store;

import it.geosolutions.imageio.plugins.tiff.BaselineTIFFTagSet;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageWriterSpi;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferFloat;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.gce.geotiff.GeoTiffFormat;
import org.geotools.gce.geotiff.GeoTiffWriteParams;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import sinkmap.catalog.Crs;

/**
 * Writes a GeoTIFF as the store keeps it: one band of 32-bit floats, NaN where there is no data, tiles of 256 x 256,
 * Deflate, and overviews, each half of the one before, down to a single tile.
 */
final class GeoTiffFile {

    /** Edge of a tile, in pixels. */
    static final int TILE = 256;

    private static final String TIFF_TAGS = BaselineTIFFTagSet.class.getName();

    private GeoTiffFile() {}

    /**
     * Writes a new file.
     *
     * @param file where to; an existing file is overwritten
     * @param window CRS, bounds, rows and columns
     * @param values rows x columns, row 0 in the north, NaN = nodata
     * @param average whether overviews hold means of the data; else the value of one of the cells
     */
    static void write(Path file, Window window, float[] values, boolean average) throws IOException {
        writeBase(file, window, values);
        int rows = window.rows();
        int columns = window.columns();
        float[] level = values;
        while (rows > TILE || columns > TILE) {
            level = half(level, rows, columns, average);
            rows = (rows + 1) / 2;
            columns = (columns + 1) / 2;
            append(file, level, rows, columns);
        }
    }

    private static void writeBase(Path file, Window window, float[] values) throws IOException {
        ReferencedEnvelope bounds =
                new ReferencedEnvelope(window.envelope(), Crs.of(window.crs()).geotools());
        GridCoverage2D coverage =
                new GridCoverageFactory().create("band", image(values, window.rows(), window.columns()), bounds);
        GeoTiffWriteParams params = new GeoTiffWriteParams();
        compress(params);
        params.setTiling(TILE, TILE);
        ParameterValue<Object> parameter = parameter();
        parameter.setValue(params);
        GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
        try {
            writer.write(coverage, new GeneralParameterValue[] {parameter});
        } finally {
            writer.dispose();
            coverage.dispose(true);
        }
    }

    @SuppressWarnings("unchecked")
    private static ParameterValue<Object> parameter() {
        return (ParameterValue<Object>) (ParameterValue<?>) new GeoTiffFormat()
                .getWriteParameters()
                .parameter(AbstractGridFormat.GEOTOOLS_WRITE_PARAMS.getName().toString());
    }

    private static void compress(ImageWriteParam params) {
        params.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        params.setCompressionType("Deflate");
        params.setCompressionQuality(0.25f);
        params.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
    }

    /** Adds an image to the file and marks it as one of reduced resolution. */
    private static void append(Path file, float[] values, int rows, int columns) throws IOException {
        ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance();
        try (ImageOutputStream output = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            ImageWriteParam params = writer.getDefaultWriteParam();
            compress(params);
            params.setTiling(TILE, TILE, 0, 0);
            BufferedImage image = image(values, rows, columns);
            IIOMetadata metadata = reduced(writer, image, params);
            writer.writeInsert(-1, new IIOImage(image, null, metadata), params);
        } finally {
            writer.dispose();
        }
    }

    /** TIFF 6.0, tag 254 NewSubfileType: bit 0 says that the image is a reduced version of another one in the file. */
    private static IIOMetadata reduced(ImageWriter writer, BufferedImage image, ImageWriteParam params)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), params);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = new IIOMetadataNode(format);
        IIOMetadataNode directory = node(root, "TIFFIFD");
        directory.setAttribute("tagSets", TIFF_TAGS);
        IIOMetadataNode field = node(directory, "TIFFField");
        field.setAttribute("number", String.valueOf(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE));
        field.setAttribute("name", "NewSubfileType");
        IIOMetadataNode value = node(node(field, "TIFFLongs"), "TIFFLong");
        value.setAttribute("value", String.valueOf(BaselineTIFFTagSet.NEW_SUBFILE_TYPE_REDUCED_RESOLUTION));
        metadata.mergeTree(format, root);
        return metadata;
    }

    private static IIOMetadataNode node(IIOMetadataNode parent, String name) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        parent.appendChild(node);
        return node;
    }

    /** An image over the array itself. */
    static BufferedImage image(float[] values, int rows, int columns) {
        WritableRaster raster = java.awt.image.Raster.createWritableRaster(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_FLOAT, columns, rows, 1, columns, new int[] {0}),
                new DataBufferFloat(values, values.length),
                null);
        ComponentColorModel gray = new ComponentColorModel(
                java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_GRAY),
                false,
                false,
                java.awt.Transparency.OPAQUE,
                DataBuffer.TYPE_FLOAT);
        return new BufferedImage(gray, raster, false, null);
    }

    /** Every two by two cells as one: the mean of those with data, or the first that has data. */
    static float[] half(float[] values, int rows, int columns, boolean average) {
        int halfRows = (rows + 1) / 2;
        int halfColumns = (columns + 1) / 2;
        float[] half = new float[halfRows * halfColumns];
        for (int row = 0; row < halfRows; row++) {
            for (int column = 0; column < halfColumns; column++) {
                half[row * halfColumns + column] = one(values, rows, columns, 2 * row, 2 * column, average);
            }
        }
        return half;
    }

    private static float one(float[] values, int rows, int columns, int top, int left, boolean average) {
        double sum = 0;
        int count = 0;
        for (int row = top; row < Math.min(top + 2, rows); row++) {
            for (int column = left; column < Math.min(left + 2, columns); column++) {
                float value = values[row * columns + column];
                if (!Float.isNaN(value)) {
                    if (!average) {
                        return value;
                    }
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }
}
