package sinkmap.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sinkmap.grid.SinkmapException;

/** The definitions that results rest on: everything in a layers directory but the data of its demonstration. */
final class Definitions {

    private Definitions() {}

    /** SHA-256 over names and contents of the files, hexadecimal; hidden files, styles and {@code demo/} aside. */
    static String hash(Path layers) {
        return hash(layers, file -> true);
    }

    /** The same over what says what the input layers are and where the region is. */
    static String hashOfInputs(Path layers) {
        return hash(layers, file -> file.startsWith("inputs") || file.startsWith("region.yaml"));
    }

    /** The same over what says how much carbon land holds. */
    static String hashOfCarbon(Path layers) {
        return hash(layers, file -> file.startsWith("factors") || file.startsWith("account.yaml"));
    }

    private static String hash(Path layers, Predicate<Path> wanted) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : list(layers)) {
                if (!wanted.test(layers.relativize(file))) {
                    continue;
                }
                byte[] content = Files.readAllBytes(file);
                String head = layers.relativize(file).toString().replace('\\', '/') + "\n" + content.length + "\n";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new SinkmapException("the layers directory " + layers + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> list(Path layers) throws IOException {
        try (Stream<Path> files = Files.walk(layers)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> counts(layers.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean counts(Path file) {
        return !file.startsWith("demo")
                && !file.startsWith("styles")
                && !file.getFileName().toString().startsWith(".");
    }
}
