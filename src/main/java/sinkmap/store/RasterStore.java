package sinkmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;

/**
 * Rasters of every layer: tiled GeoTIFFs with overviews in the data directory, registered in the database. A file is
 * written whole under another name, moved into place and then registered; a reader sees the old file or the new one.
 */
public class RasterStore {

    private static final String FILES =
            "SELECT file_name, crs FROM raster_file WHERE layer_id = ? AND state = 'STORED'";
    private static final String CURRENT =
            FILES + " AND (run_id IS NULL OR run_id IN (SELECT id FROM run WHERE current_run)) ORDER BY id DESC";
    private static final String OF_RUN = FILES + " AND run_id = ? ORDER BY id DESC";

    /** Part of the heap that pieces of rasters may take which maps have read. */
    private static final double TILE_SHARE = 0.125;

    private final Database database;
    private final Path directory;
    private final Map<String, RasterFile> open = new ConcurrentHashMap<>();
    private final MapTiles tiles = new MapTiles((long) (Runtime.getRuntime().maxMemory() * TILE_SHARE));

    RasterStore(Database database, Path data) {
        this.database = database;
        this.directory = data.resolve("rasters");
    }

    private record Stored(String fileName, String crs) {}

    /** Whether the layer holds data. */
    public boolean holds(RasterLayer layer) {
        return findFile(layer, null).isPresent();
    }

    /** Bounds of the stored file in the CRS of its file, with that CRS; empty when the layer has no data. */
    public Optional<Window> findExtent(RasterLayer layer) {
        return findFile(layer, null).map(RasterFile::window);
    }

    /**
     * Reads the current raster of a layer, resampled to the window's cell centres as the band's interpolation says, from
     * the overview that fits. NaN outside the raster and where it has no data.
     *
     * @return rows x columns values, row 0 in the north
     */
    public float[] read(RasterLayer layer, Window window) {
        return read(layer, null, window, false);
    }

    /**
     * Reads the current raster of a layer as {@link #read(RasterLayer, Window)} does; empty when the layer has no data.
     */
    public Optional<float[]> find(RasterLayer layer, Window window) {
        return find(layer, null, window, false);
    }

    /**
     * A text that tells what a layer holds from all that it held before or will hold: what was made of one is right as long
     * as the layer is in it.
     *
     * @param run id of the run whose result is meant; null for the current raster
     * @return empty when there is none
     */
    public Optional<String> findState(RasterLayer layer, String run) {
        return findStored(layer, run).map(Stored::fileName);
    }

    /**
     * Reads what a run has made of a layer, as {@link #read(RasterLayer, Window)} reads the current raster.
     *
     * @throws SinkmapException when the run has made none
     */
    public float[] read(RasterLayer layer, String run, Window window) {
        return read(layer, run, window, false);
    }

    /** Reads the current raster onto an analysis grid, always at full resolution. */
    public Raster read(RasterLayer layer, Grid grid) {
        return new Raster(
                grid, read(layer, null, Window.of(grid), true), layer.band().unit());
    }

    private float[] read(RasterLayer layer, String run, Window window, boolean full) {
        return find(layer, run, window, full)
                .orElseThrow(() -> new SinkmapException("layer " + layer.id() + " holds no raster; load one first"));
    }

    /** Looks for the file again when it was replaced and deleted between finding and reading it. */
    private Optional<float[]> find(RasterLayer layer, String run, Window window, boolean full) {
        for (RasterFile failed = null; ; ) {
            Optional<RasterFile> found = findFile(layer, run);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            RasterFile file = found.get();
            try {
                return Optional.of(
                        Resample.read(file, window, layer.band().interpolation(), full, full ? null : tiles));
            } catch (IOException e) {
                if (file == failed || Files.exists(file.file())) {
                    throw new SinkmapException(
                            "the raster of layer " + layer.id() + " cannot be read: " + e.getMessage(), e);
                }
                failed = file;
            }
        }
    }

    /** Looks again when the file was replaced and deleted between finding and opening it. */
    private Optional<RasterFile> findFile(RasterLayer layer, String run) {
        for (String failed = null; ; ) {
            Optional<Stored> stored = findStored(layer, run);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            String name = stored.get().fileName();
            try {
                return Optional.of(open.computeIfAbsent(name, key -> open(layer, stored.get())));
            } catch (SinkmapException e) {
                if (name.equals(failed)) {
                    throw e;
                }
                failed = name;
            }
        }
    }

    /** The file of a run, or the current one when the run is null. */
    private Optional<Stored> findStored(RasterLayer layer, String run) {
        JdbcClient.StatementSpec statement =
                database.client().sql(run == null ? CURRENT : OF_RUN).param(layer.id());
        return (run == null ? statement : statement.param(run))
                .query((row, number) -> new Stored(row.getString(1), row.getString(2))).list().stream()
                        .findFirst();
    }

    private RasterFile open(RasterLayer layer, Stored stored) {
        try {
            return RasterFile.open(directory.resolve(stored.fileName()), stored.crs());
        } catch (IOException e) {
            throw new SinkmapException(
                    "the raster of layer " + layer.id() + " cannot be opened (" + e.getMessage()
                            + "); is the data directory complete?",
                    e);
        }
    }

