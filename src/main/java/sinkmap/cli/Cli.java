package sinkmap.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;
import sinkmap.grid.SinkmapException;

/** The command {@code sinkmap}. */
@Command(
        name = "sinkmap",
        description = "Scores sites for renewable energy, accounts for carbon sinks, and serves both as WMS and WFS.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Cli.Version.class,
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            LayersCommand.class,
            IngestCommand.class,
            SiteCommand.class,
            AccountCommand.class,
            PortfolioCommand.class,
            ScenarioCommand.class,
            AssessCommand.class,
            CoresCommand.class,
            UserCommand.class,
            PublishCommand.class
        })
public final class Cli implements Runnable {

    /** Status of a command that left a server running: the process must not be ended. */
    public static final int SERVING = -1;

    private final Class<?> application;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Cli(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs a command line and returns its exit status, or {@link #SERVING}.
     *
     * @param application the Spring Boot application class
     * @param arguments the arguments of the process
     */
    public static int run(Class<?> application, String... arguments) {
        System.setProperty("java.awt.headless", "true");
        return new CommandLine(new Cli(application))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Cli::report)
                .execute(arguments);
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Prints what the user can mend as one message; anything else with its stack trace. */
    private static int report(Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SinkmapException) {
                commandLine.getErr().println("sinkmap: " + cause.getMessage());
                return ExitCode.SOFTWARE;
            }
        }
        failure.printStackTrace(commandLine.getErr());
        return ExitCode.SOFTWARE;
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"sinkmap " + (version == null ? "(development build)" : version)};
        }
    }
}
