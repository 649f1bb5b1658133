package sinkmap.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.SinkmapException;

/**
 * The rasters as another server reads them: for every content of a layer a file of its own,
 * {@code published/<layer>/<checksum>/<layer>.tif} in the data directory. It is the same file under a second name (a copy
 * where the file system knows no hard links), so it stays whole while the other server still reads it, whatever happens to
 * the layer meanwhile.
 */
public final class PublishedRasters {

    private static final int SHOWN_DIGITS = 16;

    private final Database database;
    private final Path rasters;
    private final Path published;

    PublishedRasters(Database database, Path data) {
        this.database = database;
        this.rasters = data.resolve("rasters");
        this.published = data.resolve("published");
    }

    /**
     * A raster that can be read by another server.
     *
     * @param file the file, relative to the data directory, with slashes
     * @param version what the content is known by
     * @param crs CRS of the file: authority code or WKT
     */
    public record Published(String file, String version, String crs) {}

    private record Stored(String fileName, String crs, String checksum) {}

    /** The current content of a layer, without making its file; empty when it has none. */
    public Optional<Published> find(RasterLayer layer) {
        return stored(layer).map(stored -> published(layer, stored));
    }

    /** Sees that the file of the current content is there; empty when the layer has none. */
    public Optional<Published> provide(RasterLayer layer) {
        return stored(layer).map(stored -> {
            Published provided = published(layer, stored);
            link(rasters.resolve(stored.fileName()), published.resolveSibling(provided.file()));
            return provided;
        });
    }

    private Optional<Stored> stored(RasterLayer layer) {
        return database
                .client()
                .sql("SELECT file_name, crs, checksum FROM raster_file WHERE layer_id = ? AND state = 'STORED'"
                        + " AND (run_id IS NULL OR run_id IN (SELECT id FROM run WHERE current_run)) ORDER BY id DESC")
                .param(layer.id())
                .query((row, number) -> new Stored(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .findFirst();
    }

    private static Published published(RasterLayer layer, Stored stored) {
        String version = stored.checksum()
                .substring(0, Math.min(SHOWN_DIGITS, stored.checksum().length()));
        return new Published(
                "published/" + layer.id() + "/" + version + "/" + layer.id() + ".tif", version, stored.crs());
    }

    private static void link(Path file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) {
                return;
            }
            try {
                Files.createLink(target, file);
            } catch (FileAlreadyExistsException e) {
                // another publisher was faster
            } catch (UnsupportedOperationException | IOException e) {
                copy(file, target);
            }
        } catch (IOException e) {
            throw new SinkmapException(
                    "the raster " + file + " cannot be published as " + target + ": " + e.getMessage()
                            + "; is the disk full?",
                    e);
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        Path part = Files.createTempFile(target.getParent(), "raster", ".part");
        try {
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes the files of a layer's earlier contents; of all contents where {@code keep} is null. */
    public void retire(String layer, String keep) {
        Path folder = published.resolve(layer);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.toList()) {
                if (!version.getFileName().toString().equals(keep)) {
                    delete(version);
                }
            }
        } catch (IOException e) {
            throw new SinkmapException("old rasters in " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private static void delete(Path version) throws IOException {
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(version);
    }
}
