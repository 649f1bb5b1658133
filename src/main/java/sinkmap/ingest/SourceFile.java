package sinkmap.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to read.
 *
 * @param path where it is
 * @param name what its owner calls it
 */
record SourceFile(Path path, String name) {

    static SourceFile of(Path path, LoadOptions options) {
        String name = options.name() != null ? options.name() : String.valueOf(path.getFileName());
        if (!Files.exists(path)) {
            throw new IngestException("there is no file " + path);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IngestException(path + " is not a file that can be read");
        }
        return new SourceFile(path, name);
    }

    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Ending of the name in lower case, without the dot; empty when there is none. */
    String ending() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    IngestException unreadable(IOException e) {
        return new IngestException(name + " cannot be read: " + e.getMessage(), e);
    }
}
