package sinkmap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Text;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadRecord;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;
import tools.jackson.databind.json.JsonMapper;

/** Lists the catalog's layers and what they hold. */
@Command(name = "layers", description = "Lists the layers, what they hold and which files it came from.")
final class LayersCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Option(names = "--json", description = "Print as JSON.")
    private boolean json;

    /** One line of the list; {@code content} is a number of features, or whether there is a raster. */
    private record Row(
            String id, Text title, String kind, String role, String quality, long content, List<String> files) {}

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        try (ConfigurableApplicationContext context = service.open()) {
            for (Layer layer : context.getBean(Catalog.class).listLayers()) {
                rows.add(row(context, layer));
            }
        }
        if (json) {
            Console.result()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        } else {
            rows.forEach(LayersCommand::print);
        }
        return ExitCode.OK;
    }

    private static Row row(ConfigurableApplicationContext context, Layer layer) {
        String kind;
        long content;
        if (layer instanceof FeatureLayer features) {
            kind = features.geometryType().name().toLowerCase(Locale.ROOT);
            content = context.getBean(FeatureStore.class).count(FeatureQuery.of(features));
        } else {
            kind = "raster";
            content = context.getBean(RasterStore.class).holds((RasterLayer) layer) ? 1 : 0;
        }
        List<String> files = context.getBean(LoadStore.class).listCurrent(layer.id()).stream()
                .map(LoadRecord::file)
                .toList();
        return new Row(
                layer.id(),
                layer.title(),
                kind,
                layer.about().role().name().toLowerCase(Locale.ROOT),
                layer.about().quality().name().toLowerCase(Locale.ROOT),
                content,
                files);
    }

    private static void print(Row row) {
        String content = row.kind().equals("raster")
                ? (row.content() > 0 ? "raster" : "empty")
                : row.content() + " " + row.kind();
        Console.result()
                .printf(
                        "%-34s %-16s %-14s %-13s %s%n",
                        row.id(), content, row.role(), row.quality(), String.join(", ", row.files()));
    }
}
