package sinkmap.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a layers directory. */
final class CatalogReader {

    private static final List<String> FOLDERS = List.of("inputs", "surveys", "derived");

    private final Path directory;
    private final Path styles;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, YamlNode> owners = new HashMap<>();

    CatalogReader(Path directory, Path styles) {
        this.directory = directory;
        this.styles = styles;
    }

    Catalog read() {
        if (!Files.isDirectory(directory)) {
            throw new LayerFileException(
                    directory, 0, "there is no such layers directory; name one with --layers or sinkmap.layers");
        }
        if (!Files.isDirectory(styles)) {
            throw new LayerFileException(
                    styles, 0, "there is no such folder of styles; name one with --styles or sinkmap.styles");
        }
        YamlNode regionFile = YamlNode.read(directory.resolve("region.yaml"));
        Region region = RegionReader.read(regionFile);
        List<Catalog.PlanFile> plans = plans();
        List<String> themes = region.themes().stream().map(Region.Theme::id).toList();
        Set<String> styleNames = styleNames();
        for (String folder : FOLDERS) {
            for (Path path : yamlFiles(directory.resolve(folder))) {
                readLayer(path, folder, themes, styleNames, plans);
            }
        }
        if (layers.isEmpty()) {
            throw new LayerFileException(directory, 0, "there is no layer file in inputs, surveys or derived");
        }
        layers.sort(
                Comparator.comparingInt(layer -> themes.indexOf(layer.about().theme())));
        checkGroups(region, regionFile);
        return new Catalog(directory, styles, region, layers, plans);
    }

    private void checkGroups(Region region, YamlNode regionFile) {
        for (int i = 0; i < region.groups().size(); i++) {
            Region.Group group = region.groups().get(i);
            if (owners.containsKey(group.id())) {
                throw regionFile.list("groups").get(i).error("group '" + group.id() + "' has the id of a layer");
            }
            for (String layer : group.layers()) {
                if (!owners.containsKey(layer)) {
                    throw regionFile
                            .list("groups")
                            .get(i)
                            .error("group '" + group.id() + "': there is no layer '" + layer + "'"
                                    + Suggestion.among(layer, List.copyOf(owners.keySet())));
                }
            }
        }
    }

    private void readLayer(
            Path path, String folder, List<String> themes, Set<String> styleNames, List<Catalog.PlanFile> plans) {
        YamlNode file = YamlNode.read(path);
        LayerReader reader = new LayerReader(file, themes, styleNames);
        Layer layer = reader.read();
        checkFileName(file);
        if (folder.equals("derived") != layer.derived()) {
            throw file.node("role")
                    .error("layers in " + folder + "/ " + (layer.derived() ? "cannot have" : "must have")
                            + " 'role: derived'");
        }
        if (reader.perPlan()) {
            plans.forEach(plan -> add(forPlan(layer, plan), file));
        } else {
            add(layer, file);
        }
    }

    private void add(Layer layer, YamlNode file) {
        YamlNode earlier = owners.put(layer.id(), file);
        if (earlier != null) {
            throw file.node("id")
                    .error("the layer id '" + layer.id() + "' is taken already, by " + earlier.file()
                            + "; ids are unique across inputs, surveys and derived");
        }
        layers.add(layer);
    }

    private static Layer forPlan(Layer layer, Catalog.PlanFile plan) {
        Description about = layer.about();
        Description own = new Description(
                about.id() + "-" + plan.id(),
                new Text(
                        about.title().zh() + "：" + plan.title().zh(),
                        about.title().en() + ": " + plan.title().en()),
                about.summary(),
                about.keywords(),
                about.theme(),
                about.role(),
                about.source(),
                about.licence(),
                about.date(),
                about.quality(),
                about.style(),
                about.maxScaleDenominator(),
                plan.id());
        if (layer instanceof FeatureLayer features) {
            return new FeatureLayer(
                    own,
                    features.geometryType(),
                    features.crs(),
                    features.attributes(),
                    features.timeAttribute(),
                    features.editable());
        }
        return new RasterLayer(own, ((RasterLayer) layer).band(), layer.crs());
    }

    private List<Catalog.PlanFile> plans() {
        List<Catalog.PlanFile> plans = new ArrayList<>();
        for (Path path : yamlFiles(directory.resolve("plans"))) {
            YamlNode file = YamlNode.read(path);
            String id = Identifiers.layer(file.node("id"));
            checkFileName(file);
            plans.add(new Catalog.PlanFile(id, file.bilingual("title"), path));
        }
        return plans;
    }

    private static void checkFileName(YamlNode file) {
        String name = file.file().getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!file.text("id").equals(name)) {
            throw file.node("id")
                    .error("the id '" + file.text("id") + "' is not the file's name; rename the file to '"
                            + file.text("id") + ".yaml' or write 'id: " + name + "'");
        }
    }

    private Set<String> styleNames() {
        return list(styles).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(".sld"))
                .map(name -> name.substring(0, name.length() - 4))
                .collect(Collectors.toSet());
    }

    /** The layer files of a folder by name; none when there is no such folder. */
    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (Path path : list(folder)) {
            String name = path.getFileName().toString();
            if (name.endsWith(".yml")) {
                throw new LayerFileException(path, 0, "the name must end in .yaml for the file to be read");
            }
            if (name.endsWith(".yaml") && !name.startsWith(".")) {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new LayerFileException(folder, 0, "the folder cannot be read (" + e.getMessage() + ")");
        }
    }
}
