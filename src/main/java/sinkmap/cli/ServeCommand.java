package sinkmap.cli;

import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves what is in the store. */
@Command(name = "serve", description = "Serves map, WMS, WFS and REST from the data that are there.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions serviceOptions;

    @Mixin
    private ServerOptions serverOptions;

    @Override
    public Integer call() {
        ConfigurableApplicationContext service = serviceOptions.serve(serverOptions.properties());
        Console.say("map, WMS, WFS and REST at " + ServerOptions.mapUrl(service));
        return Cli.SERVING;
    }
}
