package sinkmap.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the layers directory and the styles are.
 *
 * @param layers the layers directory
 * @param styles folder of the SLD files; empty for the {@code styles} folder in the layers directory, beside it or in the
 *     working directory, whichever is there first
 */
@ConfigurationProperties("sinkmap")
record CatalogSettings(
        @DefaultValue("layers") String layers,
        @DefaultValue("") String styles) {

    Path layersDirectory() {
        return Path.of(layers).normalize();
    }

    Path stylesFolder() {
        if (!styles.isBlank()) {
            return Path.of(styles);
        }
        Path inside = layersDirectory().resolve("styles");
        Path beside = layersDirectory().resolveSibling("styles");
        if (Files.isDirectory(inside)) {
            return inside;
        }
        return Files.isDirectory(beside) ? beside : Path.of("styles");
    }
}
