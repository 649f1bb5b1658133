package sinkmap.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.YamlNode;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;
import sinkmap.store.Progress;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration of a layers directory, {@code demo/demo.yaml}: which files fill which layers, and which plans are run
 * once they are loaded. Files are named from the manifest's folder. A layer that is named twice holds the files together.
 */
public final class Manifest {

    private final Catalog catalog;
    private final Ingest ingest;
    private final LoadStore loads;

    /** One entry: a file for a layer. */
    private record Load(Layer layer, Path file, LoadOptions options) {}

    Manifest(Catalog catalog, Ingest ingest, LoadStore loads) {
        this.catalog = catalog;
        this.ingest = ingest;
        this.loads = loads;
    }

    /** The manifest file, whether it exists or not. */
    public Path file() {
        return catalog.directory().resolve("demo").resolve("demo.yaml");
    }

    /** Whether the layers directory has a demonstration. */
    public boolean exists() {
        return Files.isRegularFile(file());
    }

    /** Ids of the plans, assessments and scenarios to run, in order, after the account. */
    public List<String> runs() {
        return read().findList("runs", item -> {
            String id = item.asText();
            if (!isFile("assessments", id)
                    && !isFile("scenarios", id)
                    && catalog.listPlans().stream().noneMatch(plan -> plan.id().equals(id))) {
                throw item.error("there is no plan '" + id + "'");
            }
            return id;
        });
    }

    private boolean isFile(String folder, String id) {
        return Files.exists(catalog.directory().resolve(folder).resolve(id + ".yaml"));
    }

    /**
     * Loads every layer whose files are not yet what it holds. A layer that somebody has loaded other files into is left
     * alone.
     *
     * @return the reports of the loads that were made; empty when everything was there
     */
    public List<LoadReport> load(Progress progress) {
        Map<String, List<Load>> byLayer = new LinkedHashMap<>();
        for (Load load : readLoads()) {
            byLayer.computeIfAbsent(load.layer.id(), id -> new ArrayList<>()).add(load);
        }
        long bytes =
                Math.max(1, byLayer.values().stream().mapToLong(Manifest::size).sum());
        List<LoadReport> reports = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        long done = 0;
        for (Map.Entry<String, List<Load>> entry : byLayer.entrySet()) {
            if (isDue(entry.getKey(), entry.getValue(), changed)) {
                changed.add(entry.getKey());
                for (Load load : entry.getValue()) {
                    double from = (double) done / bytes;
                    double span = (double) size(List.of(load)) / bytes;
                    reports.add(ingest.load(load.layer, load.file, load.options, part(progress, from, span)));
                    done += size(List.of(load));
                }
            } else {
                done += size(entry.getValue());
            }
            progress.at("demo data: " + entry.getKey(), Math.min(1, (double) done / bytes));
        }
        return reports;
    }

    private static Progress part(Progress progress, double from, double span) {
        return (stage, share) -> progress.at(stage, Math.min(1, from + (Double.isNaN(share) ? 0 : share) * span));
    }

    private boolean isDue(String layer, List<Load> wanted, Set<String> changed) {
        List<LoadRecord> current = loads.listCurrent(layer);
        Set<String> names = wanted.stream().map(Manifest::name).collect(Collectors.toSet());
        if (current.stream().anyMatch(load -> !names.contains(load.file()))) {
            return false;
        }
        boolean cut = wanted.stream()
                .map(load -> load.options.surface())
                .anyMatch(surface -> surface != null && changed.contains(surface.outside()));
        return cut || !fingerprints(current).equals(wantedPrints(wanted));
    }

    private static List<String> fingerprints(List<LoadRecord> current) {
        return current.stream()
                .map(load -> load.checksum() + " " + settings(load))
                .toList();
    }

    private static String settings(LoadRecord load) {
        return JsonMapper.shared().readTree(load.report()).path("settings").asString("");
    }

    private static List<String> wantedPrints(List<Load> wanted) {
        List<String> prints = new ArrayList<>();
        for (Load load : wanted) {
            SourceFile file = SourceFile.of(load.file, load.options);
            prints.add(Checksum.of(file, Format.of(file)) + " " + load.options.fingerprint());
        }
        return prints;
    }

    private static String name(Load load) {
        return String.valueOf(load.file.getFileName());
    }

    private static long size(List<Load> list) {
        return list.stream()
                .mapToLong(load -> SourceFile.of(load.file, load.options).size())
                .sum();
    }

    // ---- the file

    private YamlNode read() {
        return YamlNode.read(file()).only("loads", "runs");
    }

    private List<Load> readLoads() {
        List<Load> list = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (YamlNode item : read().list("loads")) {
            item.only("layer", "file", "encoding", "crs", "part", "columns", "surface");
            Layer layer = catalog.getLayer(item.text("layer"));
            Path path = file().resolveSibling(item.text("file"));
            if (!Files.isRegularFile(path)) {
                throw item.node("file").error("there is no file " + path);
            }
            Mode mode = begun.add(layer.id()) ? Mode.REPLACE : Mode.APPEND;
            list.add(new Load(layer, path, options(item).withMode(mode)));
        }
        return list;
    }

    private LoadOptions options(YamlNode item) {
        Map<String, String> columns = new LinkedHashMap<>();
        item.find("columns").ifPresent(map -> map.keys().forEach(key -> columns.put(key, map.text(key))));
        return LoadOptions.replace()
                .withEncoding(item.findText("encoding").orElse(null))
                .withCrs(item.findText("crs").orElse(null))
                .withPart(item.findText("part").orElse(null))
                .withColumns(columns)
                .withSurface(item.find("surface").map(this::surface).orElse(null));
    }

    private Surface surface(YamlNode node) {
        Surface.Method method = node.choice("method", Surface.Method.class);
        if (method == Surface.Method.IDW) {
            node.only("method", "power", "cell_deg", "outside");
        } else {
            node.only("method", "background", "cell_deg", "outside");
        }
        node.findText("outside").ifPresent(catalog::getLayer);
        try {
            return new Surface(
                    method,
                    node.findNumber("power").orElse(2.0),
                    node.findNumber("background").orElse(0.0),
                    node.number("cell_deg"),
                    node.findText("outside").orElse(null));
        } catch (IngestException e) {
            throw node.error(e.getMessage());
        }
    }
}
