package sinkmap.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks one shapefile of a zip into a folder of its own, which {@link #close} removes. Entries are written under names
 * chosen here, never under their own, and no more is unpacked than the settings allow.
 */
final class ZippedShapefile implements AutoCloseable {

    private static final long RATIO_FROM = 100L << 20;
    private static final List<String> PARTS = List.of("shp", "dbf", "prj", "cpg");

    private final SourceFile file;
    private final IngestSettings settings;
    private final Path folder;
    private final ShapefileParts parts;
    private long unpacked;

    ZippedShapefile(SourceFile file, LoadOptions options, List<String> preferred, IngestSettings settings) {
        this.file = file;
        this.settings = settings;
        try {
            folder = Files.createTempDirectory("sinkmap-zip");
        } catch (IOException e) {
            throw new IngestException("no folder can be made to unpack " + file.name() + ": " + e.getMessage(), e);
        }
        try (ZipFile zip = open()) {
            parts = unpack(zip, options, preferred);
        } catch (ZipException e) {
            close();
            throw new IngestException(file.name() + " is cut off or damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            close();
            throw file.unreadable(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    ShapefileParts parts() {
        return parts;
    }

    /** Names inside a zip are UTF-8 or, from Chinese Windows, GBK. */
    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.path().toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            Charset gbk = TextEncoding.GB18030;
            return new ZipFile(file.path().toFile(), gbk);
        }
    }

    private ShapefileParts unpack(ZipFile zip, LoadOptions options, List<String> preferred) throws IOException {
        List<ZipEntry> entries = new ArrayList<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            check(entry, zip.size());
            if (!entry.isDirectory() && !entry.getName().contains("__MACOSX/")) {
                entries.add(entry);
            }
        }
        String stem = choose(entries, options, preferred);
        Path[] paths = new Path[PARTS.size()];
        for (ZipEntry entry : entries) {
            int part = PARTS.indexOf(ending(entry.getName()));
            if (part >= 0 && stem(entry.getName()).equalsIgnoreCase(stem)) {
                paths[part] = folder.resolve("layer." + PARTS.get(part));
                copy(zip, entry, paths[part]);
            }
        }
        String name = file.name() + "/" + stem.substring(stem.lastIndexOf('/') + 1) + ".shp";
        return new ShapefileParts(name, paths[0], paths[1], paths[2], paths[3]);
    }

    private void check(ZipEntry entry, int entries) {
        if (entries > settings.maxZipEntries()) {
            throw new IngestException(file.name() + " has " + entries + " entries; at most " + settings.maxZipEntries()
                    + " are read (sinkmap.ingest.max-zip-entries)");
        }
        String name = entry.getName().replace('\\', '/');
        if (name.startsWith("/")
                || name.matches("(?i)[a-z]:.*")
                || List.of(name.split("/")).contains("..")) {
            throw new IngestException(
                    file.name() + " has an entry that points outside the archive: '" + entry.getName() + "'");
        }
    }

    private String choose(List<ZipEntry> entries, LoadOptions options, List<String> preferred) {
        List<String> stems = entries.stream()
                .map(ZipEntry::getName)
                .filter(name -> ending(name).equals("shp"))
                .map(ZippedShapefile::stem)
                .sorted()
                .toList();
        if (stems.isEmpty()) {
            throw new IngestException(file.name() + " holds no shapefile (no .shp); unpack other formats first");
        }
        List<String> names =
                stems.stream().map(s -> s.substring(s.lastIndexOf('/') + 1)).toList();
        int chosen = Choice.among(names, options.part(), preferred, file.name(), "shapefiles");
        return stems.get(chosen);
    }

    private void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                unpacked += n;
                boolean bomb = unpacked > RATIO_FROM && unpacked > settings.maxZipRatio() * file.size();
                if (bomb || unpacked > settings.maxUnpackedMb() << 20) {
                    throw new IngestException(file.name() + " unpacks to more than "
                            + (bomb
                                    ? (int) settings.maxZipRatio() + " times its size (sinkmap.ingest.max-zip-ratio)"
                                    : settings.maxUnpackedMb() + " MB (sinkmap.ingest.max-unpacked-mb)")
                            + " and was not read further");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).replace('\\', '/');
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
