package sinkmap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sinkmap.publish.PublishReport;
import sinkmap.publish.PublishReport.Action;
import sinkmap.publish.Publisher;

/** Publishes the layers to a GeoServer. */
@Command(
        name = "publish",
        description = {
            "Registers the layers in a GeoServer that reads the same PostGIS and data directory, and asks it whether it",
            "serves them. Changes only what differs; may be repeated at any time. The password of the GeoServer comes from",
            "SINKMAP_PUBLISH_PASSWORD, that of its database user from SINKMAP_PUBLISH_DATABASE_PASSWORD."
        })
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions serviceOptions;

    @Option(
            names = "--geoserver-url",
            paramLabel = "URL",
            description = "Address of the GeoServer, e.g. http://localhost:8080/geoserver.")
    private String url;

    @Option(names = "--geoserver-user", paramLabel = "NAME", description = "Its administrator (default: admin).")
    private String user;

    @Option(names = "--dry-run", description = "Print what would be done and change nothing.")
    private boolean dryRun;

    @Option(names = "--all", description = "Print the items that are right already, too.")
    private boolean all;

    @Override
    public Integer call() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (url != null) {
            properties.put("sinkmap.publish.url", url);
        }
        if (user != null) {
            properties.put("sinkmap.publish.user", user);
        }
        try (ConfigurableApplicationContext service = serviceOptions.open(properties)) {
            PublishReport report = service.getBean(Publisher.class).publish(dryRun, this::print);
            summary(report);
            return report.failures().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private void print(PublishReport.Step step) {
        boolean quiet = step.action() == Action.KEPT || step.action() == Action.VERIFIED;
        if (all || !quiet) {
            Console.result().println(step.line());
        }
    }

    private static void summary(PublishReport report) {
        StringBuilder line = new StringBuilder(report.dryRun() ? "would be: " : "done: ");
        String separator = "";
        for (Action action : Action.values()) {
            if (report.count(action) > 0) {
                line.append(separator)
                        .append(report.count(action))
                        .append(' ')
                        .append(action.name().toLowerCase(java.util.Locale.ROOT));
                separator = ", ";
            }
        }
        Console.result().println(line);
    }
}
