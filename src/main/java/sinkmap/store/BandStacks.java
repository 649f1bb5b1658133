package sinkmap.store;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;

/**
 * Rasters of many bands that runs give beside what layers show, such as a band a year. They are kept as long as the run, and
 * go with one that fails or is cancelled.
 */
public final class BandStacks {

    /** No layer has such a name. */
    private static final String PREFIX = "run.";

    private final Database database;
    private final Path directory;

    BandStacks(Database database, Path data) {
        this.database = database;
        this.directory = data.resolve("rasters");
    }

    /**
     * Writes a raster of a run, see {@link BandStack#write}. Ended by {@code done}, it leaves nothing.
     *
     * @param run the run
     * @param name what the raster is, one of each name in a run
     */
    public void write(
            String run,
            String name,
            Grid grid,
            List<String> bands,
            Function<Grid, BandStack.Bands> windows,
            DoubleConsumer done) {
        String fileName = PREFIX + name + "/" + run + ".tif";
        Path target = directory.resolve(fileName);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            BandStack.write(part, grid, bands, windows, done);
            String checksum = checksum(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            database.transact(
                    connection -> RasterStore.register(connection, PREFIX + name, run, fileName, grid.crs(), checksum));
        } catch (IOException e) {
            throw new SinkmapException(
                    "the raster '" + name + "' of run " + run + " cannot be written to " + target.getParent() + ": "
                            + e.getMessage() + "; is the disk full?",
                    e);
        } finally {
            RasterFile.deleteIfThere(part);
        }
    }

    private static String checksum(Path file) throws IOException {
        MessageDigest digest = GeoTiffFile.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A raster of a run.
     *
     * @param file the GeoTIFF
     * @param crs CRS of its grid
     */
    public record Stack(Path file, String crs) {}

    /** A raster of a run; empty when the run has none of that name. */
    public Optional<Stack> find(String run, String name) {
        return database.client()
                .sql("SELECT file_name, crs FROM raster_file WHERE layer_id = ? AND run_id = ? AND state = 'STORED'")
                .params(PREFIX + name, run)
                .query((row, number) -> new Stack(directory.resolve(row.getString(1)), row.getString(2)))
                .optional();
    }

    /**
     * Writes the difference of two bands as a raster of its own; NaN where either is.
     *
     * @param less number of the band that is taken away, counted from 0
     * @param from number of the band that it is taken from
     * @param name name of the band to write
     * @param to the file to write
     */
    public static void writeDifference(Stack stack, int less, int from, String name, Path to) {
        try (RasterFile file = RasterFile.open(stack.file(), stack.crs())) {
            BandStack.write(
                    to, grid(file.window()), List.of(name), window -> difference(file, window, less, from), done -> {});
        } catch (IOException | UncheckedIOException e) {
            throw new SinkmapException(stack.file().getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Grid grid(Window of) {
        Envelope bounds = of.envelope();
        double cell = bounds.getWidth() / of.columns();
        return new Grid(of.crs(), bounds.getMinX(), bounds.getMaxY(), cell, of.rows(), of.columns());
    }

    private static BandStack.Bands difference(RasterFile file, Grid window, int less, int from) {
        int top = (int) Math.round((file.window().envelope().getMaxY() - window.north()) / window.cellSize());
        Rectangle part = new Rectangle(0, top, window.columns(), window.rows());
        try {
            float[] before = file.read(file.full(), part, less);
            float[] after = file.read(file.full(), part, from);
            return (band, cell, values, at, length) -> {
                for (int i = 0; i < length; i++) {
                    values[at + i] = after[cell + i] - before[cell + i];
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