    /** Takes a GeoTIFF of any CRS as the new content of an input layer; the old one is seen until the new one is whole. */
    public void replace(RasterLayer layer, Path geotiff) {
        requireInput(layer);
        try (GeoTiffSource source = new GeoTiffSource(geotiff);
                RasterWriter writer = replacement(layer, source.window(), null)) {
            source.copyTo(writer);
            writer.commit();
        } catch (IOException e) {
            throw new SinkmapException(geotiff.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireInput(RasterLayer layer) {
        if (layer.derived()) {
            throw new SinkmapException(
                    "layer '" + layer.id() + "' is the result of runs; it cannot be loaded from a file");
        }
    }

    /** Takes a raster as the new content of an input layer. */
    public void replace(RasterLayer layer, Raster raster) {
        requireInput(layer);
        try (RasterWriter writer = replacement(layer, Window.of(raster.grid()), raster.grid())) {
            writer.write(raster);
            writer.commit();
        }
    }

    /** A writer whose commit takes the place of what the input layer holds. */
    private RasterWriter replacement(RasterLayer layer, Window window, Grid grid) {
        String name = layer.id() + "/" + UUID.randomUUID() + ".tif";
        return new RasterWriter(layer, window, grid, directory.resolve(name), checksum -> {
            database.transact(connection -> {
                Database.client(connection)
                        .sql("UPDATE raster_file SET state = 'GONE' WHERE layer_id = ? AND run_id IS NULL")
                        .param(layer.id())
                        .update();
                register(connection, layer.id(), null, name, window.crs(), checksum);
            });
            deleteGone();
        });
    }

    /** Adds the result of a run; it is seen once {@link RunStore#complete} has made the run current. */
    public void write(RasterLayer layer, String run, Raster raster) {
        try (RasterWriter writer = open(layer, run, raster.grid())) {
            writer.write(raster);
            writer.commit();
        }
    }

    /**
     * Opens the result of a run for writing window by window. After {@link RasterWriter#commit} it is seen once {@link
     * RunStore#complete} has made the run current.
     *
     * @param grid the grid of the whole raster
     */
    public RasterWriter open(RasterLayer layer, String run, Grid grid) {
        String name = name(layer, run);
        return new RasterWriter(
                layer,
                Window.of(grid),
                grid,
                directory.resolve(name),
                checksum -> database.transact(
                        connection -> register(connection, layer.id(), run, name, grid.crs(), checksum)));
    }

    /** The file that a run has written for a layer, as bytes, to be given to {@link #add} for another run. */
    public byte[] file(RasterLayer layer, String run) {
        try {
            return Files.readAllBytes(directory.resolve(name(layer, run)));
        } catch (IOException e) {
            throw new SinkmapException("the raster of layer " + layer.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Adds the result of a run as a file that an earlier run made of the same values; it is seen as what {@link #open} writes
     * is.
     *
     * @param grid the grid of the whole raster
     * @param file what {@link #file} gave
     */
    public void add(RasterLayer layer, String run, Grid grid, byte[] file) {
        String name = name(layer, run);
        Path target = directory.resolve(name);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.write(part, file);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SinkmapException(
                    "the raster of layer " + layer.id() + " cannot be written to " + target.getParent() + ": "
                            + e.getMessage() + "; is the disk full?",
                    e);
        } finally {
            RasterFile.deleteIfThere(part);
        }
        String checksum = HexFormat.of().formatHex(GeoTiffFile.sha256().digest(file));
        database.transact(connection -> register(connection, layer.id(), run, name, grid.crs(), checksum));
    }

    private static String name(RasterLayer layer, String run) {
        return layer.id() + "/" + run + ".tif";
    }

    /** Says that a file holds a layer. */
    static void register(
            java.sql.Connection connection, String layer, String run, String name, String crs, String checksum) {
        Database.client(connection)
                .sql("INSERT INTO raster_file (layer_id, run_id, file_name, crs, checksum, state, loaded)"
                        + " VALUES (?, ?, ?, ?, ?, 'STORED', ?)")
                .params(java.util.Arrays.asList(layer, run, name, crs, checksum, OffsetDateTime.now(ZoneOffset.UTC)))
                .update();
    }

    /** Removes the rasters of a run. */
    void discard(String run) {
        markGone(database.client(), run);
        deleteGone();
    }

    /** Says that the rasters of a run are to be deleted. */
    static void markGone(JdbcClient client, String run) {
        client.sql("UPDATE raster_file SET state = 'GONE' WHERE run_id = ?")
                .param(run)
                .update();
    }

    /** Deletes the files that nothing refers to any more. */
    void deleteGone() {
        List<String> gone = database.client()
                .sql("SELECT file_name FROM raster_file WHERE state = 'GONE'")
                .query(String.class)
                .list();
        for (String name : gone) {
            RasterFile file = open.remove(name);
            if (file != null) {
                close(file);
            }
            RasterFile.deleteIfThere(directory.resolve(name));
            database.client()
                    .sql("DELETE FROM raster_file WHERE file_name = ? AND state = 'GONE'")
                    .param(name)
                    .update();
        }
    }

    /**
     * Deletes what an earlier process left: files that are gone or half written. Whole files that this database does not
     * know stay: another database may share the data directory.
     */
    void recover() {
        deleteGone();
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (java.util.stream.Stream<Path> files = Files.walk(directory, 2)) {
            files.filter(file -> file.toString().endsWith(".part")).forEach(RasterFile::deleteIfThere);
        } catch (IOException e) {
            throw new SinkmapException("the data directory " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    void close() {
        open.values().forEach(RasterStore::close);
        open.clear();
    }

    private static void close(RasterFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new SinkmapException(file.file() + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
