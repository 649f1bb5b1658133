package sinkmap.cli;

import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;
import sinkmap.run.RunRequest;
import sinkmap.run.Runs;
import sinkmap.store.Progress;
import sinkmap.store.StoredRun;

/** What the commands that start a run have in common. */
final class RunOptions {

    @Option(names = "--cell", paramLabel = "M", description = "Cell size in metres (default: that of the region).")
    private Double cell;

    @Option(names = "--json", description = "Print the whole result as JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    Double cell() {
        return cell;
    }

    /** Opens the service, carries the run out in this process and returns it completed. */
    static StoredRun run(ServiceOptions service, RunRequest request) {
        try (ConfigurableApplicationContext context = service.open()) {
            return run(context.getBean(Runs.class), request);
        }
    }

    /** Carries a run out in this process, with progress on standard error. */
    static StoredRun run(Runs runs, RunRequest request) {
        Progress progress = Console.progress(request.plan() == null ? request.kind() : request.plan());
        return runs.runNow(request, run -> progress.at(run.stage(), run.progress()));
    }
}
