package sinkmap.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;

/** A copy of the tiny layers directory of the tests, with the project's own derived layers, in a temporary folder. */
final class FixtureRegion {

    private final Path layers;

    FixtureRegion(Path folder) {
        this.layers = folder.resolve("layers");
        copy(Path.of("src/test/resources/run/layers"), layers);
        copy(Path.of("layers/derived"), layers.resolve("derived"));
    }

    Path file(String name) {
        return layers.resolve(name);
    }

    /** Replaces a text that the file holds exactly once. */
    FixtureRegion with(String name, String text, String replacement) {
        try {
            String content = Files.readString(file(name));
            if (content.split(java.util.regex.Pattern.quote(text), -1).length != 2) {
                throw new IllegalArgumentException("'" + text + "' is not exactly once in " + name);
            }
            Files.writeString(file(name), content.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FixtureRegion withFile(String name, List<String> lines) {
        try {
            Files.write(file(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FixtureRegion without(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Catalog catalog() {
        return Catalog.read(layers, Path.of("styles"));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
