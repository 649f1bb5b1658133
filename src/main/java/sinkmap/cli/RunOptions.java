package sinkmap.cli;

import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import sinkmap.run.RunRequest;
import sinkmap.run.Runs;
import sinkmap.store.Progress;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands that start a run have in common. */
final class RunOptions {

    @Option(names = "--cell", paramLabel = "M", description = "Cell size in metres (default: that of the region).")
    private Double cell;

    @Option(names = "--json", description = "Print the whole result as JSON.")
    private boolean json;

    Double cell() {
        return cell;
    }

    /** Opens the service, carries the run out in this process and prints its result, as JSON or as text. */
    int runAndPrint(ServiceOptions service, RunRequest request, BiConsumer<JsonNode, PrintStream> text) {
        return runAndPrint(service, request, text, (context, run) -> {});
    }

    /** The same, with something to be done with the completed run before its result is printed. */
    int runAndPrint(
            ServiceOptions service,
            RunRequest request,
            BiConsumer<JsonNode, PrintStream> text,
            BiConsumer<ApplicationContext, StoredRun> then) {
        try (ConfigurableApplicationContext context = service.open()) {
            StoredRun run = run(context.getBean(Runs.class), request);
            then.accept(context, run);
            JsonNode result = JsonMapper.shared().readTree(run.result());
            if (json) {
                Console.result().println(result.toPrettyString());
            } else {
                text.accept(result, Console.result());
            }
            return ExitCode.OK;
        }
    }

    /** Carries a run out in this process, with progress on standard error. */
    static StoredRun run(Runs runs, RunRequest request) {
        Progress progress = Console.progress(request.plan() == null ? request.kind() : request.plan());
        return runs.runNow(request, run -> progress.at(stage(run), run.progress()));
    }

    private static String stage(StoredRun run) {
        Long left = run.secondsLeft(OffsetDateTime.now(ZoneOffset.UTC));
        return left == null ? run.stage() : run.stage() + ", about " + left + " s left";
    }
}
