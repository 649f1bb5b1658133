package sinkmap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Where the web server listens. */
final class ServerOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the web server (default: 8080; 0 takes a free one).")
    private Integer port;

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "Address that the web server listens on (default: 127.0.0.1, this machine only).")
    private String address;

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (port != null) {
            properties.put("server.port", port);
        }
        if (address != null) {
            properties.put("server.address", address);
        }
        return properties;
    }

    /** The address of the map of a running service. */
    static String mapUrl(ConfigurableApplicationContext service) {
        return "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/";
    }
}
