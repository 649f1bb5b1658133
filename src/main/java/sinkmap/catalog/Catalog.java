package sinkmap.catalog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All layers of one region, read from a layers directory at start and fixed while the service runs. Layers declared
 * {@code per: plan} appear once per plan, with the id {@code <layer>-<plan>}.
 */
public final class Catalog {

    private final Path directory;
    private final Path styles;
    private final Region region;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<PlanFile> plans;

    /**
     * A plan file of the directory; its content is the business of {@code run}.
     *
     * @param id file name without ending
     * @param title title
     * @param file the file
     */
    public record PlanFile(String id, Text title, Path file) {}

    public Catalog(Path directory, Path styles, Region region, List<Layer> layers, List<PlanFile> plans) {
        this.directory = directory;
        this.styles = styles;
        this.region = region;
        this.plans = List.copyOf(plans);
        layers.forEach(layer -> this.layers.put(layer.id(), layer));
    }

    /**
     * Reads a layers directory: {@code region.yaml}, {@code inputs}, {@code surveys}, {@code derived} and the titles of
     * {@code plans}.
     *
     * @param directory the layers directory
     * @param styles folder of the SLD files, where every layer's style must be
     * @throws LayerFileException for whatever is wrong, with file and line
     */
    public static Catalog read(Path directory, Path styles) {
        return new CatalogReader(directory, styles).read();
    }

    /** The layers directory. */
    public Path directory() {
        return directory;
    }

    /** The folder of the SLD files. */
    public Path styles() {
        return styles;
    }

    public Region region() {
        return region;
    }

    /** Every layer, in the order of themes and files. */
    public List<Layer> listLayers() {
        return List.copyOf(layers.values());
    }

    public List<PlanFile> listPlans() {
        return plans;
    }

    public Optional<Layer> findLayer(String id) {
        return Optional.ofNullable(layers.get(id));
    }

    /** The layer of that id; {@link UnknownLayerException} names the nearest one that exists. */
    public Layer getLayer(String id) {
        return findLayer(id).orElseThrow(() -> new UnknownLayerException(id, this));
    }
}
