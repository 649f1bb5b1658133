package sinkmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sinkmap.grid.SinkmapException;

/**
 * Intermediate arrays of runs on disk, so that a run that changes only weights computes nothing twice. An entry is found by
 * a key that names all that its values depend on, such as a hash of inputs, grid and rule. An entry appears whole or not
 * at all; what is damaged is as if it were not there. When all entries together pass the bound, those go that were not
 * used for longest; who still reads one of them keeps it to the end.
 *
 * <p>Safe for many threads, and for many processes on one directory.
 */
public final class CellCache {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8,128}");
    private static final String ENDING = ".cells";
    private static final String PART = ".part";

    private final Path directory;
    private final long bound_bytes;
    /** The directory is listed again after so many new entries at the latest, for other processes add to it too. */
    private static final int LISTING = 64;

    /** Entries that this process has written, or looked through once. */
    private final Set<String> sound = ConcurrentHashMap.newKeySet();

    /** What all entries took when they were listed last, with what this process has added since; and how many that were. */
    private long estimate_bytes;

    private int added = LISTING;

    /**
     * A cache in a directory, which is made when first needed.
     *
     * @param bound_bytes what all entries together may take on disk
     */
    CellCache(Path directory, long bound_bytes) {
        this.directory = directory;
        this.bound_bytes = bound_bytes;
    }

    /**
     * Finds an entry.
     *
     * @param key 8 to 128 hexadecimal digits, lower case
     */
    public Optional<CellSource> find(String key) {
        Path file = file(key);
        try {
            CellSource source = CellSource.open(file);
            if (!sound.contains(key) && !source.sound()) {
                throw new IOException("the checksum of " + file + " does not fit");
            }
            sound.add(key);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(source);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            delete(file);
            return Optional.empty();
        }
    }

    /**
     * Begins an entry of single-precision numbers; it is found once {@link CellSink#commit} has returned, instead of one
     * that has the key already.
     *
     * @param key 8 to 128 hexadecimal digits, lower case
     * @param count how many numbers will be written
     * @throws SinkmapException when the disk does not take them
     */
    public CellSink create(String key, long count) {
        return create(key, count, Float.BYTES);
    }

    /** The same for 64-bit words, such as those of masks. */
    public CellSink createWords(String key, long count) {
        return create(key, count, Long.BYTES);
    }

    /**
     * Keeps bytes, such as those of a small file, instead of what has the key already.
     *
     * @param key 8 to 128 hexadecimal digits, lower case
     */
    public void keep(String key, byte[] bytes) {
        try (CellSink sink = create(key, bytes.length, Byte.BYTES)) {
            sink.write(bytes);
            sink.commit();
        }
    }

    /** Finds bytes that were kept. */
    public Optional<byte[]> findBytes(String key) {
        return find(key).map(CellSource::bytes);
    }

    private CellSink create(String key, long count, int valueSize) {
        Path file = file(key);
        try {
            Files.createDirectories(directory);
            Path part = directory.resolve(key + "." + UUID.randomUUID() + PART);
            return new CellSink(part, file, count, valueSize, () -> {
                sound.add(key);
                grown(count * valueSize);
            });
        } catch (IOException e) {
            throw CellSink.failed(file, e);
        }
    }

    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key has 8 to 128 hexadecimal digits, not " + key);
        }
        return directory.resolve(key + ENDING);
    }

    /** An entry as the directory lists it. */
    private record Entry(Path file, long size, FileTime used) {}

    private synchronized void grown(long size_bytes) {
        estimate_bytes += size_bytes + CellHeader.SIZE_bytes;
        added++;
        if (added > LISTING || estimate_bytes > bound_bytes) {
            trim();
        }
    }

    /** Deletes the entries not used for longest until the rest fits the bound. */
    private synchronized void trim() {
        List<Entry> entries = entries();
        long size = entries.stream().mapToLong(Entry::size).sum();
        for (Entry entry : entries) {
            if (size <= bound_bytes) {
                break;
            }
            delete(entry.file());
            size -= entry.size();
        }
        estimate_bytes = size;
        added = 0;
    }

    /** The entries, those not used for longest first. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(ENDING)) {
            try {
                entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException e) {
                // another process deleted it; then it takes no room
                continue;
            }
        }
        entries.sort(Comparator.comparing(Entry::used).thenComparing(Entry::file));
        return entries;
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new SinkmapException("the cache " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void delete(Path file) {
        String name = file.getFileName().toString();
        sound.remove(name.substring(0, name.length() - ENDING.length()));
        RasterFile.deleteIfThere(file);
    }

    /** Deletes what an earlier process left half written, and what passes the bound. */
    void recover() {
        files(PART).forEach(RasterFile::deleteIfThere);
        trim();
    }
}
