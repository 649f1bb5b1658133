package sinkmap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.grid.SinkmapException;
import sinkmap.ingest.Ingest;
import sinkmap.ingest.LoadOptions;
import sinkmap.ingest.LoadReport;
import sinkmap.ingest.Surface;
import sinkmap.store.FeatureStore.Mode;
import tools.jackson.databind.json.JsonMapper;

/** Loads a file into a layer. */
@Command(
        name = "ingest",
        description = {
            "Loads a file into a layer: GeoJSON, shapefile (also zipped), GeoPackage, FlatGeobuf, CSV, GeoTIFF.",
            "A file is taken as a whole or not at all; what was repaired or left out is reported row by row."
        })
final class IngestCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LAYER", description = "Id of the layer.")
    private String layer;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file;

    @Mixin
    private ServiceOptions service;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "replace",
            description = "replace (the default) what the layer holds, or append to it.")
    private Mode mode;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Character set of the file's text, such as GB18030 (default: found out).")
    private String encoding;

    @Option(
            names = "--crs",
            paramLabel = "CODE",
            description = "CRS of the file's coordinates, such as EPSG:4549, in place of what the file states.")
    private String crs;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=ATTRIBUTE",
            description = "Takes a column of the file for an attribute of another name; may be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "Table of a GeoPackage, or shapefile of a zip, when the file holds several.")
    private String part;

    @Option(names = "--strict", description = "One rejected row stops the load.")
    private boolean strict;

    @Option(
            names = "--surface",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = {
                "For a raster layer and a CSV of points (lon, lat, value): how to interpolate, such as",
                "method=idw,power=2,cell_deg=0.02."
            })
    private Map<String, String> surface = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print the whole report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        LoadOptions options =
                new LoadOptions(mode, encoding, crs, columns, part, surface.isEmpty() ? null : surface(), strict, null);
        try (ConfigurableApplicationContext context = service.open()) {
            Layer target = context.getBean(Catalog.class).getLayer(layer);
            LoadReport report =
                    context.getBean(Ingest.class).load(target, file, options, Console.progress("loading " + layer));
            Console.result()
                    .println(
                            json
                                    ? JsonMapper.shared()
                                            .writerWithDefaultPrettyPrinter()
                                            .writeValueAsString(report)
                                    : Reports.text(report));
        }
        return ExitCode.OK;
    }

    /** The surface of the option's keys, which are those of a manifest. */
    private Surface surface() {
        Map<String, String> given = new LinkedHashMap<>(surface);
        try {
            Surface.Method method =
                    Surface.Method.valueOf(given.getOrDefault("method", "idw").toUpperCase(Locale.ROOT));
            given.remove("method");
            double power = Double.parseDouble(given.getOrDefault("power", "2"));
            given.remove("power");
            double background = Double.parseDouble(given.getOrDefault("background", "0"));
            given.remove("background");
            double cell_deg = Double.parseDouble(given.getOrDefault("cell_deg", "0.02"));
            given.remove("cell_deg");
            String outside = given.remove("outside");
            if (!given.isEmpty()) {
                throw new IllegalArgumentException(
                        "unknown key '" + given.keySet().iterator().next() + "'");
            }
            return new Surface(method, power, background, cell_deg, outside);
        } catch (IllegalArgumentException e) {
            throw new SinkmapException(
                    "--surface " + surface + " is not understood (" + e.getMessage()
                            + "); keys are method (idw or gaussian), power, background, cell_deg, outside",
                    e);
        }
    }
}
