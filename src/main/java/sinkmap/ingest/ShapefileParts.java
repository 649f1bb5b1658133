package sinkmap.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files that make up a shapefile. Endings are found in either case.
 *
 * @param name name of the .shp for messages
 * @param shp geometries
 * @param dbf table, or null
 * @param prj CRS, or null
 * @param cpg character set, or null
 */
record ShapefileParts(String name, Path shp, Path dbf, Path prj, Path cpg) {

    static ShapefileParts beside(SourceFile file) {
        Path shp = file.path();
        return new ShapefileParts(file.name(), shp, sibling(shp, "dbf"), sibling(shp, "prj"), sibling(shp, "cpg"));
    }

    /** The name of another part, for messages. */
    String partName(String ending) {
        return stem(name) + "." + ending;
    }

    /** The parts that decide what is loaded, in the order of their endings. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path part : new Path[] {cpg, dbf, prj, shp}) {
            if (part != null) {
                files.add(part);
            }
        }
        return files;
    }

    /** CRS as the .prj states it. */
    String crs() {
        String wkt = prj == null ? "" : text(prj);
        if (wkt.isEmpty()) {
            throw new IngestException(name + " does not say which coordinate reference system it is in: "
                    + partName("prj") + (prj == null ? " is missing" : " is empty")
                    + "; add it, or name the CRS with --crs, such as --crs EPSG:4490");
        }
        return wkt;
    }

    /** What the .cpg says; null without one. */
    String charset() {
        return cpg == null ? null : text(cpg);
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
        } catch (IOException e) {
            throw new IngestException(path.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path sibling(Path shp, String ending) {
        String wanted = (stem(shp.getFileName().toString()) + "." + ending).toLowerCase(Locale.ROOT);
        Path folder = shp.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .equals(wanted))
                    .sorted()
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new IngestException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
