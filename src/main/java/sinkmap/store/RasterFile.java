package sinkmap.store;

import it.geosolutions.imageio.compression.CompressionFinder;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.PixelScale;
import org.geotools.coverage.grid.io.imageio.geotiff.TiePoint;
import org.locationtech.jts.geom.Envelope;

/**
 * A GeoTIFF of the store, open for reading windows of it or of its overviews. Many threads may read at once; each takes
 * an image reader of its own from a small pool.
 */
final class RasterFile implements AutoCloseable {

    static {
        // ImageIO-Ext looks for its decompressors once, through the class loader of the thread that comes first. A
        // thread of
        // the common pool has one that does not see the libraries inside the packaged jar; then every read would fail.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RasterFile.class.getClassLoader());
        try {
            CompressionFinder.scanForPlugins();
            ImageIO.scanForPlugins();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One band of 32-bit floats. */
    private static final ImageTypeSpecifier GREY = ImageTypeSpecifier.createInterleaved(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), new int[] {0}, DataBuffer.TYPE_FLOAT, false, false);

    private final Path file;
    private final Window window;
    private final List<Level> levels;
    private final List<Optional<PackedTiles>> packed;
    private final ConcurrentLinkedQueue<ImageReader> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * The full image or an overview.
     *
     * @param index number of the image in the file
     * @param factor edge of a pixel, in pixels of the full image
     */
    record Level(int index, int rows, int columns, int factor) {}

    private RasterFile(Path file, Window window, List<Level> levels, List<Optional<PackedTiles>> packed) {
        this.file = file;
        this.window = window;
        this.levels = List.copyOf(levels);
        this.packed = List.copyOf(packed);
    }

    /**
     * Opens a file.
     *
     * @param crs definition of the CRS of the file's coordinates
     */
    static RasterFile open(Path file, String crs) throws IOException {
        ImageReader images = newReader(file);
        List<Level> levels = new ArrayList<>();
        List<Map<Integer, long[]>> tags = TiffTags.read(file);
        List<Optional<PackedTiles>> packed = new ArrayList<>();
        int count = images.getNumImages(true);
        for (int index = 0; index < count; index++) {
            levels.add(new Level(index, images.getHeight(index), images.getWidth(index), 1 << index));
            packed.add(index < tags.size() ? PackedTiles.of(file, tags.get(index)) : Optional.empty());
        }
        Level full = levels.get(0);
        Envelope envelope = envelope(images, full);
        RasterFile opened =
                new RasterFile(file, new Window(crs, envelope, full.rows(), full.columns()), levels, packed);
        opened.idle.add(images);
        return opened;
    }

    /**
     * Bounds by the upper left corner and the size of a pixel. GeoTools' reader would look for a plug-in of ImageIO first,
     * and may find a wrong one in a thread whose class loader does not see the right one.
     */
    private static Envelope envelope(ImageReader images, Level full) throws IOException {
        GeoTiffIIOMetadataDecoder place = new GeoTiffIIOMetadataDecoder(images.getImageMetadata(full.index()));
        PixelScale scale = place.getModelPixelScales();
        TiePoint[] corners = place.getModelTiePoints();
        if (scale == null || corners == null || corners.length == 0) {
            throw new IOException("the file does not say where its pixels lie");
        }
        double west = corners[0].getValueAt(3);
        double north = corners[0].getValueAt(4);
        return new Envelope(
                west, west + full.columns() * scale.getScaleX(), north - full.rows() * scale.getScaleY(), north);
    }

    private static ImageReader newReader(Path file) throws IOException {
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        reader.setInput(new FileImageInputStream(file.toFile()));
        return reader;
    }

    /** CRS, bounds and size of the full image. */
    Window window() {
        return window;
    }

    Path file() {
        return file;
    }

    /**
     * The coarsest level that still has a pixel for every pixel asked for.
     *
     * @param pixel size of a pixel asked for, in units of the file's CRS
     */
    Level level(double pixel) {
        Level best = levels.get(0);
        for (Level level : levels) {
            double width = window.envelope().getWidth() / window.columns() * level.factor();
            if (width <= pixel * 1.01 && level.columns() < best.columns()) {
                best = level;
            }
        }
        return best;
    }

    Level full() {
        return levels.get(0);
    }

    /** Reads a rectangle, which must lie inside the level; rows x columns, row 0 in the north. */
    float[] read(Level level, Rectangle part) throws IOException {
        return read(level, part, null);
    }

    /** Reads a rectangle of one of many bands, counted from 0; the others are not unpacked. */
    float[] read(Level level, Rectangle part, int band) throws IOException {
        return read(level, part, new int[] {band});
    }

    private float[] read(Level level, Rectangle part, int[] bands) throws IOException {
        ImageReader reader = idle.poll();
        if (reader == null) {
            reader = newReader(file);
        }
        try {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(part);
            if (bands != null) {
                param.setSourceBands(bands);
                param.setDestinationBands(new int[] {0});
                param.setDestination(GREY.createBufferedImage(part.width, part.height));
            }
            java.awt.image.Raster read = reader.read(level.index(), param).getRaster();
            return read.getSamples(read.getMinX(), read.getMinY(), part.width, part.height, 0, (float[]) null);
        } finally {
            idle.add(reader);
            if (closed) {
                closeIdle();
            }
        }
    }

    /**
     * Reads a tile of {@link TileLevel#TILE} cells each way.
     *
     * @param column number of the tile from the west
     * @param row number of the tile from the north
     * @return its rows, row 0 in the north; values beyond the level are of no meaning
     */
    float[] readTile(Level level, int column, int row) throws IOException {
        int edge = TileLevel.TILE;
        Optional<PackedTiles> tiles = packed.get(level.index());
        if (tiles.isPresent()) {
            return tiles.get().read(row * ((level.columns() + edge - 1) / edge) + column);
        }
        Rectangle tile = new Rectangle(column * edge, row * edge, edge, edge)
                .intersection(new Rectangle(level.columns(), level.rows()));
        float[] read = read(level, tile);
        float[] values = new float[edge * edge];
        for (int y = 0; y < tile.height; y++) {
            System.arraycopy(read, y * tile.width, values, y * edge, tile.width);
        }
        return values;
    }

    private void closeIdle() throws IOException {
        for (ImageReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            ((FileImageInputStream) reader.getInput()).close();
            reader.dispose();
        }
    }

    /** Closes what is idle; what is being read is closed when it has been read. */
    @Override
    public void close() throws IOException {
        closed = true;
        closeIdle();
    }

    static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
