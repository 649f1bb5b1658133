package sinkmap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where layers, data and the database are: the options of every command. */
final class ServiceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--layers",
            paramLabel = "DIR",
            description = "Layers directory: region, layers, plans, factors (default: layers).")
    private Path layers;

    @Option(
            names = "--styles",
            paramLabel = "DIR",
            description = "Folder of the SLD files (default: DIR/styles of the layers directory if there is one, else"
                    + " styles).")
    private Path styles;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory: rasters and the embedded database (default: data).")
    private Path data;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "JDBC URL of a PostGIS database, e.g. jdbc:postgresql://host/sinkmap (default: the embedded"
                    + " database in the data directory). The password comes from SINKMAP_DATABASE_PASSWORD.")
    private String databaseUrl;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Database user.")
    private String databaseUser;

    /** Opens the service without a web server. */
    ConfigurableApplicationContext open() {
        return open(Map.of());
    }

    /** Opens the service without a web server, with properties of its own. */
    ConfigurableApplicationContext open(Map<String, Object> properties) {
        return start(WebApplicationType.NONE, properties);
    }

    /** Opens the service with its web server. */
    ConfigurableApplicationContext serve(Map<String, Object> serverProperties) {
        return start(WebApplicationType.SERVLET, serverProperties);
    }

    private ConfigurableApplicationContext start(WebApplicationType type, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        putUnlessNull(properties, "sinkmap.layers", layers);
        putUnlessNull(properties, "sinkmap.styles", styles);
        putUnlessNull(properties, "sinkmap.data", data);
        putUnlessNull(properties, "sinkmap.database.url", databaseUrl);
        putUnlessNull(properties, "sinkmap.database.user", databaseUser);
        // failures are printed once, by the command line
        properties.put("logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off");
        properties.put("logging.level.org.springframework.boot.SpringApplication", "off");
        properties.put("logging.level.org.springframework.context.support", "error");
        properties.put(
                "logging.level.org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext",
                "error");
        Cli cli = (Cli) command.root().userObject();
        return new SpringApplicationBuilder(cli.application())
                .web(type)
                .logStartupInfo(false)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    private static void putUnlessNull(Map<String, Object> properties, String key, Object value) {
        if (value != null) {
            properties.put(key, value);
        }
    }
}
