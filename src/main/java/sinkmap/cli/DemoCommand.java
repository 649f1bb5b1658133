package sinkmap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.ingest.LoadReport;
import sinkmap.ingest.Manifest;
import sinkmap.run.Freshness;
import sinkmap.run.RunRequest;
import sinkmap.run.Runs;
import sinkmap.run.Scenarios;

/** The whole way once: loads the demonstration of the layers directory, runs its account and plans, serves the map. */
@Command(
        name = "demo",
        description = {
            "Loads the demonstration of the layers directory (demo/demo.yaml), runs the sink account, and the siting",
            "plans, assessments and scenarios that it names, and serves the map. What is there already is not loaded or",
            "computed again."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions serviceOptions;

    @Mixin
    private ServerOptions serverOptions;

    @Option(names = "--no-serve", description = "Load and compute only.")
    private boolean noServe;

    @Override
    public Integer call() {
        if (noServe) {
            try (ConfigurableApplicationContext service = serviceOptions.open()) {
                prepare(service);
            }
            return ExitCode.OK;
        }
        ConfigurableApplicationContext service = serviceOptions.serve(serverOptions.properties());
        try {
            prepare(service);
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
        Console.say("ready: " + ServerOptions.mapUrl(service));
        return Cli.SERVING;
    }

    private static void prepare(ConfigurableApplicationContext service) {
        Manifest manifest = service.getBean(Manifest.class);
        if (!manifest.exists()) {
            throw new SinkmapException("this layers directory has no demonstration: there is no " + manifest.file());
        }
        for (LoadReport report : manifest.load(Console.progress("loading"))) {
            Console.say(Reports.line(report));
        }
        Runs runs = service.getBean(Runs.class);
        Freshness freshness = service.getBean(Freshness.class);
        for (RunRequest request :
                requests(manifest, service.getBean(Catalog.class), service.getBean(Scenarios.class))) {
            String name = request.plan() == null ? request.kind() : request.plan();
            if (freshness.find(request).isPresent()) {
                Console.say(name + ": up to date");
            } else {
                Console.say(name + ": running");
                RunOptions.run(runs, request);
            }
        }
    }

    private static List<RunRequest> requests(Manifest manifest, Catalog catalog, Scenarios scenarios) {
        List<RunRequest> requests = new ArrayList<>();
        requests.add(new RunRequest("account", null, null, null));
        for (String plan : manifest.runs()) {
            boolean siting =
                    catalog.listPlans().stream().anyMatch(file -> file.id().equals(plan));
            String kind = siting ? "siting" : scenarios.has(plan) ? Scenarios.KIND : "assessment";
            requests.add(new RunRequest(kind, plan, null, null));
        }
        return requests;
    }
}
