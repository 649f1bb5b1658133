package sinkmap.ogc.style;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.filter.FilterCheck;

/** The styles of every layer, read from the SLD files at start. */
public final class Styles {

    private final Map<String, List<Style>> byFile;

    private Styles(Map<String, List<Style>> byFile) {
        this.byFile = byFile;
    }

    /** Reads the styles of a catalog; {@link SinkmapException} names file, line and element at fault. */
    public static Styles load(Catalog catalog) {
        Map<String, List<Style>> byFile = new HashMap<>();
        for (Layer layer : catalog.listLayers()) {
            String name = layer.about().style();
            Path file = catalog.styles().resolve(name + ".sld");
            List<Style> styles = byFile.computeIfAbsent(name, n -> read(file, n));
            styles.forEach(style -> check(style, layer, file));
        }
        return new Styles(byFile);
    }

    /**
     * Reads one SLD file.
     *
     * @param file the file
     * @param name name of the first style, if the file does not name it
     */
    static List<Style> read(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return named(Sld.read(XmlElement.read(in), file.toAbsolutePath().getParent()), name).stream()
                    .map(Style::forGood)
                    .toList();
        } catch (IOException e) {
            throw new SinkmapException(file + ": the style cannot be read", e);
        } catch (SinkmapException e) {
            throw new SinkmapException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Style> named(List<Style> styles, String name) {
        return styles.stream()
                .map(style -> style.name().isEmpty() ? style.named(name) : style)
                .toList();
    }

    /**
     * Reads a style that comes with a request. It may not name external graphics.
     *
     * @param userStyle a {@code UserStyle}
     * @param layer the layer that it is for
     * @throws SinkmapException naming line and element at fault, or the attribute that the layer does not have
     */
    public static Style parse(XmlElement userStyle, Layer layer) {
        Style style = named(List.of(Sld.read(userStyle)), layer.id()).get(0);
        check(style, layer);
        return style;
    }

    private static void check(Style style, Layer layer, Path file) {
        try {
            check(style, layer);
        } catch (SinkmapException e) {
            throw new SinkmapException(file + ": " + e.getMessage(), e);
        }
    }

    private static void check(Style style, Layer layer) {
        if (layer instanceof FeatureLayer features) {
            List<String> known = FilterCheck.properties(features);
            Set<String> unknown = new TreeSet<>(style.attributes());
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                String first = unknown.iterator().next();
                throw new SinkmapException(
                        "layer " + layer.id() + " has no attribute '" + first + "'" + Suggestion.among(first, known));
            }
        } else if (style.rules().stream()
                .noneMatch(r -> r.symbolizers().stream().anyMatch(Symbolizer.Coverage.class::isInstance))) {
            throw new SinkmapException("layer " + layer.id() + " is a raster, its style needs a RasterSymbolizer");
        }
    }

    /** The styles of a layer, the default one first. */
    public List<Style> list(Layer layer) {
        return byFile.get(layer.about().style());
    }

    /** The style of a layer by name; a blank name means the default one. {@code StyleNotDefined} when there is none. */
    public Style get(Layer layer, String name) {
        List<Style> styles = list(layer);
        if (name.isBlank() || name.equals("default")) {
            return styles.get(0);
        }
        return styles.stream()
                .filter(style -> style.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new OwsException(
                        "StyleNotDefined",
                        "STYLES",
                        "layer " + layer.id() + " has no style '" + name + "'"
                                + Suggestion.among(
                                        name, styles.stream().map(Style::name).toList()),
                        400));
    }
}
